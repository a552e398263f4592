// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <cstdint>
#include <string>

namespace greensward::cloud {

// The errors of the IoT control plane, by AWS's names and statuses (wire-protocols.md 5.3).

using Failure = tl::unexpected<aws::ApiError>;

Failure invalid(std::string message);                            ///< InvalidRequestException, 400
Failure malformedPolicy(std::string message);                    ///< MalformedPolicyException, 400
Failure certificateInvalid(std::string message);                 ///< CertificateValidationException, 400
Failure registrationCodeInvalid(std::string message);            ///< RegistrationCodeValidationException, 400
Failure notFound(std::string message);                           ///< ResourceNotFoundException, 404
Failure certificateState(std::string message);                   ///< CertificateStateException, 406
Failure alreadyExists(std::string message);                      ///< ResourceAlreadyExistsException, 409
Failure deleteConflict(std::string message);                     ///< DeleteConflictException, 409
Failure versionsLimitExceeded(std::string message);              ///< VersionsLimitExceededException, 409
Failure versionConflict(std::int64_t is, std::int64_t expected); ///< VersionConflictException, 409
Failure limitExceeded(std::string message);                      ///< LimitExceededException, 410

} // namespace greensward::cloud
