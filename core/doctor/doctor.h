// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/occurrence.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace greensward::doctor {

/// Bounds.
struct DoctorLimits
{
    std::size_t open = 50;     ///< cards that wait; beyond it the one that was not seen for longest goes
    std::size_t learned = 100; ///< cards that were right once
    Duration quiet = std::chrono::minutes(10); ///< not seen again for so long: it is over
};

/// Reads what the recorder recorded and says what is wrong and why. Nothing is asked of the engine, and nothing polls:
/// events come in by read(), time by advance(), at the latest at deadline().
///
/// Not thread-safe; any one thread.
class Doctor final : private Desk
{
public:
    explicit Doctor(DoctorLimits limits = {});
    ~Doctor() override;

    /// What a reader of the recorder must want for it.
    static trace::KindSet wanted();
    /// Codes that are watched for.
    static std::size_t checks() { return allCodes().size(); }

    void read(const trace::Chunk& chunk);
    void advance(WallTime now);
    std::optional<WallTime> deadline() const;

    /// What is wrong now, the latest first.
    const std::vector<Card>& cards() const { return m_cards; }
    /// What was wrong and works again, the latest first.
    const std::vector<Card>& learned() const { return m_learned; }
    /// Goes up with every change of the two.
    std::uint64_t revision() const { return m_revision; }
    /// Somebody has read it and wants it gone; it is kept among learned().
    void dismiss(Code code, std::string_view key);

private:
    void raise(Card card) override;
    void resolve(Code code, std::string_view key) override;
    void resolveClient(Code code, std::string_view client) override;
    WallTime now() const override { return m_now; }
    void learn(std::vector<Card>::iterator card);

    DoctorLimits m_limits;
    std::vector<std::unique_ptr<Rule>> m_rules;
    std::vector<Card> m_cards;
    std::vector<Card> m_learned;
    std::uint64_t m_revision = 0;
    WallTime m_now{};
};

/// The cards as a JSON object: {"checks":19,"cards":[…],"learned":[…]}; see docs/doctor.md.
boost::json::object toJson(const Doctor& doctor);
boost::json::object toJson(const Card& card);
/// One card as text to hand on. What tells who or where somebody is, is masked.
std::string report(const Card& card);

} // namespace greensward::doctor
