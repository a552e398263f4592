// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/class_report.h"

#include "ui/models/qt_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr std::string_view kBefore = "greensward/class/";
constexpr std::string_view kBehind = "/progress";

/// Characters that are seen, or that join such as are: nothing that turns a line of text around.
bool isPlain(char32_t character)
{
    constexpr char32_t kJoiners[] = {0x200C, 0x200D}; // some scripts cannot do without
    if (std::find(std::begin(kJoiners), std::end(kJoiners), character) != std::end(kJoiners))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isCode(std::string_view text)
{
    const auto isDigit = [](char one) { return one >= '0' && one <= '9'; };
    return text.size() == 3 && text[0] == 'D' && isDigit(text[1]) && isDigit(text[2]);
}

/// Reads one object's fields; anything that is not as it should be makes the whole unreadable.
class Fields
{
public:
    explicit Fields(const json::object& object) : m_object(object) {}

    bool isGood() const { return m_good; }
    std::int64_t number(const char* key, std::int64_t most)
    {
        const json::value* value = m_object.if_contains(key);
        const std::int64_t* number = value ? value->if_int64() : nullptr;
        m_good = m_good && number && *number >= 0 && *number <= most;
        return m_good ? *number : 0;
    }
    QStringList codes(const char* key)
    {
        const json::value* value = m_object.if_contains(key);
        const json::array* list = value ? value->if_array() : nullptr;
        m_good = m_good && list && list->size() <= ClassReport::kMostCodes;
        QStringList codes;
        for (std::size_t at = 0; m_good && at < list->size(); ++at) {
            const json::string* text = (*list)[at].if_string();
            m_good = text && isCode(*text);
            if (m_good)
                codes << toQString(*text);
        }
        codes.sort();
        codes.removeDuplicates();
        return codes;
    }

private:
    const json::object& m_object;
    bool m_good = true;
};

} // namespace

QString flawOfClassName(const QString& name)
{
    if (name.trimmed().isEmpty())
        return QCoreApplication::translate("ClassReport", "A name is needed, any name: the list shows it.");
    if (name != name.trimmed())
        return QCoreApplication::translate("ClassReport", "A name neither begins nor ends with a space.");
    if (name.size() > ClassReport::kLongestName)
        return QCoreApplication::translate("ClassReport", "A name has at most %1 characters.").arg(ClassReport::kLongestName);
    for (const QChar forbidden : QStringLiteral("/+#"))
        if (name.contains(forbidden))
            return QCoreApplication::translate("ClassReport", "“%1” cannot be in a name: it becomes part of a topic.").arg(forbidden);
    const auto characters = name.toUcs4();
    if (!std::all_of(characters.begin(), characters.end(), [](char32_t one) { return isPlain(one); }))
        return QCoreApplication::translate("ClassReport", "There is a character in the name that cannot be seen.");
    return {};
}

std::string classTopic(const QString& name)
{
    return std::string(kBefore) + name.toStdString() + std::string(kBehind);
}

bool isClassTopic(std::string_view topic)
{
    return topic.size() > kBefore.size() + kBehind.size() && topic.starts_with(kBefore) && topic.ends_with(kBehind);
}

std::string toJson(const ClassReport& report)
{
    json::object object{{"name", report.name.toStdString()}, {"at", report.at}};
    if (report.goodbye) {
        object["goodbye"] = true;
        return json::serialize(object);
    }
    object["lab"] = report.lab;
    object["step"] = report.step;
    object["of"] = report.of;
    object["done"] = report.done;
    object["since"] = report.since;
    json::array& codes = object["doctor"].emplace_array();
    for (const QString& code : report.doctor)
        codes.emplace_back(code.toStdString());
    return json::serialize(object);
}

std::optional<ClassReport> classReport(std::string_view topic, std::string_view payload)
{
    constexpr std::int64_t kLatest = 253'402'300'799; // of the year 9999
    if (!isClassTopic(topic) || payload.size() > ClassReport::kLargest)
        return std::nullopt;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    const json::object* object = error ? nullptr : value.if_object();
    const json::value* name = object ? object->if_contains("name") : nullptr;
    if (!name || !name->is_string())
        return std::nullopt;
    ClassReport report;
    report.name = toQString(name->get_string());
    if (!flawOfClassName(report.name).isEmpty() || classTopic(report.name) != topic)
        return std::nullopt;
    Fields fields(*object);
    report.at = fields.number("at", kLatest);
    if (const json::value* goodbye = object->if_contains("goodbye"); goodbye && goodbye->is_bool())
        report.goodbye = goodbye->get_bool();
    if (!report.goodbye) {
        report.lab = static_cast<int>(fields.number("lab", ClassReport::kMost));
        report.of = static_cast<int>(fields.number("of", ClassReport::kMost));
        report.step = static_cast<int>(fields.number("step", report.of));
        report.done = static_cast<int>(fields.number("done", report.of));
        report.since = fields.number("since", report.at);
        report.doctor = fields.codes("doctor");
    }
    return fields.isGood() ? std::optional(report) : std::nullopt;
}

} // namespace greensward::ui
