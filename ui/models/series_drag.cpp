// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/series_drag.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

namespace greensward::ui {

std::unique_ptr<QMimeData> seriesMime(const SeriesRef& series)
{
    auto mime = std::make_unique<QMimeData>();
    const QJsonObject object{{QStringLiteral("topic"), series.topic}, {QStringLiteral("path"), series.path}};
    mime->setData(QLatin1String(kSeriesMime), QJsonDocument(object).toJson(QJsonDocument::Compact));
    mime->setText(series.path.isEmpty() ? series.topic : series.topic + QLatin1Char(' ') + series.path);
    return mime;
}

std::optional<SeriesRef> seriesOf(const QMimeData* mime)
{
    if (!mime || !mime->hasFormat(QLatin1String(kSeriesMime)))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(mime->data(QLatin1String(kSeriesMime))).object();
    SeriesRef series{object[QStringLiteral("topic")].toString(), object[QStringLiteral("path")].toString()};
    return series.topic.isEmpty() ? std::nullopt : std::optional(std::move(series));
}

} // namespace greensward::ui
