// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/errors.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace {

Failure fail(const char* code, unsigned status, std::string message)
{
    aws::ApiError error;
    error.code = code;
    error.status = status;
    error.message = std::move(message);
    return Failure(std::move(error));
}

} // namespace

Failure invalid(std::string message)
{
    return fail("InvalidRequestException", 400, std::move(message));
}

Failure certificateInvalid(std::string message)
{
    return fail("CertificateValidationException", 400, std::move(message));
}

Failure registrationCodeInvalid(std::string message)
{
    return fail("RegistrationCodeValidationException", 400, std::move(message));
}

Failure notFound(std::string message)
{
    return fail("ResourceNotFoundException", 404, std::move(message));
}

Failure certificateState(std::string message)
{
    return fail("CertificateStateException", 406, std::move(message));
}

Failure alreadyExists(std::string message)
{
    return fail("ResourceAlreadyExistsException", 409, std::move(message));
}

Failure deleteConflict(std::string message)
{
    return fail("DeleteConflictException", 409, std::move(message));
}

Failure versionsLimitExceeded(std::string message)
{
    return fail("VersionsLimitExceededException", 409, std::move(message));
}

Failure versionConflict(std::int64_t is, std::int64_t expected)
{
    return fail("VersionConflictException", 409,
                fmt::format("The version of the thing is {}, the request expects {}", is, expected));
}

Failure limitExceeded(std::string message)
{
    return fail("LimitExceededException", 410, std::move(message));
}

} // namespace greensward::cloud
