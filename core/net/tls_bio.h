// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

namespace greensward::net {

/// Lets a TLS engine read from and write to a non-blocking socket. OpenSSL's own socket BIO raises SIGPIPE on a
/// connection that the other end has closed; this one does not. False when there is no memory.
bool attachSocket(SSL& tls, int descriptor);

} // namespace greensward::net
