// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/client_panel.h"

#include "ui/connections/explanation.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

ClientPanel::ClientPanel(EngineMirror& mirror, ConnectionsModel& model, const LanesView& lanes, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_model(model), m_lanes(lanes), m_pages(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_pages->addWidget(
        new EmptyState(QStringLiteral("inspect"), tr("Choose a client to learn why it came and went."), {}, m_pages));
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(4), px(16), px(12));
    column->setSpacing(px(6));
    m_client = new RoleLabel(TextStyle::Strong, Role::Text, {}, page);
    m_client->setWordWrap(true);
    column->addWidget(m_client);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    const std::array<QString, kFacts> names{tr("Address"), tr("Terms"), tr("Since"), tr("Published"), tr("Sessions")};
    for (int fact = 0; fact < kFacts; ++fact) {
        const auto at = static_cast<std::size_t>(fact);
        grid->addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, names[at], page), fact, 0);
        m_facts[at] = new ElidedLabel(TextStyle::Secondary, Role::Text, Qt::ElideRight, page);
        grid->addWidget(m_facts[at], fact, 1);
    }
    column->addLayout(grid);
    const auto addAnswer = [&](const QString& question) {
        column->addSpacing(px(8));
        column->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, question, page));
        auto* answer = new RoleLabel(TextStyle::Body, Role::Text, {}, page);
        answer->setWordWrap(true);
        answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(answer);
        return answer;
    };
    m_end = addAnswer(tr("The connection"));
    m_will = addAnswer(tr("The last will"));
    column->addSpacing(px(8));
    m_keep = new QPushButton(tr("Keep only this client"), page);
    m_keep->setIcon(icon(QStringLiteral("search")));
    m_keep->setIconSize(QSize(px(16), px(16)));
    column->addWidget(m_keep, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_keep, &QPushButton::clicked, this,
            [this] { m_mirror.scope().add(senderTerm(m_mirror.selection().client())); });
    connect(&mirror.selection(), &Selection::clientChanged, this, &ClientPanel::showClient);
    connect(&model, &ConnectionsModel::lanesChanged, this, &ClientPanel::showClient);
    connect(&mirror, &EngineMirror::secondPassed, this, &ClientPanel::showClient);
    showClient();
}

void ClientPanel::showClient()
{
    const int row = m_model.rowOf(m_mirror.selection().client());
    const ClientSession* session = row < 0 ? nullptr : m_model.lane(row).newest();
    m_pages->setCurrentIndex(session ? 1 : 0);
    if (!session)
        return;
    const ClientLane& lane = m_model.lane(row);
    m_client->setText(lane.client);
    const auto fact = [this](Fact which, const QString& text) { m_facts[which]->setText(text); };
    fact(Address,
         session->transport.isEmpty() ? session->address : tr("%1 over %2").arg(session->address, session->transport));
    fact(Terms, session->terms);
    fact(Since, session->end ? tr("%1 to %2").arg(clockText(session->start).left(8), clockText(*session->end).left(8))
                             : clockText(session->start).left(8));
    fact(Messages, tr("%n message(s) in this session", nullptr, static_cast<int>(session->published)));
    const auto sessions = static_cast<int>(lane.sessions.size() + lane.forgotten);
    fact(Sessions, lane.forgotten == 0 ? countText(static_cast<quint64>(sessions))
                                       : tr("%1, the newest %2 shown")
                                             .arg(countText(static_cast<quint64>(sessions)),
                                                  countText(static_cast<quint64>(lane.sessions.size()))));
    m_end->setText(explainEnd(*session, m_lanes.shownNow()));
    m_will->setText(explainWill(*session));
}

} // namespace greensward::ui
