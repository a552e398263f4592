// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/subscription_panel.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/topics/broker_choice.h"
#include "ui/topics/panel_table.h"
#include "ui/why/why_subject.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

SubscriptionPanel::SubscriptionPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_model(mirror.model<SubscriptionModel>())
    , m_received(mirror.model<ReceivedModel>())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addLayout(makeEntry());
    m_problem = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, this);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(px(16), 0, px(16), 0);
    m_problem->hide();
    if (mirror.status().origin == Origin::Capture)
        for (QWidget* control : std::initializer_list<QWidget*>{m_filter, m_qos, m_add})
            disableInCapture(*control);
    column->addWidget(m_problem);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new EmptyState(
        QStringLiteral("envelope"),
        tr("This window sees every message anyway, for the gateway is its own. Subscribe to see what a client would "
           "receive: only what it is allowed to, and what was retained before it came."),
        {}, m_pages));
    m_pages->addWidget(makeLists());
    column->addWidget(m_pages, 1);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &SubscriptionPanel::update);
    connect(&m_model, &SubscriptionModel::marksChanged, this, &SubscriptionPanel::update);
    update();
}

QLayout* SubscriptionPanel::makeEntry()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(12), 0, px(12), 0);
    row->setSpacing(px(6));
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("turbines/+/# …"));
    m_filter->setAccessibleName(tr("Topic filter to subscribe to"));
    m_filter->setFont(fontOf(TextStyle::Mono));
    m_qos = new QComboBox(this);
    m_qos->setAccessibleName(tr("Quality of service asked for"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_add = new QPushButton(tr("Subscribe"), this);
    m_add->setAccessibleName(tr("Subscribe to the filter"));
    setKind(*m_add, ButtonKind::Primary);
    m_broker = new BrokerChoice(m_mirror, this);
    row->addWidget(m_broker);
    row->addWidget(m_filter, 1);
    row->addWidget(m_qos);
    row->addWidget(m_add);
    connect(m_filter, &QLineEdit::textChanged, this, &SubscriptionPanel::check);
    connect(m_filter, &QLineEdit::returnPressed, this, &SubscriptionPanel::subscribe);
    connect(m_add, &QPushButton::clicked, this, &SubscriptionPanel::subscribe);
    return row;
}

QWidget* SubscriptionPanel::makeLists()
{
    auto* lists = new QWidget(m_pages);
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_table = new PanelTable(m_model, tr("Subscriptions of the console"), lists);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({0, 40, 60, 88});
    m_table->setOptional({SubscriptionModel::Qos, SubscriptionModel::Received}, 100);
    answerWhy(*m_table, QStringLiteral("subscription"));
    new CellMenu(*m_table, m_mirror.scope(), [this](const QModelIndex& cell) {
        return topicTerm(toQString(m_model.subscription(cell.row()).filter));
    });
    column->addWidget(m_table, 2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(12), 0, px(12), 0);
    const auto make = [this, lists, row](const QString& text) {
        auto* button = new QPushButton(text, lists);
        setKind(*button, ButtonKind::Quiet);
        row->addWidget(button);
        return button;
    };
    m_mute = make(tr("Mute"));
    m_mute->setCheckable(true);
    m_mute->setAccessibleName(tr("Mute the subscription"));
    m_mute->setToolTip(tr("Muted: it goes on, but marks no rows of the log"));
    m_mark = make(tr("Mark"));
    m_mark->setAccessibleName(tr("Another mark"));
    m_mark->setToolTip(tr("Another colour and shape for its rows in the log"));
    m_end = make(tr("Unsubscribe"));
    m_end->setAccessibleName(tr("Unsubscribe"));
    row->addStretch();
    column->addLayout(row);
    m_deliveries = new PanelTable(m_received, tr("What the console received"), lists);
    m_deliveries->setSelectionMode(QAbstractItemView::SingleSelection);
    m_deliveries->setColumns({100, 0, 40, 120});
    answerWhy(*m_deliveries, [this] {
        return WhySubject{.event =
                              m_deliveries->currentIndex().data(ReceivedModel::MessageRole).value<trace::EventId>(),
                          .term = QStringLiteral("subscription")};
    });
    new CellMenu(*m_deliveries, m_mirror.scope(), [](const QModelIndex& cell) {
        return topicTerm(cell.siblingAtColumn(ReceivedModel::Topic).data().toString());
    });
    m_deliveries->setOptional({ReceivedModel::Payload, ReceivedModel::Qos}, 130);
    column->addWidget(m_deliveries, 3);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SubscriptionPanel::update);
    connect(m_table, &PanelTable::deletePressed, m_end, &QPushButton::click);
    connect(m_mute, &QPushButton::clicked, this, [this](bool muted) { m_model.setMuted(current(), muted); });
    connect(m_mark, &QPushButton::clicked, this, [this] {
        m_model.setMark(current(), m_model.index(current(), 0).data(SubscriptionModel::MarkRole).toInt() + 1);
    });
    connect(m_end, &QPushButton::clicked, this, [this] { m_model.unsubscribe(current()); });
    connect(m_deliveries->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& chosen) {
                if (chosen.isValid())
                    emit messageChosen(chosen.data(ReceivedModel::MessageRole).value<trace::EventId>());
            });
    return lists;
}

int SubscriptionPanel::current() const
{
    return m_table->currentIndex().row();
}

void SubscriptionPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SubscriptionPanel::check()
{
    const QString problem = m_filter->text().isEmpty() ? QString() : SubscriptionModel::problemOf(m_filter->text());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_add->setEnabled(problem.isEmpty() && !m_filter->text().isEmpty());
}

void SubscriptionPanel::subscribe()
{
    if (!SubscriptionModel::problemOf(m_filter->text()).isEmpty())
        return check();
    m_model.subscribe(m_filter->text(), m_qos->currentData().toInt(), m_broker->broker());
    m_filter->clear();
}

void SubscriptionPanel::update()
{
    check();
    m_pages->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    if (m_model.rowCount() > 0 && current() < 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    const bool chosen = current() >= 0;
    for (QPushButton* button : {m_mute, m_mark, m_end})
        button->setEnabled(chosen);
    m_mute->setChecked(chosen && m_model.index(current(), 0).data(SubscriptionModel::MutedRole).toBool());
}

} // namespace greensward::ui
