// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/process_workers.h"

#include "lambda/watch.h"

namespace greensward::lambda {

Processes::Processes(const Clock& clock, Settings settings, std::function<void(std::function<void()>)> post)
    : m_watch(std::make_shared<Watch>(clock, std::move(settings), std::move(post)))
{
    m_watch->start();
}

Processes::~Processes()
{
    m_watch->stop();
}

void Processes::add(FunctionSpec spec, FunctionRequests& requests)
{
    m_watch->add(std::move(spec), requests);
}

void Processes::remove(std::string_view arn)
{
    m_watch->remove(arn);
}

void Processes::invoke(std::string_view arn, Invocation invocation, Done done)
{
    m_watch->invoke(arn, {std::move(invocation), std::move(done)});
}

std::string Processes::isolation() const
{
    return m_watch->isolation();
}

Result<void> Processes::canRun(std::string_view runtime) const
{
    return m_watch->canRun(runtime);
}

} // namespace greensward::lambda
