// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/iam.h"

namespace greensward::cloud {

/// Compiles a document. Errors: MalformedPolicyDocument; LimitExceeded with `limit` for more than `longest` characters,
/// white space not counted.
aws::ApiResult<IamDocument> iamDocument(const std::string& name, const std::string& arn, std::string document,
                                        policy::Dialect dialect, std::size_t longest, std::string_view limit);
std::size_t sizeWithoutBlanks(std::string_view document);

tl::unexpected<aws::ApiError> noSuchEntity(std::string message);      ///< 404
tl::unexpected<aws::ApiError> entityExists(std::string message);      ///< EntityAlreadyExists, 409
tl::unexpected<aws::ApiError> iamConflict(std::string message);       ///< DeleteConflict, 409
tl::unexpected<aws::ApiError> iamLimit(std::string message);          ///< LimitExceeded, 409
tl::unexpected<aws::ApiError> malformedDocument(std::string message); ///< MalformedPolicyDocument, 400

} // namespace greensward::cloud
