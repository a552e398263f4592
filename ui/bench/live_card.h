// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bench/bench_card.h"
#include "ui/bench/live_devices.h"

#include <optional>

class QGridLayout;

namespace greensward::ui {

class Chip;
class ElidedLabel;
class RoleLabel;

/// A real device on the bench: who it is by its certificate, where it is, and how it is doing. What it measures is in
/// its messages.
class LiveCard final : public BenchCard
{
    Q_OBJECT

public:
    LiveCard(const LiveDevice& device, WallTime now, QWidget* parent = nullptr);
    void setDevice(const LiveDevice& device, WallTime now);
    /// Of its connection; nothing where it is not known.
    void setRoundTrip(std::optional<Duration> roundTrip);
    const std::string& deviceId() const override { return m_id; }
    void setTight(bool tight) override;

private:
    void showClock(const LiveDevice& device);
    void showCertificateEnd(std::int64_t ends, WallTime now);
    ElidedLabel* addLine(QGridLayout& grid, const QString& name);

    std::string m_id;
    ElidedLabel* m_title;
    ElidedLabel* m_certificate;
    ElidedLabel* m_note;
    Chip* m_state;
    Chip* m_will;
    Chip* m_ends; ///< of the certificate
    ElidedLabel* m_heard;
    ElidedLabel* m_messages;
    ElidedLabel* m_address;
    ElidedLabel* m_keepAlive;
    ElidedLabel* m_roundTrip;
    ElidedLabel* m_clock;
};

} // namespace greensward::ui
