// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/iam_documents.h"

#include <algorithm>

namespace greensward::cloud {

std::size_t sizeWithoutBlanks(std::string_view document)
{
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    return document.size() - static_cast<std::size_t>(std::count_if(document.begin(), document.end(), blank));
}

aws::ApiResult<IamDocument> iamDocument(const std::string& name, const std::string& arn, std::string document,
                                        policy::Dialect dialect, std::size_t longest, std::string_view limit)
{
    if (sizeWithoutBlanks(document) > longest)
        return iamLimit(std::string(limit));
    auto parsed = policy::parsePolicy(name, document, dialect);
    if (!parsed)
        return tl::unexpected(parsed.error());
    parsed->arn = arn;
    return IamDocument{std::move(document), std::make_shared<const policy::Policy>(std::move(*parsed))};
}

tl::unexpected<aws::ApiError> noSuchEntity(std::string message)
{
    return aws::apiFailure("NoSuchEntity", 404, std::move(message));
}

tl::unexpected<aws::ApiError> entityExists(std::string message)
{
    return aws::apiFailure("EntityAlreadyExists", 409, std::move(message));
}

tl::unexpected<aws::ApiError> iamConflict(std::string message)
{
    return aws::apiFailure("DeleteConflict", 409, std::move(message));
}

tl::unexpected<aws::ApiError> iamLimit(std::string message)
{
    return aws::apiFailure("LimitExceeded", 409, std::move(message));
}

tl::unexpected<aws::ApiError> malformedDocument(std::string message)
{
    return aws::apiFailure("MalformedPolicyDocument", 400, std::move(message));
}

} // namespace greensward::cloud
