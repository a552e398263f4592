// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/client_panel.h"

#include "ui/connections/explanation.h"
#include "ui/connections/lane_painter.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

QString momentText(WallTime time)
{
    return clockText(time).left(8);
}

} // namespace

ClientPanel::ClientPanel(EngineMirror& mirror, ConnectionsModel& model, const LanesView& lanes, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_model(model), m_lanes(lanes), m_pages(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_pages->addWidget(new EmptyState(QStringLiteral("inspect"),
                                      tr("Choose a client to learn why its connection ended."), {}, m_pages));
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(makePage());
    scroll->widget()->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    connect(&lanes, &LanesView::currentChanged, this, &ClientPanel::showClient);
    connect(&model, &ConnectionsModel::countsChanged, this, &ClientPanel::showClient);
    connect(&mirror, &EngineMirror::pausedChanged, this, &ClientPanel::showClient);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (m_model.onlineCount() > 0 && !m_mirror.isPaused())
            showClient();
    });
    showClient();
}

QWidget* ClientPanel::makePage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(4), px(16), px(12));
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    m_client = new ElidedLabel(TextStyle::Strong, Role::Text, Qt::ElideMiddle, page);
    m_state = new Chip(Role::MutedText, Chip::Look::Tint, page);
    head->addWidget(m_client, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    m_moment = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, page);
    m_moment->setWordWrap(true);
    column->addWidget(m_moment);
    m_end = addAnswer(*column, tr("Why did it end?"), page);
    m_will = addAnswer(*column, tr("What about its will?"), page);
    column->addSpacing(px(10));
    addButtons(*column, page);
    column->addSpacing(px(10));
    addFacts(*column, page);
    column->addStretch();
    return page;
}

RoleLabel* ClientPanel::addAnswer(QVBoxLayout& column, const QString& question, QWidget* page)
{
    column.addSpacing(px(6));
    column.addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, question, page));
    auto* answer = new RoleLabel(TextStyle::Body, Role::Text, {}, page);
    answer->setWordWrap(true);
    answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(answer);
    return answer;
}

void ClientPanel::addFacts(QVBoxLayout& column, QWidget* page)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    const std::array<QString, kFacts> names{tr("Protocol"),    tr("Session"),    tr("Keep alive"), tr("Address"),
                                            tr("Certificate"), tr("Connected"),  tr("Last heard"), tr("Messages"),
                                            tr("Subscribed"),  tr("Connections")};
    for (int fact = 0; fact < kFacts; ++fact) {
        const auto at = static_cast<std::size_t>(fact);
        m_names[at] = new RoleLabel(TextStyle::Secondary, Role::MutedText, names[at], page);
        m_facts[at] = new ElidedLabel(TextStyle::Secondary, Role::Text, Qt::ElideRight, page);
        grid->addWidget(m_names[at], fact, 0);
        grid->addWidget(m_facts[at], fact, 1);
    }
    column.addLayout(grid);
}

void ClientPanel::addButtons(QVBoxLayout& column, QWidget* page)
{
    const auto add = [&](const QString& text, const QString& iconName) {
        auto* button = new QPushButton(text, page);
        button->setIcon(icon(iconName));
        button->setIconSize(QSize(px(16), px(16)));
        column.addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    m_message = add(tr("Go to its last message"), QStringLiteral("forward"));
    m_keep = add(tr("Keep only this client"), QStringLiteral("search"));
    connect(m_keep, &QPushButton::clicked, this,
            [this] { m_mirror.scope().add(senderTerm(m_mirror.selection().client())); });
    connect(m_message, &QPushButton::clicked, this, [this] {
        if (const ClientSession* session = m_lanes.currentSession())
            emit eventAsked(session->lastMessage);
    });
}

void ClientPanel::showEvent(QShowEvent* event)
{
    showClient();
    QWidget::showEvent(event);
}

/// A fact that is not known has no line.
void ClientPanel::show(Fact which, const QString& text)
{
    m_facts[which]->setText(text);
    m_facts[which]->setVisible(!text.isEmpty());
    m_names[which]->setVisible(!text.isEmpty());
}

void ClientPanel::showClient()
{
    const ClientSession* session = m_lanes.currentSession();
    m_pages->setCurrentIndex(session ? 1 : 0);
    if (!session)
        return;
    const ClientLane& lane = m_model.lane(m_lanes.currentLane());
    const WallTime now = m_model.shownNow();
    const ClientSession shown = session->asOf(now);
    m_client->setText(lane.nameless ? tr("%1, no client id").arg(lane.client) : lane.client);
    const EndShape shape = shapeOf(shown);
    if (shown.isOpen())
        m_state->set(tr("online"), Role::Accent);
    else
        m_state->set(nameOf(shape), roleOf(shape));
    const auto& moment = m_lanes.currentMoment();
    const bool told = moment && moment->session == session->began;
    m_moment->setVisible(told);
    m_moment->setText(told ? describe(*moment, *session) : QString());
    m_end->setText(explainEnd(shown, now));
    m_will->setText(explainWill(shown, now));
    m_keep->setEnabled(!lane.nameless);
    m_message->setEnabled(shown.lastMessage != 0);
    showFacts(lane, shown);
}

void ClientPanel::showFacts(const ClientLane& lane, const ClientSession& session)
{
    const WallTime now = m_model.shownNow();
    const bool accepted = !session.refused;
    show(Protocol, !accepted ? QString() : session.version5 ? tr("MQTT 5") : tr("MQTT 3.1.1"));
    const QString begin = session.resumed      ? tr("found again as it was left")
                          : session.cleanStart ? tr("clean")
                                               : tr("new, to be kept");
    show(KeptSession, accepted ? begin : QString());
    show(KeepAlive, !accepted                ? QString()
                    : session.keepAlive == 0 ? tr("off")
                                             : tr("%1 s, enforced after %2 s")
                                                   .arg(secondsText(static_cast<double>(session.keepAlive)),
                                                        secondsText(session.patience())));
    show(Address,
         session.transport.isEmpty() ? session.address : tr("%1 over %2").arg(session.address, session.transport));
    show(Certificate, session.certificate);
    show(Since, session.end && accepted ? tr("%1 to %2").arg(momentText(session.start), momentText(*session.end))
                                        : momentText(session.start));
    show(Heard, session.isOpen() ? tr("%1 (%2)").arg(ageText(now - session.lastHeard), momentText(session.lastHeard))
                : accepted       ? momentText(session.lastHeard)
                                 : QString());
    show(Counts, accepted ? tr("%1 sent, %2 received").arg(countText(session.published), countText(session.delivered))
                          : QString());
    const QString filters = lane.filters.join(QStringLiteral(", "));
    show(Subscriptions, lane.moreFilters > 0
                            ? tr("%1 and %n more", nullptr, static_cast<int>(lane.moreFilters)).arg(filters)
                            : filters);
    const quint64 kept = lane.sessions.size();
    show(Sessions, lane.forgotten == 0
                       ? countText(kept)
                       : tr("%1, the newest %2 are kept").arg(countText(kept + lane.forgotten), countText(kept)));
}

} // namespace greensward::ui
