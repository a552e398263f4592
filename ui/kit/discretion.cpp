// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/discretion.h"

#include <QRegularExpression>

#include <array>

namespace greensward::ui {

namespace {

bool theDiscretion = false;

struct Mask
{
    QRegularExpression secret;
    QString with;
};

/// In this order: what an earlier one shortened, a later one does not find any more.
const std::array<Mask, 9>& masks()
{
    const auto mask = [](const char* secret, const char* with) {
        return Mask{QRegularExpression(QString::fromUtf8(secret)), QString::fromUtf8(with)};
    };
    static const std::array<Mask, 9> kMasks{
        mask("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)", "…"),
        mask("(\"(?:secretAccessKey|SecretAccessKey|sessionToken|SessionToken|secret_access_key)\"\\s*:\\s*\")[^\"]+",
             "\\1…"),
        mask("\\b([a-z0-9]{4})[a-z0-9]*(-ats)?(?:\\.[a-z]+)?\\.iot\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?(?::\\d+)?",
             "\\1…\\2"),
        mask("\\b(AKIA|ASIA)[A-Z0-9]{8,}\\b", "\\1…"),
        mask("\\b([0-9a-f]{4})[0-9a-f]{36,}\\b", "\\1…"),
        mask("\\b(l)ocalhost:\\d*?(\\d{1,4})\\b", "\\1…\\2"),
        mask("(?<![\\w.])(\\d)\\d{0,2}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?::\\d*?(\\d{1,4}))?(?![\\w.])", "\\1…\\2"),
        mask("\\[[0-9a-fA-F:]*:[0-9a-fA-F:]*\\]:\\d*?(\\d{1,4})\\b", "[…]\\1"),
        mask("(?<![0-9A-Za-z])(\\d{2})\\d{8}(\\d{2})(?![0-9A-Za-z])", "\\1…\\2")};
    return kMasks;
}

} // namespace

bool isDiscreet()
{
    return theDiscretion;
}

void setDiscreet(bool discreet)
{
    theDiscretion = discreet;
}

QString discreet(const QString& text)
{
    return theDiscretion ? masked(text) : text;
}

QString masked(const QString& text)
{
    QString clean = text;
    for (const Mask& mask : masks())
        clean.replace(mask.secret, mask.with);
    return clean;
}

} // namespace greensward::ui
