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
constexpr std::size_t kMostTold = 200; ///< chunks, one every 300 ms at most
constexpr std::chrono::seconds kPatience{8}; ///< with a gateway that does not answer

} // namespace

/// Requests of this thread over the loop's sockets.
class RemoteLabs::Bridge final : public client::Transport
{
public:
    Bridge(net::EventLoop& loop, client::Transport& transport, Home home)
        : m_loop(loop), m_transport(transport), m_home(std::move(home))
    {}
    ~Bridge() override { *m_open = false; }
    void send(aws::Request request, Received received) override
    {
        m_loop.post([this, request = std::move(request), received = std::move(received)] {
            m_transport.send(request, [home = m_home, open = m_open, received](const Result<aws::Response>& answer) {
                home([open, received, answer] {
                    if (*open)
                        received(answer);
                });
            });
        });
    }

private:
    net::EventLoop& m_loop;
    client::Transport& m_transport;
    Home m_home;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true); ///< of its home's thread
};

RemoteLabs::RemoteLabs(const Whereabouts& at, Home home)
    : m_home(home ? std::move(home) : [box = m_box](std::function<void()> work) { box->post(std::move(work)); })
    , m_plain(m_loop, m_clock, {.host = at.address(), .port = at.ports.api})
    , m_transport(std::make_unique<Bridge>(m_loop, m_plain, m_home))
    , m_api(*m_transport, m_clock, accountAt(at))
    , m_loopApi(m_plain, m_clock, accountAt(at))
    , m_reader(std::make_unique<trace::Reader>(m_recorder, trace::KindSet::all()))
    , m_thread([this] { m_loop.run(); })
{}

Result<std::unique_ptr<RemoteLabs>> RemoteLabs::open(const Whereabouts& at, Home home)
{
    std::unique_ptr<RemoteLabs> labs(new RemoteLabs(at, std::move(home)));
    if (const auto listening = labs->listen(at); !listening)
        return tl::unexpected(listening.error());
    return labs;
}

Result<void> RemoteLabs::listen(const Whereabouts& at)
{
    const auto root = readFile(at.rootCertificate, kLargestPem);
    if (!root)
        return tl::unexpected(root.error());
    const bool seesAll = readRecorder();
    if (!seesAll)
        if (const auto listening = listenAsAClient(at, *root); !listening)
            return listening;
    m_hands = std::make_unique<LabHands>(LabHands::Parts{.loop = m_loop,
                                                         .clock = m_clock,
                                                         .host = at.host(),
                                                         .port = at.ports.mqtts,
                                                         .httpsPort = at.ports.https,
                                                         .trustedPem = *root,
                                                         .directory = at.directory,
                                                         .shellLines = shellLines(at),
                                                         .home = m_home});
    m_site = labs::Site{.clock = &m_clock,
                        .api = &m_api,
                        .hands = m_hands.get(),
                        .values = labValues(at),
                        .folders = labFolders(at.directory),
                        .progress = {}, // the process that runs there keeps it
                        .seen = seesAll ? trace::KindSet::all() : heardKinds(),
                        .hear = [this](labs::Course& course) {
                            std::vector<trace::ChunkPtr> heard = m_reader->drain();
                            {
                                const std::lock_guard lock(m_mutex);
                                heard.insert(heard.end(), m_told.begin(), m_told.end());
                                m_told.clear();
                            }
                            for (const trace::ChunkPtr& chunk : heard)
                                course.read(*chunk);
                        }};
    return {};
}

/// False where there is no such thing: the account of another kind of cloud, or an older program.
bool RemoteLabs::readRecorder()
{
    auto up = std::make_shared<std::promise<bool>>();
    m_loop.post([this, up] {
        m_stream = std::make_unique<EventStream>(m_loop, m_clock, m_loopApi, [this](trace::ChunkPtr chunk) {
            const std::lock_guard lock(m_mutex);
            if (m_told.size() >= kMostTold) // nobody does a lab
                m_told.erase(m_told.begin());
            m_told.push_back(std::move(chunk));
        });
        m_stream->open([up](const Result<void>& opened) { up->set_value(opened.has_value()); });
    });
    auto answered = up->get_future();
    return answered.wait_for(kPatience) == std::future_status::ready && answered.get();
}

/// As a client of the workspace's own device, on everything.
Result<void> RemoteLabs::listenAsAClient(const Whereabouts& at, const std::string& root)
{
    const auto certificate = readFile(Identities::certificateFile(at.directory, kOwnDevice), kLargestPem);
    const auto key = readFile(Identities::keyFile(at.directory, kOwnDevice), kLargestPem);
    for (const auto* file : {&certificate, &key})
        if (!*file)
            return tl::unexpected(file->error());
    mqtt::ClientSettings settings;
    settings.clientId = fmt::format("greensward-lab-{}", ::getpid());
    auto up = std::make_shared<std::promise<Result<void>>>();
    m_loop.post([this, up, settings, place = LabClient::Place{at.host(), at.ports.mqtts, root, *certificate, *key}] {
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
    auto answered = up->get_future();
    if (answered.wait_for(kPatience) != std::future_status::ready)
        return failure(fmt::format("{}:{} does not answer", at.host(), at.ports.mqtts));
    return answered.get();
}

labs::Course& RemoteLabs::course()
{
    if (!m_course)
        m_course = std::make_unique<labs::Course>(m_site);
    return *m_course;
}

RemoteLabs::~RemoteLabs()
{
    m_course.reset();
    m_hands.reset();
    std::promise<void> gone;
    m_loop.post([&] {
        m_stream.reset();
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
    m_site.hear(course());
    course().advance();
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
