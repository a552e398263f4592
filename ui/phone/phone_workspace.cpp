// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/phone_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/models/number_text.h"
#include "ui/phone/handset.h"
#include "ui/phone/passage_steps.h"
#include "ui/phone/phone_keeper.h"
#include "ui/phone/trouble_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kFrameMillis = 33;
constexpr int kWidestStory = 620;

} // namespace

PhoneWorkspace::PhoneWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("phone"), tr("Telephone"), QStringLiteral("phone"), parent)
    , m_mirror(mirror)
    , m_keeper(mirror.model<PhoneKeeper>())
    , m_card(new Card(tr("Telephone"), this))
    , m_chip(new Chip(Role::MutedText, Chip::Look::Tint, m_card))
    , m_lent(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_in(new QPushButton(tr("Come in"), m_card))
    , m_handset(new Handset(m_card))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->head().addWidget(m_chip);
    m_card->head().addWidget(m_lent);
    m_card->head().addStretch();
    m_card->head().addWidget(m_in);
    m_in->setObjectName(QStringLiteral("come-in"));
    m_handset->water().setObjectName(QStringLiteral("water"));
    setKind(*m_in, ButtonKind::Primary);
    auto* inside = new QWidget;
    m_row = new QHBoxLayout(inside);
    m_row->addStretch(1);
    m_row->addWidget(m_handset, 0, Qt::AlignTop);
    m_row->addWidget(makeStory(), 8, Qt::AlignTop);
    m_row->addStretch(1);
    auto* page = new QScrollArea(m_card);
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidget(inside);
    page->viewport()->setAutoFillBackground(false); // the card shows through
    inside->setAutoFillBackground(false);
    m_card->body().addWidget(page, 1);
    m_frame.setSingleShot(true);
    m_frame.setInterval(kFrameMillis);
    connect(&m_frame, &QTimer::timeout, this, &PhoneWorkspace::look);
    connect(m_in, &QPushButton::clicked, this, &PhoneWorkspace::comeInOrLeave);
    connect(m_handset, &Handset::waterAsked, this, [this](bool on) {
        if (m_phone)
            m_phone->setWater(on);
    });
    if (mirror.engine().player())
        disableInCapture(*m_in);
    if (m_keeper.wasOpened())
        follow();
    setSpace(Space::Wide);
    look();
}

/// On a projector telephone and stages still stand side by side.
void PhoneWorkspace::setSpace(Space space)
{
    const bool tight = space == Space::Tight;
    m_handset->setTight(tight);
    const int edge = px(tight ? 12 : 24);
    m_row->setContentsMargins(edge, px(12), edge, edge);
    m_row->setSpacing(px(tight ? 16 : 36));
}

QWidget* PhoneWorkspace::makeStory()
{
    auto* part = new QWidget(m_card);
    part->setMaximumWidth(px(kWidestStory));
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(px(14));
    auto* told = new RoleLabel(TextStyle::Body, Role::Text,
                               tr("It has neither certificate nor account. It borrows a key as a guest, signs an address with "
                                  "it, and speaks MQTT through the WebSocket behind that address, as a page on a telephone "
                                  "does."),
                               part);
    told->setWordWrap(true);
    column->addWidget(told);
    m_steps = new PassageSteps(part);
    column->addWidget(m_steps);
    column->addWidget(makeTrouble());
    m_octets = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, part);
    m_octets->setWordWrap(true);
    column->addWidget(m_octets);
    column->addStretch();
    return part;
}

QWidget* PhoneWorkspace::makeTrouble()
{
    m_trouble = new QWidget(m_card);
    auto* column = new QVBoxLayout(m_trouble);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_troubleTitle = new RoleLabel(TextStyle::Title, Role::Lost, {}, m_trouble);
    m_troubleText = new RoleLabel(TextStyle::Body, Role::Text, {}, m_trouble);
    for (RoleLabel* label : {m_troubleTitle, m_troubleText}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_where = new QPushButton(m_trouble);
    column->addWidget(m_where, 0, Qt::AlignLeft);
    connect(m_where, &QPushButton::clicked, this, [this] { emit linkAsked(m_link); });
    return m_trouble;
}

void PhoneWorkspace::follow()
{
    m_phone = m_keeper.phone();
    if (m_phone)
        connect(m_phone, &PhonePort::changed, this, [this] {
            if (!m_frame.isActive())
                m_frame.start();
        });
}

void PhoneWorkspace::look()
{
    const PhonePort::State state = m_phone ? m_phone->state() : PhonePort::State{};
    const bool isIn = state.isOnline;
    m_chip->set(isIn             ? tr("in")
                : state.isComing ? tr("coming in")
                                 : tr("outside"),
                isIn ? Role::Accent : state.isComing ? Role::Information : Role::MutedText,
                isIn ? QStringLiteral("check") : QString());
    m_lent->setText(state.key.isEmpty() ? state.clientId
                                        : tr("%1, with the key %2 until %3")
                                              .arg(state.clientId, state.key,
                                                   QLocale().toString(state.until.time(), QLocale::ShortFormat)));
    m_in->setText(isIn || state.isComing ? tr("Leave") : state.steps.empty() ? tr("Come in") : tr("Come in again"));
    setKind(*m_in, isIn || state.isComing ? ButtonKind::Normal : ButtonKind::Primary);
    m_handset->show(state);
    m_steps->show(state);
    const PhoneWords words = wordsOf(state);
    m_trouble->setVisible(!words.title.isEmpty());
    m_troubleTitle->setText(words.title);
    m_troubleText->setText(words.text);
    m_link = words.link;
    m_where->setText(words.button);
    m_where->setVisible(!words.link.isEmpty());
    m_octets->setVisible(state.octetsReceived > 0);
    m_octets->setText(tr("MQTT over this WebSocket: %1 octets sent, %2 received, %3 messages of the turbine")
                          .arg(countText(state.octetsSent), countText(state.octetsReceived), countText(state.heard)));
}

void PhoneWorkspace::comeInOrLeave()
{
    if (!m_phone)
        follow();
    if (!m_phone)
        return;
    if (m_phone->state().isOnline || m_phone->state().isComing)
        m_phone->leave();
    else
        m_phone->comeIn();
}

void PhoneWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    if (!m_phone)
        follow();
    look();
}

bool PhoneWorkspace::wantsRail() const
{
    return m_keeper.wasOpened();
}

QList<QWidget*> PhoneWorkspace::focusStops() const
{
    return {m_in, &m_handset->water()};
}

void PhoneWorkspace::addCommands(Commands& commands)
{
    commands.add(this, QStringLiteral("phone.in"), tr("Telephone"), tr("Come in as a guest, or leave"), {},
                 [this] { comeInOrLeave(); });
}

void PhoneWorkspace::fillForPicture()
{
    comeInOrLeave();
}

} // namespace greensward::ui
