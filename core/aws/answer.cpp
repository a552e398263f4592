// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/answer.h"

#include "aws/xml_writer.h"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace greensward::aws {

namespace {

namespace json = boost::json;

std::string_view contentType(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Json10:
        return "application/x-amz-json-1.0";
    case Protocol::Json11:
        return "application/x-amz-json-1.1";
    case Protocol::RestJson:
        return "application/json";
    case Protocol::Query:
        return "text/xml";
    case Protocol::RestXml:
        break;
    }
    return "application/xml";
}

Response start(const AnswerForm& form, unsigned status)
{
    Response response{.status = status};
    if (form.protocol == Protocol::RestXml) {
        response.set("x-amz-request-id", form.requestId);
        response.set("x-amz-id-2", form.requestId);
    } else {
        response.set("x-amzn-RequestId", form.requestId);
    }
    response.set("Content-Type", contentType(form.protocol));
    return response;
}

std::string_view namespaceOf(const AnswerForm& form)
{
    return form.service ? form.service->xmlNamespace : std::string_view{};
}

void finish(Response& response, const AnswerForm& form)
{
    if (form.head)
        response.body.clear();
}

} // namespace

Response answer(const AnswerForm& form, std::string_view operation, const json::value& result, unsigned status)
{
    Response response = start(form, status);
    const auto* object = result.if_object();
    const bool empty = result.is_null() || (object && object->empty());
    switch (form.protocol) {
    case Protocol::Query:
        response.body = fmt::format(R"(<{}Response xmlns="{}">)", operation, namespaceOf(form));
        if (!empty)
            writeXml(response.body, std::string{operation} + "Result", result);
        response.body += fmt::format("<ResponseMetadata><RequestId>{}</RequestId></ResponseMetadata></{}Response>",
                                     form.requestId, operation);
        break;
    case Protocol::RestXml:
        if (object && !empty) { // the one member is the root element
            std::string root;
            writeXml(root, object->begin()->key(), object->begin()->value());
            const auto end = root.find('>');
            if (end != std::string::npos)
                root.insert(end, fmt::format(R"( xmlns="{}")", namespaceOf(form)));
            response.body = R"(<?xml version="1.0" encoding="UTF-8"?>)" + std::string{"\n"} + root;
        }
        break;
    case Protocol::Json10:
    case Protocol::Json11:
        response.body = result.is_null() ? "{}" : json::serialize(result);
        break;
    case Protocol::RestJson:
        if (!result.is_null())
            response.body = json::serialize(result);
        break;
    }
    finish(response, form);
    return response;
}

Response answerError(const AnswerForm& form, const ApiError& error)
{
    Response response = start(form, error.status);
    json::object body = error.members;
    switch (form.protocol) {
    case Protocol::Query:
        response.body =
            fmt::format(R"(<ErrorResponse xmlns="{}"><Error><Type>{}</Type><Code>{}</Code><Message>{}</Message>)"
                        "</Error><RequestId>{}</RequestId></ErrorResponse>",
                        namespaceOf(form), error.status < 500 ? "Sender" : "Receiver", xmlEscape(error.code),
                        xmlEscape(error.message), form.requestId);
        break;
    case Protocol::RestXml:
        response.body = fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>)"
                                    "\n<Error><Code>{}</Code><Message>{}</Message>",
                                    xmlEscape(error.code), xmlEscape(error.message));
        for (const auto& [key, member] : body)
            writeXml(response.body, key, member);
        response.body += fmt::format("<RequestId>{0}</RequestId><HostId>{0}</HostId></Error>", form.requestId);
        break;
    case Protocol::Json10:
    case Protocol::Json11:
        body["__type"] = error.code;
        body["message"] = error.message;
        response.body = json::serialize(body);
        break;
    case Protocol::RestJson:
        response.set("x-amzn-ErrorType", error.code);
        body["message"] = error.message;
        response.body = json::serialize(body);
        break;
    }
    finish(response, form);
    return response;
}

ApiError unknownOperation(const AnswerForm& form, std::string_view operation)
{
    ApiError error{.code = "UnknownOperationException", .status = 404};
    error.explanation = fmt::format("the operation {} is not built here", operation.empty() ? "asked for" : operation);
    switch (form.protocol) {
    case Protocol::Query:
        error.code = "InvalidAction";
        error.status = 400;
        error.message = fmt::format("Could not find operation {} for version {}", operation,
                                    form.service ? form.service->version : std::string_view{});
        break;
    case Protocol::RestXml:
        error.code = "NotImplemented";
        error.status = 501;
        error.message = "A header you provided implies functionality that is not implemented";
        break;
    case Protocol::Json10:
    case Protocol::Json11:
        error.status = 400;
        break;
    case Protocol::RestJson:
        break;
    }
    return error;
}

} // namespace greensward::aws
