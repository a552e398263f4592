// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/invocation.h"

#include "ui/models/qt_text.h"

#include <QRegularExpression>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

std::optional<double> numberAfter(const QString& line, const QString& title)
{
    const QRegularExpression wanted(QStringLiteral("(?:^|\\t)%1: ([0-9.]+) ").arg(title));
    const auto match = wanted.match(line);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

QString text(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? toQString(std::string_view(value->get_string())) : QString();
}

/// Python's `File "/var/task/index.py", line 5, in handler`, and Node's `at handler (/var/task/index.js:5:9)`.
std::optional<StackFrame> frameIn(const QString& text)
{
    static const QRegularExpression python(QStringLiteral("File \"([^\"]+)\",? [lL]ine (\\d+)(?:, in ([^\\n]+))?\\n?([^\\n]*)"));
    static const QRegularExpression node(QStringLiteral("at (?:(.+) \\()?([^():]+):(\\d+):\\d+\\)?"));
    if (const auto match = python.match(text); match.hasMatch())
        return StackFrame{match.captured(1), match.captured(2).toInt(), match.captured(3), match.captured(4).trimmed()};
    if (const auto match = node.match(text); match.hasMatch())
        return StackFrame{match.captured(2), match.captured(3).toInt(), match.captured(1)};
    return std::nullopt;
}

/// "invalid syntax (index.py, line 3)"
std::optional<StackFrame> frameInMessage(const QString& message)
{
    static const QRegularExpression place(QStringLiteral("\\(([^(),]+), line (\\d+)\\)$"));
    const auto match = place.match(message);
    return match.hasMatch() ? std::optional(StackFrame{match.captured(1), match.captured(2).toInt()}) : std::nullopt;
}

} // namespace

std::optional<InvocationReport> reportIn(const QString& log)
{
    const qsizetype from = log.lastIndexOf(QStringLiteral("REPORT RequestId: "));
    if (from < 0)
        return std::nullopt;
    const QString line = log.mid(from).section(QLatin1Char('\n'), 0, 0);
    const auto took = numberAfter(line, QStringLiteral("Duration"));
    if (!took)
        return std::nullopt;
    return InvocationReport{
        .requestId = line.section(QLatin1Char('\t'), 0, 0).section(QStringLiteral(": "), 1),
        .milliseconds = *took,
        .billed = numberAfter(line, QStringLiteral("Billed Duration")).value_or(*took),
        .init = numberAfter(line + QLatin1Char(' '), QStringLiteral("Init Duration")),
        .memoryMB = static_cast<int>(numberAfter(line, QStringLiteral("Memory Size")).value_or(0)),
        .usedMB = static_cast<int>(numberAfter(line, QStringLiteral("Max Memory Used")).value_or(0))};
}

FunctionFailure failureIn(const QByteArray& answer)
{
    boost::system::error_code broken;
    const json::value value =
        json::parse(std::string_view(answer.constData(), static_cast<std::size_t>(answer.size())), broken);
    if (broken || !value.is_object())
        return {.message = QString::fromUtf8(answer)};
    const json::object& said = value.get_object();
    FunctionFailure failure{.type = text(said, "errorType"), .message = text(said, "errorMessage")};
    for (const char* member : {"stackTrace", "trace"})
        if (const json::value* stack = said.if_contains(member); stack && stack->is_array())
            for (const json::value& line : stack->get_array())
                if (line.is_string())
                    if (auto frame = frameIn(toQString(std::string_view(line.get_string()))))
                        failure.stack.push_back(std::move(*frame));
    if (auto frame = frameInMessage(failure.message))
        failure.stack.push_back(std::move(*frame));
    return failure;
}

} // namespace greensward::ui
