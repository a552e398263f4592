// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"

namespace greensward::aws {

/// A source that knows a single key.
class OneKey final : public CredentialSource
{
public:
    explicit OneKey(Credential key) : m_key(std::move(key)) {}
    const Credential* find(std::string_view id) const override { return id == m_key.accessKeyId ? &m_key : nullptr; }
    Credential m_key;
};

} // namespace greensward::aws
