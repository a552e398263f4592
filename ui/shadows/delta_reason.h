// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_record.h"

#include <QString>
#include <QStringList>

#include <boost/json/value.hpp>
#include <optional>

namespace greensward::ui {

/// What is known beside the record of the client that is named as the thing.
struct DeviceFacts
{
    bool online = false;
    bool isSimulated = false;
    bool canUseShadow = false; ///< simulated, and goes the direct way: it does not listen to its shadow
    bool isOff = false;        ///< simulated, and switched off
    WallTime now{};
};

/// Why desired and reported of a shadow (still) differ, from its actual state (ux.md D17), and what would help.
struct DeltaReason
{
    enum class Help { None, SendConverted, UseShadowWay, StartDevice, RemoveDesired };
    QStringList sentences;
    Help help = Help::None;
    ShadowPath path;              ///< SendConverted, RemoveDesired
    boost::json::value converted; ///< SendConverted: of the type that is reported
    QString text() const { return sentences.join(QLatin1Char(' ')); }
};
DeltaReason whyDelta(const ShadowRecord& record, const ShadowDocument& document, const DeviceFacts& device);

/// "12" as 12, 12 as "12", "true" as true; nothing when the value has no meaning in that type.
std::optional<boost::json::value> convertedLike(const boost::json::value& value, const boost::json::value& model);

} // namespace greensward::ui
