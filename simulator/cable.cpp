// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cable.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace greensward::simulator {

/// One attempt and the link it may become. Shared with the maker's callback, which may come after the cable has gone.
struct Cable::Line
{
    Line(Cable& cable, Random random) : link(cable.m_clock, random, cable.m_user), owner(&cable) {}
    FaultyLink link;
    Cable* owner;         ///< null once the cable has gone
    bool opening = false; ///< the maker has not answered yet
};

Cable::Cable(const std::string& deviceId, LinkMaker& maker, const Clock& clock, Random random, CableUser& user)
    : m_deviceId(deviceId), m_maker(maker), m_clock(clock), m_random(random), m_user(user)
{}

Cable::~Cable()
{
    drop();
    for (const auto& line : m_leftOver)
        line->owner = nullptr;
    for (const Abandoned& one : m_abandoned)
        one.line->owner = nullptr;
}

void Cable::dial()
{
    sweep();
    assert(!m_line);
    m_line = std::make_shared<Line>(*this, m_random.fork(m_random()));
    if (cut())
        m_dialDeadline = m_clock.now() + kDialPatience;
    else
        open(m_line);
}

void Cable::open(const std::shared_ptr<Line>& line)
{
    line->opening = true;
    m_maker.open(m_deviceId, line->link, [line](Result<net::Link*> link) {
        line->opening = false;
        Cable* owner = line->owner;
        if (link) {
            line->link.attach(**link);
            if (!owner)
                (*link)->setHandler(nullptr);
        }
        if (!owner || owner->m_line != line)
            return; // dropped meanwhile: the link closes itself
        if (link) {
            line->link.setFaults(owner->m_faults);
            owner->m_user.dialled(&line->link);
        } else {
            owner->m_line = nullptr;
            owner->m_user.dialled(tl::unexpected(link.error()));
        }
    });
}

void Cable::drop()
{
    m_dialDeadline.reset();
    if (!m_line)
        return;
    m_line->link.forsake();
    if (m_line->opening || !m_line->link.finished())
        m_leftOver.push_back(m_line);
    m_line = nullptr;
}

void Cable::abandon()
{
    if (!m_line || m_dialDeadline || m_line->opening)
        return drop();
    m_line->link.setFaults(LinkFaults::cut());
    m_line->link.forsake();
    m_abandoned.push_back({std::exchange(m_line, nullptr), m_clock.now() + kAbandonedFor});
}

void Cable::reset()
{
    if (m_line && !m_dialDeadline && !m_line->opening)
        m_line->link.close(net::CloseMode::Abort);
}

void Cable::setFaults(const LinkFaults& faults)
{
    m_faults = faults;
    if (m_line)
        m_line->link.setFaults(faults);
    for (const auto& line : m_leftOver)
        line->link.setFaults(faults);
    if (m_dialDeadline && !cut()) {
        m_dialDeadline.reset();
        open(m_line);
    }
}

void Cable::sweep()
{
    if (m_line && !m_dialDeadline && !m_line->opening && m_line->link.toldClosed())
        m_leftOver.push_back(std::exchange(m_line, nullptr));
    std::erase_if(m_abandoned, [](const Abandoned& one) { return one.line->link.finished(); });
    std::erase_if(m_leftOver, [](const auto& line) { return !line->opening && line->link.finished(); });
}

void Cable::advance(Instant now)
{
    if (m_dialDeadline && now >= *m_dialDeadline) {
        m_dialDeadline.reset();
        m_line = nullptr;
        m_user.dialled(failure("no answer from the broker"));
    }
    if (const auto line = m_line)
        line->link.advance(now);
    for (Abandoned& one : m_abandoned)
        if (now >= one.until)
            one.line->link.setFaults({});
    sweep();
    for (std::size_t i = 0; i < m_leftOver.size(); ++i)
        m_leftOver[i]->link.advance(now);
}

std::optional<Instant> Cable::nextDeadline() const
{
    std::optional<Instant> next = m_dialDeadline;
    const auto sooner = [&next](const std::shared_ptr<Line>& line) {
        const auto deadline = line->link.nextDeadline();
        if (deadline && (!next || *deadline < *next))
            next = deadline;
    };
    if (m_line)
        sooner(m_line);
    for (const auto& line : m_leftOver)
        sooner(line);
    for (const Abandoned& one : m_abandoned)
        if (!next || one.until < *next)
            next = one.until;
    return next;
}

} // namespace greensward::simulator
