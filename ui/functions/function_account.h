// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_entry.h"
#include "ui/models/account_reader.h"

#include <QBasicTimer>
#include <QObject>

#include <vector>

namespace greensward::trace {
class Chunk;
}

namespace greensward::ui {

/// The functions of an account with their versions and aliases: read when somebody looks, again soon after the recorder
/// told of a change, and when asked to.
class FunctionAccount final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 500;
    static constexpr std::size_t kMostVersions = 200; ///< of one function

    /// api: null in a capture.
    explicit FunctionAccount(client::Api* api, QObject* parent = nullptr);

    bool isThere() const { return m_api != nullptr; }
    bool isKnown() const { return m_isKnown; }
    /// Why the list is not complete; empty otherwise.
    const QString& problem() const { return m_problem; }
    const std::vector<FunctionEntry>& functions() const { return m_functions; }
    const FunctionEntry* find(const QString& name) const;

    void setWatched(bool watched);
    void refresh();
    /// Looks for calls that change functions.
    void notice(const trace::Chunk& chunk);

signals:
    void changed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void read();
    void readParts(std::size_t at);
    void take();

    client::Api* m_api;
    AccountReader m_reader;
    std::vector<FunctionEntry> m_functions;
    std::vector<FunctionEntry> m_coming; ///< while it is read
    QString m_problem;
    QString m_comingProblem;
    QBasicTimer m_soon;
    bool m_isWatched = false;
    bool m_isBehind = true; ///< something changed while nobody looked, or nothing was read yet
    bool m_isKnown = false;
    bool m_again = false; ///< something changed while it was read
};

} // namespace greensward::ui
