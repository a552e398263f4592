// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/packet.h"
#include "trace/recorder.h"

namespace greensward::app {

/// Events as far as they can be told from the messages that any client may hear: messages, lifecycle events, the
/// answers of the shadow service.
trace::KindSet heardKinds();
/// Topics to listen on for it.
inline constexpr const char* kHeardTopics[]{"#", "$aws/events/#", "$aws/things/+/shadow/#"};
void recordHeard(trace::Recorder& recorder, const mqtt::Publish& message);

} // namespace greensward::app
