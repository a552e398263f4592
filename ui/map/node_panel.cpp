// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/node_panel.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/map/map_table_model.h"
#include "ui/map/node_painter.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

/// A narrower panel has its buttons one below the other.
constexpr double kTwoColumnsFrom = 264;

} // namespace

NodePanel::NodePanel(EngineMirror& mirror, MapModel& model, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_model(model), m_pages(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_pages->addWidget(new EmptyState(QStringLiteral("inspect"),
                                      tr("Choose a node to see what it does and to break it."), {}, m_pages));
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(makePage());
    scroll->widget()->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
}

QWidget* NodePanel::makePage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(4), px(16), px(12));
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    m_title = new ElidedLabel(TextStyle::Strong, Role::Text, Qt::ElideMiddle, page);
    m_state = new Chip(Role::MutedText, Chip::Look::Tint, page);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    m_subtitle = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, page);
    m_subtitle->setWordWrap(true);
    column->addWidget(m_subtitle);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(px(8));
    m_origin = new Chip(Role::Information, Chip::Look::Dashed, page);
    m_will = new Chip(Role::MutedText, Chip::Look::Tint, page);
    chips->addWidget(m_origin);
    chips->addWidget(m_will);
    chips->addStretch();
    column->addLayout(chips);
    m_line = new RoleLabel(TextStyle::Body, Role::Text, {}, page);
    m_line->setWordWrap(true);
    column->addWidget(m_line);
    m_buttonGrid = new QGridLayout;
    m_buttonGrid->setSpacing(px(8));
    column->addSpacing(px(2));
    column->addLayout(m_buttonGrid);
    m_messages = new QPushButton(tr("Show its messages"), page);
    m_messages->setIcon(icon(QStringLiteral("topics")));
    connect(m_messages, &QPushButton::clicked, this, &NodePanel::messagesAsked);
    column->addWidget(m_messages);
    column->addSpacing(px(6));
    m_factGrid = new QGridLayout;
    m_factGrid->setHorizontalSpacing(px(12));
    m_factGrid->setVerticalSpacing(px(4));
    m_factGrid->setColumnStretch(1, 1);
    column->addLayout(m_factGrid);
    column->addStretch();
    return page;
}

void NodePanel::show(const MapNode* node)
{
    m_pages->setCurrentIndex(node ? 1 : 0);
    if (!node)
        return;
    const simulator::DeviceView* device = m_model.device(node->key);
    m_title->setText(node->title);
    m_state->set(linkStateText(node->state), roleOf(node->state));
    m_subtitle->setText(device ? toQString(device->title) + QStringLiteral(" · ") + nodeKindText(*node)
                               : nodeKindText(*node));
    m_origin->setVisible(device);
    if (device)
        m_origin->set(device->realTls ? tr("SIM · TLS") : tr("SIM · in memory"), Role::Information);
    const bool mayHaveWill = node->kind != NodeKind::Gateway && node->kind != NodeKind::Group;
    m_will->setVisible(mayHaveWill);
    m_will->set(node->willSent    ? tr("Will sent")
                : node->willArmed ? tr("Will armed")
                                  : tr("No will armed"),
                node->willSent ? Role::Lost : Role::MutedText, QStringLiteral("envelope"));
    m_line->setText(node->detail.isEmpty() ? node->line : node->line + QLatin1Char('\n') + node->detail);
    showActions(*node);
    m_messages->setVisible(node->kind != NodeKind::Group);
    showFacts(factsOf(*node));
}

void NodePanel::showActions(const MapNode& node)
{
    m_actions = actionsOf(m_mirror, m_model, node);
    while (m_buttons.size() < m_actions.size()) {
        const auto at = m_buttons.size();
        auto* button = new QPushButton(m_line->parentWidget());
        connect(button, &QPushButton::clicked, this, [this, at] {
            if (at < m_actions.size()) {
                const auto run = m_actions[at].run; // it may change what is shown
                run();
            }
        });
        m_buttons.push_back(button);
        placeButtons();
    }
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        QPushButton& button = *m_buttons[at];
        button.setVisible(at < m_actions.size());
        if (at >= m_actions.size())
            continue;
        const NodeAction& action = m_actions[at];
        button.setEnabled(action.enabled);
        if (button.text() == action.text && button.accessibleName() == action.name)
            continue;
        button.setText(action.text);
        button.setAccessibleName(action.name);
        button.setToolTip(action.why.isEmpty() ? action.name : action.why);
        button.setAccessibleDescription(action.why);
        button.setIcon(icon(action.icon, action.kind == ButtonKind::Primary  ? Role::OnFill
                                         : action.kind == ButtonKind::Danger ? Role::Lost
                                                                             : Role::Text));
        setKind(button, action.kind);
    }
}

void NodePanel::placeButtons()
{
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        const auto place = static_cast<int>(at);
        m_buttonGrid->addWidget(m_buttons[at], place / m_columns, place % m_columns);
    }
}

void NodePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int columns = width() < px(kTwoColumnsFrom) ? 1 : 2;
    if (std::exchange(m_columns, columns) != columns)
        placeButtons();
}

NodePanel::Facts NodePanel::factsOf(const MapNode& node) const
{
    Facts facts;
    const auto flow = [](const Traffic& traffic) {
        return traffic.messages > 0
                   ? tr("%1 · %2/s").arg(flowText(traffic.messages), byteText(static_cast<quint64>(traffic.bytes)))
                   : tr("nothing now");
    };
    if (node.kind == NodeKind::Gateway) {
        const EngineStatus& status = m_mirror.status();
        facts.emplace_back(tr("Received"), countText(status.received));
        facts.emplace_back(tr("Delivered"), countText(status.delivered));
        facts.emplace_back(tr("Dropped"), countText(status.dropped));
        return facts;
    }
    if (const CoreView* core = node.kind == NodeKind::Core ? m_model.core(node.key) : nullptr)
        addCoreFacts(facts, *core);
    facts.emplace_back(tr("Sends"), flow(node.up));
    facts.emplace_back(tr("Receives"), flow(node.down));
    if (node.lastMessage != WallTime{})
        facts.emplace_back(tr("Last message"), clockText(node.lastMessage));
    if (const auto* device = m_model.device(node.key)) {
        facts.emplace_back(tr("Topic"), toQString(device->topic));
        if (!device->note.empty())
            facts.emplace_back(tr("Lately"), toQString(device->note));
        for (const auto* fault : m_mirror.model<FaultModel>().faultsOf(device->id))
            facts.emplace_back(tr("Fault"), faultName(simulator::faultSpec(fault->kind)));
        for (const auto& value : device->values)
            facts.emplace_back(toQString(value.name),
                               value.unit.empty() && (value.value == 0 || value.value == 1)
                                   ? (value.value > 0 ? tr("on") : tr("off"))
                                   : valueText(value.value) + QLatin1Char(' ') + toQString(value.unit));
    }
    return facts;
}

void NodePanel::addCoreFacts(Facts& facts, const CoreView& core)
{
    facts.emplace_back(tr("Group"), core.groupId.empty() ? tr("none is deployed")
                                    : core.groupName.empty() ? toQString(core.groupId)
                                                             : toQString(core.groupName));
    facts.emplace_back(tr("Local port"), core.serving ? QString::number(core.port) : tr("closed"));
    facts.emplace_back(tr("Waiting"), tr("%1 · %2 of %3")
                                                      .arg(countText(core.spool.messages), byteText(core.spool.bytes),
                                                           byteText(core.spool.limit)));
    if (core.spool.discarded > 0)
        facts.emplace_back(tr("Lost, no room"), countText(core.spool.discarded));
    facts.emplace_back(tr("Said locally"), byteText(core.traffic.localBytes));
    facts.emplace_back(tr("Said to cloud"), byteText(core.traffic.cloudBytes));
}

void NodePanel::showFacts(const Facts& facts)
{
    while (m_facts.size() < facts.size()) {
        const auto row = static_cast<int>(m_facts.size());
        QWidget* page = m_line->parentWidget();
        auto* name = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, page);
        auto* value = new ElidedLabel(TextStyle::Secondary, Role::Text, Qt::ElideRight, page);
        m_factGrid->addWidget(name, row, 0);
        m_factGrid->addWidget(value, row, 1);
        m_facts.emplace_back(name, value);
    }
    for (std::size_t at = 0; at < m_facts.size(); ++at) {
        const auto& [name, value] = m_facts[at];
        name->setVisible(at < facts.size());
        value->setVisible(at < facts.size());
        if (at < facts.size()) {
            name->setText(facts[at].first);
            value->setText(facts[at].second);
        }
    }
}

} // namespace greensward::ui
