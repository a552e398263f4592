// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/testclient_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/subscription_model.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"
#include "ui/testclient/message_view.h"
#include "ui/testclient/publish_form.h"
#include "ui/testclient/subscribe_panel.h"
#include "ui/testclient/test_desk.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

enum Page { NothingYet, Messages };

/// Green for accepted, red for refused.
class VerdictDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto state = static_cast<TestDesk::State>(index.data(TestDesk::StateRole).toInt());
        if (index.column() != TestDesk::Verdict || state == TestDesk::State::Waiting)
            return;
        const Role ink = state == TestDesk::State::Accepted ? Role::Accent : Role::Lost;
        option->palette.setColor(QPalette::Text, color(ink));
        option->palette.setColor(QPalette::HighlightedText, color(ink));
    }
};

} // namespace

TestClientWorkspace::TestClientWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("testclient"), tr("Test client"), QStringLiteral("console"), parent)
    , m_mirror(mirror)
    , m_desk(mirror.model<TestDesk>())
    , m_inbox(mirror)
    , m_card(new Card(tr("Test client"), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_counts = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card);
    m_card->head().addWidget(m_counts);
    m_card->head().addStretch();
    m_columns = new QSplitter(m_card);
    m_subscribe = new SubscribePanel(mirror, m_columns);
    m_subscribe->setObjectName(QStringLiteral("subscribe"));
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    m_rows->addWidget(makeInbox());
    m_rows->addWidget(makePublishing());
    m_rows->setStretchFactor(0, 1);
    m_rows->setChildrenCollapsible(false);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(1, 1);
    m_card->body().addWidget(m_columns, 1);
    connect(m_subscribe, &SubscribePanel::chosen, &m_inbox, &InboxModel::setSubscription);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_inbox, signal, this, &TestClientWorkspace::showCounts);
    connect(&m_inbox, &QAbstractItemModel::modelReset, this, &TestClientWorkspace::showCounts);
    connect(&m_inbox, &QAbstractItemModel::layoutChanged, this, &TestClientWorkspace::showCounts);
    setSpace(Space::Wide);
    showCounts();
}

QWidget* TestClientWorkspace::makeInbox()
{
    auto* part = new QWidget(m_rows);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_scope = new ScopeBar(m_mirror, part);
    column->addWidget(m_scope);
    m_pages = new QStackedWidget(part);
    m_nothing = new EmptyState(QStringLiteral("envelope"), {},
                               m_mirror.engine().player() ? QString() : tr("Subscribe to #"), m_pages);
    connect(m_nothing, &EmptyState::clicked, this,
            [this] { m_mirror.model<SubscriptionModel>().subscribe(QStringLiteral("#"), 0); });
    m_pages->addWidget(m_nothing);
    m_reading = new QSplitter(m_pages);
    m_messages = new ListTable(m_inbox, tr("Received messages"), m_reading);
    m_messages->setColumns({100, 190, 40, 0});
    m_messages->setOptional({ReceivedModel::Qos, ReceivedModel::Time}, 130);
    new CellMenu(*m_messages, m_mirror.scope(), [](const QModelIndex& cell) {
        return cell.column() == ReceivedModel::Topic ? topicTerm(cell.data().toString()) : QString();
    });
    m_message = new MessageView(m_mirror, m_reading);
    m_reading->setChildrenCollapsible(false);
    m_reading->setStretchFactor(0, 3);
    m_reading->setStretchFactor(1, 2);
    m_pages->addWidget(m_reading);
    column->addWidget(m_pages, 1);
    connect(m_messages->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TestClientWorkspace::showChosen);
    return part;
}

QWidget* TestClientWorkspace::makePublishing()
{
    auto* part = new QWidget(m_rows);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_publishing = new RoleLabel(TextStyle::Section, Role::MutedText, tr("Publish"), part);
    m_publishing->setContentsMargins(px(12), px(4), px(12), 0);
    column->addWidget(m_publishing);
    m_form = new PublishForm(m_mirror, part);
    column->addWidget(m_form, 1);
    m_verdicts = new ListTable(m_desk, tr("What was published, and what became of it"), part);
    m_verdicts->setColumns({100, 120, 170, 0});
    m_verdicts->setOptional({TestDesk::Time, TestDesk::As}, 180);
    m_verdicts->setItemDelegate(new VerdictDelegate(m_verdicts));
    column->addWidget(m_verdicts, 1);
    m_why = new QPushButton(tr("Which policy would have allowed it?"), part);
    m_why->setAccessibleName(tr("See in Security which policy would have allowed it"));
    setKind(*m_why, ButtonKind::Quiet);
    column->addWidget(m_why, 0, Qt::AlignRight);
    connect(m_why, &QPushButton::clicked, this, [this] {
        m_mirror.selection().setEvent(m_verdicts->currentIndex().data(TestDesk::EventRole).value<trace::EventId>());
        emit workspaceAsked(QStringLiteral("security"));
    });
    connect(m_verdicts->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TestClientWorkspace::showVerdict);
    connect(&m_desk, &QAbstractItemModel::rowsInserted, this, [this] {
        m_verdicts->selectRow(0);
        showVerdict();
    });
    connect(&m_desk, &QAbstractItemModel::dataChanged, this, &TestClientWorkspace::showVerdict);
    showVerdict();
    return part;
}

void TestClientWorkspace::showVerdict()
{
    const int row = m_verdicts->currentIndex().row();
    const bool refused = row >= 0 && m_desk.row(row).state == TestDesk::State::Refused;
    m_why->setVisible(refused);
    m_verdicts->setVisible(m_desk.rowCount() > 0);
}

void TestClientWorkspace::showChosen()
{
    const QModelIndex row = m_messages->currentIndex();
    if (!row.isValid())
        return m_message->clear();
    const ReceivedModel::Row& message = m_mirror.model<ReceivedModel>().row(m_inbox.mapToSource(row).row());
    m_message->display(toQString(message.topic), message.message, message.payload);
    m_mirror.selection().setEvent(message.message);
}

void TestClientWorkspace::showCounts()
{
    const auto all = static_cast<quint64>(m_mirror.model<ReceivedModel>().rowCount());
    const auto shown = static_cast<quint64>(m_inbox.rowCount());
    m_counts->setText(m_inbox.subscription().isEmpty()
                          ? tr("%1 messages received").arg(countText(shown))
                          : tr("%1 messages on %2").arg(countText(shown), m_inbox.subscription()));
    m_scope->setCounts(shown, all);
    m_pages->setCurrentIndex(all == 0 ? NothingYet : Messages);
}

QList<QWidget*> TestClientWorkspace::focusStops() const
{
    return {&m_subscribe->table(), m_messages, m_message->stop(), m_form->firstStop(), m_verdicts};
}

void TestClientWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

bool TestClientWorkspace::leave()
{
    return m_scope->leave();
}

void TestClientWorkspace::step(int direction)
{
    if (m_inbox.rowCount() > 0)
        m_messages->selectRow(std::clamp(m_messages->currentIndex().row() + direction, 0, m_inbox.rowCount() - 1));
}

void TestClientWorkspace::setCompact(bool compact)
{
    for (ListTable* table : {m_messages, m_verdicts, &m_subscribe->table()})
        table->setCompact(compact);
}

void TestClientWorkspace::setSpace(Space space)
{
    const bool tight = space == Space::Tight;
    m_columns->setSizes({px(tight ? 170 : space == Space::Narrow ? 230 : 290), px(800)});
    m_rows->setSizes({px(tight ? 260 : 330), px(tight ? 120 : 270)});
    m_message->setVisible(!tight);
    m_nothing->setSentence(m_mirror.engine().player() ? captureSentence()
                           : tight                    ? tr("Nothing was subscribed to yet.")
                                   : tr("Subscribe to a filter on the left, and what a client with it would receive is "
                                        "listed here, the newest first."));
    m_publishing->setVisible(!tight);
    m_form->setTight(tight);
    m_subscribe->setTight(tight);
}

void TestClientWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Test client");
    const auto add = [&](const char* id, const QString& text, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, {}, std::move(work));
    };
    add("testclient.subscribe", tr("Subscribe to a filter"), [this] {
        emit workspaceAsked(id());
        m_subscribe->focusFilter();
    });
    add("testclient.publish", tr("Publish as the console or a device"), [this] {
        emit workspaceAsked(id());
        m_form->focusTopic();
    });
}

void TestClientWorkspace::fillForPicture()
{
    if (m_inbox.rowCount() == 0)
        m_mirror.model<SubscriptionModel>().subscribe(QStringLiteral("#"), 0);
    if (!m_messages->currentIndex().isValid() && m_inbox.rowCount() > 0)
        m_messages->selectRow(0);
}

} // namespace greensward::ui
