// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/code_panel.h"

#include "ui/classroom/code_text.h"
#include "ui/kit/card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

RoleLabel* paragraph(TextStyle style, Role role, const QString& text, QWidget* parent)
{
    auto* label = new RoleLabel(style, role, {}, parent);
    label->setTextFormat(Qt::PlainText); // a name is text, whatever is in it
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QWidget* entryOf(const QString& code, QWidget* parent)
{
    const CodeText text = textOfCode(code);
    auto* entry = new QWidget(parent);
    entry->setFocusPolicy(Qt::TabFocus);
    entry->setObjectName(code);
    entry->setAccessibleName(QStringLiteral("%1 %2. %3 %4").arg(code, text.title, text.what, text.advice));
    auto* column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    auto* chip = new Chip(Role::Lost, Chip::Look::Tint, entry);
    chip->set(code, Role::Lost, QStringLiteral("warning"));
    head->addWidget(chip, 0, Qt::AlignTop);
    head->addWidget(paragraph(TextStyle::Strong, Role::Text, text.title, entry), 1);
    column->addLayout(head);
    if (!text.what.isEmpty()) {
        column->addWidget(paragraph(TextStyle::Body, Role::Text, text.what, entry));
        column->addWidget(paragraph(TextStyle::Body, Role::MutedText, text.advice, entry));
    }
    return entry;
}

} // namespace

CodePanel::CodePanel(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What the codes mean"));
    viewport()->setAutoFillBackground(false);
    show(nullptr);
}

void CodePanel::show(const ClassModel::Attendee* attendee, const QString& stepTitle)
{
    QString place;
    if (attendee)
        place = ClassModel::placeText(attendee->report.lab, attendee->report.step);
    if (!stepTitle.isEmpty())
        place = tr("%1: %2").arg(place, stepTitle);
    const QString made = attendee ? QStringList{attendee->report.name, place, attendee->report.doctor.join(QLatin1Char(' '))}
                                        .join(QLatin1Char('\n'))
                                  : QStringLiteral("-");
    if (made == m_shown)
        return;
    m_shown = made;
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(4), px(16), px(16));
    column->setSpacing(px(12));
    if (attendee) {
        column->addWidget(paragraph(TextStyle::Title, Role::Text, attendee->report.name, page));
        column->addWidget(paragraph(TextStyle::Secondary, Role::MutedText, place, page));
        for (const QString& code : attendee->report.doctor)
            column->addWidget(entryOf(code, page));
        if (attendee->report.doctor.isEmpty())
            column->addWidget(paragraph(TextStyle::Body, Role::Text, tr("The doctor has no card open there."), page));
    } else {
        column->addWidget(paragraph(TextStyle::Body, Role::MutedText,
                                    tr("Choose somebody, and what the doctor's codes mean is said here."), page));
    }
    column->addStretch();
    setWidget(page);                    // deletes the one before
    page->setAutoFillBackground(false); // setWidget() fills it
}

} // namespace greensward::ui
