// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ready_file.h"
#include "pki/certificate.h"

namespace greensward::app {

/// A new identity for the thing, made over the API of the engine that runs there: the thing is made when it is missing,
/// the certificate is active and attached to it, and the workshop's policy to the certificate. The private key is made
/// here and goes nowhere: the API sees a signing request. Waits for the answers.
Result<pki::Identity> enrolThing(const Whereabouts& at, const std::string& thing);

} // namespace greensward::app
