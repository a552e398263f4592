// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "trace/event.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace greensward::ui {

/// What the REPORT line of a call's log says.
struct InvocationReport
{
    QString requestId{};
    double milliseconds = 0;
    double billed = 0;
    std::optional<double> init{}; ///< until the module was loaded: it was a cold start
    int memoryMB = 0;
    int usedMB = 0;
};
std::optional<InvocationReport> reportIn(const QString& log);

/// One line of a stack, in the file of the package that it is about.
struct StackFrame
{
    QString file; ///< "/var/task/index.py"
    int line = 0; ///< from 1
    QString within{}; ///< "handler"; empty at a syntax error
    QString code{};
    bool operator==(const StackFrame&) const = default;
};

/// What a function says of itself when it fails.
struct FunctionFailure
{
    QString type{}; ///< "ValueError"
    QString message{};
    std::vector<StackFrame> stack{}; ///< outermost first
};
/// Of {"errorType", "errorMessage", "stackTrace"}; the places that a syntax error names only in its message, too.
FunctionFailure failureIn(const QByteArray& answer);

/// One call of a function, as far as this window knows it.
struct Invocation
{
    enum class By { Test, Replay, Other };
    enum class State {
        Running,
        Succeeded,
        Failed,  ///< the function did
        Refused, ///< it was not run
        Untold,  ///< somebody else's: only that it was asked for is known
    };

    quint64 number = 0; ///< from 1, in the order they began
    WallTime time{};
    QString function{}; ///< empty: not told
    QString qualifier{};
    By by = By::Test;
    QString caller{}; ///< of Other
    trace::EventId event = 0; ///< its request, where the recorder told of it
    State state = State::Running;
    QByteArray payload{};
    QByteArray answer{};
    QString version{}; ///< that ran
    QString problem{}; ///< why it was refused
    FunctionFailure failure{};
    QString log{}; ///< its end, 4 KB at most
    std::optional<InvocationReport> report{};

    bool isCold() const { return report && report->init.has_value(); }
    qsizetype bytes() const { return payload.size() + answer.size() + log.size() * 2; }
};

} // namespace greensward::ui
