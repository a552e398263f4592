// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/scope_bar.h"

#include "ui/kit/card.h"
#include "ui/kit/head_button.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/known_clients.h"
#include "ui/scope/scope_chip.h"
#include "ui/scope/scope_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QTimer>
#include <QToolButton>

namespace greensward::ui {

namespace {

constexpr int kDelayMillis = 250;
constexpr int kLeastEdit = 140;
/// Of the whole bar: below that its row holds the field alone.
constexpr int kNarrow = 520;
/// What the field holds besides chips: search icon, cross, margins, the hidden ones' button.
constexpr int kFurniture = 100;

} // namespace

ScopeBar::ScopeBar(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_back(headButton(QStringLiteral("back"), tr("Back to the filter before (Alt+Left)"), this))
    , m_forward(headButton(QStringLiteral("forward"), tr("Forward again (Alt+Right)"), this))
    , m_field(new QWidget(this))
    , m_counts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_below(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_saved(headButton(QStringLiteral("save"), tr("Saved filters"), this))
    , m_menu(new QMenu(m_saved))
    , m_problem(new RoleLabel(TextStyle::Secondary, Role::Lost, {}, this))
    , m_delay(new QTimer(this))
{
    mirror.model<KnownClients>(); // from now on clients are noted for completion
    setAccessibleName(tr("Filter of all lists"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(4));
    buildField();
    for (QWidget* part : std::initializer_list<QWidget*>{m_back, m_forward})
        row->addWidget(part);
    row->addWidget(m_field, 1);
    row->addWidget(m_counts);
    row->addWidget(m_saved);
    column->addLayout(row);
    m_counts->setContentsMargins(px(8), 0, px(4), 0);
    m_counts->hide();
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(px(68), 0, 0, 0);
    m_problem->hide();
    column->addWidget(m_problem);
    m_below->setWordWrap(true);
    m_below->setContentsMargins(px(8), 0, 0, 0);
    m_below->hide();
    column->addWidget(m_below);

    m_delay->setSingleShot(true);
    m_delay->setInterval(kDelayMillis);
    connect(m_delay, &QTimer::timeout, this, &ScopeBar::takeDraft);
    connect(m_back, &QToolButton::clicked, this, [this] { m_mirror.scope().goBack(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_mirror.scope().goForward(); });
    connect(&m_mirror.scope(), &ScopeStack::changed, this, &ScopeBar::showScope);
    m_saved->setMenu(m_menu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, &ScopeBar::fillMenu);
    m_edit->setText(m_mirror.scope().draft());
    showScope();
}

void ScopeBar::buildField()
{
    m_field->setMinimumHeight(px(32));
    m_field->installEventFilter(this);
    m_chipRow = new QHBoxLayout(m_field);
    m_chipRow->setContentsMargins(px(8), px(4), px(4), px(4));
    m_chipRow->setSpacing(px(4));
    auto* glass = new QLabel(m_field);
    glass->setPixmap(
        icon(QStringLiteral("search"), Role::MutedText).pixmap(QSize(px(16), px(16)), devicePixelRatioF()));
    m_chipRow->addWidget(glass);
    m_hidden = new QToolButton(m_field);
    m_hidden->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_hidden->setMinimumSize(px(32), px(24));
    m_hidden->setAccessibleName(tr("Filter terms there is no room for"));
    m_hidden->setPopupMode(QToolButton::InstantPopup);
    m_hidden->setMenu(new QMenu(m_hidden));
    connect(m_hidden->menu(), &QMenu::aboutToShow, this, &ScopeBar::fillHidden);
    m_hidden->hide();
    m_chipRow->addWidget(m_hidden);
    m_edit = new ScopeEdit(m_mirror, m_field);
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->installEventFilter(this);
    m_chipRow->addWidget(m_edit, 1);
    m_clear = headButton(QStringLiteral("close"), tr("Clear filter"), m_field);
    m_clear->setIconSize(QSize(px(14), px(14)));
    m_clear->setFixedSize(px(24), px(24));
    m_chipRow->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        leave();
        m_mirror.scope().clear();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_edit, &QLineEdit::textEdited, m_delay, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::returnPressed, this, &ScopeBar::commit);
    connect(m_edit, &ScopeEdit::backspacedOut, this, &ScopeBar::removeLast);
}

void ScopeBar::setCounts(quint64 shown, quint64 all)
{
    m_countText = tr("%1 of %2 match").arg(countText(shown), countText(all));
    arrangeRow();
}

void ScopeBar::setNote(const QString& sentence)
{
    m_note = sentence;
    arrangeRow();
}

/// A narrow bar keeps its row for the field: the counts go below it, and the arrows when there is nowhere to go.
void ScopeBar::arrangeRow()
{
    const ScopeStack& scope = m_mirror.scope();
    const bool narrow = width() < px(kNarrow);
    m_back->setVisible(!narrow || scope.canGoBack());
    m_forward->setVisible(!narrow || scope.canGoForward());
    m_counts->setText(m_countText);
    m_counts->setVisible(!narrow && !scope.isEmpty() && !m_countText.isEmpty());
    QStringList below;
    if (!scope.isEmpty()) {
        below << (narrow ? m_countText : QString()) << m_note;
        below.removeAll(QString());
    }
    m_below->setText(below.join(QStringLiteral(" · ")));
    m_below->setVisible(!below.isEmpty());
}

void ScopeBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool ScopeBar::leave()
{
    m_delay->stop();
    const bool typed = !m_edit->text().isEmpty();
    m_edit->clear();
    showProblem({});
    m_mirror.scope().setDraft({});
    if (typed)
        return true;
    const bool filtered = !m_mirror.scope().isEmpty();
    m_mirror.scope().clear();
    return filtered;
}

bool ScopeBar::leave(QWidget& onwards)
{
    const bool typing = m_edit->hasFocus();
    if (leave())
        return true;
    if (typing)
        onwards.setFocus(Qt::OtherFocusReason);
    return typing;
}

void ScopeBar::apply(const QString& text)
{
    m_mirror.scope().setText(text);
}

void ScopeBar::takeDraft()
{
    m_delay->stop();
    showProblem(m_edit->text());
    m_mirror.scope().setDraft(m_edit->text());
}

void ScopeBar::commit()
{
    m_delay->stop();
    showProblem(m_edit->text());
    if (!m_problem->text().isEmpty())
        return;
    const QString text = m_edit->text();
    m_edit->clear();
    m_mirror.scope().setText(m_mirror.scope().text() + QLatin1Char(' ') + text);
}

/// Of the whole filter that the text would make, so that limits count; told about the text.
void ScopeBar::showProblem(const QString& text)
{
    Filter filter = Filter::parse(text);
    m_edit->setWrong(filter.problemStart(), filter.problemLength());
    QString problem = filter.problem();
    if (problem.isEmpty() && !text.isEmpty())
        problem = Filter::parse(m_mirror.scope().text() + QLatin1Char(' ') + text).problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_edit->setAccessibleDescription(problem);
}

void ScopeBar::showScope()
{
    ScopeStack& scope = m_mirror.scope();
    m_back->setEnabled(scope.canGoBack());
    m_forward->setEnabled(scope.canGoForward());
    m_clear->setVisible(!scope.isEmpty() || !m_edit->text().isEmpty());
    arrangeRow();
    if (!m_edit->hasFocus() && scope.draft() != m_edit->text() && m_problem->isHidden())
        m_edit->setText(scope.draft());
    QStringList shown;
    for (const ScopeChip* chip : m_chips)
        shown << chip->text();
    if (shown != scope.terms()) {
        const bool hadFocus = focusWidget() && qobject_cast<ScopeChip*>(focusWidget());
        for (ScopeChip* chip : std::exchange(m_chips, {})) {
            m_chipRow->removeWidget(chip);
            chip->hide();
            chip->deleteLater(); // it may be the caller
        }
        for (const QString& term : scope.terms()) {
            auto* chip = new ScopeChip(term, m_field);
            connect(chip, &ScopeChip::removeAsked, this, [this](const QString& one) { m_mirror.scope().remove(one); });
            connect(chip, &ScopeChip::editAsked, this, &ScopeBar::editTerm);
            m_chipRow->insertWidget(m_chipRow->indexOf(m_edit), chip);
            m_chips.push_back(chip);
        }
        if (hadFocus)
            m_edit->setFocus(Qt::OtherFocusReason);
    }
    const bool roomy = width() >= px(kNarrow);
    m_edit->setPlaceholderText(!m_chips.empty() ? QString()
                               : roomy          ? tr("Filter: turbines/#  from:ev-gen  output>50  is:retained  text")
                                                : tr("Filter: from:ev-gen  text"));
    arrangeChips();
}

/// The newest chips are shown as far as there is room; the others are behind "+3".
void ScopeBar::arrangeChips()
{
    int room = m_field->width() - px(kLeastEdit + kFurniture);
    std::size_t hidden = 0;
    for (std::size_t at = m_chips.size(); at-- > 0;) {
        room -= m_chips[at]->sizeHint().width() + px(4);
        if (room < 0 && at + 1 < m_chips.size()) {
            hidden = at + 1;
            break;
        }
    }
    for (std::size_t at = 0; at < m_chips.size(); ++at)
        m_chips[at]->setVisible(at >= hidden);
    m_hidden->setText(QStringLiteral("+%1").arg(hidden));
    m_hidden->setVisible(hidden > 0);
}

void ScopeBar::editTerm(const QString& term)
{
    m_mirror.scope().remove(term);
    m_edit->setText(term);
    m_edit->setFocus(Qt::OtherFocusReason);
    takeDraft();
}

void ScopeBar::removeLast()
{
    if (!m_mirror.scope().terms().isEmpty())
        m_mirror.scope().remove(m_mirror.scope().terms().constLast());
}

void ScopeBar::fillHidden()
{
    m_hidden->menu()->clear();
    for (const ScopeChip* chip : m_chips)
        if (chip->isHidden())
            m_hidden->menu()->addAction(tr("Take away %1").arg(chip->text()), this,
                                        [this, term = chip->text()] { m_mirror.scope().remove(term); });
}

void ScopeBar::fillMenu()
{
    m_menu->clear();
    ScopeStack& scope = m_mirror.scope();
    for (const auto& one : scope.saved()) {
        QAction* choose = m_menu->addAction(one.name, this, [this, text = one.text] { apply(text); });
        choose->setToolTip(one.text);
        choose->setCheckable(true);
        choose->setChecked(one.text == scope.text());
    }
    if (scope.saved().isEmpty())
        m_menu->addAction(tr("No filters are saved yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction* save = m_menu->addAction(tr("Save this filter …"), this, &ScopeBar::saveAs);
    save->setEnabled(!scope.isEmpty());
    if (!scope.saved().isEmpty()) {
        QMenu* forget = m_menu->addMenu(tr("Forget"));
        for (const auto& one : scope.saved())
            forget->addAction(one.name, this, [this, name = one.name] { m_mirror.scope().forget(name); });
    }
}

void ScopeBar::saveAs()
{
    commit();
    const QString text = m_mirror.scope().text();
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("A name for “%1”").arg(text));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, text](const QString& name) { m_mirror.scope().save(name, text); });
    dialog->open();
}

void ScopeBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_chipRow->activate();
    if (event->oldSize().width() != event->size().width())
        showScope();
}

bool ScopeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        m_field->update();
    if (watched == m_field && event->type() == QEvent::Resize)
        arrangeChips();
    if (watched == m_field && event->type() == QEvent::MouseButtonPress)
        m_edit->setFocus(Qt::MouseFocusReason);
    if (watched == m_field && event->type() == QEvent::Paint) {
        QPainter painter(m_field);
        painters::roundedRect(painter, m_field->rect(), painters::kControlRadius, color(Role::Surface),
                              color(m_problem->isHidden() ? Role::Hairline : Role::Lost));
        if (m_edit->hasFocus())
            painters::focusRing(painter, m_field->rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace greensward::ui
