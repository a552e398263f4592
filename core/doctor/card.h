// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "doctor/text.h"
#include "trace/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::doctor {

/// Where people get stuck; the numbers are those of the workshop's own list.
enum class Code : std::uint8_t {
    Endpoint = 1,
    Region = 2,
    Certificate = 3,
    Pem = 4,
    ClientId = 5,
    Denied = 6,
    TwoClients = 7,
    Clock = 8,
    Port = 9,
    Discovery = 10,
    CoreAddress = 11,
    CoreStart = 12,
    Role = 13,
    Deployment = 14,
    Route = 15,
    ShadowRejected = 16,
    Delta = 17,
    Credentials = 19,
    LastWill = 20,
};
/// All of them, in their order.
const std::vector<Code>& allCodes();
/// "D07"
std::string name(Code code);
/// "Two clients, one id"
Text title(Code code);

enum class Confidence : std::uint8_t { Certain, Likely, Check };
Text text(Confidence confidence);

/// A line of what was seen.
struct Row
{
    enum class Mark : std::uint8_t { None, Yes, No };
    Text label;
    std::string value;
    Mark mark = Mark::None;
};

/// What helps.
struct Fix
{
    enum class Act : std::uint8_t {
        Copy,                ///< text goes to the clipboard
        ActivateCertificate, ///< subject: certificate id
        AttachPolicy,        ///< subject: certificate id, text: ARN; which policy, is asked
        AllowMore,           ///< subject: policy name, text: the statement to add
        ShowClient,          ///< subject: client id
        ShowShadow,          ///< subject: thing
        StopDevice,          ///< subject: simulated device
        ShowGroup,           ///< subject: id of a Greengrass group, or the thing of its core
    };
    Act act = Act::Copy;
    Text label;
    std::string subject{};
    std::string text{};
    std::string command{}; ///< the same for the AWS CLI; empty where it has no such thing
};

/// Something that went wrong, and why.
struct Card
{
    Code code{};
    Confidence confidence = Confidence::Certain;
    std::string key{};     ///< the same symptom again has the same code and key
    std::string client{};  ///< id of the client it is about; empty without
    std::string peer{};    ///< address it was seen from; empty without
    Text sentence{};
    Text background{};     ///< why it is so, in a sentence or two
    std::vector<Row> rows{};
    std::vector<Fix> fixes{};
    int lab = 0;           ///< that teaches it; 0: none
    std::uint64_t times = 1;
    WallTime first{};
    WallTime last{};
    trace::EventId event = 0; ///< of the last time
    trace::JourneyId journey = 0;
    std::optional<WallTime> resolved{};
};

} // namespace greensward::doctor
