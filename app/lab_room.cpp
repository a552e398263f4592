// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_room.h"

namespace greensward::app {

using namespace std::chrono_literals;

LabRoom::LabRoom(Engine& engine)
    : m_engine(engine)
    , m_site(engine, [box = m_box](std::function<void()> work) { box->post(std::move(work)); })
    , m_course(std::make_unique<labs::Course>(m_site.site()))
{}

LabRoom::~LabRoom()
{
    m_course.reset();
    m_engine.ask([this] { m_reader.reset(); });
}

bool LabRoom::begin(std::string_view labId)
{
    if (!m_course->begin(labId))
        return false;
    m_engine.ask([this] {
        m_reader.reset();
        m_reader = std::make_unique<trace::Reader>(m_engine.recorder(), m_course->wanted());
    });
    return true;
}

void LabRoom::turn(std::chrono::milliseconds patience)
{
    m_box->empty(patience);
    if (!m_reader)
        return m_course->advance();
    // A window has the recorder flushed once a frame; without one nobody does until a chunk is full.
    m_engine.ask([this] { m_engine.recorder().flush(); });
    for (const trace::ChunkPtr& chunk : m_reader->drain())
        m_course->read(*chunk);
    m_course->advance();
}

bool LabRoom::turnUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience)
{
    const Instant late = m_engine.clock().now() + patience;
    while (!isSo()) {
        if (m_engine.clock().now() > late)
            return false;
        turn(10ms);
    }
    return true;
}

} // namespace greensward::app
