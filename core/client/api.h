// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "base/clock.h"
#include "client/transport.h"

#include <boost/json/object.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::client {

/// One operation as it goes over the wire: `{"iot", "PUT", "/thing-groups/addThingToThingGroup",
/// {}, body}`. Labels of the path come from label().
struct Call
{
    std::string service; ///< signing name: "iot", "iotdata"
    std::string method;  ///< "GET"
    std::string path;    ///< percent-encoded, begins with '/'
    std::vector<std::pair<std::string, std::string>> query{};
    std::string body{}; ///< JSON, unless a field says otherwise; empty: none
    std::vector<std::pair<std::string, std::string>> fields{}; ///< of HTTP: {"x-amzn-principal", arn}
};

/// A name as one label of a path: "a/b" becomes "a%2Fb".
std::string label(std::string_view name);

/// What came back.
struct Answer
{
    unsigned status = 0; ///< of HTTP; 0: nothing came back
    std::string body{};  ///< as received
    std::string code{};  ///< of an error: "ResourceNotFoundException"; empty when nothing came back
    std::string problem{}; ///< of an error: what the service, or the transport, says; never empty then
    aws::Fields fields{};  ///< of HTTP, as received: some services say half of their answer there

    bool ok() const { return status >= 200 && status < 300; }
    /// The body as an object; an empty one when it is none.
    boost::json::object object() const;
    /// Empty when it is not there; the name in any case.
    std::string_view field(std::string_view name) const;
};

/// The AWS APIs of one account from the calling side: signs, sends, reads errors. Which endpoint answers is the
/// transport's affair (design.md 1.4). One thread.
class Api
{
public:
    struct Account
    {
        aws::Credential key; ///< without an id: calls are not signed, as the two of Cognito that need none
        std::string region;
        std::string host; ///< of the endpoint, as the Host field says it
    };
    using Answered = std::function<void(const Answer&)>;

    /// transport and clock must outlive it.
    Api(Transport& transport, const Clock& clock, Account account);

    /// answered is called once, later, on the same thread.
    void call(Call call, Answered answered);

private:
    Transport& m_transport;
    const Clock& m_clock;
    Account m_account;
};

} // namespace greensward::client
