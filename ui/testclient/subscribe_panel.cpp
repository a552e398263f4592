// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/subscribe_panel.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/engine_mirror.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

SubscribePanel::SubscribePanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_model(mirror.model<SubscriptionModel>())
    , m_filter(new QLineEdit(this))
    , m_qos(new QComboBox(this))
    , m_add(new QPushButton(tr("Subscribe"), this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_table(new ListTable(m_model, tr("Subscriptions"), this))
    , m_all(new QPushButton(tr("Show all"), this))
    , m_end(new QPushButton(tr("Unsubscribe"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), 0, px(4), 0);
    column->setSpacing(px(6));
    m_filter->setPlaceholderText(tr("Topic filter: turbines/+/#, or # for all"));
    m_filter->setAccessibleName(tr("Topic filter to subscribe to"));
    m_filter->setFont(fontOf(TextStyle::Mono));
    m_qos->setAccessibleName(tr("Quality of service asked for"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_add->setAccessibleName(tr("Subscribe to the filter"));
    setKind(*m_add, ButtonKind::Primary);
    column->addWidget(m_filter);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    row->addWidget(m_qos);
    row->addWidget(m_add);
    row->addStretch();
    column->addLayout(row);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    m_table->setColumns({0, 40, 64, 76});
    m_table->setOptional({SubscriptionModel::Qos, SubscriptionModel::State}, 110);
    column->addWidget(m_table, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(px(6));
    for (QPushButton* button : {m_all, m_end})
        setKind(*button, ButtonKind::Quiet);
    m_all->setAccessibleName(tr("Show the messages of all subscriptions"));
    m_end->setAccessibleName(tr("End the chosen subscription"));
    below->addWidget(m_all);
    below->addStretch();
    below->addWidget(m_end);
    column->addLayout(below);

    connect(m_filter, &QLineEdit::textChanged, this, &SubscribePanel::check);
    connect(m_filter, &QLineEdit::returnPressed, this, &SubscribePanel::subscribe);
    connect(m_add, &QPushButton::clicked, this, &SubscribePanel::subscribe);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    });
    connect(m_end, &QPushButton::clicked, this, &SubscribePanel::unsubscribe);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        emit chosen(now.isValid() ? now.data(SubscriptionModel::FilterRole).toString() : QString());
        update();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &SubscribePanel::update);
    check();
    update();
    if (mirror.engine().player())
        for (QWidget* control : std::initializer_list<QWidget*>{m_filter, m_qos, m_add})
            disableInCapture(*control);
}

int SubscribePanel::current() const
{
    return m_table->currentIndex().row();
}

/// What is wrong with the filter, or what it will not bring.
void SubscribePanel::check()
{
    const QString filter = m_filter->text();
    const QString problem = filter.isEmpty() ? QString() : SubscriptionModel::problemOf(filter);
    QString hint;
    if (filter.startsWith(QLatin1Char('#')) || filter.startsWith(QLatin1Char('+')))
        hint = tr("A filter that begins with a wildcard brings nothing below $: for shadows and events subscribe to "
                  "$aws/# as well.");
    m_said->setText(problem.isEmpty() ? hint : problem);
    m_said->setRole(problem.isEmpty() ? Role::MutedText : Role::Lost);
    m_said->setVisible(!m_said->text().isEmpty());
    m_add->setEnabled(problem.isEmpty() && !filter.isEmpty());
}

void SubscribePanel::subscribe()
{
    if (!m_add->isEnabled())
        return;
    m_model.subscribe(m_filter->text(), m_qos->currentData().toInt());
    m_filter->clear();
}

void SubscribePanel::unsubscribe()
{
    if (current() >= 0)
        m_model.unsubscribe(current());
}

void SubscribePanel::update()
{
    m_end->setEnabled(current() >= 0);
    m_all->setEnabled(current() >= 0);
}

void SubscribePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SubscribePanel::setTight(bool tight)
{
    m_filter->setPlaceholderText(tight ? tr("Topic filter, or #") : tr("Topic filter: turbines/+/#, or # for all"));
}

} // namespace greensward::ui
