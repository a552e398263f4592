// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_board.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace greensward::ui {

namespace {

constexpr int kVersion = 1; ///< of save()

} // namespace

QByteArray PlotBoard::save() const
{
    QJsonArray plots;
    for (const Plot& plot : m_plots) {
        QJsonArray all;
        for (const auto& series : plot.series) {
            QJsonObject one{{QStringLiteral("topic"), series->ref.topic}, {QStringLiteral("path"), series->ref.path}};
            if (series->sideChosen)
                one[QStringLiteral("right")] = series->onRight;
            all.append(one);
        }
        QJsonObject one{{QStringLiteral("span"), plot.span}, {QStringLiteral("series"), all}};
        if (plot.axis.kind != PlotAxis::Kind::Arrival)
            one[QStringLiteral("axis")] =
                QJsonObject{{QStringLiteral("kind"), nameOf(plot.axis.kind)}, {QStringLiteral("path"), plot.axis.path}};
        plots.append(one);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), kVersion},
                                     {QStringLiteral("shown"), m_shown},
                                     {QStringLiteral("plots"), plots}})
        .toJson(QJsonDocument::Compact);
}

bool PlotBoard::restore(const QByteArray& saved)
{
    const QJsonObject object = QJsonDocument::fromJson(saved).object();
    if (object[QStringLiteral("version")].toInt() != kVersion)
        return false;
    const QJsonArray plots = object[QStringLiteral("plots")].toArray();
    for (int plot = 0; plot < kPlots && plot < plots.size(); ++plot) {
        const QJsonObject one = plots[plot].toObject();
        clear(plot);
        setSpan(plot, one[QStringLiteral("span")].toInt(span(plot)));
        const QJsonObject axis = one[QStringLiteral("axis")].toObject();
        if (const auto kind = axisKindOf(axis[QStringLiteral("kind")].toString()))
            setAxis(plot, {*kind, axis[QStringLiteral("path")].toString()});
        for (const QJsonValue& value : one[QStringLiteral("series")].toArray()) {
            const SeriesRef ref{value[QStringLiteral("topic")].toString(), value[QStringLiteral("path")].toString()};
            const bool added = add(plot, ref) == Adding::Added;
            if (added && value[QStringLiteral("right")].isBool())
                setOnRight(plot, ref, value[QStringLiteral("right")].toBool());
        }
    }
    setShown(object[QStringLiteral("shown")].toInt(m_shown));
    return true;
}

} // namespace greensward::ui
