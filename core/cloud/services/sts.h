// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/caller.h"
#include "cloud/keyring.h"

#include <boost/json/object.hpp>

#include <string_view>

namespace greensward::cloud {

/// The Security Token Service (wire-protocols.md 5.1): who am I, and temporary keys for the same. Roles are not part of
/// it yet. Engine thread.
class StsService
{
public:
    explicit StsService(Keyring& keyring) : m_keyring(keyring) {}

    /// Nothing when there is no such operation here.
    std::optional<aws::ApiResult<boost::json::object>>
    handle(std::string_view operation, const boost::json::object& input, const aws::Caller& caller);

private:
    aws::ApiResult<boost::json::object> getSessionToken(const boost::json::object& input, const aws::Caller& caller);
    Keyring& m_keyring;
};

} // namespace greensward::cloud
