// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

void append(std::string& out, const json::value& value)
{
    if (const auto* object = value.if_object()) {
        out += '{';
        bool first = true;
        for (const auto& pair : *object) {
            if (!std::exchange(first, false))
                out += ',';
            out += json::serialize(json::string(pair.key())) + ':';
            append(out, pair.value());
        }
        out += '}';
    } else if (const auto* array = value.if_array()) {
        out += '[';
        for (std::size_t at = 0; at < array->size(); ++at) {
            if (at > 0)
                out += ',';
            append(out, (*array)[at]);
        }
        out += ']';
    } else if (const double* number = value.if_double()) {
        std::array<char, 400> digits{};
        const double size = std::abs(*number);
        const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
        const auto end = plain ? std::to_chars(digits.begin(), digits.end(), *number, std::chars_format::fixed)
                               : std::to_chars(digits.begin(), digits.end(), *number);
        out.append(digits.data(), end.ptr);
    } else {
        out += json::serialize(value);
    }
}

} // namespace

QString jsonText(const json::value& value)
{
    std::string text;
    append(text, value);
    return QString::fromStdString(text);
}

namespace {

/// Something that ends a name or value.
bool endsValue(char c)
{
    return c == '"' || c == '}' || c == ']' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

QString reasonOf(const boost::system::error_code& error, std::string_view text, std::size_t at)
{
    const auto translated = [](const char* reason) { return QCoreApplication::translate("JsonText", reason); };
    if (at >= text.size())
        return translated(QT_TRANSLATE_NOOP("JsonText", "it ends too early: a bracket or a quote is still open"));
    if (error == json::error::extra_data)
        return translated(QT_TRANSLATE_NOOP("JsonText", "something follows after its end"));
    if (error == json::error::too_deep)
        return translated(QT_TRANSLATE_NOOP("JsonText", "it is nested too deeply"));
    const char found = text[at];
    const std::size_t before = text.find_last_not_of(" \t\r\n", at > 0 ? at - 1 : 0);
    const char previous = at > 0 && before != std::string_view::npos ? text[before] : ' ';
    if (found == '\'')
        return translated(QT_TRANSLATE_NOOP("JsonText", "text stands in double quotes"));
    if ((found == '}' || found == ']') && previous == ',')
        return translated(QT_TRANSLATE_NOOP("JsonText", "nothing follows the last comma"));
    if (endsValue(previous) && (found == '"' || found == '{' || found == '[' || endsValue(found)) && found != '}' &&
        found != ']')
        return translated(QT_TRANSLATE_NOOP("JsonText", "a comma or a colon is missing before this"));
    return translated(QT_TRANSLATE_NOOP("JsonText", "“%1” is not expected here"))
        .arg(QString::fromUtf8(text.data() + at, 1));
}

} // namespace

JsonProblem jsonProblem(const QString& text)
{
    const std::string octets = text.toStdString();
    json::parse_options options;
    options.max_depth = 64;
    json::stream_parser parser({}, options);
    boost::system::error_code error;
    const std::size_t read = parser.write_some(octets.data(), octets.size(), error);
    boost::system::error_code open;
    if (!error && !parser.done()) // a mere number ends only with the text
        parser.finish(open);
    std::size_t at = read;
    if (!error && parser.done())
        at = std::min(octets.find_first_not_of(" \t\r\n", read), octets.size());
    if (!error && parser.done() && at == octets.size())
        return {};
    if (!error)
        error = parser.done() ? json::error::extra_data : json::error::incomplete;
    JsonProblem problem;
    const QString before = QString::fromUtf8(octets.data(), static_cast<qsizetype>(at));
    problem.position = before.size();
    problem.line = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
    problem.column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1)) + 1;
    problem.sentence = QCoreApplication::translate("JsonText", "Not JSON, line %1, column %2: %3.")
                           .arg(problem.line)
                           .arg(problem.column)
                           .arg(reasonOf(error, octets, at));
    return problem;
}

} // namespace greensward::ui
