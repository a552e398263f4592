// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_difference.h"

#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_path.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

/// Beyond so many pairs of items, arrays are compared place by place: the time to align them grows with the product.
constexpr std::size_t kMostAligned = 40'000;
constexpr std::array kIdentities{"id", "name", "key", "thing"};

enum class Sort { Object, Array, String, Number, Boolean, Null };

Sort sortOf(const json::value& value)
{
    return value.is_object()   ? Sort::Object
           : value.is_array()  ? Sort::Array
           : value.is_string() ? Sort::String
           : value.is_number() ? Sort::Number
           : value.is_bool()   ? Sort::Boolean
                               : Sort::Null;
}

QString nameOf(Sort sort)
{
    switch (sort) {
    case Sort::Object:
        return DifferenceModel::tr("object");
    case Sort::Array:
        return DifferenceModel::tr("array");
    case Sort::String:
        return DifferenceModel::tr("text");
    case Sort::Number:
        return DifferenceModel::tr("number");
    case Sort::Boolean:
        return DifferenceModel::tr("yes/no");
    case Sort::Null:
        break;
    }
    return DifferenceModel::tr("null");
}

int leavesOf(const json::value& value)
{
    int leaves = 0;
    if (const auto* object = value.if_object())
        for (const auto& pair : *object)
            leaves += leavesOf(pair.value());
    else if (const auto* array = value.if_array())
        for (const auto& item : *array)
            leaves += leavesOf(item);
    else
        leaves = 1;
    return leaves;
}

/// What every item calls itself by, if all are objects that do, no two alike; empty otherwise.
std::vector<std::string> identities(const json::array& items, std::string_view field)
{
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const json::value& item : items) {
        const auto* object = item.if_object();
        const json::value* name = object ? object->if_contains({field.data(), field.size()}) : nullptr;
        if (!name || !(name->is_string() || name->is_number()))
            return {};
        names.push_back(json::serialize(*name));
        if (!seen.insert(names.back()).second)
            return {};
    }
    return names;
}

/// Walks two values side by side.
class Comparison
{
public:
    explicit Comparison(const QStringList& ignore) : m_ignore(ignore) {}
    PayloadDifference result;

    void compare(const QString& path, const json::value& before, const json::value& after)
    {
        if (before.is_object() && after.is_object())
            compareObjects(path, before.get_object(), after.get_object());
        else if (before.is_array() && after.is_array())
            compareArrays(path, before.get_array(), after.get_array());
        else if (before == after)
            ++result.unchanged;
        else
            note(sortOf(before) == sortOf(after) ? PayloadChange::Kind::Changed : PayloadChange::Kind::Retyped, path,
                 &before, &after);
    }

    void finish()
    {
        for (auto* late : {&m_removed, &m_ignored})
            std::move(late->begin(), late->end(), std::back_inserter(result.changes));
    }

private:
    void note(PayloadChange::Kind kind, const QString& path, const json::value* before, const json::value* after)
    {
        PayloadChange change;
        change.kind = kind;
        change.path = path;
        change.before = before ? jsonText(*before) : QString();
        change.after = after ? jsonText(*after) : QString();
        if (before && after && before->is_number() && after->is_number())
            change.step = after->to_number<double>() - before->to_number<double>();
        if (kind == PayloadChange::Kind::Retyped)
            change.note = DifferenceModel::tr("%1 → %2").arg(nameOf(sortOf(*before)), nameOf(sortOf(*after)));
        change.ignored = isIgnored(path, m_ignore);
        result.ignored += change.ignored;
        auto& into = change.ignored ? m_ignored : kind == PayloadChange::Kind::Removed ? m_removed : result.changes;
        into.push_back(std::move(change));
    }

    void compareObjects(const QString& path, const json::object& before, const json::object& after)
    {
        for (const auto& pair : after) {
            const QString place = pathBelow(path, {pair.key().data(), pair.key().size()});
            if (const json::value* old = before.if_contains(pair.key()))
                compare(place, *old, pair.value());
            else
                note(PayloadChange::Kind::Added, place, nullptr, &pair.value());
        }
        for (const auto& pair : before)
            if (!after.contains(pair.key()))
                note(PayloadChange::Kind::Removed, pathBelow(path, {pair.key().data(), pair.key().size()}),
                     &pair.value(), nullptr);
    }

    void compareArrays(const QString& path, const json::array& before, const json::array& after)
    {
        for (const char* field : kIdentities) {
            const auto older = identities(before, field);
            const auto newer = identities(after, field);
            if (!older.empty() && !newer.empty())
                return compareNamed(path, before, after, older, newer);
        }
        if (before.size() == after.size() || before.size() * after.size() > kMostAligned)
            return compareRuns(path, before, after, 0, before.size(), 0, after.size());
        align(path, before, after);
    }

    void compareNamed(const QString& path, const json::array& before, const json::array& after,
                      const std::vector<std::string>& older, const std::vector<std::string>& newer)
    {
        std::map<std::string_view, std::size_t> places;
        for (std::size_t at = 0; at < older.size(); ++at)
            places.emplace(older[at], at);
        for (std::size_t at = 0; at < newer.size(); ++at) {
            if (const auto known = places.find(newer[at]); known != places.end()) {
                compare(pathAt(path, at), before[known->second], after[at]);
                places.erase(known);
            } else {
                note(PayloadChange::Kind::Added, pathAt(path, at), nullptr, &after[at]);
            }
        }
        for (std::size_t at = 0; at < older.size(); ++at)
            if (places.contains(older[at]))
                note(PayloadChange::Kind::Removed, pathAt(path, at), &before[at], nullptr);
    }

    /// Place by place; what one has more than the other is new or gone.
    void compareRuns(const QString& path, const json::array& before, const json::array& after, std::size_t oldFrom,
                     std::size_t oldTo, std::size_t newFrom, std::size_t newTo)
    {
        const std::size_t both = std::min(oldTo - oldFrom, newTo - newFrom);
        for (std::size_t at = 0; at < both; ++at)
            compare(pathAt(path, newFrom + at), before[oldFrom + at], after[newFrom + at]);
        for (std::size_t at = newFrom + both; at < newTo; ++at)
            note(PayloadChange::Kind::Added, pathAt(path, at), nullptr, &after[at]);
        for (std::size_t at = oldFrom + both; at < oldTo; ++at)
            note(PayloadChange::Kind::Removed, pathAt(path, at), &before[at], nullptr);
    }

    /// The longest common run of items stays; what lies between is compared place by place.
    void align(const QString& path, const json::array& before, const json::array& after)
    {
        const std::size_t rows = before.size();
        const std::size_t columns = after.size();
        std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
        const auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
            return longest[row * (columns + 1) + column];
        };
        for (std::size_t row = rows; row-- > 0;)
            for (std::size_t column = columns; column-- > 0;)
                at(row, column) = before[row] == after[column] ? at(row + 1, column + 1) + 1
                                                               : std::max(at(row + 1, column), at(row, column + 1));
        std::size_t row = 0;
        std::size_t column = 0;
        std::size_t oldFrom = 0;
        std::size_t newFrom = 0;
        while (row < rows && column < columns) {
            if (before[row] == after[column]) {
                compareRuns(path, before, after, oldFrom, row, newFrom, column);
                result.unchanged += leavesOf(after[column]);
                oldFrom = ++row;
                newFrom = ++column;
            } else if (at(row + 1, column) >= at(row, column + 1)) {
                ++row;
            } else {
                ++column;
            }
        }
        compareRuns(path, before, after, oldFrom, rows, newFrom, columns);
    }

    const QStringList& m_ignore;
    std::vector<PayloadChange> m_removed;
    std::vector<PayloadChange> m_ignored;
};

} // namespace

bool isIgnored(const QString& path, const QStringList& ignore)
{
    return ignore.contains(path) || ignore.contains(lastKey(path));
}

PayloadDifference difference(std::string_view before, std::string_view after, const QStringList& ignore)
{
    json::parse_options options;
    options.max_depth = 64;
    boost::system::error_code error;
    const json::value older = json::parse({before.data(), before.size()}, error, {}, options);
    if (error)
        return {};
    const json::value newer = json::parse({after.data(), after.size()}, error, {}, options);
    if (error)
        return {};
    Comparison comparison(ignore);
    comparison.result.comparable = true;
    comparison.compare({}, older, newer);
    comparison.finish();
    return comparison.result;
}

void DifferenceModel::setChanges(std::vector<PayloadChange> changes)
{
    if (changes == m_changes)
        return;
    beginResetModel();
    m_changes = std::move(changes);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PayloadChange& change = m_changes[static_cast<std::size_t>(index.row())];
    if (role == KindRole)
        return static_cast<int>(change.kind);
    if (role == IgnoredRole)
        return change.ignored;
    if (role == PathRole)
        return change.path;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Field ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Field:
        return change.path.isEmpty() ? tr("(whole payload)") : change.path;
    case Before:
        return change.before;
    case After:
        return change.after;
    case Step:
        if (change.ignored)
            return tr("ignored");
        if (change.step)
            return stepText(*change.step);
        return change.kind == PayloadChange::Kind::Retyped   ? change.note
               : change.kind == PayloadChange::Kind::Added   ? tr("new")
               : change.kind == PayloadChange::Kind::Removed ? tr("gone")
                                                             : QString();
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Field ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Step:
        return tr("Step");
    default:
        return {};
    }
}

} // namespace greensward::ui
