// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topics_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/delivery_book.h"
#include "ui/models/number_text.h"
#include "ui/topics/history_panel.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/retained_panel.h"
#include "ui/topics/send_panel.h"
#include "ui/topics/subscription_mark.h"
#include "ui/topics/subscription_panel.h"
#include "ui/topics/topic_tree_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kFilterDelayMillis = 250;
enum LogPage { Rows, NothingYet, NoHits };

} // namespace

TopicsWorkspace::TopicsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("topics"), tr("Topics"), QStringLiteral("topics"), parent), m_mirror(mirror)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(makeTreeCard());
    halves->addWidget(makeLogCard());
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    halves->setSizes({340, 500});
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
    connect(m_log, &MessageLogView::messageChosen, m_inspector, &PayloadInspector::showMessage);
    makeMessagePanels();
    connect(m_tree, &TopicTreeView::topicChosen, this, [this](const QModelIndex& topic) {
        m_inspector->followTopic(topic);
        if (topic.data(TopicTreeModel::HasMessageRole).toBool())
            m_send->setTopic(topic.data(TopicTreeModel::PathRole).toString());
    });
    connect(m_tree, &TopicTreeView::filterAsked, this, &TopicsWorkspace::setFilterText);
    connect(&m_mirror.log(), &MessageLogModel::countsChanged, this, &TopicsWorkspace::updateCounts);
    connect(&m_mirror.topics(), &TopicTreeModel::valuesChanged, this, &TopicsWorkspace::updateCounts);
    updateCounts();
}

QWidget* TopicsWorkspace::makeTreeCard()
{
    auto* card = new Card(tr("Topics"), this);
    card->setMinimumWidth(248);
    m_topicCount = new Chip(Role::MutedText, Chip::Look::Tint, card);
    card->head().addWidget(m_topicCount);
    card->head().addStretch();
    m_tree = new TopicTreeView(m_mirror.topics(), card);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_treePages = new QStackedWidget(card);
    m_treePages->addWidget(m_tree);
    auto* nothing = new EmptyState(QStringLiteral("topics"), tr("Topics appear here when something is published."),
                                   tr("Go to the bench"), m_treePages);
    connect(nothing, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_treePages->addWidget(nothing);
    card->body().addWidget(m_treePages, 1);
    m_unlisted = new RoleLabel(TextStyle::Secondary, Role::Attention, {}, card);
    m_unlisted->setContentsMargins(16, 4, 16, 8);
    m_unlisted->hide();
    card->body().addWidget(m_unlisted);
    return card;
}

QWidget* TopicsWorkspace::makeLogCard()
{
    auto* card = new Card(tr("Messages"), this);
    card->setMinimumWidth(300);
    m_filter = new QLineEdit(card);
    m_filter->setPlaceholderText(tr("Filter: turbines/#  from:ev-gen  text"));
    m_filter->setAccessibleName(tr("Filter of the message log"));
    m_filter->setClearButtonEnabled(false);
    m_filter->addAction(icon(QStringLiteral("search"), Role::MutedText), QLineEdit::LeadingPosition);
    card->head().addWidget(m_filter, 1);
    m_filterDelay = new QTimer(this);
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(kFilterDelayMillis);
    connect(m_filter, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &TopicsWorkspace::applyFilter);
    connect(m_filterDelay, &QTimer::timeout, this, &TopicsWorkspace::applyFilter);
    m_filterProblem = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, card);
    m_filterProblem->setWordWrap(true);
    m_filterProblem->setContentsMargins(16, 0, 16, 8);
    m_filterProblem->hide();
    card->body().addWidget(m_filterProblem);

    m_logPages = new QStackedWidget(card);
    m_log = new MessageLogView(m_mirror.log(), m_logPages);
    m_log->setFrameShape(QFrame::NoFrame);
    auto* nothing = new EmptyState(QStringLiteral("activity"), tr("No messages yet. Start a turbine."),
                                   tr("Go to the bench"), m_logPages);
    connect(nothing, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_logPages);
    connect(m_noHits, &EmptyState::clicked, this, [this] { setFilterText({}); });
    for (QWidget* page : std::initializer_list<QWidget*>{m_log, nothing, m_noHits})
        m_logPages->addWidget(page);
    card->body().addWidget(m_logPages, 1);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 8, 4);
    m_counts = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, card);
    m_jump = new QPushButton(tr("Jump to newest"), card);
    m_jump->setIcon(icon(QStringLiteral("live")));
    m_jump->setAccessibleName(tr("Jump to the newest message"));
    setKind(*m_jump, ButtonKind::Quiet);
    QSizePolicy keepsItsPlace = m_jump->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_jump->setSizePolicy(keepsItsPlace);
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, m_log, &MessageLogView::jumpToNewest);
    connect(m_log, &MessageLogView::followingChanged, this, [this](bool following) { m_jump->setVisible(!following); });
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_jump);
    card->body().addLayout(foot);
    return card;
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
    return {m_tree, m_log, m_send->firstStop()};
}

void TopicsWorkspace::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool TopicsWorkspace::leave()
{
    if (m_filter->text().isEmpty())
        return false;
    setFilterText({});
    m_log->setFocus(Qt::OtherFocusReason);
    return true;
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
    while (topic.isValid() && !topic.data(TopicTreeModel::HasMessageRole).toBool())
        topic = m_mirror.topics().index(0, 0, topic);
    if (!m_tree->currentIndex().isValid() && !m_inspector->shown())
        m_tree->setCurrentIndex(topic);
}

void TopicsWorkspace::setFilterText(const QString& text)
{
    m_filter->setText(text);
    applyFilter();
}

void TopicsWorkspace::applyFilter()
{
    m_filterDelay->stop();
    const Filter filter = Filter::parse(m_filter->text());
    m_filterProblem->setText(filter.problem());
    m_filterProblem->setVisible(!filter.problem().isEmpty());
    if (!filter.problem().isEmpty() || (filter.isEmpty() && !m_mirror.log().isFiltered()))
        return;
    m_mirror.log().setFilter(filter);
}

void TopicsWorkspace::updateCounts()
{
    const MessageLogModel& log = m_mirror.log();
    const auto all = static_cast<quint64>(log.store().end() - log.store().begin()) - log.unseen();
    const auto shown = static_cast<quint64>(log.rowCount());
    QString text = log.isFiltered() ? tr("%1 of %2 rows").arg(countText(shown), countText(all))
                                    : tr("%1 rows").arg(countText(all));
    if (log.trimmed() > 0)
        text += tr(" · %1 trimmed").arg(countText(log.trimmed()));
    text += QStringLiteral(" · ") + byteText(log.store().bytes());
    m_counts->setText(text);
    m_noHits->setSentence(tr("0 of %1 match").arg(countText(all)));
    m_logPages->setCurrentIndex(shown > 0 ? Rows : log.isFiltered() ? NoHits : NothingYet);

    const TopicTreeModel& topics = m_mirror.topics();
    m_treePages->setCurrentIndex(topics.rowCount() > 0 ? 0 : 1);
    m_topicCount->setText(countText(topics.topicCount()));
    m_topicCount->setVisible(topics.topicCount() > 0);
    m_unlisted->setVisible(topics.unlisted() > 0);
    if (topics.unlisted() > 0)
        m_unlisted->setText(tr("%1 messages on topics beyond the limit").arg(countText(topics.unlisted())));
}

} // namespace greensward::ui
