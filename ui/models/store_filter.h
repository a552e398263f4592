// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"
#include "ui/models/message_store.h"

#include <vector>

namespace greensward::ui {

/// A filter over the rows of a MessageStore. Many rows share few names: each name is judged once.
class StoreFilter
{
public:
    StoreFilter() = default;
    explicit StoreFilter(Filter filter) : m_filter(std::move(filter)) {}

    const Filter& filter() const { return m_filter; }
    bool isEmpty() const { return m_filter.isEmpty(); }
    bool matches(const MessageStore& store, Serial serial);
    /// To be called when the store has evicted rows: its name ids may mean something else from now on.
    void forgetNames();

private:
    struct Judged
    {
        Filter::Verdict verdict = 0;
        bool known = false;
    };

    Filter m_filter;
    std::vector<Judged> m_topics;  ///< by NameId
    std::vector<Judged> m_senders; ///< by NameId
};

} // namespace greensward::ui
