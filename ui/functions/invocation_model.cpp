// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/invocation_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace {

QString latency(double milliseconds)
{
    return latencyText(std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::milli>(milliseconds)));
}

} // namespace

InvocationModel::InvocationModel(EngineMirror& mirror)
    : m_mirror(mirror), m_port(mirror.engine().functions())
{}

quint64 InvocationModel::begin(Invocation invocation)
{
    invocation.time = m_mirror.now();
    std::vector<Invocation> one;
    one.push_back(std::move(invocation));
    insert(std::move(one));
    return m_last;
}

void InvocationModel::finish(quint64 number, Invocation ended)
{
    const int row = rowOf(number);
    if (row < 0)
        return;
    Invocation& one = m_rows[static_cast<std::size_t>(row)];
    ended.number = one.number;
    ended.time = one.time;
    m_bytes += ended.bytes() - one.bytes();
    one = std::move(ended);
    measure();
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    makeRoom();
    emit changed();
}

const Invocation* InvocationModel::find(quint64 number) const
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : &at(row);
}

/// Numbers count down the rows without a gap: only the oldest go.
int InvocationModel::rowOf(quint64 number) const
{
    if (number == 0 || number > m_last || m_last - number >= m_rows.size())
        return -1;
    return static_cast<int>(m_last - number);
}

void InvocationModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_bytes = 0;
    m_longest = 0;
    endResetModel();
    emit changed();
}

InvocationModel::Summary InvocationModel::summaryOf(const QString& function) const
{
    Summary summary;
    for (const Invocation& one : m_rows) {
        if (one.function != function)
            continue;
        ++summary.calls;
        summary.failed += one.state == Invocation::State::Failed || one.state == Invocation::State::Refused;
        summary.last = summary.last == 0 ? one.number : summary.last;
        if (summary.lastEnded == 0 && one.state != Invocation::State::Running)
            summary.lastEnded = one.number;
    }
    return summary;
}

void InvocationModel::insert(std::vector<Invocation> newest)
{
    if (newest.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(newest.size()) - 1);
    for (Invocation& one : newest) {
        one.number = ++m_last;
        m_bytes += one.bytes();
        m_rows.push_front(std::move(one));
    }
    endInsertRows();
    makeRoom();
    emit changed();
}

void InvocationModel::makeRoom()
{
    std::size_t keep = std::min(m_rows.size(), kMost);
    qsizetype bytes = m_bytes;
    for (std::size_t at = m_rows.size(); at > keep; --at)
        bytes -= m_rows[at - 1].bytes();
    while (keep > 1 && bytes > kMostBytes)
        bytes -= m_rows[--keep].bytes();
    if (keep == m_rows.size())
        return;
    beginRemoveRows({}, static_cast<int>(keep), static_cast<int>(m_rows.size()) - 1);
    m_rows.resize(keep);
    m_bytes = bytes;
    endRemoveRows();
    measure();
}

void InvocationModel::measure()
{
    double longest = 0;
    for (const Invocation& one : m_rows)
        longest = std::max(longest, one.report ? one.report->milliseconds : 0);
    if (std::exchange(m_longest, longest) != longest && !m_rows.empty())
        emit dataChanged(index(0, Took), index(rowCount() - 1, Took), {ShareRole});
}

// --- as a table -----------------------------------------------------------------------------------------------------

QString InvocationModel::stateText(const Invocation& one)
{
    switch (one.state) {
    case Invocation::State::Running:
        return tr("running");
    case Invocation::State::Succeeded:
        return tr("succeeded");
    case Invocation::State::Failed:
        return one.failure.type.isEmpty() ? tr("failed") : one.failure.type;
    case Invocation::State::Refused:
        return tr("refused");
    case Invocation::State::Untold:
        break;
    }
    return tr("not told");
}

QString InvocationModel::callerText(const Invocation& one)
{
    switch (one.by) {
    case Invocation::By::Test:
        return tr("test");
    case Invocation::By::Replay:
        return tr("replay");
    case Invocation::By::Other:
        break;
    }
    return one.caller.isEmpty() ? tr("not told") : one.caller;
}

QString InvocationModel::startText(const Invocation& one)
{
    if (!one.report)
        return {};
    return one.report->init ? tr("cold, %1").arg(latency(*one.report->init)) : tr("warm");
}

QString InvocationModel::text(const Invocation& one, int column) const
{
    switch (column) {
    case Time:
        return clockText(one.time);
    case Function:
        if (one.function.isEmpty())
            return tr("not told");
        return one.qualifier.isEmpty() ? one.function : one.function + QLatin1Char(':') + one.qualifier;
    case By:
        return callerText(one);
    case Took:
        return one.report ? latency(one.report->milliseconds) : QString();
    case Start:
        return startText(one);
    case Outcome:
        return stateText(one);
    default:
        return {};
    }
}

/// A row as it is read out.
QString InvocationModel::described(const Invocation& one) const
{
    QStringList parts{text(one, Function), stateText(one), tr("by %1").arg(callerText(one))};
    if (one.report)
        parts << tr("%1 long").arg(text(one, Took)) << startText(one);
    if (!one.failure.message.isEmpty())
        parts << one.failure.message;
    if (!one.problem.isEmpty())
        parts << one.problem;
    return parts.join(QStringLiteral(", "));
}

int InvocationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InvocationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant InvocationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Invocation& one = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(one, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Time ? text(one, Time) + QStringLiteral(", ") + described(one)
                                      : text(one, index.column());
    case Qt::ToolTipRole:
        return one.state == Invocation::State::Untold
                   ? tr("Somebody else called. The recorder tells who asked and when, not which function and what came of it.")
                   : described(one);
    case Qt::TextAlignmentRole:
        return index.column() == Took ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case NumberRole:
        return one.number;
    case FunctionRole:
        return one.function;
    case ShareRole:
        return one.report && m_longest > 0 ? one.report->milliseconds / m_longest : 0.0;
    case StateRole:
        return static_cast<int>(one.state);
    case ColdRole:
        return one.isCold();
    default:
        return {};
    }
}

QVariant InvocationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[kColumnCount] = {tr("Time"), tr("Function"), tr("Called by"),
                                          tr("Duration"), tr("Start"), tr("Outcome")};
    return section < kColumnCount ? QVariant(titles[section]) : QVariant();
}

} // namespace greensward::ui
