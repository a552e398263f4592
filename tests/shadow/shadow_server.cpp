// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/broker.h"
#include "mqtt/broker_port.h"
#include "net/event_loop.h"
#include "net/listener.h"
#include "shadow/durable_shadow_store.h"
#include "shadow/service.h"

#include <cstdio>
#include <deque>

// A shadow service behind a broker on a free port, MQTT and HTTP on the same, so that foreign clients can judge the
// service alone. "shadow_server [DATABASE]": prints the port, serves until it is killed.
using namespace greensward;

namespace {

class ShadowServer final : public net::ListenerHandler
{
public:
    explicit ShadowServer(const char* database)
    {
        if (database != nullptr) {
            m_writer = std::make_unique<store::Writer>(
                store::Database::open(database).value(), m_loop, m_recorder,
                store::WriterEvents{.committed = [this](store::Ticket upTo) { committed(upTo); }, .failed = {}});
            m_store = std::make_unique<shadow::DurableShadowStore>(*m_writer, "cloud");
        }
        m_service = std::make_unique<shadow::ShadowService>(
            shadow::ShadowService::Parts{.recorder = m_recorder, .store = m_store.get(), .thingExists = {}});
        if (m_store) {
            if (const auto restored = m_service->restore(m_store->load().value()); !restored)
                std::fprintf(stderr, "%s\n", restored.error().message.c_str());
        }
        m_broker.tap("$aws/things/+/shadow/#", [this](const mqtt::TappedMessage& message) {
            const std::uint64_t connection = std::hash<std::string_view>{}(message.publisher) | 1;
            if (m_service->publish(message.topic, message.payload,
                                   {.connection = connection,
                                    .who = message.publisher,
                                    .cause = message.event,
                                    .journey = message.journey},
                                   now()))
                publishAnswers();
        });
    }

    int serve()
    {
        auto listener = net::Listener::open(m_loop, {.speech = net::Speech::MqttOrHttp}, *this);
        if (!listener) {
            std::fprintf(stderr, "%s\n", listener.error().message.c_str());
            return 1;
        }
        std::printf("%u\n", (*listener)->port());
        std::fflush(stdout);
        m_loop.run();
        return 0;
    }

    net::LinkHandler* linkOpened(net::Link& link) override { return m_port.adopt(link) ? &m_port : nullptr; }
    void refused(const net::Refusal&) override {}
    void request(const net::HttpRequest& request, net::HttpResponder respond) override
    {
        const auto answer =
            m_service->handle({.method = request.method, .target = request.target, .body = asBytes(request.body)},
                              {.who = "http"}, now());
        publishAnswers();
        if (!answer) {
            respond({.status = 404});
            return;
        }
        net::HttpResponse response{.status = static_cast<unsigned>(answer->status),
                                   .fields = {{"content-type", "application/json"}},
                                   .body = answer->body};
        if (!answer->errorType.empty())
            response.fields.emplace_back("x-amzn-ErrorType", answer->errorType);
        if (answer->waitsFor == 0)
            respond(std::move(response));
        else
            m_held.push_back({answer->waitsFor, std::move(response), std::move(respond)});
    }

private:
    shadow::Moment now() const { return {m_clock.now(), m_clock.wall()}; }

    void publishAnswers()
    {
        for (const shadow::Outgoing& message : m_service->takeMessages())
            m_broker.publish("$shadow",
                             {.topic = message.topic,
                              .payload = asBytes(message.payload),
                              .qos = mqtt::QoS::AtLeastOnce,
                              .properties = {},
                              .cause = message.cause,
                              .journey = message.journey},
                             m_clock.now());
        m_port.wake();
    }

    void committed(store::Ticket upTo)
    {
        m_service->committed(upTo);
        publishAnswers();
        std::erase_if(m_held, [&](Held& held) {
            if (held.ticket > upTo)
                return false;
            held.respond(std::move(held.response));
            return true;
        });
    }

    struct Held
    {
        store::Ticket ticket = 0;
        net::HttpResponse response;
        net::HttpResponder respond;
    };

    SystemClock m_clock;
    net::EventLoop m_loop;
    trace::Recorder m_recorder{m_clock};
    mqtt::Gatekeeper m_gatekeeper;
    mqtt::Broker m_broker{{.clock = m_clock, .recorder = m_recorder, .gatekeeper = m_gatekeeper}, {}};
    mqtt::BrokerPort m_port{m_loop, m_clock, m_broker};
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<shadow::DurableShadowStore> m_store;
    std::unique_ptr<shadow::ShadowService> m_service;
    std::deque<Held> m_held;
};

} // namespace

int main(int count, char** arguments)
{
    return ShadowServer(count > 1 ? arguments[1] : nullptr).serve();
}
