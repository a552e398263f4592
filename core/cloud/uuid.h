// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <string>

namespace greensward::cloud {

/// A random UUID (version 4), "0b1c…-….".
std::string uuid(Random& random);

} // namespace greensward::cloud
