// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>

class QMimeData;

namespace greensward::ui {

/// A number that is reported over and over: a field of the JSON messages on one topic.
struct SeriesRef
{
    QString topic;
    /// Where in the payload: "rpm", "gear.heat", "cells[2]"; a key with other characters in quotes, ["wind speed"].
    /// Empty in a drag: the whole topic, whoever takes it asks for the field.
    QString path;

    bool operator==(const SeriesRef&) const = default;
};

/// What a drag of a number carries: application/x-greensward-series, and plain text for other programs.
inline constexpr char kSeriesMime[] = "application/x-greensward-series";

/// For QDrag::setMimeData() or QAbstractItemModel::mimeData(), which take it over.
std::unique_ptr<QMimeData> seriesMime(const SeriesRef& series);
/// Nothing when a drag carries something else.
std::optional<SeriesRef> seriesOf(const QMimeData* mime);

} // namespace greensward::ui
