// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/durable_session_store.h"
#include "store_fixtures.h"

#include <benchmark/benchmark.h>

using namespace greensward;
using namespace greensward::mqtt;

namespace {

/// The life of a QoS 1 message to one absent-minded receiver: queued, sent, acknowledged; 128 octets, on the disk of
/// the folder for temporary files. One item is one write.
void queueSendAcknowledge(benchmark::State& state)
{
    const store::test::Folder folder;
    const ManualClock clock;
    trace::Recorder recorder(clock);
    store::test::StepExecutor engine;
    store::Writer writer(store::Database::open(folder / "bench.db").value(), engine, recorder, {});
    DurableSessionStore store(writer, "gateway");
    if (!store.load())
        state.SkipWithError("cannot load");
    store.saveSession("receiver", 0xffff'ffff, std::nullopt);
    std::uint64_t order = 0;
    constexpr int kBatch = 1000;
    for (auto _ : state) {
        for (int i = 0; i < kBatch; ++i) {
            auto message = std::make_shared<Message>();
            message->topic = "turbines/ev-gen/123";
            message->payload.assign(128, 'x');
            StoredSession::Delivery delivery;
            delivery.order = ++order;
            delivery.message = std::move(message);
            delivery.qos = QoS::AtLeastOnce;
            store.addDelivery("receiver", delivery);
            store.updateDelivery("receiver", order, static_cast<PacketId>(order % 65'535 + 1), DeliveryState::Sent);
            store.dropDelivery("receiver", order);
        }
        if (!writer.flush())
            state.SkipWithError("cannot write");
        engine.runReady();
    }
    state.SetItemsProcessed(state.iterations() * kBatch * 3);
}
BENCHMARK(queueSendAcknowledge)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
