// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_variables.h"

#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

const QRegularExpression& variablePattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\$\{([^{}]*)\})"));
    return pattern;
}

qsizetype decimals(const QString& number)
{
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    return point < 0 ? 0 : number.size() - point - 1;
}

struct Range
{
    double low = 0;
    double high = 0;
    qsizetype decimals = 0;
};

/// "a..b" with a no larger than b.
std::optional<Range> rangeOf(const QString& text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0)
        return std::nullopt;
    const QString low = text.left(dots).trimmed();
    const QString high = text.mid(dots + 2).trimmed();
    bool lowIsNumber = false;
    bool highIsNumber = false;
    Range range{low.toDouble(&lowIsNumber), high.toDouble(&highIsNumber), std::max(decimals(low), decimals(high))};
    constexpr double kMost = 9e15; // beyond it doubles skip whole numbers
    if (!lowIsNumber || !highIsNumber || !(range.low <= range.high) || std::abs(range.low) > kMost ||
        std::abs(range.high) > kMost)
        return std::nullopt;
    return range;
}

QString drawn(const Range& range, Random& random)
{
    if (range.decimals == 0) {
        const auto span = static_cast<std::uint64_t>(range.high - range.low) + 1;
        return QString::number(static_cast<qint64>(range.low) + static_cast<qint64>(random.below(span)));
    }
    return QString::number(random.between(range.low, range.high), 'f', static_cast<int>(range.decimals));
}

QString uuid(Random& random)
{
    std::array<quint64, 2> bits{random(), random()};
    QUuid id = QUuid::fromRfc4122(QByteArray(reinterpret_cast<const char*>(bits.data()), sizeof bits));
    id.data3 = static_cast<ushort>((id.data3 & 0x0FFFU) | 0x4000U); // version 4, RFC 4122
    id.data4[0] = static_cast<uchar>((id.data4[0] & 0x3FU) | 0x80U);
    return id.toString(QUuid::WithoutBraces);
}

/// Nothing for what is no variable.
std::optional<QString> valueOf(const QString& name, const VariableValues& values, Random& random)
{
    if (name == QLatin1String("n"))
        return QString::number(values.n);
    if (name == QLatin1String("time"))
        return QString::fromStdString(toIso8601(values.time));
    if (name == QLatin1String("timestamp"))
        return QString::number(
            std::chrono::duration_cast<std::chrono::milliseconds>(values.time.time_since_epoch()).count());
    if (name == QLatin1String("uuid"))
        return uuid(random);
    if (name == QLatin1String("ramp"))
        return QString::number(values.ramp.value_or(0), 'g', 10);
    if (name == QLatin1String("topic"))
        return values.topic;
    if (name == QLatin1String("payload"))
        return toQString(values.payload);
    if (name.startsWith(QLatin1String("random:")))
        if (const auto range = rangeOf(name.mid(7)))
            return drawn(*range, random);
    return std::nullopt;
}

} // namespace

QString expanded(const QString& text, const VariableValues& values, Random& random)
{
    QString result;
    qsizetype from = 0;
    auto found = variablePattern().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const auto value = valueOf(match.captured(1), values, random);
        if (!value)
            continue;
        result += QStringView(text).mid(from, match.capturedStart() - from);
        result += *value;
        from = match.capturedEnd();
    }
    return result += QStringView(text).mid(from);
}

QString variableProblem(const QString& text)
{
    Random random(1);
    auto found = variablePattern().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (valueOf(match.captured(1), {}, random))
            continue;
        if (match.captured(1).startsWith(QLatin1String("random:")))
            return QCoreApplication::translate("PayloadVariables",
                                               "%1: two numbers, the smaller first, as in ${random:1..6}.")
                .arg(match.captured(0));
        return QCoreApplication::translate("PayloadVariables", "%1 is no variable; it is sent as it stands.")
            .arg(match.captured(0));
    }
    return {};
}

bool usesVariable(const QString& text, const QString& name)
{
    return text.contains(QStringLiteral("${%1}").arg(name));
}

} // namespace greensward::ui
