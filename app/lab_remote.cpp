// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_remote.h"

#include "app/heard_events.h"
#include "app/identities.h"
#include "app/shell_text.h"
#include "base/files.h"

#include <fmt/format.h>
#include <future>
#include <unistd.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLargestPem = 64u << 10;

} // namespace

/// Requests of this thread over the loop's sockets.
class RemoteLabs::Bridge final : public client::Transport
{
public:
    Bridge(net::EventLoop& loop, client::Transport& transport, std::shared_ptr<PostBox> box)
        : m_loop(loop), m_transport(transport), m_box(std::move(box))
    {}
    void send(aws::Request request, Received received) override
    {
        m_loop.post([this, request = std::move(request), received = std::move(received)] {
            m_transport.send(request, [box = m_box, received](const Result<aws::Response>& answer) {
                box->post([received, answer] { received(answer); });
            });
        });
    }

private:
    net::EventLoop& m_loop;
    client::Transport& m_transport;
    std::shared_ptr<PostBox> m_box;
};

RemoteLabs::RemoteLabs(const Whereabouts& at)
    : m_plain(m_loop, at.address(), at.ports.api)
    , m_transport(std::make_unique<Bridge>(m_loop, m_plain, m_box))
    , m_api(*m_transport, m_clock, accountAt(at))
    , m_reader(std::make_unique<trace::Reader>(m_recorder, trace::KindSet::all()))
    , m_thread([this] { m_loop.run(); })
{}

Result<std::unique_ptr<RemoteLabs>> RemoteLabs::open(const Whereabouts& at)
{
    std::unique_ptr<RemoteLabs> labs(new RemoteLabs(at));
    if (const auto listening = labs->listen(at); !listening)
        return tl::unexpected(listening.error());
    return labs;
}

/// As a client of the workspace's own device, on everything.
Result<void> RemoteLabs::listen(const Whereabouts& at)
{
    const auto root = readFile(at.rootCertificate, kLargestPem);
    const auto certificate = readFile(Identities::certificateFile(at.directory, kOwnDevice), kLargestPem);
    const auto key = readFile(Identities::keyFile(at.directory, kOwnDevice), kLargestPem);
    for (const auto* file : {&root, &certificate, &key})
        if (!*file)
            return tl::unexpected(file->error());
    mqtt::ClientSettings settings;
    settings.clientId = fmt::format("greensward-lab-{}", ::getpid());
    auto up = std::make_shared<std::promise<Result<void>>>();
    m_loop.post([this, up, settings, place = LabClient::Place{at.host(), at.ports.mqtts, *root, *certificate, *key}] {
        m_ear = std::make_shared<LabClient>(m_loop, m_clock, place, settings);
        m_ear->setHeard([this](const mqtt::Publish& message) { recordHeard(m_recorder, message); });
        m_ear->connect([this, up](const Result<void>& connected) {
            if (!connected)
                return up->set_value(connected);
            for (const char* topic : kHeardTopics)
                m_ear->subscribe(topic, 1,
                                 [up, isLast = topic == std::end(kHeardTopics)[-1]](const Result<void>& granted) {
                                     if (isLast)
                                         up->set_value(granted);
                                 });
        });
    });
    if (const auto listening = up->get_future().get(); !listening)
        return listening;
    m_hands = std::make_unique<LabHands>(
        LabHands::Parts{.loop = m_loop,
                        .clock = m_clock,
                        .host = at.host(),
                        .port = at.ports.mqtts,
                        .trustedPem = *root,
                        .shellLines = shellLines(at),
                        .home = [box = m_box](std::function<void()> work) { box->post(std::move(work)); }});
    m_course = std::make_unique<labs::Course>(labs::Site{.clock = &m_clock,
                                                         .api = &m_api,
                                                         .hands = m_hands.get(),
                                                         .values = labValues(at),
                                                         .folders = labFolders(at.directory),
                                                         .progress = {}, // the process that runs there keeps it
                                                         .seen = heardKinds()});
    return {};
}

RemoteLabs::~RemoteLabs()
{
    m_course.reset();
    m_hands.reset();
    std::promise<void> gone;
    m_loop.post([&] {
        m_ear.reset();
        m_reader.reset();
        gone.set_value();
    });
    gone.get_future().wait();
    m_loop.stop();
    m_thread.join();
}

void RemoteLabs::turn(std::chrono::milliseconds patience)
{
    m_box->empty(patience);
    for (const trace::ChunkPtr& chunk : m_reader->drain())
        m_course->read(*chunk);
    m_course->advance();
}

bool RemoteLabs::turnUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience)
{
    const Instant late = m_clock.now() + patience;
    while (!isSo()) {
        if (m_clock.now() > late)
            return false;
        turn(10ms);
    }
    return true;
}

} // namespace greensward::app
