// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::ui {

/// What a console says to the class of how its person is doing, once the person wants it; nothing else about the person
/// is ever said. It travels as JSON to greensward/class/NAME/progress, never retained.
struct ClassReport
{
    static constexpr qsizetype kLongestName = 40; ///< characters
    static constexpr std::size_t kLargest = 1024; ///< octets of a message
    static constexpr std::size_t kMostCodes = 16;
    static constexpr int kMost = 1000; ///< of the numbers of labs and steps

    QString name{};         ///< as the person chose it
    int lab = 0;            ///< its number; 0: none goes on
    int step = 0;           ///< the one that is being done, from 1; 0: none, the lab is finished
    int of = 0;             ///< steps of the lab
    int done = 0;           ///< of them
    std::int64_t since = 0; ///< when this step was begun: seconds since 1970, by the sender's clock
    std::int64_t at = 0;    ///< when this is said, by the same clock
    QStringList doctor{};   ///< codes of the doctor's open cards, sorted: "D06"
    bool goodbye = false;   ///< no more is told from now on

    bool operator==(const ClassReport&) const = default;
};

inline constexpr const char* kClassFilter = "greensward/class/+/progress";

/// What is wrong with such a name, in a sentence; empty: nothing.
QString flawOfClassName(const QString& name);
std::string classTopic(const QString& name);
bool isClassTopic(std::string_view topic);
std::string toJson(const ClassReport& report);
/// Nothing when the message is too large, is no such JSON, or tells of somebody else than its topic does.
std::optional<ClassReport> classReport(std::string_view topic, std::string_view payload);

} // namespace greensward::ui
