// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_text.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

bool isBlank(char16_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The first part of a text, not ending inside a character.
std::string_view head(std::string_view text, std::size_t octets)
{
    if (text.size() <= octets)
        return text;
    std::size_t end = octets;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

void indent(const json::value& value, int depth, std::string& out)
{
    const auto newLine = [&out](int level) { out.append(1, '\n').append(static_cast<std::size_t>(level) * 2, ' '); };
    const auto list = [&](const auto& items, char open, char close, const auto& write) {
        out += open;
        bool first = true;
        for (const auto& item : items) {
            if (!std::exchange(first, false))
                out += ',';
            newLine(depth + 1);
            write(item);
        }
        if (!first)
            newLine(depth);
        out += close;
    };
    if (const auto* object = value.if_object())
        list(*object, '{', '}', [&](const json::key_value_pair& pair) {
            out += json::serialize(json::string(pair.key())) + ": ";
            indent(pair.value(), depth + 1, out);
        });
    else if (const auto* array = value.if_array())
        list(*array, '[', ']', [&](const json::value& item) { indent(item, depth + 1, out); });
    else
        out += json::serialize(value);
}

} // namespace

bool isReadableText(std::string_view payload)
{
    if (std::any_of(payload.begin(), payload.end(), [](char c) {
            const auto octet = static_cast<unsigned char>(c);
            return octet == 0x7F || (octet < 0x20 && c != '\t' && c != '\n' && c != '\r');
        }))
        return false;
    return QUtf8StringView(payload.data(), static_cast<qsizetype>(payload.size())).isValidUtf8();
}

QString oneLine(std::string_view payload, int limit)
{
    const auto octets = static_cast<std::size_t>(limit) * 4;
    const std::string_view part = head(payload, octets);
    if (!isReadableText(part)) {
        const std::string_view shown = payload.substr(0, static_cast<std::size_t>(limit) / 3);
        const QString hex =
            QString::fromLatin1(QByteArray(shown.data(), static_cast<qsizetype>(shown.size())).toHex(' '));
        return shown.size() < payload.size() ? hex + QStringLiteral(" …") : hex;
    }
    const QString text = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    QString line;
    line.reserve(std::min<qsizetype>(text.size(), limit) + 1);
    for (const QChar c : text) {
        if (line.size() >= limit)
            return line + QStringLiteral("…");
        if (!isBlank(c.unicode()))
            line += c;
        else if (!line.isEmpty() && !line.endsWith(QLatin1Char(' ')))
            line += QLatin1Char(' ');
    }
    return part.size() < payload.size() ? line + QStringLiteral("…") : line;
}

QString readableText(std::string_view payload)
{
    if (!isReadableText(payload))
        return {};
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    if (error || !(value.is_object() || value.is_array()))
        return QString::fromUtf8(payload.data(), static_cast<qsizetype>(payload.size()));
    std::string text;
    indent(value, 0, text);
    return QString::fromStdString(text);
}

QString hexText(std::string_view payload, std::size_t limit)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    const std::string_view part = payload.substr(0, limit);
    QByteArray text;
    text.reserve(static_cast<qsizetype>(part.size() * 5));
    for (std::size_t row = 0; row < part.size(); row += 16) {
        text += QByteArray::number(static_cast<qulonglong>(row), 16).rightJustified(4, '0') + "  ";
        QByteArray ascii;
        for (std::size_t at = row; at < row + 16; ++at) {
            if (at >= part.size()) {
                text += "   ";
                continue;
            }
            const auto octet = static_cast<unsigned char>(part[at]);
            text += kDigits[octet >> 4U];
            text += kDigits[octet & 0x0FU];
            text += at % 8 == 7 ? "  " : " ";
            ascii += octet >= 0x20 && octet < 0x7F ? static_cast<char>(octet) : '.';
        }
        text += ' ' + ascii + '\n';
    }
    if (part.size() < payload.size())
        return QString::fromLatin1(text) + QCoreApplication::translate("HexText", "… %n more octet(s)", nullptr,
                                                                       static_cast<int>(payload.size() - part.size()));
    return QString::fromLatin1(text);
}

} // namespace greensward::ui
