// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_term.h"

#include "mqtt/topic.h"
#include "ui/models/json_field.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

constexpr std::array<const char*, 8> kStates{"retained", "will",  "shadow",  "dup",
                                             "trimmed",  "event", "message", "refused"};
static_assert(kStates.size() == static_cast<std::size_t>(FilterTerm::State::kCount));

QString translated(const char* text)
{
    return QCoreApplication::translate("Filter", text);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

template<typename Value>
bool compare(FilterTerm::Operation operation, const Value& left, const Value& right)
{
    using Operation = FilterTerm::Operation;
    switch (operation) {
    case Operation::Equal:
        return left == right;
    case Operation::NotEqual:
        return !(left == right);
    case Operation::Less:
        return left < right;
    case Operation::LessEqual:
        return left <= right;
    case Operation::More:
        return right < left;
    case Operation::MoreEqual:
        break;
    }
    return right <= left;
}

FilterTerm::Operation operationOf(const QString& written)
{
    using Operation = FilterTerm::Operation;
    return written == QLatin1String("=")    ? Operation::Equal
           : written == QLatin1String("!=") ? Operation::NotEqual
           : written == QLatin1String("<")  ? Operation::Less
           : written == QLatin1String("<=") ? Operation::LessEqual
           : written == QLatin1String(">")  ? Operation::More
                                            : Operation::MoreEqual;
}

/// The text between JSON quotes as it is meant, in lower case.
std::string plain(const JsonText& text)
{
    if (!text.escaped)
        return lowered(text.raw);
    boost::system::error_code error;
    const auto value = boost::json::parse('"' + std::string(text.raw) + '"', error);
    return error ? lowered(text.raw) : lowered(std::string_view(value.get_string()));
}

bool fieldFulfils(const FilterTerm::Field& field, std::string_view payload)
{
    if (payload.empty())
        return false;
    // Most rows that lack the field are told by one search; a backslash may hide the name in an escape.
    if (!field.quotedKey.empty() &&
        memmem(payload.data(), payload.size(), field.quotedKey.data(), field.quotedKey.size()) == nullptr &&
        std::memchr(payload.data(), '\\', payload.size()) == nullptr)
        return false;
    const auto found = findJsonField(payload, field.path);
    if (!found)
        return false;
    const bool unequal = field.operation == FilterTerm::Operation::NotEqual;
    if (const auto* number = std::get_if<double>(&field.value)) {
        const auto* there = std::get_if<double>(&*found);
        return there ? compare(field.operation, *there, *number) : unequal;
    }
    if (const auto* text = std::get_if<std::string>(&field.value)) {
        const auto* there = std::get_if<JsonText>(&*found);
        return there ? compare(field.operation, plain(*there), *text) : unequal;
    }
    const bool same = std::visit(
        [&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, bool> || std::is_same_v<Value, std::nullptr_t>) {
                const auto* there = std::get_if<Value>(&*found);
                return there && *there == value;
            }
            return false;
        },
        field.value);
    return same != unequal;
}

bool stateFulfils(FilterTerm::State state, const FilterRow& row)
{
    using State = FilterTerm::State;
    using trace::Kind;
    switch (state) {
    case State::Retained:
        return row.hasMessage && (row.flags & trace::kRetain) != 0;
    case State::Will:
        return row.kind == Kind::WillArmed || row.kind == Kind::WillPublished || row.kind == Kind::WillWithheld;
    case State::Duplicate:
        return row.hasMessage && (row.flags & trace::kDuplicate) != 0;
    case State::Trimmed:
        return row.payload.size() < row.size;
    case State::Event:
        return !row.hasMessage;
    case State::Message:
        return row.hasMessage;
    case State::Refused:
        return row.kind == Kind::MessageRefused || row.kind == Kind::SubscribeRefused ||
               row.kind == Kind::ClientRefused || row.kind == Kind::LinkRefused;
    case State::Shadow: // the topic says it
    case State::kCount:
        break;
    }
    return false;
}

/// The pattern gives up rather than stand still: patterns come from people, payloads from anybody.
QRegularExpression patternOf(const QString& pattern)
{
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=50000)") + pattern,
                              QRegularExpression::CaseInsensitiveOption);
}

bool patternFulfils(const QRegularExpression& expression, std::string_view text)
{
    return !text.empty() &&
           expression.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).hasMatch();
}

std::optional<FilterTerm> compileKey(const FilterWord& word, QString& problem)
{
    const std::string text = word.value.toStdString();
    if (text.empty()) {
        problem = translated(QT_TRANSLATE_NOOP("Filter", "Something belongs after “%1:”.")).arg(word.key);
        return std::nullopt;
    }
    FilterTerm term{.what = FilterTerm::State::Event, .negated = word.negated};
    if (word.key == QLatin1String("topic")) {
        if (!mqtt::checkTopicFilter(text)) {
            problem = translated(QT_TRANSLATE_NOOP("Filter", "“%1” is not a topic filter: + and # stand alone in their "
                                                             "level, # comes last."))
                          .arg(word.value);
            return std::nullopt;
        }
        term.what = FilterTerm::Topic{text};
    } else if (word.key == QLatin1String("from")) {
        term.what = FilterTerm::Sender{TextNeedle(text)};
    } else if (word.key == QLatin1String("at")) {
        const std::string name = lowered(text);
        term.what = FilterTerm::Origin{name == kOwnOrigin ? std::string() : name};
    } else if (word.key == QLatin1String("payload")) {
        term.what = FilterTerm::Payload{TextNeedle(text)};
    } else if (word.key == QLatin1String("qos")) {
        if (text != "0" && text != "1" && text != "2") {
            problem = translated(QT_TRANSLATE_NOOP("Filter", "A QoS is 0, 1 or 2."));
            return std::nullopt;
        }
        term.what = FilterTerm::Qos{text.front() - '0'};
    } else if (word.key == QLatin1String("is")) {
        const std::string state = lowered(text);
        const auto* const known =
            std::find_if(kStates.begin(), kStates.end(), [&](const char* one) { return state == one; });
        if (known == kStates.end()) {
            problem = translated(QT_TRANSLATE_NOOP("Filter", "After “is:” comes one of %1."))
                          .arg(filterStates().join(QStringLiteral(", ")));
            return std::nullopt;
        }
        term.what = static_cast<FilterTerm::State>(known - kStates.begin());
    } else if (word.key == QLatin1String("re")) {
        const QRegularExpression plainly(word.value);
        if (!plainly.isValid()) {
            problem =
                translated(QT_TRANSLATE_NOOP("Filter", "Not a regular expression: %1.")).arg(plainly.errorString());
            return std::nullopt;
        }
        term.what = FilterTerm::Pattern{patternOf(word.value)};
    } else {
        problem = translated(QT_TRANSLATE_NOOP("Filter",
                                               "“%1:” is no key. Keys are topic, from, at, qos, is, payload and re; "
                                               "text with a colon goes into quotes."))
                      .arg(word.key);
        return std::nullopt;
    }
    return term;
}

std::optional<FilterTerm> compileComparison(const FilterWord& word, QString& problem)
{
    FilterTerm term{.what = FilterTerm::State::Event, .negated = word.negated};
    if (word.value.isEmpty() && !word.quoted) {
        problem =
            translated(QT_TRANSLATE_NOOP("Filter", "Something belongs after “%1%2”.")).arg(word.key, word.operation);
        return std::nullopt;
    }
    const FilterTerm::Operation operation = operationOf(word.operation);
    bool isNumber = false;
    const double number = word.value.toDouble(&isNumber);
    isNumber = isNumber && !word.quoted;
    if (word.key == QLatin1String("bytes")) {
        if (!isNumber) {
            problem = translated(QT_TRANSLATE_NOOP("Filter", "The size of a payload is a number of octets."));
            return std::nullopt;
        }
        term.what = FilterTerm::Size{operation, number};
        return term;
    }
    const bool ordered = operation != FilterTerm::Operation::Equal && operation != FilterTerm::Operation::NotEqual;
    FilterTerm::Field field{word.key.toStdString(), {}, operation, lowered(word.value.toStdString())};
    const auto& text = std::get<std::string>(field.value);
    const bool isWord = !word.quoted && (text == "true" || text == "false" || text == "null");
    if (isWord && ordered) {
        problem =
            translated(QT_TRANSLATE_NOOP("Filter", "“%1” is neither more nor less than anything.")).arg(word.value);
        return std::nullopt;
    }
    if (isNumber)
        field.value = number;
    else if (isWord && text == "null")
        field.value = nullptr;
    else if (isWord)
        field.value = text == "true";
    if (field.path.find_first_of(".[") == std::string::npos)
        field.quotedKey = '"' + field.path + '"';
    term.what = std::move(field);
    return term;
}

} // namespace

const QStringList& filterStates()
{
    static const QStringList kNames(kStates.begin(), kStates.end());
    return kNames;
}

TextNeedle::TextNeedle(std::string_view text) : m_text(lowered(text))
{
    // A skip may be shorter than it could be, never longer.
    const auto kept = [](std::size_t skip) { return static_cast<std::uint8_t>(std::min<std::size_t>(skip, 255)); };
    const std::size_t size = m_text.size();
    m_skip.fill(kept(size));
    for (std::size_t at = 0; at + 1 < size; ++at) {
        const std::uint8_t skip = kept(size - 1 - at);
        const char c = m_text[at];
        m_skip[static_cast<unsigned char>(c)] = skip;
        if (c >= 'a' && c <= 'z')
            m_skip[static_cast<unsigned char>(c - 'a' + 'A')] = skip;
    }
}

bool TextNeedle::isIn(std::string_view text) const
{
    const std::size_t size = m_text.size();
    if (size == 0)
        return true;
    const char last = m_text.back();
    for (std::size_t end = size - 1; end < text.size(); end += m_skip[static_cast<unsigned char>(text[end])]) {
        if (lower(text[end]) != last)
            continue;
        std::size_t same = 1;
        while (same < size && lower(text[end - same]) == m_text[size - 1 - same])
            ++same;
        if (same == size)
            return true;
    }
    return false;
}

std::optional<FilterTerm> FilterTerm::compile(const FilterWord& word, QString& problem)
{
    if (word.form == FilterWord::Form::Key)
        return compileKey(word, problem);
    if (word.form == FilterWord::Form::Compare)
        return compileComparison(word, problem);
    const bool isTopic = !word.quoted && std::any_of(word.value.begin(), word.value.end(), [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('+') || c == QLatin1Char('#');
    });
    if (isTopic) {
        FilterWord topic = word;
        topic.key = QStringLiteral("topic");
        return compileKey(topic, problem);
    }
    return FilterTerm{.what = Anywhere{TextNeedle(word.value.toStdString())}, .negated = word.negated};
}

bool FilterTerm::topicFulfils(std::string_view topic) const
{
    if (topic.empty())
        return false;
    if (const auto* filter = std::get_if<Topic>(&what))
        return mqtt::topicMatches(filter->filter, topic);
    if (const auto* text = std::get_if<Anywhere>(&what))
        return text->needle.isIn(topic);
    if (const auto* pattern = std::get_if<Pattern>(&what))
        return patternFulfils(pattern->expression, topic);
    if (const auto* state = std::get_if<State>(&what))
        return *state == State::Shadow && topic.starts_with("$aws/things/") &&
               topic.find("/shadow") != std::string_view::npos;
    return false;
}

bool FilterTerm::senderFulfils(std::string_view from) const
{
    if (const auto* sender = std::get_if<Sender>(&what))
        return sender->needle.isIn(from);
    if (const auto* text = std::get_if<Anywhere>(&what))
        return text->needle.isIn(from);
    if (const auto* pattern = std::get_if<Pattern>(&what))
        return patternFulfils(pattern->expression, from);
    return false;
}

bool FilterTerm::originFulfils(std::string_view origin) const
{
    const auto* wanted = std::get_if<Origin>(&what);
    return wanted && std::equal(origin.begin(), origin.end(), wanted->name.begin(), wanted->name.end(),
                                [](char one, char other) { return lower(one) == other; });
}

bool FilterTerm::needsRest() const
{
    const auto* state = std::get_if<State>(&what);
    return !std::holds_alternative<Topic>(what) && !std::holds_alternative<Sender>(what) &&
           !std::holds_alternative<Origin>(what) && !(state && *state == State::Shadow);
}

int FilterTerm::cost() const
{
    return std::holds_alternative<Pattern>(what)                                             ? 3
           : std::holds_alternative<Field>(what)                                             ? 2
           : std::holds_alternative<Anywhere>(what) || std::holds_alternative<Payload>(what) ? 1
                                                                                             : 0;
}

bool FilterTerm::restFulfils(const FilterRow& row) const
{
    struct Ask
    {
        const FilterRow& row;
        bool operator()(const Topic&) const { return false; }
        bool operator()(const Sender&) const { return false; }
        bool operator()(const Origin&) const { return false; }
        bool operator()(const Anywhere& text) const
        {
            return text.needle.isIn(row.payload) || text.needle.isIn(row.text);
        }
        bool operator()(const Payload& text) const { return text.needle.isIn(row.payload); }
        bool operator()(const Pattern& pattern) const
        {
            return patternFulfils(pattern.expression, row.payload) || patternFulfils(pattern.expression, row.text);
        }
        bool operator()(const Qos& qos) const { return row.hasMessage && (row.flags & trace::kQosMask) == qos.level; }
        bool operator()(State state) const { return stateFulfils(state, row); }
        bool operator()(const Size& size) const
        {
            return row.hasMessage && compare(size.operation, static_cast<double>(row.size), size.octets);
        }
        bool operator()(const Field& field) const { return row.hasMessage && fieldFulfils(field, row.payload); }
    };
    return std::visit(Ask{row}, what);
}

} // namespace greensward::ui
