// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doctor/learned_list.h"

#include "doctor/doctor.h"
#include "ui/findings/finding_terms.h"
#include "ui/kit/card.h"
#include "ui/models/doctor_model.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

/// As many as a person reads; all of them are in the file of the workspace.
constexpr std::size_t kMostShown = 20;

QWidget* entryOf(const doctor::Card& card, QWidget* parent)
{
    auto* entry = new QWidget(parent);
    entry->setFocusPolicy(Qt::TabFocus);
    entry->setAccessibleName(spokenText(card));
    auto* column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    auto* code = new Chip(Role::Accent, Chip::Look::Tint, entry);
    code->set(QString::fromStdString(doctor::name(card.code)), Role::Accent, QStringLiteral("check"));
    auto* title = new RoleLabel(TextStyle::Strong, Role::Text, doctorText(doctor::title(card.code)), entry);
    title->setWordWrap(true);
    head->addWidget(code);
    head->addWidget(title, 1);
    column->addLayout(head);
    auto* sentence = new RoleLabel(TextStyle::Secondary, Role::Text, doctorText(card.sentence), entry);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    if (card.resolved)
        column->addWidget(new RoleLabel(TextStyle::Caption, Role::MutedText,
                                        LearnedList::tr("over since %1").arg(clockText(*card.resolved).left(8)),
                                        entry));
    return entry;
}

} // namespace

LearnedList::LearnedList(DoctorModel& model, ScopeStack& scope, QWidget* parent)
    : QScrollArea(parent), m_model(model), m_scope(scope)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What I learned"));
    viewport()->setAutoFillBackground(false);
    connect(&model, &DoctorModel::cardsChanged, this, &LearnedList::refill);
    refill();
}

void LearnedList::refill()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(4), px(16), px(16));
    column->setSpacing(px(16));
    std::size_t shown = 0;
    for (const doctor::Card& card : m_model.learned())
        if (shown++ < kMostShown) {
            QWidget* entry = entryOf(card, page);
            new PartMenu(*entry, m_scope, [card](std::optional<QPoint>) {
                return PartMenu::Part{termOf(card), doctorText(card.sentence)};
            });
            column->addWidget(entry);
        }
    if (m_model.learned().empty()) {
        auto* nothing =
            new RoleLabel(TextStyle::Body, Role::MutedText, tr("What went wrong and works again is kept here."), page);
        nothing->setWordWrap(true);
        column->addWidget(nothing);
    }
    column->addStretch();
    setWidget(page);                    // deletes the one before
    page->setAutoFillBackground(false); // setWidget() fills it
}

} // namespace greensward::ui
