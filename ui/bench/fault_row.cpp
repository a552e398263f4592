// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fault_row.h"

#include "ui/bench/fault_groups.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/fault_model.h"
#include "ui/why/why_subject.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

FaultRow::FaultRow(simulator::FaultKind kind, QWidget* parent)
    : FoldingRow(faultName(simulator::faultSpec(kind)), faultSentence(simulator::faultSpec(kind)), parent)
    , m_kind(kind)
    , m_inject(new QPushButton(tr("Inject"), detailsWidget()))
{
    const auto& spec = simulator::faultSpec(kind);
    const QString name = accessibleName();
    answerWhy(*this, [name, &spec] {
        return WhySubject{.title = name,
                          .text = faultSentence(spec) + QLatin1Char(' ') + faultLesson(spec),
                          .term = QStringLiteral("fault")};
    });
    if (const int key = keyOf(kind); key > 0)
        setHint(tr("K %1").arg(key));
    auto* lesson = new RoleLabel(TextStyle::Secondary, Role::Information, faultLesson(spec), detailsWidget());
    lesson->setWordWrap(true);
    details().addWidget(lesson);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    if (*spec.unit != '\0') {
        m_intensity = new QSpinBox(detailsWidget());
        m_intensity->setRange(static_cast<int>(spec.least), static_cast<int>(spec.most));
        m_intensity->setValue(static_cast<int>(spec.usual));
        m_intensity->setSuffix(QStringLiteral(" ") + QString::fromUtf8(spec.unit));
        m_intensity->setSingleStep(std::max(1, static_cast<int>(spec.usual / 10)));
        m_intensity->setAccessibleName(tr("Intensity of %1").arg(name));
        m_intensity->setToolTip(tr("%1 to %2").arg(intensityText(spec, spec.least), intensityText(spec, spec.most)));
        m_intensity->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_intensity->setMinimumWidth(px(96));
        row->addWidget(m_intensity);
    }
    row->addStretch();
    setKind(*m_inject, ButtonKind::Danger);
    m_inject->setIcon(icon(QStringLiteral("crash"), Role::Lost));
    m_inject->setAccessibleName(tr("Inject %1").arg(name));
    row->addWidget(m_inject);
    details().addLayout(row);
    connect(m_inject, &QPushButton::clicked, this, &FaultRow::injectAsked);
}

double FaultRow::intensity() const
{
    return m_intensity ? m_intensity->value() : 0;
}

} // namespace greensward::ui
