// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_list.h"

#include "ui/kit/card.h"
#include "ui/models/doctor_model.h"
#include "ui/models/engine_mirror.h"

#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

FindingList::FindingList(EngineMirror& mirror, FindingCard::Size size, QWidget* parent)
    : QScrollArea(parent)
    , m_mirror(mirror)
    , m_model(mirror.model<DoctorModel>())
    , m_size(size)
    , m_page(new QWidget(this))
    , m_column(new QVBoxLayout(m_page))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its cards take it
    setAccessibleName(tr("What the doctor found"));
    const int margin = px(size == FindingCard::Size::Full ? 16 : 12);
    m_column->setContentsMargins(margin, px(4), margin, margin);
    m_column->setSpacing(px(12));
    m_column->addStretch();
    setWidget(m_page);
    viewport()->setAutoFillBackground(false); // setWidget() fills it
    m_page->setAutoFillBackground(false);
    connect(&m_model, &DoctorModel::cardsChanged, this, &FindingList::refill);
    refill();
}

/// A card that is still there keeps its widget, and with it the focus and what it was told.
void FindingList::refill()
{
    std::vector<FindingCard*> before;
    before.swap(m_cards);
    for (const doctor::Card& card : m_model.cards()) {
        const auto known = std::find_if(before.begin(), before.end(), [&](FindingCard* widget) {
            return widget && widget->card().code == card.code && widget->card().key == card.key;
        });
        FindingCard* widget = nullptr;
        if (known != before.end()) {
            widget = std::exchange(*known, nullptr);
        } else {
            widget = new FindingCard(m_mirror, m_model, m_size, m_page);
            connect(widget, &FindingCard::workspaceAsked, this, &FindingList::workspaceAsked);
        }
        if (known == before.end() || widget->card().times != card.times || widget->card().last != card.last)
            widget->setCard(card);
        m_column->removeWidget(widget);
        m_column->insertWidget(static_cast<int>(m_cards.size()), widget);
        m_cards.push_back(widget);
        widget->setVisible(true);
    }
    for (FindingCard* gone : before)
        if (gone) {
            gone->hide();
            gone->deleteLater(); // one of its buttons may be the caller
        }
}

void FindingList::focusFirst()
{
    if (!m_cards.empty())
        m_cards.front()->setFocus(Qt::OtherFocusReason);
}

FindingStrip::FindingStrip(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_model(mirror.model<DoctorModel>())
    , m_well(new RoleLabel(TextStyle::Body, Role::MutedText, allWellText(), this))
    , m_list(new FindingList(mirror, FindingCard::Size::Brief, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_well->setContentsMargins(px(16), px(4), px(16), px(12));
    m_well->setWordWrap(true);
    column->addWidget(m_well, 0, Qt::AlignTop);
    column->addWidget(m_list, 1);
    connect(m_list, &FindingList::workspaceAsked, this, &FindingStrip::workspaceAsked);
    connect(&m_model, &DoctorModel::cardsChanged, this, &FindingStrip::follow);
    follow();
}

void FindingStrip::follow()
{
    m_well->setVisible(m_model.cards().empty());
    m_list->setVisible(!m_model.cards().empty());
}

QString allWellText()
{
    return FindingList::tr("All well. %1 checks watch.").arg(doctor::Doctor::checks());
}

} // namespace greensward::ui
