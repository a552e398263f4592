// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_model.h"

#include "ui/classroom/code_text.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <tuple>

namespace greensward::ui {

namespace {

constexpr std::chrono::seconds kRounding{3};

} // namespace

ClassModel::ClassModel(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (m_rows.empty() || m_mirror.isPaused())
            return;
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
        emit changed();
    });
}

void ClassModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (event.kind != trace::Kind::MessagePublished || !isClassTopic(chunk.text(event.object)))
            continue;
        // What a broker elsewhere kept is not how somebody is doing now.
        const std::string_view origin = chunk.origin(event);
        const bool isOld = !origin.empty() && (event.flags & trace::kRetain) != 0;
        auto report = isOld || event.payloadSize > ClassReport::kLargest
                          ? std::nullopt
                          : classReport(chunk.text(event.object), chunk.text(event.payload));
        if (!report) {
            ++m_ignored;
            continue;
        }
        take({.report = std::move(*report), .origin = std::string(origin),
              .sender = std::string(chunk.text(event.subject)), .heard = event.time});
    }
}

void ClassModel::take(Attendee attendee)
{
    // Two clocks that differ are no matter: only the sender's is asked how long it has been.
    constexpr std::int64_t kMostSeconds = 30 * 24 * 3600;
    const ClassReport& report = attendee.report;
    attendee.begun = attendee.heard - std::chrono::seconds(std::min(report.at - report.since, kMostSeconds));
    Key key{attendee.origin, attendee.report.name};
    if (m_fresh.size() < kMost || m_fresh.contains(key))
        m_fresh.insert_or_assign(std::move(key), std::move(attendee));
    else
        ++m_ignored;
}

void ClassModel::publish()
{
    if (m_fresh.empty() && m_ignored == m_ignoredShown)
        return;
    for (auto& [key, attendee] : std::exchange(m_fresh, {})) {
        const int row = rowOf(key);
        if (attendee.report.goodbye) {
            if (row >= 0)
                remove(row);
        } else if (row >= 0 || makeRoom()) {
            place(std::move(attendee));
        } else {
            ++m_ignored;
        }
    }
    m_ignoredShown = m_ignored;
    emit changed();
}

bool ClassModel::goesBefore(const Attendee& one, const Attendee& other)
{
    const auto rank = [](const Attendee& each) {
        const bool works = each.report.step > 0;
        return std::tuple(!works, works ? each.begun : WallTime(), each.report.name, each.origin);
    };
    return rank(one) < rank(other);
}

void ClassModel::place(Attendee attendee)
{
    const int before = rowOf({attendee.origin, attendee.report.name});
    if (before < 0) {
        const auto next = std::upper_bound(m_rows.begin(), m_rows.end(), attendee, goesBefore);
        const auto row = static_cast<int>(next - m_rows.begin());
        beginInsertRows({}, row, row);
        m_rows.insert(next, std::move(attendee));
        endInsertRows();
        return;
    }
    const auto old = m_rows.begin() + before;
    // Reports count whole seconds: rounding moves nobody.
    if (old->report.step == attendee.report.step && std::chrono::abs(old->begun - attendee.begun) < kRounding)
        attendee.begun = old->begun;
    attendee.shared = old->shared;
    attendee.senderBefore = attendee.sender == old->sender ? old->senderBefore : old->sender;
    if (attendee.sender != old->sender && attendee.sender == old->senderBefore) // a client with a new id does not come back
        attendee.shared = attendee.heard;
    const auto above = std::upper_bound(m_rows.begin(), old, attendee, goesBefore);
    const auto next = above != old ? above : std::upper_bound(old + 1, m_rows.end(), attendee, goesBefore);
    const auto target = static_cast<int>(next - m_rows.begin());
    *old = std::move(attendee);
    int row = before;
    if (target != before && target != before + 1) {
        beginMoveRows({}, before, before, {}, target);
        if (target < before)
            std::rotate(next, old, old + 1);
        else
            std::rotate(old, old + 1, next);
        endMoveRows();
        row = target < before ? target : target - 1;
    }
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

void ClassModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

/// The one who was silent for longest goes, if that is long.
bool ClassModel::makeRoom()
{
    if (m_rows.size() < kMost)
        return true;
    const auto oldest = std::min_element(m_rows.begin(), m_rows.end(), [](const Attendee& one, const Attendee& other) {
        return one.heard < other.heard;
    });
    if (m_mirror.now() - oldest->heard < kForgotten)
        return false;
    remove(static_cast<int>(oldest - m_rows.begin()));
    return true;
}

void ClassModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_fresh.clear();
    m_ignored = m_ignoredShown = 0;
    endResetModel();
    emit changed();
}

int ClassModel::rowOf(const Key& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&key](const Attendee& one) {
        return one.report.name == key.second && one.origin == key.first;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool ClassModel::isSilent(const Attendee& one) const
{
    return m_mirror.now() - one.heard >= kSilent;
}

bool ClassModel::isShared(const Attendee& one) const
{
    return one.shared != WallTime() && m_mirror.now() - one.shared < kSilent;
}

Duration ClassModel::timeAtStep(const Attendee& one) const
{
    const WallTime until = isSilent(one) ? one.heard : m_mirror.now();
    return std::max(Duration::zero(), std::chrono::duration_cast<Duration>(until - one.begun));
}

std::vector<ClassModel::Place> ClassModel::places() const
{
    constexpr int kLast = ClassReport::kMost + 1;
    std::map<std::pair<int, int>, Place> places;
    for (const Attendee& one : m_rows) {
        const ClassReport& report = one.report;
        const std::pair order{report.lab == 0 ? kLast : report.lab, report.step == 0 ? kLast : report.step};
        Place& place = places[order];
        place.lab = report.lab;
        place.step = report.lab == 0 ? 0 : report.step;
        ++place.people;
        place.troubled += report.doctor.isEmpty() ? 0 : 1;
    }
    std::vector<Place> sorted;
    for (const auto& [order, place] : places)
        sorted.push_back(place);
    return sorted;
}

ClassModel::Trouble ClassModel::commonTrouble() const
{
    std::map<std::tuple<int, int, QString>, int> counts;
    for (const Attendee& one : m_rows)
        if (one.report.step > 0 && !isSilent(one))
            for (const QString& code : one.report.doctor)
                ++counts[{one.report.lab, one.report.step, code}];
    Trouble most;
    for (const auto& [what, people] : counts)
        if (people >= 2 && people > most.people)
            most = {std::get<0>(what), std::get<1>(what), std::get<2>(what), people};
    return most;
}

QString ClassModel::placeText(int lab, int step)
{
    if (lab == 0)
        return tr("no lab");
    return step == 0 ? tr("lab %1 finished").arg(lab) : tr("lab %1, step %2").arg(lab).arg(step);
}

QString ClassModel::summary() const
{
    QStringList parts;
    for (const Place& place : places())
        parts << tr("%1: %2").arg(placeText(place.lab, place.step)).arg(place.people);
    return parts.join(QStringLiteral("  ·  "));
}

int ClassModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClassModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ClassModel::text(const Attendee& one, int column) const
{
    const ClassReport& report = one.report;
    switch (column) {
    case Name:
        return report.name;
    case Lab:
        return report.lab == 0 ? tr("none") : QString::number(report.lab);
    case Step:
        if (report.lab == 0)
            return {};
        return report.step == 0 ? tr("finished") : tr("%1 of %2").arg(report.step).arg(report.of);
    case AtStep:
        return report.step == 0 ? QString() : ageText(timeAtStep(one));
    case Doctor:
        return report.doctor.join(QLatin1Char(' '));
    default:
        if (isShared(one))
            return tr("from two at once");
        return isSilent(one) ? tr("silent for %1").arg(ageText(m_mirror.now() - one.heard))
                             : ageText(m_mirror.now() - one.heard);
    }
}

QString ClassModel::described(const Attendee& one) const
{
    QStringList lines{one.report.name};
    if (one.report.lab > 0)
        lines << placeText(one.report.lab, one.report.step) +
                     tr(", %1 of %2 steps done").arg(one.report.done).arg(one.report.of);
    for (const QString& code : one.report.doctor)
        lines << code + QLatin1Char(' ') + titleOfCode(code);
    if (!one.origin.empty())
        lines << tr("heard at %1").arg(toQString(one.origin));
    return lines.join(QLatin1Char('\n'));
}

QVariant ClassModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Attendee& here = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(here, index.column());
    case Qt::ToolTipRole:
        // Names are never taken for markup.
        return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(described(here).toHtmlEscaped());
    case CodesRole:
        return here.report.doctor;
    case SilentRole:
        return isSilent(here);
    case LongRole:
        return here.report.step > 0 && timeAtStep(here) >= kLong;
    default:
        return {};
    }
}

QVariant ClassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Lab:
        return tr("Lab");
    case Step:
        return tr("Step");
    case AtStep:
        return tr("At this step");
    case Doctor:
        return tr("Doctor");
    default:
        return tr("Heard");
    }
}

} // namespace greensward::ui
