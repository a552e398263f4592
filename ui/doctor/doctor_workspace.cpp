// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doctor/doctor_workspace.h"

#include "doctor/doctor.h"
#include "ui/doctor/learned_list.h"
#include "ui/findings/finding_list.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/models/doctor_model.h"
#include "ui/models/engine_mirror.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

DoctorWorkspace::DoctorWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("doctor"), tr("Doctor"), QStringLiteral("doctor"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<DoctorModel>())
    , m_card(new Card(tr("Doctor"), this))
    , m_count(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_pages(new QStackedWidget(m_card))
    , m_list(new FindingList(mirror, FindingCard::Size::Full, m_pages))
    , m_learned(new LearnedList(m_model, mirror.scope(), this))
    , m_learnedDock(new PanelDock(QStringLiteral("learned"), tr("What I learned"), m_learned, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->head().addWidget(m_count);
    m_card->head().addStretch();
    auto* well = new EmptyState(QStringLiteral("check"), allWellText(),
                                mirror.engine().player() ? QString() : tr("Break something on purpose"), m_pages);
    m_well = well;
    connect(well, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_well);
    m_card->body().addWidget(m_pages, 1);
    connect(m_list, &FindingList::workspaceAsked, this, &Workspace::workspaceAsked);
    connect(&m_model, &DoctorModel::cardsChanged, this, &DoctorWorkspace::follow);
    connect(&m_model, &DoctorModel::raised, this, &DoctorWorkspace::announce);
    follow();
}

void DoctorWorkspace::follow()
{
    const int open = static_cast<int>(m_model.cards().size());
    const auto checks = doctor::Doctor::checks();
    m_count->setText(open == 1 ? tr("1 note, %1 checks watch").arg(checks)
                               : tr("%1 notes, %2 checks watch").arg(open).arg(checks));
    m_count->setVisible(open > 0);
    m_pages->setCurrentWidget(open > 0 ? static_cast<QWidget*>(m_list) : m_well);
}

/// Whoever cannot see the window hears of it, wherever the focus is.
void DoctorWorkspace::announce(const QString& spoken)
{
    m_card->setAccessibleName(spoken);
    QAccessibleEvent alert(m_card, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void DoctorWorkspace::copyAll()
{
    QString text;
    for (const doctor::Card& card : m_model.cards())
        text += QString::fromStdString(doctor::report(card)) + QLatin1Char('\n');
    QGuiApplication::clipboard()->setText(text.isEmpty() ? allWellText() : text);
}

QList<Workspace::Panel> DoctorWorkspace::panels() const
{
    return {{m_learnedDock, Qt::RightDockWidgetArea, 320}};
}

QList<QWidget*> DoctorWorkspace::focusStops() const
{
    QList<QWidget*> stops;
    for (int row = 0; row < m_list->count(); ++row)
        stops << m_list->at(row);
    if (stops.isEmpty())
        stops << m_well;
    return stops;
}

void DoctorWorkspace::addCommands(Commands& commands)
{
    commands.add(this, QStringLiteral("doctor.copy-all"), tr("Doctor"), tr("Copy the report of all cards"), {},
                 [this] { copyAll(); });
}

} // namespace greensward::ui
