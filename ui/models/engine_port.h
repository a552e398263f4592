// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "client/api.h"
#include "simulator/device_view.h"
#include "simulator/fault.h"
#include "simulator/roster.h"
#include "simulator/scenario.h"
#include "trace/recorder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace greensward::billing {
struct Bill;
}

namespace greensward::labs {
struct Site;
}

namespace greensward::ui {

/// What a PUBLISH of MQTT 5 may carry beyond its payload; left out for older connections.
struct MessageProperties
{
    std::string contentType{};
    std::string responseTopic{};
    std::string correlation{};
    std::uint32_t expirySeconds = 0; ///< 0: never
    bool isText = false;             ///< payload format indicator
    std::vector<std::pair<std::string, std::string>> user{};
    bool operator==(const MessageProperties&) const = default;
};

/// A publish from the console.
struct PublishRequest
{
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retain = false;
    std::string broker{}; ///< name of a connection to a broker elsewhere; empty: the workspace's own gateway
    /// The simulated device through whose own connection it goes, so that its policies decide; empty: the console's.
    std::string asDevice{};
    MessageProperties properties{};
};

enum class DeviceCommand : std::uint8_t {
    Start,
    Stop,
    Crash,
    CutCable,
    HealCable,
    SetRate, ///< readings a second
    SetWind, ///< m/s; negative: the weather's own again
    SetJitter,
    SetBurst,
    SetOnChange,  ///< 0 or 1
    SetWay,       ///< a simulator::Way: 0 direct, 1 by its shadow
    ReportShadow, ///< tells its shadow once how it is, whichever way it goes
};

/// A fault to be switched on.
struct FaultRequest
{
    simulator::FaultKind kind{};
    std::string target;   ///< device id, "*" for every device, empty for the gateway
    double intensity = 0; ///< in the unit of its spec
    double seconds = -1;  ///< negative: until healed
};

/// Where what the window shows comes from.
enum class Origin : std::uint8_t { Simulated, Live, Capture };

/// A recording or a replay under way.
struct CaptureStatus
{
    bool recording = false;
    std::string file; ///< being recorded or replayed
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
    double seconds = 0;   ///< since the recording began
    bool packing = false; ///< recording has ended, its file is being packed
    std::string recorded; ///< the file of the last recording, once it is whole
    bool replaying = false;
    std::string replayFile;
    double progress = 0; ///< of the replay, 0 … 1
    double speed = 1;
    std::uint64_t replayed = 0; ///< messages published by the replay so far
    std::string replaySummary;  ///< once a replay has ended: what was sent, and what was not and why
    std::string problem;        ///< why the last recording or replay ended early; empty otherwise
    bool operator==(const CaptureStatus&) const = default;
};

class BrokersPort;
class CapturePlayer;
class EdgePort;
class FunctionsPort;
class OutsidePort;

/// What the status bar shows.
struct EngineStatus
{
    bool running = false; ///< every port answers
    std::string problem;  ///< why not, in one sentence; empty otherwise
    std::string endpoint; ///< "localhost:8883"
    std::string dataDirectory;
    std::uint64_t clients = 0;
    std::uint64_t received = 0; ///< PUBLISH packets since the start
    std::uint64_t delivered = 0;
    std::uint64_t dropped = 0;
    std::uint64_t lostEvents = 0; ///< of this window's reader
    std::uint64_t residentBytes = 0;
    Origin origin = Origin::Simulated;
    std::string consoleClient;   ///< client id of the console's own connection
    std::uint64_t fleetSize = 0; ///< simulated devices, on or off
    std::uint64_t fleetOnline = 0;
    std::string faultProblem; ///< why the last fault or scenario asked for was refused; empty otherwise
    std::string scenario;     ///< id of the one that plays; empty otherwise
    double scenarioAt = 0;    ///< seconds since it began
    CaptureStatus capture;
};

/// A subscription of the console's own client.
struct ConsoleSubscription
{
    std::string filter;
    int qos = 0;
    bool granted = false;
    std::string problem; ///< why it was refused; empty otherwise
    std::uint64_t received = 0;
    std::string broker{}; ///< name of a connection to a broker elsewhere; empty: the workspace's own gateway
};

/// What the window asks of the engine. app implements it: each call posts to the engine thread and returns at once;
/// views are the newest snapshot. Called on the window's thread only.
class EnginePort
{
public:
    virtual ~EnginePort() = default;
    /// All events since the last call, oldest first. The window calls it once a frame.
    virtual std::vector<trace::ChunkPtr> drain() = 0;
    virtual EngineStatus status() const = 0;
    /// The first few hundred devices, and the one that is watched.
    virtual std::vector<simulator::DeviceView> devices() const = 0;
    /// This device, too, is to be among devices(), wherever it stands in the fleet; empty: none.
    virtual void watchDevice(const std::string& /*deviceId*/) {}
    /// The whole fleet at a glance, at most a second old; null without one. Asking costs nothing, but a fleet that
    /// nobody asks for is not looked through either.
    virtual std::shared_ptr<const simulator::Roster> roster() const { return nullptr; }
    /// How long bytes take to the client of a connection and their acknowledgement back; nothing where that is not
    /// known (yet): a connection is measured from when it was first asked for, once a second, while it is asked for.
    virtual std::optional<Duration> roundTrip(std::uint64_t /*connection*/) const { return std::nullopt; }
    virtual void command(const std::string& deviceId, DeviceCommand command, double value = 0) = 0;
    /// As the console's own MQTT client.
    virtual void publish(const PublishRequest& request) = 0;
    virtual void subscribe(const std::string& filter, int qos) = 0;
    virtual void unsubscribe(const std::string& filter) = 0;
    virtual std::vector<ConsoleSubscription> subscriptions() const = 0;

    /// Turbines beyond the workshop's own two devices come and go until there are so many devices (1 … 10,000).
    virtual void setFleetSize(std::uint64_t devices) = 0;
    virtual void inject(const FaultRequest& request) = 0;
    virtual void heal(std::uint64_t faultId) = 0;
    virtual void healAll() = 0;
    virtual std::vector<simulator::ActiveFault> faults() const = 0;

    /// Stories of faults that can be played, one at a time: a new one ends the one before.
    virtual std::vector<simulator::Scenario> scenarios() const { return {}; }
    virtual void startScenario(const std::string& /*id*/) {}
    virtual void stopScenario() {}

    /// Every event from now on into one file, until stopped. What went wrong is in status().capture.problem.
    virtual void startRecording(const std::string& file) = 0;
    virtual void stopRecording() = 0;
    /// Publishes a capture's messages again, as their senders did, at speed times the recorded pace (0: as fast as
    /// the broker takes them).
    virtual void startReplay(const std::string& file, double speed) = 0;
    virtual void stopReplay() = 0;
    /// The account's AWS APIs, as any program calls them; answers come on the window's thread. Null in a capture.
    virtual client::Api* api() { return nullptr; }
    /// What AWS would count and ask for, about a second old; null where nothing is metered, as in a capture. Asking
    /// costs nothing, but nobody makes a bill that is not asked for.
    virtual std::shared_ptr<const billing::Bill> bill() const { return nullptr; }
    /// The meter begins anew; undoing it brings back what it had counted, and what came since is in it.
    virtual void resetMeter() {}
    virtual void undoMeterReset() {}
    /// Reads the price files again: after one was changed. What is wrong with one is in the bill.
    virtual void rereadPrices() {}
    /// The price file of that id for this workspace to edit, made from the program's own where there is none yet; or
    /// why there cannot be one.
    virtual Result<std::string> ownPriceFile(const std::string& /*id*/) { return failure("nothing is metered here"); }

    /// Connections to brokers elsewhere; null where there can be none.
    virtual BrokersPort* brokers() { return nullptr; }
    /// What a device is to trust when it connects to this account: certificates as PEM. Empty in a capture.
    virtual std::string trustedRoot() const { return {}; }
    /// The console's own connection speaks MQTT 5: messages have properties.
    virtual bool hasProperties() const { return false; }
    /// Where labs take place: on the window's thread, for one labs::Course. Null where nothing can be done, as in a capture.
    virtual labs::Site* labSite() { return nullptr; }
    /// How telephones and real devices get in; null where none can, as in a capture.
    virtual OutsidePort* outside() { return nullptr; }
    /// What the host of functions remembers of their calls; null where nobody tells.
    virtual FunctionsPort* functions() { return nullptr; }
    /// The cores that run here; null where none can.
    virtual EdgePort* edge() { return nullptr; }
    /// Null unless what the window shows is a capture.
    virtual CapturePlayer* player() { return nullptr; }
};

} // namespace greensward::ui
