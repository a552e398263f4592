// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/client.h"
#include "simulator/cable.h"
#include "simulator/device_model.h"
#include "simulator/device_shadow.h"
#include "simulator/device_view.h"
#include "simulator/roster.h"
#include "simulator/world.h"
#include "trace/recorder.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::simulator {

class Device;

/// What a device needs from around it. All outlive it.
struct Surroundings
{
    World& world;
    const Clock& clock; ///< the engine's
    trace::Recorder& recorder;
    LinkMaker& links;
};

/// What is wrong with the reports of a device.
struct ReportFaults
{
    Duration clock{};          ///< by which its own clock is ahead
    std::uint64_t padding = 0; ///< octets added to each report, as a member "padding"
    bool brokenJson = false;   ///< reports end in the middle
    bool twice = false;        ///< reports go out with QoS 1 and at once again with DUP
};

/// When a device reports.
struct Rhythm
{
    static constexpr int kLongestBurst = 100;

    double rate = 1.0;     ///< readings a second of the world's time, kSlowestRate … kFastestRate
    double jitter = 0;     ///< share of the interval, 0 … 1, by which a report may be late
    int burst = 1;         ///< so many readings are collected and sent together, 1 … kLongestBurst
    bool onChange = false; ///< readings that show nothing new are not sent
};

/// Who drives devices: told after anything that may have changed a device's deadlines.
class DeviceDriver
{
public:
    virtual ~DeviceDriver() = default;
    virtual void deadlinesChanged(Device& device) = 0;
};

/// A device of the workshop: physics that are always there, and a process with an MQTT client that can be started,
/// stopped and killed, at the end of a cable that can be cut. Reports run in the world's time, protocols in the
/// engine's. Engine thread.
class Device final : private mqtt::ClientHandler, private CableUser, private ShadowedThing
{
public:
    /// index: the driver's own way to find it again.
    Device(const Surroundings& surroundings, DeviceModelPtr model, std::uint32_t index, std::string_view number,
           DeviceDriver& driver);
    ~Device() override;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    const std::string& id() const { return m_id; }
    std::uint32_t index() const { return m_index; }
    DeviceState state() const;

    // --- what a person does to it
    // ---------------------------------------------------------------------------------------
    /// Switches it on: a new process. No effect when it is on.
    void start();
    /// Switches it off: DISCONNECT, the broker drops the will. why: what its card says of it. No effect when it is off.
    void stop(std::string_view why = "switched off");
    /// Kills the process: the link breaks without a word and what the process knew is lost.
    void crash();
    /// The whole machine loses its power: as a crash, but no operating system is left to close the connection, so the
    /// broker keeps its end until the keep-alive is over.
    void losePower();
    /// TCP RST on the connection at hand; the device connects again.
    void resetLink();
    /// What is wrong with its reports.
    void setReportFaults(const ReportFaults& faults) { m_reportFaults = faults; }
    /// Nothing gets through either way, and nobody is told. The device goes on until it misses an answer.
    void cutCable();
    void healCable();
    /// Any other fault of the line. tell: the recorder is to know.
    void setFaults(const LinkFaults& faults, bool tell = true);
    /// Values out of range are clamped.
    void setRhythm(const Rhythm& rhythm);
    const Rhythm& rhythm() const { return m_rhythm; }
    /// The rate alone.
    void setRate(double perSecond);
    /// A message of somebody else through this device's own connection. Fails, with the reason, when it cannot be sent.
    Result<void> publish(std::string_view topic, ByteView payload, mqtt::QoS qos, bool retain);
    /// Mean wind in m/s, or the weather's again. False when the device does not care.
    bool setWind(std::optional<double> metresPerSecond);
    /// False when it has no shadow to go by (DeviceModel::settings).
    bool setWay(Way way);
    Way way() const { return m_shadow ? Way::Shadow : Way::Direct; }
    /// Tells its shadow how it is, once. False when it has none or is not connected.
    bool reportToShadow();

    // --- from the driver
    // ------------------------------------------------------------------------------------------------
    /// Protocol and line, engine time.
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    /// The report that is due, world time; empty when switched off.
    std::optional<Moment> nextReport() const;
    void report();

    DeviceView view() const;
    /// What a table of thousands shows of it.
    RosterRow rosterRow() const;
    RosterName rosterName() const;

private:
    // mqtt::ClientHandler
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    // ShadowedThing
    boost::json::object settings() const override;
    Result<std::string> set(std::string_view name, const boost::json::value& wanted) override;
    bool sendToShadow(std::string_view topic, std::string_view payload) override;
    void noteOfShadow(std::string note) override { m_note = std::move(note); }
    // CableUser
    void dialled(Result<net::Link*> link) override;
    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;

    mqtt::ClientSettings clientSettings() const;
    void applyRhythm(const Rhythm& rhythm);
    void listen();
    void ignoreOtherWay();
    void changed(Moment moment);
    void pump();
    void dieAs(std::string_view note, std::string_view fault);
    void endProcess();
    void live(Moment until);
    void scheduleReport();
    Duration lateness();
    void takeReading(Moment moment, bool anyway);
    void sendCollected();
    bool publishReport(std::string_view json);
    void recordState();
    void record(trace::Kind kind, std::string_view detail);

    Surroundings m_around;
    DeviceModelPtr m_model;
    DeviceDriver& m_driver;
    std::uint32_t m_index;
    std::string m_number;
    std::string m_id;
    std::string m_reportTopic;
    Random m_random;
    std::unique_ptr<Physics> m_physics;
    Moment m_livedUntil;
    Rhythm m_rhythm;
    Duration m_interval;
    double
        m_phase; ///< place in the interval at which this device reports, 0 … 1, so that a fleet spreads over the second
    Random m_lateness;
    std::optional<Moment> m_grid; ///< the moment of the next report before its lateness
    std::optional<Moment> m_nextReport;
    std::vector<std::string> m_collected; ///< readings that wait for the rest of their burst
    std::string m_lastValues;             ///< of the last reading that was sent, while only news is
    std::optional<Moment> m_followUp;     ///< a second report once a change had time to take effect
    Cable m_cable;
    std::unique_ptr<mqtt::Client> m_client; ///< the process, while there is one
    net::Link* m_link = nullptr;
    bool m_dialling = false;
    bool m_closingLink = false;
    bool m_blocked = false; ///< the link took less than was offered
    bool m_pumping = false;
    bool m_on = false;
    bool m_crashed = false;
    trace::EventId m_started = 0;
    std::uint64_t m_published = 0;
    std::uint64_t m_received = 0;
    ReportFaults m_reportFaults;
    std::unique_ptr<DeviceShadow> m_shadow; ///< null while it goes the direct way
    mqtt::Token m_shadowAsked = 0;          ///< its subscription, until it is granted
    bool m_shadowHeard = false;             ///< granted in an earlier connection of this process: it is renewed
    std::string m_note;
};

} // namespace greensward::simulator
