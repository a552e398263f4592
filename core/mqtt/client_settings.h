// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "mqtt/client.h"

namespace greensward::mqtt {

/// What may be published: a well-formed topic name, texts that are UTF-8, nothing longer than its field on the wire.
Result<void> checkMessage(const Publish& message);

/// Whether these settings can make a CONNECT that the protocol allows.
Result<void> checkSettings(const ClientSettings& settings);

} // namespace greensward::mqtt
