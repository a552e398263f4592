// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/scenario_row.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/models/fault_model.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr double kLine = 18;
constexpr double kTime = 36;

/// Titles and sentences are data of the scenario's file; those of the program's own are translated.
QString translated(const std::string& text)
{
    return QCoreApplication::translate("Scenarios", text.c_str());
}

QString whatText(const simulator::ScenarioStep& step)
{
    if (const auto* wind = std::get_if<simulator::ScenarioWind>(&step.what))
        return ScenarioRow::tr("Wind %1 m/s").arg(wind->speed);
    const auto& fault = std::get<simulator::ScenarioFault>(step.what);
    const auto& spec = simulator::faultSpec(fault.kind);
    const QString intensity = intensityText(spec, fault.intensity);
    return intensity.isEmpty() ? faultName(spec) : ScenarioRow::tr("%1, %2").arg(faultName(spec), intensity);
}

} // namespace

QString stepText(const simulator::ScenarioStep& step)
{
    const QString where = faultTargetText(step.target);
    const QString what = step.seconds > 0 ? ScenarioRow::tr("%1, %2, %3 s").arg(whatText(step), where).arg(step.seconds)
                                          : ScenarioRow::tr("%1, %2").arg(whatText(step), where);
    return ScenarioRow::tr("at %1 s: %2").arg(step.at).arg(what);
}

/// The steps, one a line: those that are on are marked, those that are over are pale.
class ScenarioRow::Timeline final : public QWidget
{
public:
    Timeline(const std::vector<simulator::ScenarioStep>& steps, QWidget* parent) : QWidget(parent), m_steps(steps)
    {
        setFixedHeight(px(kLine) * static_cast<int>(steps.size()));
        QStringList lines;
        for (const auto& step : steps)
            lines << stepText(step);
        setAccessibleName(lines.join(QStringLiteral("; ")));
        setToolTip(lines.join(QLatin1Char('\n')));
    }
    void setSeconds(int seconds)
    {
        m_seconds = seconds;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        for (std::size_t at = 0; at < m_steps.size(); ++at) {
            const auto& step = m_steps[at];
            const bool on = m_seconds >= step.at && m_seconds < step.at + std::max(step.seconds, 2.0);
            const QRect line(0, static_cast<int>(at) * px(kLine), width(), px(kLine));
            painter.setPen(color(on ? Role::Lost : Role::MutedText));
            paintNumber(painter, line.adjusted(0, 0, px(kTime) - line.width() - px(8), 0), tr("%1 s").arg(step.at),
                        fontOf(on ? TextStyle::Strong : TextStyle::Secondary));
            painter.setFont(fontOf(on ? TextStyle::Strong : TextStyle::Secondary));
            painter.setPen(color(on ? Role::Lost : m_seconds > step.at + step.seconds ? Role::MutedText : Role::Text));
            const QRect words = line.adjusted(px(kTime), 0, 0, 0);
            const QString text = tr("%1 · %2").arg(whatText(step), faultTargetText(step.target));
            painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        }
    }

private:
    std::vector<simulator::ScenarioStep> m_steps;
    int m_seconds = -1;
};

ScenarioRow::ScenarioRow(const simulator::Scenario& scenario, QWidget* parent)
    : FoldingRow(translated(scenario.title), translated(scenario.sentence), parent)
    , m_id(scenario.id)
    , m_seconds(static_cast<int>(scenario.seconds()))
    , m_timeline(new Timeline(scenario.steps, detailsWidget()))
    , m_play(new QPushButton(detailsWidget()))
{
    details().addWidget(m_timeline);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_play);
    details().addLayout(row);
    connect(m_play, &QPushButton::clicked, this, [this] { isActive() ? emit stopAsked() : emit playAsked(); });
    showButton(false);
    setProgress(-1);
}

void ScenarioRow::showButton(bool playing)
{
    m_play->setText(playing ? tr("Stop") : tr("Play"));
    m_play->setAccessibleName(playing ? tr("Stop the scenario %1").arg(accessibleName())
                                      : tr("Play the scenario %1").arg(accessibleName()));
    m_play->setIcon(
        icon(playing ? QStringLiteral("stop") : QStringLiteral("play"), playing ? Role::Text : Role::OnFill));
    setKind(*m_play, playing ? ButtonKind::Normal : ButtonKind::Primary);
}

void ScenarioRow::setProgress(int seconds)
{
    const bool playing = seconds >= 0;
    if (playing != isActive())
        showButton(playing);
    setActive(playing);
    m_timeline->setSeconds(seconds);
    setHint(playing ? tr("%1 of %2 s").arg(seconds).arg(m_seconds) : tr("%1 s").arg(m_seconds));
}

} // namespace greensward::ui
