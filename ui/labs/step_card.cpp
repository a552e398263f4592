// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/step_card.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/markdown_text.h"
#include "ui/labs/passage_view.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kHeadHeight = 40;
constexpr int kMarkLeft = 12;
constexpr int kMark = 22;
constexpr int kTextLeft = 44;

QString wayName(std::size_t way)
{
    switch (static_cast<labs::Way>(way)) {
    case labs::Way::Console:
        return StepCard::tr("Console");
    case labs::Way::Terminal:
        return StepCard::tr("Terminal");
    default:
        return StepCard::tr("Device");
    }
}

/// A word as long as a certificate's id would make its line, and with it the guide, wider than there is room.
QString breakable(const QString& text)
{
    constexpr int kLongest = 24;
    QString broken;
    int run = 0;
    for (const QChar letter : text) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > kLongest) {
            broken += QChar(0x200B); // a space without width
            run = 1;
        }
        broken += letter;
    }
    return broken;
}

/// Pages of which only the one that is shown counts for the height.
class Ways final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
};

} // namespace

StepCard::StepCard(LabModel& model, labs::LabPtr lab, std::size_t step, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_lab(std::move(lab))
    , m_at(step)
    , m_title(new RoleLabel(TextStyle::Strong, Role::Text, QString::fromStdString(m_lab->steps[m_at].title), this))
    , m_because(new RoleLabel(TextStyle::Secondary, Role::Accent, {}, this))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(kMarkLeft), px(10), px(12), px(10));
    column->setSpacing(px(6));
    for (QLabel* label : {static_cast<QLabel*>(m_title), static_cast<QLabel*>(m_because)}) {
        label->setWordWrap(true);
        label->setContentsMargins(px(kTextLeft - kMarkLeft), 0, 0, 0); // beside the mark; what is inside has all the room
        column->addWidget(label);
    }
    m_because->setTextFormat(Qt::MarkdownText);
    m_because->hide();
}

QString StepCard::state() const
{
    switch (m_view.state) {
    case labs::StepState::Done:
        return tr("done");
    case labs::StepState::Skipped:
        return tr("skipped");
    case labs::StepState::Doing:
        return tr("to do now");
    case labs::StepState::Todo:
        break;
    }
    return tr("to do later");
}

void StepCard::show(const labs::StepView& view, const QString& busy)
{
    const bool turned = view.state != m_view.state;
    m_view = view;
    m_busy = busy;
    if (turned)
        setOpen(view.state == labs::StepState::Doing);
    m_title->setRole(view.state == labs::StepState::Todo ? Role::MutedText : Role::Text);
    showOutcome(view);
    setAccessibleName(tr("Step %1, %2: %3").arg(m_at + 1).arg(state(), m_title->text()));
    setAccessibleDescription(m_because->isHidden() ? QString() : m_because->text());
    if (m_open)
        showHints(view.hints);
    update();
}

void StepCard::showOutcome(const labs::StepView& view)
{
    const bool isOver = view.state == labs::StepState::Done || view.state == labs::StepState::Skipped;
    QString outcome = view.state == labs::StepState::Skipped ? tr("skipped") : QString::fromStdString(view.because);
    if (view.isNotNow)
        outcome += QStringLiteral("\n\n") + tr("It was so then, and is not now.");
    m_because->setRole(view.isNotNow ? Role::Attention : view.state == labs::StepState::Skipped ? Role::MutedText : Role::Accent);
    m_because->setText(breakable(outcome));
    m_because->setVisible(isOver && !outcome.isEmpty());
    if (!m_inside)
        return;
    const auto say = [isOver](RoleLabel* label, const QString& text) {
        label->setText(breakable(text));
        label->setVisible(!isOver && !text.isEmpty());
    };
    say(m_missing, !m_busy.isEmpty()        ? tr("At it: %1").arg(m_busy)
                   : view.missing.empty() ? QString()
                                          : tr("Missing: %1").arg(QString::fromStdString(view.missing)));
    say(m_nearest, QString::fromStdString(view.nearest));
    say(m_unseen, QString::fromStdString(view.unseen));
    m_solve->setEnabled(!isOver && m_busy.isEmpty());
    m_console->setActsPossible(m_busy.isEmpty());
    m_hint->setEnabled(!isOver && view.hints < 3);
    m_hint->setText(view.hints == 0 ? tr("Hint") : tr("Hint %1 of 3").arg(std::min(view.hints + 1, 3)));
}

void StepCard::setOpen(bool open)
{
    if (open && !m_inside)
        makeInside();
    m_open = open;
    if (m_inside)
        m_inside->setVisible(open);
    if (open) {
        showOutcome(m_view);
        showHints(m_view.hints);
    }
    updateGeometry();
    update();
}

void StepCard::makeInside()
{
    const labs::Step& step = m_lab->steps[m_at];
    m_inside = new QWidget(this);
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* text = new MarkdownText(m_inside);
    text->setText(QString::fromStdString(step.text));
    connect(text, &MarkdownText::linkAsked, this, &StepCard::linkAsked);
    column->addWidget(text);
    column->addWidget(makeWays());
    m_missing = new RoleLabel(TextStyle::Secondary, Role::Attention, {}, m_inside);
    m_nearest = new RoleLabel(TextStyle::Secondary, Role::Text, {}, m_inside);
    m_unseen = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_inside);
    for (RoleLabel* label : {m_missing, m_nearest, m_unseen}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::MarkdownText);
        column->addWidget(label);
    }
    for (std::size_t at = 0; at < m_hints.size(); ++at) {
        m_hints[at] = new MarkdownText(m_inside);
        m_hints[at]->setText(tr("**Hint %1.** %2").arg(at + 1).arg(QString::fromStdString(step.hints[at])));
        m_hints[at]->hide();
        connect(m_hints[at], &MarkdownText::linkAsked, this, &StepCard::linkAsked);
        column->addWidget(m_hints[at]);
    }
    column->addWidget(makeButtons());
    static_cast<QVBoxLayout*>(layout())->addWidget(m_inside);
    setWay(m_way);
}

QWidget* StepCard::makeWays()
{
    auto* part = new QWidget(m_inside);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(4));
    m_ways = new QButtonGroup(this);
    m_pages = new Ways(part);
    for (std::size_t way = 0; way < labs::kWays; ++way) {
        auto* button = new QToolButton(part);
        button->setText(wayName(way));
        button->setAccessibleName(tr("The way: %1").arg(button->text()));
        button->setCheckable(true);
        button->setMinimumHeight(px(26));
        m_ways->addButton(button, static_cast<int>(way));
        row->addWidget(button);
        auto* page = new PassageView(QString::fromStdString(step().ways[way].markdown), m_pages);
        connect(page, &PassageView::linkAsked, this, &StepCard::linkAsked);
        connect(page, &PassageView::actAsked, this, [this](const QString& act) { m_model.act(step().id, act.toStdString()); });
        m_pages->addWidget(page);
        if (static_cast<labs::Way>(way) == labs::Way::Console)
            m_console = page;
    }
    row->addStretch();
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int way) { emit wayChosen(static_cast<labs::Way>(way)); });
    column->addLayout(row);
    column->addWidget(m_pages);
    return part;
}

QWidget* StepCard::makeButtons()
{
    auto* part = new QWidget(m_inside);
    auto* grid = new QGridLayout(part); // two by two: a guide is narrow
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(6));
    const std::string id = step().id;
    m_showMe = new QPushButton(tr("Show me"), part);
    m_hint = new QPushButton(tr("Hint"), part);
    m_solve = new QPushButton(tr("Do it for me"), part);
    m_more = new QToolButton(part);
    m_more->setIcon(icon(QStringLiteral("more"), Role::Text));
    m_more->setAccessibleName(tr("More about this step"));
    m_more->setMinimumSize(px(30), px(30));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Check again"), this, [this, id] { m_model.check(id); });
    menu->addAction(tr("Skip this step"), this, [this, id] { m_model.skip(id); });
    menu->addAction(tr("Begin this step again"), this, [this, id] { m_model.resetStep(id); });
    m_more->setMenu(menu);
    m_showMe->setVisible(!step().spotlight.empty());
    connect(m_showMe, &QPushButton::clicked, this,
            [this] { emit spotlightAsked(QString::fromStdString(step().spotlight)); });
    connect(m_hint, &QPushButton::clicked, this, [this, id] { m_model.hint(id); });
    connect(m_solve, &QPushButton::clicked, this, [this, id] { m_model.solve(id); });
    grid->addWidget(m_showMe, 0, 0);
    grid->addWidget(m_hint, 0, 1);
    grid->addWidget(m_solve, 1, 0);
    grid->addWidget(m_more, 1, 1, Qt::AlignLeft);
    grid->setColumnStretch(2, 1);
    return part;
}

void StepCard::setWay(labs::Way way)
{
    m_way = way;
    if (!m_inside)
        return;
    m_ways->button(static_cast<int>(way))->setChecked(true);
    m_pages->setCurrentIndex(static_cast<int>(way));
    m_pages->updateGeometry();
}

void StepCard::showHints(int shown)
{
    for (std::size_t at = 0; at < m_hints.size(); ++at)
        m_hints[at]->setVisible(static_cast<int>(at) < shown);
}

void StepCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < px(kHeadHeight))
        setOpen(!m_open);
}

void StepCard::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        setOpen(!m_open);
    else
        QWidget::keyPressEvent(event);
}

void StepCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool isNow = m_view.state == labs::StepState::Doing;
    const bool isDone = m_view.state == labs::StepState::Done;
    if (isNow)
        painters::roundedRect(painter, rect(), painters::kCardRadius, color(Role::Raised), color(Role::Accent));
    const QRectF mark(px(kMarkLeft), px(9), px(kMark), px(kMark));
    const Role role = m_view.isNotNow ? Role::Attention : Role::Accent;
    painters::roundedRect(painter, mark, mark.width() / 2, isDone ? color(role) : color(Role::Surface),
                          isDone ? QColor() : color(isNow ? Role::Accent : Role::MutedText));
    if (isDone)
        paintIcon(painter, mark.adjusted(px(4), px(4), -px(4), -px(4)), QStringLiteral("check"), Role::OnFill);
    else {
        painter.setFont(fontOf(TextStyle::Section));
        painter.setPen(color(isNow ? Role::Accent : Role::MutedText));
        const bool isSkipped = m_view.state == labs::StepState::Skipped;
        painter.drawText(mark, Qt::AlignCenter, isSkipped ? QStringLiteral("–") : QString::number(m_at + 1));
    }
    if (hasFocus())
        painters::focusRing(painter, rect().adjusted(1, 1, -1, -1), painters::kCardRadius);
}

} // namespace greensward::ui
