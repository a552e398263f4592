// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctor.h"

#include <gtest/gtest.h>

namespace greensward::doctor {

using trace::Kind;

/// A recorder with a doctor as its reader, in virtual time.
class Practice : public testing::Test
{
protected:
    void record(trace::Entry entry)
    {
        recorder.record(entry);
        recorder.flush();
        for (const auto& chunk : reader.drain())
            doctor.read(*chunk);
    }
    void evidence(trace::Finding finding, std::string_view subject, std::string_view particulars)
    {
        record({.kind = Kind::Evidence,
                .extra = static_cast<std::int64_t>(finding),
                .subject = subject,
                .object = "127.0.0.1:5000",
                .payload = asBytes(particulars)});
    }
    void connected(std::string_view client, std::string_view address, std::int64_t keepAlive = 60)
    {
        record({.kind = Kind::ClientConnected, .extra = keepAlive, .subject = client, .object = address});
    }
    void takenOver(std::string_view client, std::string_view address)
    {
        record({.kind = Kind::ClientTakenOver, .subject = client, .object = address});
        connected(client, address);
    }
    void updated(std::string_view who, std::int64_t version, std::string_view request, std::string_view delta = {})
    {
        constexpr std::string_view kShadow = "$aws/things/wt-1/shadow";
        record({.kind = Kind::ShadowAccepted,
                .extra = version,
                .subject = who,
                .object = kShadow,
                .detail = "update",
                .payload = asBytes(request)});
        if (!delta.empty())
            record({.kind = Kind::ShadowDelta,
                    .extra = version,
                    .subject = who,
                    .object = kShadow,
                    .payload = asBytes(delta)});
    }
    void wait(Duration time)
    {
        clock.advance(time);
        doctor.advance(clock.wall());
    }
    std::string first() const { return doctor.cards().empty() ? "none" : name(doctor.cards().front().code); }
    std::string sentence() const { return doctor.cards().front().sentence.english(); }

    ManualClock clock;
    trace::Recorder recorder{clock};
    trace::Reader reader{recorder, Doctor::wanted()};
    Doctor doctor;
};

} // namespace greensward::doctor
