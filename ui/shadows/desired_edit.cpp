// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/desired_edit.h"

#include "ui/models/json_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_document.h"

#include <QCoreApplication>

#include <boost/json.hpp>

#include <optional>

namespace greensward::ui {

namespace json = boost::json;

namespace {

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

std::optional<json::value> asJson(const QString& typed)
{
    boost::system::error_code error;
    json::value value = json::parse(typed.toStdString(), error);
    return error ? std::nullopt : std::optional(std::move(value));
}

/// Text of a text field is text whatever it says; in quotes it is the text between them.
json::value asText(const QString& typed)
{
    if (const auto value = asJson(typed); value && value->is_string())
        return *value;
    return json::value(typed.toStdString());
}

QString questionFor(const QString& field, const json::value& model, bool isReported, const json::value& value)
{
    const QString question =
        isReported ? tr("%1 is of type %2 in reported. Send %3 as %4 anyway? The difference would not go away by itself.")
                   : tr("%1 was of type %2 so far. Send %3 as %4 anyway?");
    return question.arg(field, typeWord(model), jsonText(value), typeWord(value));
}

} // namespace

DesiredEdit readDesired(const QString& typed, const QString& field, const json::value* desired,
                        const json::value* reported)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {.value = nullptr, .question = {}, .isNothing = true};
    if (text == QLatin1String("null"))
        return {.value = nullptr, .question = {}, .isNothing = desired == nullptr};
    const json::value* model = reported ? reported : desired;
    json::value value;
    if (model && model->is_string())
        value = asText(typed);
    else if (auto parsed = asJson(text))
        value = std::move(*parsed);
    else
        value = json::value(text.toStdString());
    DesiredEdit edit{.value = std::move(value), .question = {}};
    edit.isNothing = desired && sameValue(*desired, edit.value);
    if (model && !model->is_null() && !edit.isNothing && !sameType(*model, edit.value))
        edit.question = questionFor(field, *model, model == reported, edit.value);
    return edit;
}

QString editText(const json::value* desired, const json::value* reported)
{
    const json::value* model = reported ? reported : desired;
    const json::value* value = desired ? desired : reported;
    if (!value)
        return {};
    if (value->is_string() && model->is_string())
        return toQString(value->as_string());
    return jsonText(*value);
}

} // namespace greensward::ui
