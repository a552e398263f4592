// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/canonical_request.h"
#include "aws/sigv4.h"

#include <functional>
#include <string>

namespace greensward::aws {

/// Why a signature may not fit, in words: tries a dozen likely mistakes and names the one that makes it fit.
/// `matches` tells whether a canonical request is the one that was signed.
std::string mismatchHint(const Request& request, const CanonicalForm& form, const Signature& signature,
                         const std::function<bool(const std::string&)>& matches);

} // namespace greensward::aws
