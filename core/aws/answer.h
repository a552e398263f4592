// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/http.h"
#include "aws/service.h"

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace greensward::aws {

/// In what form, for which service and under which request id an answer is written.
struct AnswerForm
{
    Protocol protocol;
    const Service* service = nullptr; ///< may be null for errors of what is unknown
    std::string requestId{};          ///< makeUuid()
    bool head = false;                ///< answers to HEAD have no body
};

/// A result as the caller reads it. Query: members become XML, arrays <member> lists, objects that are maps are given
/// as arrays of {key, value} named entry by the caller (see xml_writer.h).
Response answer(const AnswerForm& form, std::string_view operation, const boost::json::value& result,
                unsigned status = 200);
Response answerError(const AnswerForm& form, const ApiError& error);

/// What AWS says to an operation that does not exist, in each protocol's own words.
ApiError unknownOperation(const AnswerForm& form, std::string_view operation);

} // namespace greensward::aws
