// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/judge.h"

#include "labs/judge_core.h"

namespace greensward::labs {

Judge::Judge(const Condition& condition, client::Api* api, DoneAt doneAt, WallTime begun)
    : m_core(std::make_shared<Core>(condition, api, std::move(doneAt), begun))
{}

Judge::~Judge() = default;

void Judge::read(const trace::Chunk& chunk, const trace::Event& event)
{
    m_core->read(chunk, event);
}

void Judge::advance(WallTime now)
{
    m_core->advance(now);
}

std::optional<WallTime> Judge::deadline() const
{
    return m_core->deadline();
}

void Judge::askAgain()
{
    m_core->askAgain();
}

bool Judge::isAsking() const
{
    return m_core->isAsking();
}

Verdict Judge::verdict() const
{
    return m_core->verdict();
}

std::uint64_t Judge::revision() const
{
    return m_core->revision();
}

} // namespace greensward::labs
