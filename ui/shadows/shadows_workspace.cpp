// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadows_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/head_button.h"
#include "ui/kit/icon.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_book.h"
#include "ui/models/shadow_desk.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"
#include "ui/shadows/exchange_row.h"
#include "ui/shadows/shadow_notice.h"
#include "ui/shadows/shadow_dialogs.h"
#include "ui/shadows/shadow_editor.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_fields_view.h"
#include "ui/shadows/shadow_history_model.h"
#include "ui/shadows/shadow_list_model.h"
#include "ui/shadows/shadow_list_view.h"
#include "ui/shadows/shadow_words.h"
#include "ui/shadows/version_rail.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kCalmMillis = 900;

QToolButton* viewButton(const QString& word, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(word);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setCheckable(true);
    button->setFixedSize(QFontMetrics(fontOf(TextStyle::Body)).horizontalAdvance(word) + px(24), px(28));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

} // namespace

ShadowsWorkspace::ShadowsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("shadows"), tr("Shadows"), QStringLiteral("shadow"), parent)
    , m_mirror(mirror)
    , m_book(mirror.model<ShadowBook>())
    , m_desk(mirror.model<ShadowDesk>())
    , m_listModel(new ShadowListModel(mirror, this))
    , m_fieldsModel(new ShadowFieldsModel(this))
    , m_history(new ShadowHistoryModel(mirror, this))
    , m_scope(new ScopeBar(mirror, this))
    , m_card(new Card({}, this))
    , m_notice(new ShadowNotice(m_card))
    , m_pages(new QStackedWidget(m_card))
    , m_editor(new ShadowEditor(mirror, *m_notice, this))
    , m_list(new ShadowListView(mirror, *m_listModel, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(m_scope);
    column->addWidget(m_card, 1);
    m_listDock = new PanelDock(QStringLiteral("shadow-list"), tr("Things with shadows"), m_list, this);
    makeHead();
    m_card->body().addWidget(m_notice);
    makePages();
    makeFoot();
    m_calm.setSingleShot(true);
    m_calm.setInterval(kCalmMillis);
    connect(&m_calm, &QTimer::timeout, m_fieldsModel, &ShadowFieldsModel::forgetChanges);
    connect(m_list, &ShadowListView::chosen, this, &ShadowsWorkspace::choose);
    connect(&m_book, &ShadowBook::changed, this, &ShadowsWorkspace::follow);
    connect(&m_book, &ShadowBook::added, this, &ShadowsWorkspace::chooseAny);
    connect(&mirror.scope(), &ScopeStack::changed, this, &ShadowsWorkspace::showAll);
    connect(m_listModel, &ShadowListModel::countsChanged, this, [this] {
        m_scope->setCounts(static_cast<quint64>(m_listModel->shadows()), static_cast<quint64>(m_listModel->allShadows()));
        chooseAny();
    });
    connect(&mirror.selection(), &Selection::clientChanged, this, [this](const QString& client) {
        if (m_name.thing != client.toStdString() && m_book.classic(client.toStdString()))
            choose({client.toStdString(), {}});
    });
    connect(m_notice, &ShadowNotice::said, this, &ShadowsWorkspace::shareRoom);
    connect(m_notice, &ShadowNotice::dismissed, this, &ShadowsWorkspace::shareRoom);
    connect(m_editor, &ShadowEditor::created, this, &ShadowsWorkspace::choose);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (!isVisible() || m_mirror.isPaused())
            return;
        askWhatIsMissing();
        if (isLive())
            showFields(); // "≠ 7 s"
    });
    chooseAny();
    showAll();
}

void ShadowsWorkspace::makeHead()
{
    m_title = new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideMiddle, m_card);
    m_version = new Chip(Role::MutedText, Chip::Look::Tint, m_card);
    m_standing = new Chip(Role::Accent, Chip::Look::Tint, m_card);
    m_cloud = viewButton(tr("Cloud"), tr("As the cloud sees it"), m_card);
    m_device = viewButton(tr("Device"), tr("As the device last said it, and was last told"), m_card);
    m_cloud->setChecked(true);
    m_add = headButton(QStringLiteral("add"), tr("Add a field to desired"), m_card);
    m_more = headButton(QStringLiteral("more"), tr("More: copy, create, delete"), m_card);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    QHBoxLayout& head = m_card->head();
    head.setContentsMargins(px(16), px(8), px(8), px(8));
    head.addStrut(px(32));
    head.addWidget(m_title, 1);
    head.addWidget(m_version);
    head.addWidget(m_standing);
    head.addSpacing(px(8));
    for (QToolButton* button : {m_cloud, m_device, m_add, m_more})
        head.addWidget(button);
    connect(m_cloud, &QToolButton::clicked, this, [this] { setView(View::Cloud); });
    connect(m_device, &QToolButton::clicked, this, [this] { setView(View::Device); });
    connect(m_add, &QToolButton::clicked, this, [this] {
        const QModelIndex at = m_fields->currentIndex();
        const bool folder = at.isValid() && m_fieldsModel->rowCount(at.siblingAtColumn(0)) > 0;
        askField(this, folder ? at.data(ShadowFieldsModel::PathRole).toString() : QString(),
                 [this](const QString& path, const QString& value) {
                     ShadowPath names;
                     for (const QString& name : path.split(QLatin1Char('.')))
                         names.push_back(name.toStdString());
                     m_editor->edit(m_name, m_fieldsModel->document(), names, value);
                 });
    });
    connect(m_more->menu(), &QMenu::aboutToShow, this, &ShadowsWorkspace::fillMenu);
    if (m_mirror.status().origin == Origin::Capture)
        disableInCapture(*m_add);
}

void ShadowsWorkspace::makePages()
{
    m_fields = new ShadowFieldsView(*m_fieldsModel, m_pages);
    m_fields->setObjectName(QStringLiteral("desired"));
    connect(m_fieldsModel, &ShadowFieldsModel::editAsked, this, [this](const ShadowPath& path, const QString& typed) {
        m_editor->edit(m_name, m_fieldsModel->editBase(), path, typed);
    });
    new CellMenu(*m_fields, m_mirror.scope(), {}, [this](QMenu& menu, const QModelIndex& cell) {
        const ShadowPath path = m_fieldsModel->pathOf(cell);
        menu.addAction(tr("Copy path"), this, [this, path] { copy(pathText(path)); });
        QAction* remove = menu.addAction(tr("Remove from desired (null)"), this, [this, path] {
            m_editor->edit(m_name, m_fieldsModel->document(), path, QStringLiteral("null"));
        });
        remove->setEnabled(isLive() && m_desk.canAsk() && m_fieldsModel->desiredAt(cell));
    });
    m_pages->addWidget(m_fields);
    auto* nothing = new EmptyState(QStringLiteral("shadow"), tr("Shadows appear when a device reports."),
                                   m_mirror.engine().player() ? QString() : tr("Report once"), m_pages);
    connect(nothing, &EmptyState::clicked, this, &ShadowsWorkspace::reportOnce);
    m_pages->addWidget(nothing);
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_pages);
    connect(m_noHits, &EmptyState::clicked, this, [this] { m_mirror.scope().clear(); });
    m_pages->addWidget(m_noHits);
    m_missing = new RoleLabel(TextStyle::Body, Role::MutedText, {}, m_pages);
    m_missing->setWordWrap(true);
    m_missing->setAlignment(Qt::AlignCenter);
    m_missing->setMargin(px(32));
    m_pages->addWidget(m_missing);
    m_sentence = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, m_card);
    m_card->body().addWidget(m_pages, 1);
}

void ShadowsWorkspace::makeFoot()
{
    m_foot = new QWidget(m_card);
    auto* column = new QVBoxLayout(m_foot);
    column->setContentsMargins(0, 0, 0, px(6));
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->setSpacing(px(8));
    m_now = new QPushButton(tr("Back to now"), m_foot);
    m_why = new QPushButton(icon(QStringLiteral("inspect")), tr("Why is the delta still here?"), m_foot);
    setKind(*m_why, ButtonKind::Quiet);
    m_why->setToolTip(tr("Says why desired and reported differ, and what would help (F1)"));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_now);
    row->addWidget(m_why);
    column->addLayout(row);
    m_rail = new VersionRail(*m_history, m_foot);
    m_exchange = new ExchangeRow(m_foot);
    column->addWidget(m_rail);
    column->addWidget(m_exchange);
    m_card->body().addWidget(m_foot);
    connect(m_now, &QPushButton::clicked, m_rail, &VersionRail::follow);
    connect(m_why, &QPushButton::clicked, this, &ShadowsWorkspace::tellWhy);
    connect(m_rail, &VersionRail::chosen, this, [this] {
        showFields();
        showSentence();
        showExchange();
    });
    connect(m_exchange, &ExchangeRow::messageAsked, this, &ShadowsWorkspace::goTo);
    new CellMenu(*m_rail, m_mirror.scope(), [this](const QModelIndex& cell) {
        const std::string& who = m_history->change(cell.row()).who;
        return who.empty() ? QString() : senderTerm(toQString(who));
    });
}

QList<Workspace::Panel> ShadowsWorkspace::panels() const
{
    return {{m_listDock, Qt::LeftDockWidgetArea, 250}};
}

QList<QWidget*> ShadowsWorkspace::focusStops() const
{
    return {m_fields, m_rail};
}

void ShadowsWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

bool ShadowsWorkspace::leave()
{
    if (m_notice->dismiss())
        return true;
    if (!m_rail->isFollowing()) {
        m_rail->follow();
        return true;
    }
    return m_scope->leave();
}

bool ShadowsWorkspace::explain()
{
    if (!record())
        return false;
    tellWhy();
    return true;
}

/// The shadow before or behind in the list.
void ShadowsWorkspace::step(int direction)
{
    QModelIndex at = m_listModel->find(m_name);
    at = direction > 0 ? m_list->indexBelow(at) : m_list->indexAbove(at);
    if (at.isValid())
        choose(m_listModel->nameAt(at));
}

void ShadowsWorkspace::setCompact(bool compact)
{
    m_fields->setCompact(compact);
    m_list->setCompact(compact);
}

void ShadowsWorkspace::setSpace(Space space)
{
    m_space = space;
    m_fields->setTight(space == Space::Tight);
    shareRoom();
    showSentence();
}

QUndoStack* ShadowsWorkspace::undoStack()
{
    return &m_desk.undoStack();
}

/// On a projector a notice and the rail take turns.
void ShadowsWorkspace::shareRoom()
{
    const bool tight = m_space == Space::Tight;
    m_foot->setVisible(record() && (!tight || m_notice->isHidden()));
    m_exchange->setVisible(!tight);
}

QByteArray ShadowsWorkspace::memory() const
{
    return QByteArray::fromStdString(m_name.thing + '\n' + m_name.shadow);
}

void ShadowsWorkspace::remember(const QByteArray& memory)
{
    const auto parts = memory.split('\n');
    if (parts.size() == 2 && !parts.front().isEmpty())
        choose({parts.front().toStdString(), parts.back().toStdString()});
}

void ShadowsWorkspace::fillForPicture()
{
    chooseAny();
    if (const ShadowRecord* shown = record(); shown && !shown->differences().empty() && m_notice->text().isEmpty())
        tellWhy();
}

void ShadowsWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_desk.lookAround();
    showAll();
    askWhatIsMissing();
}

} // namespace greensward::ui
