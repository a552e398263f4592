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

/// Lays JSON out on lines of its own without touching names and values: what was sent is what is read.
/// The text must be well-formed.
std::string indented(std::string_view text)
{
    std::string out;
    std::size_t depth = 0;
    bool inString = false;
    const auto newLine = [&] { out.append(1, '\n').append(depth * 2, ' '); };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            out += c;
            if (c == '\\')
                out += text[++at];
            inString = c != '"';
            continue;
        }
        switch (c) {
        case '"':
            inString = true;
            out += c;
            break;
        case '{':
        case '[': {
            const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
            if (text[next] == '}' || text[next] == ']') {
                out.append(1, c).append(1, text[next]);
                at = next;
                break;
            }
            out += c;
            ++depth;
            newLine();
            break;
        }
        case '}':
        case ']':
            --depth;
            newLine();
            out += c;
            break;
        case ',':
            out += c;
            newLine();
            break;
        case ':':
            out += ": ";
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        default:
            out += c;
        }
    }
    return out;
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
    return QString::fromStdString(indented(payload));
}

QString hexText(std::string_view payload, std::size_t octetsInRow, std::size_t limit)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    const std::string_view part = payload.substr(0, limit);
    QByteArray text;
    text.reserve(static_cast<qsizetype>(part.size() * 5));
    for (std::size_t row = 0; row < part.size(); row += octetsInRow) {
        text += QByteArray::number(static_cast<qulonglong>(row), 16).rightJustified(4, '0') + "  ";
        QByteArray ascii;
        for (std::size_t at = row; at < row + octetsInRow; ++at) {
            if (at >= part.size()) {
                text += "   ";
                continue;
            }
            const auto octet = static_cast<unsigned char>(part[at]);
            text += kDigits[octet >> 4U];
            text += kDigits[octet & 0x0FU];
            text += at % 8 == 7 && at + 1 < row + octetsInRow ? "  " : " ";
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
