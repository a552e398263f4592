// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "mqtt/packet.h"

#include <boost/json/object.hpp>

#include <cstddef>
#include <string_view>

/// What the meter is told: sizes in octets as AWS's page of additional metering details has them, and who is meant.
namespace greensward::cloud {

/// The will's topic and payload, and the strings and octets of MQTT 5's properties.
std::size_t meteredSize(const mqtt::Connect& packet);
/// The payload with what MQTT 5 adds: content type, response topic, correlation data, user properties. Not the topic.
std::size_t meteredSize(const mqtt::Publish& packet);
/// The filters and user properties.
std::size_t meteredSize(const mqtt::Subscribe& packet);
/// As JSON.
std::size_t meteredSize(const boost::json::object& body);

/// True for the calls of the control plane that AWS lists as registry operations; the others cost nothing.
bool isRegistryOperation(std::string_view operation);
/// The last part of the caller's ARN.
std::string_view whoAsks(const aws::Caller& caller);

} // namespace greensward::cloud
