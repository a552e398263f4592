// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topics_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/head_button.h"
#include "ui/kit/icon.h"
#include "ui/models/delivery_book.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"
#include "ui/scope/scope_edit.h"
#include "ui/topics/history_panel.h"
#include "ui/topics/log_menu.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/retained_panel.h"
#include "ui/topics/send_panel.h"
#include "ui/topics/subscription_mark.h"
#include "ui/topics/subscription_panel.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/why/why_subject.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

enum LogPage { Rows, NothingYet, NoHits };
enum TreePage { Topics, NoTopicsYet, NoTopicFits };

} // namespace

TopicsWorkspace::TopicsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("topics"), tr("Topics"), QStringLiteral("topics"), parent), m_mirror(mirror)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_scope = new ScopeBar(mirror, this);
    column->addWidget(m_scope);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(px(16));
    halves->addWidget(makeTreeCard());
    halves->addWidget(makeLogCard());
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    halves->setSizes({px(340), px(500)});
    column->addWidget(halves, 1);

    m_halves = halves;
    auto* send = new Card({}, this);
    m_send = new SendPanel(mirror, send);
    if (mirror.status().origin == Origin::Capture)
        disableInCapture(*m_send);
    send->body().addWidget(m_send);
    column->addWidget(send);
    // On a projector there is no room for both.
    connect(m_send, &SendPanel::opened, this,
            [this](bool open) { m_halves->setVisible(!open || m_space != Space::Tight); });

    m_inspector = new PayloadInspector(mirror, this);
    m_inspectorDock = new PanelDock(QStringLiteral("inspector"), tr("Message"), m_inspector, this);
    connect(m_inspector, &PayloadInspector::moved, m_log, &MessageLogView::showMessage);
    makeMessagePanels();
    connect(m_log, &MessageLogView::messageChosen, this, &TopicsWorkspace::chooseMessage);
    connect(m_tree, &TopicTreeView::topicChosen, this, &TopicsWorkspace::chooseTopic);
    connect(&m_mirror.scope(), &ScopeStack::changed, this, &TopicsWorkspace::applyScope);
    connect(&m_mirror.log(), &MessageLogModel::countsChanged, this, &TopicsWorkspace::updateCounts);
    connect(&m_mirror.topics(), &TopicTreeModel::valuesChanged, this, &TopicsWorkspace::updateTreeCounts);
    connect(&m_mirror.topics(), &TopicTreeModel::unseenChanged, this, &TopicsWorkspace::updatePause);
    for (const auto changed : {&Selection::clientChanged, &Selection::topicChanged})
        connect(&m_mirror.selection(), changed, m_log->viewport(), qOverload<>(&QWidget::update));
    connect(&m_mirror.selection(), &Selection::clientChanged, m_tree->viewport(), qOverload<>(&QWidget::update));
    connect(&m_mirror.selection(), &Selection::topicChanged, this, &TopicsWorkspace::followSelection);
    connect(&m_mirror.selection(), &Selection::eventChanged, this, &TopicsWorkspace::followSelection);
    addCellMenus();
    if (m_mirror.log().filter().terms() != m_mirror.scope().filter().terms())
        applyScope();
    followSelection();
    updateCounts();
    updateTreeCounts();
}

QWidget* TopicsWorkspace::makeTreeCard()
{
    auto* card = new Card(tr("Topics"), this);
    card->setMinimumWidth(px(200));
    m_topicCount = new Chip(Role::MutedText, Chip::Look::Tint, card);
    m_treePaused = new Chip(Role::Attention, Chip::Look::Tint, card);
    m_treePause = headButton(QStringLiteral("pause"), tr("Pause the tree (Space)"), card);
    m_treePause->setCheckable(true);
    connect(m_treePause, &QToolButton::toggled, this, [this](bool on) { m_mirror.topics().setHeld(on); });
    card->head().addWidget(m_topicCount);
    card->head().addStretch();
    card->head().addWidget(m_treePaused);
    card->head().addWidget(m_treePause);
    m_treePages = new QStackedWidget(card);
    m_tree = new TopicTreeView(m_mirror.topics(), m_treePages);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMarks(m_mirror.selection());
    auto* nothing = new EmptyState(QStringLiteral("topics"), tr("Topics appear here when something is published."),
                                   tr("Go to the bench"), m_treePages);
    connect(nothing, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_noTopics = new EmptyState(QStringLiteral("search"), {}, {}, m_treePages);
    for (QWidget* page : std::initializer_list<QWidget*>{m_tree, nothing, m_noTopics})
        m_treePages->addWidget(page);
    card->body().addWidget(m_treePages, 1);
    m_unlisted = new RoleLabel(TextStyle::Secondary, Role::Attention, {}, card);
    m_unlisted->setContentsMargins(px(16), px(4), px(16), px(8));
    m_unlisted->hide();
    card->body().addWidget(m_unlisted);
    return card;
}

QWidget* TopicsWorkspace::makeLogCard()
{
    auto* card = new Card(tr("Messages"), this);
    card->setMinimumWidth(px(280));
    m_logPaused = new Chip(Role::Attention, Chip::Look::Tint, card);
    m_logPause = headButton(QStringLiteral("pause"), tr("Pause the messages (Space)"), card);
    m_logPause->setCheckable(true);
    connect(m_logPause, &QToolButton::toggled, this, [this](bool on) { m_mirror.log().setHeld(on); });
    auto* more = headButton(QStringLiteral("more"), tr("Columns, times and limits of the messages"), card);
    more->setPopupMode(QToolButton::InstantPopup);
    card->head().addStretch();
    card->head().addWidget(m_logPaused);
    card->head().addWidget(m_logPause);
    card->head().addWidget(more);

    m_logPages = new QStackedWidget(card);
    m_log = new MessageLogView(m_mirror.log(), m_logPages);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setMarks(m_mirror.selection());
    m_logMenu = new LogMenu(m_mirror.log(), *m_log, more);
    more->setMenu(m_logMenu);
    auto* nothing = new EmptyState(QStringLiteral("activity"), tr("No messages yet. Start a turbine."),
                                   tr("Go to the bench"), m_logPages);
    connect(nothing, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_logPages);
    connect(m_noHits, &EmptyState::clicked, this, [this] { setFilterText({}); });
    for (QWidget* page : std::initializer_list<QWidget*>{m_log, nothing, m_noHits})
        m_logPages->addWidget(page);
    card->body().addWidget(m_logPages, 1);
    m_counts = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, card);
    m_counts->setContentsMargins(px(16), px(4), px(16), px(4));
    card->body().addWidget(m_counts);
    return card;
}

void TopicsWorkspace::addCellMenus()
{
    answerWhy(*m_tree, [this] {
        const QModelIndex topic = m_tree->currentIndex();
        const QString path = topic.data(TopicTreeModel::PathRole).toString();
        return WhySubject{.title = path,
                          .text = {},
                          .term = path.contains(QLatin1String("/shadow/"))          ? QStringLiteral("shadow")
                                  : path.startsWith(QLatin1Char('$'))               ? QStringLiteral("reserved-topic")
                                  : topic.data(TopicTreeModel::StoredRole).toBool() ? QStringLiteral("retained")
                                                                                    : QStringLiteral("topic")};
    });
    new CellMenu(
        *m_log, m_mirror.scope(),
        [](const QModelIndex& cell) -> QString {
            const QString text = cell.data().toString();
            if (text.isEmpty())
                return {};
            switch (cell.column()) {
            case MessageLogModel::From:
                return senderTerm(text);
            case MessageLogModel::Topic:
                return topicTerm(text);
            case MessageLogModel::Qos:
                return QStringLiteral("qos:") + text;
            case MessageLogModel::Size:
                return QStringLiteral("bytes=%1").arg(cell.data(MessageLogModel::SizeRole).toUInt());
            case MessageLogModel::Payload:
                return text.endsWith(QChar(0x2026)) ? QString() : textTerm(text);
            default:
                return {};
            }
        },
        [this](QMenu& menu, const QModelIndex& cell) {
            const QString key = cell.siblingAtColumn(MessageLogModel::Topic).data().toString();
            if (const QString origin = originOfKey(key); !origin.isEmpty())
                CellMenu::fillOrigin(menu, m_mirror.scope(), origin);
        });
    const auto ofTopic = [](const QModelIndex& cell) {
        if (cell.data(TopicTreeModel::EndpointRole).toBool())
            return originTerm(originOfKey(cell.data(TopicTreeModel::PathRole).toString()));
        return topicTerm(cell.data(TopicTreeModel::PathRole).toString(),
                         !cell.data(TopicTreeModel::HasMessageRole).toBool() ||
                             cell.model()->hasChildren(cell.siblingAtColumn(0)));
    };
    new CellMenu(*m_tree, m_mirror.scope(), ofTopic, [this](QMenu& menu, const QModelIndex& cell) {
        const QString topic = cell.data(TopicTreeModel::PathRole).toString();
        if (const QString owner = cell.data(TopicTreeModel::OwnerRole).toString(); !owner.isEmpty())
            menu.addAction(tr("Keep only what %1 sends").arg(owner), this,
                           [this, owner] { m_mirror.scope().add(senderTerm(owner)); });
        if (const QString origin = originOfKey(topic);
            !origin.isEmpty() && !cell.data(TopicTreeModel::EndpointRole).toBool())
            CellMenu::fillOrigin(menu, m_mirror.scope(), origin);
        menu.addAction(tr("Expand all below"), this,
                       [this, topic = QPersistentModelIndex(cell)] { m_tree->expandBelow(topic); })
            ->setEnabled(cell.model()->hasChildren(cell.siblingAtColumn(0)));
    });
}

void TopicsWorkspace::chooseMessage(quint64 serial)
{
    m_inspector->showMessage(serial);
    m_mirror.log().setReference(serial);
    const QScopedValueRollback choosing(m_choosing, true);
    if (const auto message = m_mirror.log().message(serial)) {
        Selection& selection = m_mirror.selection();
        selection.setEvent(message->event);
        if (message->isMessage())
            selection.setTopic(message->object);
        selection.setClient(message->subject);
    }
    m_tree->showTopic(m_mirror.selection().topic());
}

void TopicsWorkspace::chooseTopic(const QModelIndex& topic)
{
    m_inspector->followTopic(topic);
    const QScopedValueRollback choosing(m_choosing, true);
    const QString path = topic.data(TopicTreeModel::PathRole).toString();
    m_mirror.selection().setTopic(path);
    if (topic.data(TopicTreeModel::HasMessageRole).toBool())
        m_send->setTopic(path);
}

/// Something was selected in another view.
void TopicsWorkspace::followSelection()
{
    if (m_choosing)
        return;
    const QScopedValueRollback choosing(m_choosing, true);
    const Selection& selection = m_mirror.selection();
    if (!selection.topic().isEmpty())
        m_tree->showTopic(selection.topic());
    const MessageLogModel& log = m_mirror.log();
    if (const auto serial = selection.event() == 0 ? std::nullopt : log.store().find(selection.event())) {
        if (log.rowOf(*serial) >= 0)
            m_log->showMessage(*serial);
        else
            m_inspector->showMessage(*serial); // the filter hides it, or a pause
    }
}

QList<Workspace::Panel> TopicsWorkspace::panels() const
{
    return {{m_inspectorDock, Qt::RightDockWidgetArea, 352},
            {m_historyDock, Qt::RightDockWidgetArea, 352, false, true},
            {m_subscriptionDock, Qt::RightDockWidgetArea, 352, false, true},
            {m_retainedDock, Qt::RightDockWidgetArea, 352, false, true}};
}

void TopicsWorkspace::makeMessagePanels()
{
    m_history = new HistoryPanel(m_mirror, this);
    m_historyDock = new PanelDock(QStringLiteral("history"), tr("History"), m_history, this);
    m_subscriptions = new SubscriptionPanel(m_mirror, this);
    m_subscriptionDock = new PanelDock(QStringLiteral("subscriptions"), tr("Inbox"), m_subscriptions, this);
    m_retained = new RetainedPanel(m_mirror, this);
    m_retainedDock = new PanelDock(QStringLiteral("retained"), tr("Retained"), m_retained, this);
    const auto choose = [this](quint64 serial) {
        m_inspector->showMessage(serial);
        m_log->showMessage(serial);
    };
    connect(m_inspector, &PayloadInspector::topicShown, m_history, [this](const QString& topic) {
        m_history->setTopic(topic);
        m_history->showMessage(m_inspector->shown());
    });
    connect(m_inspector, &PayloadInspector::plotAsked, this, [this] { emit workspaceAsked(QStringLiteral("plots")); });
    connect(m_history, &HistoryPanel::messageChosen, this, choose);
    connect(m_subscriptions, &SubscriptionPanel::messageChosen, this, [this, choose](trace::EventId message) {
        if (const auto* entry = m_mirror.model<DeliveryBook>().findEvent(message))
            choose(entry->serial);
    });
    connect(m_retained, &RetainedPanel::topicChosen, this, [this](const QString& topic) {
        const QModelIndex index = m_mirror.topics().indexOf(topic.toStdString());
        if (index.isValid())
            m_tree->setCurrentIndex(index);
    });
    auto& subscriptions = m_mirror.model<SubscriptionModel>();
    m_log->setItemDelegateForColumn(MessageLogModel::Time, new MarkedDelegate(subscriptions, *m_log->itemDelegate(),
                                                                              MessageLogModel::Topic, m_log));
    connect(&subscriptions, &SubscriptionModel::marksChanged, m_log->viewport(), qOverload<>(&QWidget::update));
}

void TopicsWorkspace::showPanel(PanelDock& dock)
{
    dock.show();
    dock.raise();
}

void TopicsWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Messages");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("messages.write", tr("Write a message …"), {}, [this] {
        m_send->setOpen(true);
        m_send->firstStop()->setFocus(Qt::ShortcutFocusReason);
    });
    add("messages.subscribe", tr("Subscribe to a filter …"), {}, [this] {
        showPanel(*m_subscriptionDock);
        m_subscriptions->focusFilter();
    });
    add("messages.inspect", tr("Show the message"), {}, [this] { showPanel(*m_inspectorDock); });
    add("messages.history", tr("Show the history of the topic"), {}, [this] { showPanel(*m_historyDock); });
    add("messages.retained", tr("Show the retained messages"), {}, [this] { showPanel(*m_retainedDock); });
    add("messages.compare", tr("Compare others with this message"), {}, [this] {
        if (const auto serial = m_inspector->shown())
            m_inspector->setBase(m_mirror.log().message(*serial));
        m_inspector->setPage(PayloadInspector::DifferencePage);
    });
    add("messages.compare-previous", tr("Compare with the one before again"), {},
        [this] { m_inspector->setBase(std::nullopt); });
}

QUndoStack* TopicsWorkspace::undoStack()
{
    return &m_mirror.model<RetainedModel>().undoStack();
}

void TopicsWorkspace::setSpace(Space space)
{
    m_space = space;
    m_send->setTight(space == Space::Tight);
    m_halves->setVisible(!m_send->isOpen() || space != Space::Tight);
}

QList<QWidget*> TopicsWorkspace::focusStops() const
{
    return {&m_scope->edit(), m_tree, m_log, m_send->firstStop()};
}

void TopicsWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

bool TopicsWorkspace::leave()
{
    return m_scope->leave(*m_log);
}

void TopicsWorkspace::step(int direction)
{
    if (direction < 0)
        m_inspector->showPrevious();
    else
        m_inspector->showNext();
}

void TopicsWorkspace::setCompact(bool compact)
{
    const int height = compact ? 22 : 28;
    m_tree->setRowHeight(height);
    m_log->setRowHeight(height);
}

void TopicsWorkspace::fillForPicture()
{
    QModelIndex topic = m_mirror.topics().index(0, 0);
    if (topic.data(TopicTreeModel::PathRole).toString().startsWith(QLatin1Char('$')))
        topic = topic.siblingAtRow(1);
    while (topic.isValid() && !topic.data(TopicTreeModel::HasMessageRole).toBool())
        topic = m_mirror.topics().index(0, 0, topic);
    if (!m_tree->currentIndex().isValid() && !m_inspector->shown())
        m_tree->setCurrentIndex(topic);
}

QByteArray TopicsWorkspace::memory() const
{
    QJsonObject memory{{QStringLiteral("filters"), QString::fromUtf8(m_mirror.scope().savedText())}};
    m_logMenu->save(memory);
    return QJsonDocument(memory).toJson(QJsonDocument::Compact);
}

void TopicsWorkspace::remember(const QByteArray& memory)
{
    const QJsonObject kept = QJsonDocument::fromJson(memory).object();
    m_mirror.scope().setSavedText(kept[QStringLiteral("filters")].toString().toUtf8());
    m_logMenu->restore(kept);
}

void TopicsWorkspace::setFilterText(const QString& text)
{
    m_scope->apply(text);
}

void TopicsWorkspace::applyScope()
{
    const Filter& filter = m_mirror.scope().filter();
    m_mirror.log().setFilter(filter);
    m_mirror.topics().setFilter(filter);
}

void TopicsWorkspace::showEvent(QShowEvent* event)
{
    updateCounts();
    Workspace::showEvent(event);
}

void TopicsWorkspace::updateCounts()
{
    if (!isVisible())
        return;
    const MessageLogModel& log = m_mirror.log();
    const auto all = static_cast<quint64>(log.store().end() - log.store().begin()) - log.unseen();
    const auto shown = static_cast<quint64>(log.rowCount());
    const QString bytes = byteText(log.store().bytes());
    m_counts->setText(
        log.isFiltered()
            ? tr("%1 of %2 rows, %3 trimmed, %4").arg(countText(shown), countText(all), countText(log.trimmed()), bytes)
            : tr("%1 rows, %2 trimmed, %3").arg(countText(all), countText(log.trimmed()), bytes));
    m_counts->setToolTip(tr("The oldest rows are trimmed when there are more than %1, or more than %2.")
                             .arg(countText(log.store().limits().rows), byteText(log.store().limits().bytes)));
    m_scope->setCounts(shown, all);
    m_noHits->setSentence(tr("0 of %1 match").arg(countText(all)));
    if (!log.isScanning() || shown > 0)
        m_logPages->setCurrentIndex(shown > 0 ? Rows : log.isFiltered() && all > 0 ? NoHits : NothingYet);
    updatePause();
}

void TopicsWorkspace::updateTreeCounts()
{
    const TopicTreeModel& topics = m_mirror.topics();
    m_treePages->setCurrentIndex(topics.rowCount() > 0 ? Topics : topics.topicCount() > 0 ? NoTopicFits : NoTopicsYet);
    m_noTopics->setSentence(tr("0 of %1 topics match").arg(countText(topics.messageTopics())));
    m_topicCount->setText(topics.isFiltered()
                              ? tr("%1 of %2").arg(countText(topics.keptTopics()), countText(topics.messageTopics()))
                              : countText(topics.messageTopics()));
    m_topicCount->setVisible(topics.topicCount() > 0);
    m_unlisted->setVisible(topics.unlisted() > 0);
    if (topics.unlisted() > 0)
        m_unlisted->setText(tr("%1 messages on topics beyond the limit").arg(countText(topics.unlisted())));
    updatePause();
}

void TopicsWorkspace::updatePause()
{
    const auto show = [](QToolButton& button, Chip& badge, bool held, quint64 unseen) {
        button.setChecked(held);
        button.setIcon(icon(held ? QStringLiteral("play") : QStringLiteral("pause"), Role::MutedText));
        badge.set(unseen > 0 ? tr("paused, %1 new").arg(countText(unseen)) : tr("paused"), Role::Attention,
                  QStringLiteral("pause"));
        badge.setVisible(held);
    };
    if (m_mirror.log().isHeld() || m_logPause->isChecked() || !m_logPaused->isHidden())
        show(*m_logPause, *m_logPaused, m_mirror.log().isHeld(), m_mirror.log().unseen());
    if (m_mirror.topics().isHeld() || m_treePause->isChecked() || !m_treePaused->isHidden())
        show(*m_treePause, *m_treePaused, m_mirror.topics().isHeld(), m_mirror.topics().unseen());
}

} // namespace greensward::ui
