// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/first_minute.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <chrono>

namespace greensward::ui {

using namespace std::chrono_literals;

namespace {

/// Between two devices that are switched on, so that each can be seen to arrive.
constexpr auto kBetweenStarts = 400ms;
/// A visitor reads before he acts.
constexpr auto kReading = 2500ms;
constexpr auto kBeforeAgain = 12s;
/// [MQTT-3.1.2-24]
constexpr double kPatience = 1.5;

} // namespace

FirstMinute::FirstMinute(EngineMirror& mirror) : m_mirror(mirror)
{
    m_starts.setInterval(kBetweenStarts);
    connect(&m_starts, &QTimer::timeout, this, &FirstMinute::startNext);
    m_itself.setSingleShot(true);
    connect(&m_itself, &QTimer::timeout, this, &FirstMinute::playOn);
}

void FirstMinute::begin()
{
    m_begun = true;
    m_at = 0;
    m_because = {};
    m_toStart.clear();
    m_awaited.clear();
    for (const auto& device : m_mirror.engine().devices()) {
        if (device.model == "turbine" && m_turbine.empty())
            m_turbine = device.id;
        if (device.state != simulator::DeviceState::Online) {
            m_toStart.push_back(device.id);
            m_awaited.insert(device.id);
        }
    }
    m_mirror.selection().setClient(QString::fromStdString(m_turbine)); // views show what the story is about
    if (m_awaited.empty() && !m_turbine.empty()) {
        finishStep(tr("All devices are connected already."));
    } else {
        startNext();
        m_starts.start();
    }
    emit changed();
}

void FirstMinute::startNext()
{
    if (m_toStart.empty()) {
        m_starts.stop();
        return;
    }
    m_mirror.command(m_toStart.front(), DeviceCommand::Start);
    m_toStart.erase(m_toStart.begin());
}

QString FirstMinute::title(Step step)
{
    switch (step) {
    case Step::Connect:
        return tr("Devices connect");
    case Step::PullCable:
        return tr("Pull a cable");
    case Step::LastWill:
        return tr("The last will");
    case Step::PlugIn:
        break;
    }
    return tr("Plug it in again");
}

QString FirstMinute::text(Step step)
{
    switch (step) {
    case Step::Connect:
        return tr("A wind turbine and a sprinkler come to life and connect to the device gateway in this program.");
    case Step::PullCable:
        return tr(
            "Pull the turbine's cable. Nobody is told: to the gateway it looks as if the turbine were just quiet.");
    case Step::LastWill:
        return tr(
            "The gateway waits one and a half times the keep-alive. Then it gives the turbine up and publishes what "
            "the turbine left with it for this case: its last will.");
    case Step::PlugIn:
        break;
    }
    return tr("The turbine notices too, and connects again as soon as it can.");
}

QString FirstMinute::action() const
{
    if (!m_begun || isFinished())
        return {};
    switch (step()) {
    case Step::PullCable:
        return tr("Pull the cable");
    case Step::PlugIn:
        return tr("Plug the cable in");
    case Step::Connect:
    case Step::LastWill:
        break;
    }
    return {};
}

void FirstMinute::act()
{
    if (action().isEmpty())
        return;
    if (step() == Step::PullCable) {
        m_mirror.command(m_turbine, DeviceCommand::CutCable);
        finishStep(tr("The cable of %1 was pulled at %2.")
                       .arg(QString::fromStdString(m_turbine), clockText(m_mirror.now()).left(8)));
        emit changed();
    } else {
        m_mirror.command(m_turbine, DeviceCommand::HealCable);
    }
}

std::optional<FirstMinute::Countdown> FirstMinute::countdown() const
{
    if (isFinished() || step() != Step::LastWill || m_keepAlive <= 0 || m_lastHeard == WallTime{})
        return std::nullopt;
    const double whole = kPatience * m_keepAlive;
    const double silent = std::chrono::duration<double>(m_mirror.now() - m_lastHeard).count();
    return Countdown{std::clamp(whole - silent, 0.0, whole), whole};
}

void FirstMinute::setPlaysItself(bool itself)
{
    m_playsItself = itself;
    if (itself)
        m_itself.start(kReading);
    else
        m_itself.stop();
}

void FirstMinute::playOn()
{
    if (!m_playsItself)
        return;
    if (!m_begun || isFinished())
        begin();
    else
        act();
}

void FirstMinute::ingest(const trace::Chunk& chunk)
{
    if (!m_begun || isFinished())
        return;
    for (const trace::Event& event : chunk.events())
        see(chunk, event);
}

void FirstMinute::see(const trace::Chunk& chunk, const trace::Event& event)
{
    using trace::Kind;
    const std::string_view subject = chunk.text(event.subject);
    const auto at = [&event] { return clockText(event.time).left(8); };
    switch (event.kind) {
    case Kind::ClientConnected:
        if (isTurbine(subject)) {
            m_keepAlive = static_cast<double>(event.extra);
            m_lastHeard = event.time;
        }
        if (const auto awaited = m_awaited.find(subject); awaited != m_awaited.end())
            m_awaited.erase(awaited);
        if (m_at == 0 && m_awaited.empty())
            finishStep(tr("%1 connected at %2.").arg(toQString(subject), at()));
        else if (m_at == static_cast<std::size_t>(Step::PlugIn) && isTurbine(subject))
            finishStep(tr("%1 connected again at %2.").arg(toQString(subject), at()));
        return;
    case Kind::MessagePublished:
    case Kind::MessageAcknowledged:
    case Kind::KeepAlive:
        if (isTurbine(subject))
            m_lastHeard = event.time;
        return;
    case Kind::FaultInjected: // on the map, on the bench …
        if (m_at == static_cast<std::size_t>(Step::PullCable) && isTurbine(subject) &&
            chunk.text(event.detail).find("cable") != std::string_view::npos)
            finishStep(tr("The cable of %1 was pulled at %2.").arg(toQString(subject), at()));
        return;
    case Kind::WillPublished:
        if (m_at == static_cast<std::size_t>(Step::LastWill) && isTurbine(subject))
            finishStep(tr("%1 was published at %2.").arg(toQString(chunk.text(event.object)), at()));
        return;
    default:
        return;
    }
}

void FirstMinute::finishStep(QString because)
{
    m_because[m_at++] = std::move(because);
    m_changed = true;
    if (m_playsItself)
        m_itself.start(isFinished() ? std::chrono::milliseconds(kBeforeAgain) : kReading);
}

void FirstMinute::publish()
{
    if (std::exchange(m_changed, false))
        emit changed();
}

} // namespace greensward::ui
