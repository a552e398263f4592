// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"

#include <boost/json/value.hpp>

#include <functional>
#include <memory>
#include <string>

namespace greensward::ui {

/// Where the next page of a list begins, as its operation names it.
struct Paging
{
    std::string member;      ///< "things"
    std::string next;        ///< in the answer: "nextToken", "nextMarker"
    std::string token;       ///< in the question: "nextToken", "marker"
    std::string size;        ///< "maxResults", "pageSize"
    std::size_t most = 1000; ///< entries that are asked for at all
};
/// ListThings and its like.
Paging tokenPaging(std::string member, std::size_t most);
/// ListCertificates, ListPolicies and their like.
Paging markerPaging(std::string member, std::size_t most);

/// Asks the AWS APIs and counts what is not answered yet. Answers that come after its end, or after drop(), are
/// ignored. The window's thread.
class AccountReader
{
public:
    using Answered = std::function<void(const client::Answer&)>;
    using Entry = std::function<void(const boost::json::value&)>;
    /// problem: empty when the list is complete; truncated: there is more than was asked for.
    using Done = std::function<void(const std::string& problem, bool truncated)>;

    /// api: null where there is none; then nothing is ever answered.
    AccountReader(client::Api* api, std::function<void()> idle) : m_api(api), m_idle(std::move(idle)) {}

    void ask(client::Call call, Answered answered);
    /// All pages, one after the other.
    void list(client::Call call, Paging paging, Entry entry, Done done);
    /// Forgets what was asked.
    void drop();
    bool isBusy() const { return m_waiting > 0; }

private:
    void page(client::Call call, Paging paging, std::string token, std::size_t seen, Entry entry, Done done);

    client::Api* m_api;
    std::function<void()> m_idle; ///< everything that was asked is answered
    std::shared_ptr<bool> m_round = std::make_shared<bool>(true);
    int m_waiting = 0;
};

} // namespace greensward::ui
