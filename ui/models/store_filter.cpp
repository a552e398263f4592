// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/store_filter.h"

#include "ui/models/origin_key.h"

namespace greensward::ui {

bool StoreFilter::matches(const MessageStore& store, Serial serial)
{
    const MessageRecord& record = store.record(serial);
    const auto judged = [&](std::vector<Judged>& table, NameId name, auto judge) {
        if (table.size() <= name)
            table.resize(store.nameCount());
        Judged& one = table[name];
        if (!one.known)
            one = {judge(store.name(name)), true};
        return one.verdict;
    };
    const Filter::Verdict names =
        judged(m_topics, record.object,
               [this](std::string_view key) {
                   const OriginKey topic = splitKey(key);
                   return m_filter.topicVerdict(topic.name) | m_filter.originVerdict(topic.origin);
               }) |
        judged(m_senders, record.subject, [this](std::string_view key) { return m_filter.senderVerdict(key); });
    FilterRow row;
    row.kind = record.kind;
    row.flags = record.flags;
    row.hasMessage = record.kind == trace::Kind::MessagePublished;
    row.size = record.size;
    row.payload = store.payload(serial);
    if (!row.hasMessage)
        row.text = trace::name(record.kind);
    return m_filter.matches(row, names);
}

void StoreFilter::forgetNames()
{
    m_topics.clear();
    m_senders.clear();
}

} // namespace greensward::ui
