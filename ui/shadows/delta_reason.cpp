// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/delta_reason.h"

#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/shadows/shadow_words.h"

#include <QCoreApplication>

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;

namespace {

using Help = DeltaReason::Help;

constexpr int kMostFieldsTold = 3;

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

struct Field
{
    ShadowPath path;
    json::value desired;
    const json::value* reported;
};

std::vector<Field> differingFields(const ShadowDocument& document)
{
    std::vector<Field> fields;
    eachLeaf(document.desired, [&](const ShadowPath& path, const json::value& desired) {
        const json::value* reported = valueAt(document.reported, path);
        const bool wantsNothing = desired.is_object() && reported && reported->is_object();
        if (!wantsNothing && (!reported || !sameValue(desired, *reported)))
            fields.push_back({path, desired, reported});
    });
    return fields;
}

/// The devices of the workshop say why they ignore a field; others may do the same.
QString reasonGiven(const ShadowDocument& document, const ShadowPath& path)
{
    const auto* ignored = document.reported.if_contains("ignored");
    const auto* reasons = ignored ? ignored->if_object() : nullptr;
    const auto* reason = reasons && !path.empty() ? reasons->if_contains(path.front()) : nullptr;
    return reason && reason->is_string() ? toQString(reason->as_string()) : QString();
}

/// The newest accepted update that wrote desired.
const ShadowChange* lastDesire(const ShadowRecord& record)
{
    const auto& changes = record.changes();
    const auto found = std::find_if(changes.rbegin(), changes.rend(),
                                    [](const ShadowChange& change) { return change.accepted() && writesDesired(change); });
    return found == changes.rend() ? nullptr : &*found;
}

void explainField(const Field& field, const ShadowDocument& document, DeltaReason& reason)
{
    const QString name = pathText(field.path);
    if (!field.reported) {
        reason.sentences << tr("%1: %2 is desired, nothing is reported.").arg(name, jsonText(field.desired));
    } else if (!sameType(field.desired, *field.reported)) {
        reason.sentences << tr("%1: desired is %2 (%3), reported is %4 (%5). The service compares types, too, so this "
                               "stays until one of them changes its type.")
                                .arg(name, jsonText(field.desired), typeWord(field.desired), jsonText(*field.reported),
                                     typeWord(*field.reported));
        if (auto converted = convertedLike(field.desired, *field.reported); converted && reason.help == Help::None) {
            reason.help = Help::SendConverted;
            reason.path = field.path;
            reason.converted = std::move(*converted);
        }
    } else {
        reason.sentences << tr("%1: desired is %2, reported is %3.")
                                .arg(name, jsonText(field.desired), jsonText(*field.reported));
    }
    if (const QString given = reasonGiven(document, field.path); !given.isEmpty())
        reason.sentences << tr("The device says why: %1.").arg(given);
}

void explainDevice(const ShadowRecord& record, const DeviceFacts& device, DeltaReason& reason)
{
    const QString thing = toQString(record.name().thing);
    const ShadowChange* desire = lastDesire(record);
    const std::int64_t wanted = desire ? desire->version : 0;
    const bool told = wanted > 0 && record.toldVersion() >= wanted;
    if (!told && !device.online) {
        reason.sentences << (record.toldVersion() > 0
                                 ? tr("%1 is not connected; it was last told v%2 at %3. It learns of this when it is back "
                                      "and asks for the document.")
                                       .arg(thing)
                                       .arg(record.toldVersion())
                                       .arg(momentText(record.toldAt()))
                                 : tr("%1 is not connected, and was not told anything of this shadow yet.").arg(thing));
        if (device.isOff && reason.help == Help::None)
            reason.help = Help::StartDevice;
        return;
    }
    if (!told) {
        reason.sentences << tr("%1 is connected, but no delta of this was delivered to it: it does not listen to "
                               "update/delta, or asked before.")
                                .arg(thing);
        if (device.canUseShadow && reason.help == Help::None)
            reason.help = Help::UseShadowWay;
        return;
    }
    const QString ago = ageText(device.now - record.toldAt());
    if (record.saidVersion() > wanted)
        reason.sentences << tr("%1 was told v%2 %3 ago and has reported since (v%4), but not this.")
                                .arg(thing)
                                .arg(record.toldVersion())
                                .arg(ago)
                                .arg(record.saidVersion());
    else
        reason.sentences << tr("%1 was told v%2 %3 ago and has not reported since. Accepted and delta of one update carry "
                               "the same version: a client that takes the one for seen may drop the other as old.")
                                .arg(thing)
                                .arg(record.toldVersion())
                                .arg(ago);
}

} // namespace

DeltaReason whyDelta(const ShadowRecord& record, const ShadowDocument& document, const DeviceFacts& device)
{
    DeltaReason reason;
    const std::vector<Field> fields = differingFields(document);
    if (fields.empty()) {
        reason.sentences << (document.desired.empty()
                                 ? tr("There is no delta: nothing is desired.")
                                 : tr("There is no delta: the device reports all that is desired. Desired stays in the "
                                      "document until somebody sets it to null."));
        return reason;
    }
    for (std::size_t at = 0; at < fields.size() && at < kMostFieldsTold; ++at)
        explainField(fields[at], document, reason);
    if (fields.size() > kMostFieldsTold)
        reason.sentences << tr("%1 more fields differ.").arg(fields.size() - kMostFieldsTold);
    explainDevice(record, device, reason);
    reason.sentences << tr("Desired stays until somebody writes it again or sets it to null.");
    if (reason.help == Help::None) {
        reason.help = Help::RemoveDesired;
        reason.path = fields.front().path;
    }
    return reason;
}

std::optional<json::value> convertedLike(const json::value& value, const json::value& model)
{
    if (sameType(value, model))
        return value;
    if (model.is_string() && (value.is_number() || value.is_bool()))
        return json::value(jsonText(value).toStdString());
    if (!value.is_string())
        return std::nullopt;
    boost::system::error_code error;
    json::value parsed = json::parse(std::string_view(value.as_string()), error);
    return !error && sameType(parsed, model) ? std::optional(std::move(parsed)) : std::nullopt;
}

} // namespace greensward::ui
