// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fault_groups.h"

#include <QCoreApplication>

namespace greensward::ui {

using simulator::FaultKind;

std::vector<FaultGroup> faultGroups()
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("FaultGroup", text); };
    return {
        {translated(QT_TRANSLATE_NOOP("FaultGroup", "Ends the connection")),
         {FaultKind::CutCable, FaultKind::HalfOpen, FaultKind::ResetLink, FaultKind::Crash, FaultKind::GatewayRestart}},
        {translated(QT_TRANSLATE_NOOP("FaultGroup", "Slows it down")),
         {FaultKind::Latency, FaultKind::Jitter, FaultKind::Loss, FaultKind::Throttle, FaultKind::SlowReader}},
        {translated(QT_TRANSLATE_NOOP("FaultGroup", "Spoils the messages")),
         {FaultKind::ClockSkew, FaultKind::BadJson, FaultKind::OversizePayload, FaultKind::DuplicateQos1}},
        {translated(QT_TRANSLATE_NOOP("FaultGroup", "Confuses who it is")),
         {FaultKind::DuplicateClientId, FaultKind::ExpiredCertificate, FaultKind::UnknownCertificate}},
    };
}

int keyOf(FaultKind kind)
{
    int key = 0;
    for (const FaultGroup& group : faultGroups())
        for (const FaultKind one : group.kinds)
            if (++key <= kFaultKeys && one == kind)
                return key;
    return 0;
}

FaultKind faultOfKey(int key)
{
    int at = 0;
    for (const FaultGroup& group : faultGroups())
        for (const FaultKind one : group.kinds)
            if (++at == key)
                return one;
    return FaultKind::CutCable;
}

} // namespace greensward::ui
