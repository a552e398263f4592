// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_difference.h"

#include "ui/models/json_text.h"
#include "ui/models/number_text.h"

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

QString below(const QString& path, std::string_view key)
{
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    return path.isEmpty() ? name : path + QLatin1Char('.') + name;
}

/// Walks two values side by side.
class Comparison
{
public:
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
            note(PayloadChange::Kind::Changed, path, &before, &after);
    }

private:
    void note(PayloadChange::Kind kind, const QString& path, const json::value* before, const json::value* after)
    {
        PayloadChange change{
            kind, path, before ? jsonText(*before) : QString(), after ? jsonText(*after) : QString(), {}};
        if (before && after && before->is_number() && after->is_number())
            change.step = after->to_number<double>() - before->to_number<double>();
        result.changes.push_back(std::move(change));
    }

    void compareObjects(const QString& path, const json::object& before, const json::object& after)
    {
        for (const auto& pair : after) {
            if (const json::value* old = before.if_contains(pair.key()))
                compare(below(path, pair.key()), *old, pair.value());
            else
                note(PayloadChange::Kind::Added, below(path, pair.key()), nullptr, &pair.value());
        }
        for (const auto& pair : before)
            if (!after.contains(pair.key()))
                note(PayloadChange::Kind::Removed, below(path, pair.key()), &pair.value(), nullptr);
    }

    void compareArrays(const QString& path, const json::array& before, const json::array& after)
    {
        for (std::size_t item = 0; item < std::max(before.size(), after.size()); ++item) {
            const QString place = QStringLiteral("%1[%2]").arg(path).arg(item);
            if (item >= before.size())
                note(PayloadChange::Kind::Added, place, nullptr, &after[item]);
            else if (item >= after.size())
                note(PayloadChange::Kind::Removed, place, &before[item], nullptr);
            else
                compare(place, before[item], after[item]);
        }
    }
};

} // namespace

PayloadDifference difference(std::string_view before, std::string_view after)
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
    Comparison comparison;
    comparison.result.comparable = true;
    comparison.compare({}, older, newer);
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
        if (change.step)
            return (*change.step > 0 ? QStringLiteral("+") : QString()) + valueText(*change.step);
        return change.kind == PayloadChange::Kind::Added     ? tr("new")
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
