// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr QChar kThinSpace(0x2009);

QString translated(const char* text)
{
    return QCoreApplication::translate("NumberText", text);
}

} // namespace

QString countText(quint64 number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, kThinSpace);
    return digits;
}

QString valueText(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 || size == 0 ? 2 : 3;
    QString text = QString::number(size, 'f', decimals);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3)
        text.insert(at, kThinSpace);
    // A true minus is as wide as a digit.
    return value < 0 ? QChar(0x2212) + text : text;
}

QString stepText(double step)
{
    if (!std::isfinite(step))
        return QStringLiteral("–");
    // Ten significant digits hide what doubles make of 43.55 − 43.54.
    QString text = QString::number(std::abs(step), 'g', 10);
    if (!text.contains(QLatin1Char('e'))) {
        const qsizetype point = text.indexOf(QLatin1Char('.'));
        for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3)
            text.insert(at, kThinSpace);
    }
    return (step > 0 ? QLatin1Char('+') : step < 0 ? QChar(0x2212) : QChar(0x00B1)) + text;
}

QString byteText(quint64 bytes)
{
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    static constexpr const char* kUnits[] = {"KiB", "MiB", "GiB", "TiB"};
    double amount = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    for (; amount >= 1024 && unit + 1 < std::size(kUnits); ++unit)
        amount /= 1024;
    return QStringLiteral("%1 %2").arg(amount, 0, 'f', amount < 10 ? 1 : 0).arg(QLatin1String(kUnits[unit]));
}

QString clockText(WallTime time)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString ageText(Duration age)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
    if (seconds < 1)
        return translated(QT_TRANSLATE_NOOP("NumberText", "now"));
    if (seconds < 60)
        return translated(QT_TRANSLATE_NOOP("NumberText", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return translated(QT_TRANSLATE_NOOP("NumberText", "%1 min")).arg(seconds / 60);
    return translated(QT_TRANSLATE_NOOP("NumberText", "%1 h")).arg(seconds / 3600);
}

QString latencyText(Duration time)
{
    const double millis = std::chrono::duration<double, std::milli>(time).count();
    if (millis >= 60'000)
        return ageText(time);
    if (millis >= 1000)
        return translated(QT_TRANSLATE_NOOP("NumberText", "%1 s")).arg(QString::number(millis / 1000, 'f', 1));
    return translated(QT_TRANSLATE_NOOP("NumberText", "%1 ms"))
        .arg(QString::number(millis, 'f', millis < 1 ? 2 : millis < 10 ? 1 : 0));
}

} // namespace greensward::ui
