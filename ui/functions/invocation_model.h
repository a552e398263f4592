// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/invocation.h"
#include "ui/models/event_consumer.h"
#include "ui/models/functions_port.h"

#include <QAbstractTableModel>
#include <QHash>

#include <deque>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// Calls of functions, newest first: those of this window with all that came back, and those of others as far as their
/// host remembers them (FunctionsPort), else as the recorder tells of them. The oldest make room.
class InvocationModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Time, Function, By, Took, Start, Outcome, kColumnCount };
    enum Role {
        NumberRole = Qt::UserRole,
        FunctionRole, ///< also of cells of other columns
        ShareRole,    ///< of the longest that is listed, 0 … 1
        StateRole,    ///< Invocation::State
        ColdRole,
    };
    static constexpr std::size_t kMost = 500;
    static constexpr qsizetype kMostBytes = 16 << 20; ///< of payloads, answers and logs together

    explicit InvocationModel(EngineMirror& mirror);

    /// A call of this window begins; answers its number.
    quint64 begin(Invocation invocation);
    void finish(quint64 number, Invocation ended);
    /// Asks the host what has ended since, unless it is being asked.
    void lookAgain();
    /// Null when it has made room.
    const Invocation* find(quint64 number) const;
    int rowOf(quint64 number) const;
    const Invocation& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void clear();

    /// What the list says of one function.
    struct Summary
    {
        quint64 last = 0; ///< number of its last call; 0: none
        quint64 lastEnded = 0;
        int calls = 0;
        int failed = 0;
    };
    Summary summaryOf(const QString& function) const;

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateText(const Invocation& one);
    static QString callerText(const Invocation& one);
    /// "cold, 84 ms", "warm"; empty where it is not told.
    static QString startText(const Invocation& one);

signals:
    /// Rows came, ended or went.
    void changed();

private:
    /// Somebody else asked for a call.
    struct Asked
    {
        WallTime time{};
        trace::EventId event = 0;
        QString caller;
    };
    void take(std::vector<EndedCall> calls);
    bool isOwn(const EndedCall& call) const;
    bool mayBecomeOwn(const EndedCall& call) const;
    Invocation invocationOf(const EndedCall& call);
    QString callerOf(WallTime begun, WallTime ended);
    void refuse(trace::EventId event, const QString& why);
    void insert(std::vector<Invocation> newest);
    void makeRoom();
    void measure();
    QString text(const Invocation& one, int column) const;
    QString described(const Invocation& one) const;

    EngineMirror& m_mirror;
    FunctionsPort* m_port; ///< null where the host does not tell
    std::deque<Invocation> m_rows;
    std::vector<Invocation> m_fresh;                          ///< of others, oldest first, not shown yet
    std::vector<std::pair<trace::EventId, QString>> m_refused; ///< likewise: which, and why
    std::deque<Asked> m_asked;   ///< of others, while the host has not told how it ended
    std::uint64_t m_told = 0;    ///< number of the last call the host told of
    std::vector<EndedCall> m_early; ///< told of before this window had its own answer
    bool m_isAsking = false;
    quint64 m_last = 0;
    qsizetype m_bytes = 0;
    double m_longest = 0;
};

} // namespace greensward::ui
