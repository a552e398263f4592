// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/words.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <chrono>

namespace greensward::ui {

namespace {

constexpr qint64 kSoonDays = 30;

QString said(const char* text)
{
    return QCoreApplication::translate("SecurityWords", text);
}

qint64 daysBetween(WallTime from, WallTime to)
{
    return std::chrono::duration_cast<std::chrono::hours>(to - from).count() / 24;
}

} // namespace

QString shortId(const std::string& id)
{
    constexpr std::size_t kShown = 10;
    return id.size() <= kShown ? toQString(id) : toQString(id.substr(0, kShown)) + QStringLiteral("…");
}

QString fingerprintText(const std::string& id)
{
    QString text;
    for (std::size_t at = 0; at + 1 < id.size(); at += 2)
        text += (at ? QStringLiteral(":") : QString()) + toQString(id.substr(at, 2)).toUpper();
    return text;
}

QString dateText(WallTime time)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).date().toString(Qt::ISODate);
}

QString validityText(const CertificateFacts& facts, WallTime now)
{
    if (now < facts.notBefore)
        return said(QT_TRANSLATE_NOOP("SecurityWords", "not valid before %1")).arg(dateText(facts.notBefore));
    if (now > facts.notAfter)
        return said(QT_TRANSLATE_NOOP("SecurityWords", "expired on %1")).arg(dateText(facts.notAfter));
    return said(QT_TRANSLATE_NOOP("SecurityWords", "until %1, %2 days left"))
        .arg(dateText(facts.notAfter), countText(static_cast<quint64>(daysBetween(now, facts.notAfter))));
}

Role validityInk(const CertificateFacts& facts, WallTime now)
{
    if (now < facts.notBefore || now > facts.notAfter)
        return Role::Lost;
    return daysBetween(now, facts.notAfter) < kSoonDays ? Role::Attention : Role::Text;
}

QString statusText(const std::string& status)
{
    if (status == "ACTIVE")
        return said(QT_TRANSLATE_NOOP("SecurityWords", "active"));
    if (status == "INACTIVE")
        return said(QT_TRANSLATE_NOOP("SecurityWords", "inactive"));
    if (status == "REVOKED")
        return said(QT_TRANSLATE_NOOP("SecurityWords", "revoked"));
    if (status == "PENDING_ACTIVATION")
        return said(QT_TRANSLATE_NOOP("SecurityWords", "waits for activation"));
    return status.empty() ? said(QT_TRANSLATE_NOOP("SecurityWords", "unknown")) : toQString(status);
}

Role statusInk(const std::string& status)
{
    return status == "ACTIVE" ? Role::Accent : status == "REVOKED" ? Role::Lost : Role::Attention;
}

QString attributesText(const ThingEntry& thing)
{
    QStringList parts;
    for (const auto& [key, value] : thing.attributes)
        parts << QStringLiteral("%1 = %2").arg(toQString(key), toQString(value));
    return parts.join(QStringLiteral(", "));
}

} // namespace greensward::ui
