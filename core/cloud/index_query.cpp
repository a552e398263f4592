// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/index_query.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

using Comparison = IndexQuery::Comparison;
using Node = IndexQuery::Node;
using NodePtr = IndexQuery::NodePtr;

constexpr int kDeepest = 20;

// --- judging -----------------------------------------------------------------------------------------------------

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string textOf(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

/// '*' is any number of characters, '?' one.
bool fits(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                       [](char c) { return c == '*'; });
}

bool compares(const IndexQuery::Term& term, const json::value& value)
{
    const std::string text = textOf(value);
    if (term.comparison == Comparison::Like)
        return fits(term.value, text);
    if (term.comparison == Comparison::NotEqual)
        return !fits(term.value, text);
    const auto is = numberOf(text);
    const auto asked = numberOf(term.value);
    const int order = is && asked ? (*is < *asked ? -1 : *is > *asked ? 1 : 0) : text.compare(term.value);
    switch (term.comparison) {
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

bool anywhere(const IndexQuery::Term& term, const json::value& value)
{
    const auto inside = [&](const json::value& member) { return anywhere(term, member); };
    if (const auto* array = value.if_array())
        return std::any_of(array->begin(), array->end(), inside);
    if (const auto* object = value.if_object())
        return std::any_of(object->begin(), object->end(), [&](const auto& pair) { return inside(pair.value()); });
    return compares(term, value);
}

bool holds(const Node& node, const json::object& document)
{
    const auto holdsOf = [&](const NodePtr& part) { return holds(*part, document); };
    if (const auto* all = std::get_if<IndexQuery::All>(&node.is))
        return std::all_of(all->of.begin(), all->of.end(), holdsOf);
    if (const auto* any = std::get_if<IndexQuery::Any>(&node.is))
        return std::any_of(any->of.begin(), any->of.end(), holdsOf);
    if (const auto* no = std::get_if<IndexQuery::Not>(&node.is))
        return !holdsOf(no->of);
    const auto& term = std::get<IndexQuery::Term>(node.is);
    if (term.field.empty())
        return std::any_of(document.begin(), document.end(),
                           [&](const auto& pair) { return anywhere(term, pair.value()); });
    const auto values = indexedValues(document, term.field);
    return std::any_of(values.begin(), values.end(), [&](const json::value* value) { return compares(term, *value); });
}

void collect(const json::value& value, std::string_view field, std::vector<const json::value*>& found)
{
    if (const auto* array = value.if_array()) {
        for (const json::value& element : *array)
            collect(element, field, found);
        return;
    }
    const auto* object = value.if_object();
    if (!object) {
        if (field.empty() && !value.is_null())
            found.push_back(&value);
        return;
    }
    // Member names may hold dots of their own: every split is tried.
    for (std::size_t dot = 0; dot < field.size();) {
        dot = std::min(field.find('.', dot + 1), field.size());
        if (const json::value* member = object->if_contains(field.substr(0, dot)))
            collect(*member, field.substr(std::min(dot + 1, field.size())), found);
    }
}

// --- reading -----------------------------------------------------------------------------------------------------

struct Token
{
    enum class Kind : std::uint8_t { End, Open, Close, Operator, Word, Quoted, Range } kind = Kind::End;
    std::string text{};
    std::size_t at = 0;
};

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { next(); }

    aws::ApiResult<NodePtr> query()
    {
        auto root = any(0);
        if (root && m_token.kind != Token::Kind::End)
            return expected("the end");
        return root;
    }

private:
    using Made = aws::ApiResult<NodePtr>;

    static bool isWord(char c) { return c != ' ' && std::string_view("()<>=!:\"").find(c) == std::string_view::npos; }
    bool isWord(std::string_view word) const { return m_token.kind == Token::Kind::Word && m_token.text == word; }

    void next()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        m_token = {.at = m_at};
        if (m_at == m_text.size())
            return;
        const char c = m_text[m_at];
        if (c == '(' || c == ')') {
            m_token.kind = c == '(' ? Token::Kind::Open : Token::Kind::Close;
            ++m_at;
        } else if (c == '"') {
            takeUntil('"', Token::Kind::Quoted);
        } else if (c == '[') {
            takeUntil(']', Token::Kind::Range);
        } else if (!isWord(c)) {
            m_token.kind = Token::Kind::Operator;
            m_token.text = c;
            if (++m_at < m_text.size() && m_text[m_at] == '=' && c != ':' && c != '=')
                m_token.text += m_text[m_at++];
        } else {
            m_token.kind = Token::Kind::Word;
            while (m_at < m_text.size() && isWord(m_text[m_at])) {
                if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                    ++m_at;
                m_token.text += m_text[m_at++];
            }
        }
    }
    void takeUntil(char end, Token::Kind kind)
    {
        const std::size_t close = m_text.find(end, m_at + 1);
        if (close == std::string_view::npos) {
            m_token.kind = Token::Kind::Operator; // no query goes on with it: refused where it stands
            m_token.text = m_text[m_at];
            m_at = m_text.size();
            return;
        }
        m_token.kind = kind;
        m_token.text = m_text.substr(m_at + 1, close - m_at - 1);
        m_at = close + 1;
    }

    tl::unexpected<aws::ApiError> expected(std::string_view what) const
    {
        return aws::apiFailure("InvalidQueryException", 400,
                               fmt::format("Invalid query: {} expected at position {}", what, m_token.at + 1));
    }

    Made any(int depth)
    {
        if (depth > kDeepest)
            return expected("fewer parentheses");
        return joined<IndexQuery::Any>([&] { return all(depth); }, [&] {
            if (!isWord("OR"))
                return false;
            next();
            return true;
        });
    }
    Made all(int depth)
    {
        return joined<IndexQuery::All>([&] { return one(depth); }, [&] {
            if (isWord("AND"))
                next();
            else if (isWord("OR") || m_token.kind == Token::Kind::Close || m_token.kind == Token::Kind::End)
                return false;
            return true;
        });
    }
    template<typename Join, typename Part, typename Another>
    Made joined(Part part, Another another)
    {
        Join join;
        do {
            auto made = part();
            if (!made)
                return made;
            join.of.push_back(std::move(*made));
        } while (another());
        if (join.of.size() == 1)
            return join.of.front();
        return std::make_shared<const Node>(Node{std::move(join)});
    }
    Made one(int depth)
    {
        if (isWord("NOT")) {
            next();
            return no(one(depth + 1));
        }
        if (m_token.kind == Token::Kind::Open) {
            next();
            auto inner = any(depth + 1);
            if (!inner)
                return inner;
            if (m_token.kind != Token::Kind::Close)
                return expected("')'");
            next();
            return inner;
        }
        if (m_token.kind == Token::Kind::Word && m_token.text.size() > 1 && m_token.text.front() == '-') {
            m_token.text.erase(0, 1);
            return no(term());
        }
        return term();
    }
    static Made no(Made made)
    {
        return made ? Made(std::make_shared<const Node>(Node{IndexQuery::Not{std::move(*made)}})) : made;
    }

    Made term()
    {
        if (++m_terms > IndexQuery::kMostTerms)
            return aws::apiFailure("InvalidQueryException", 400,
                                   fmt::format("Invalid query: more than {} terms", IndexQuery::kMostTerms));
        if (m_token.kind == Token::Kind::Quoted)
            return value({});
        if (m_token.kind != Token::Kind::Word)
            return expected("a term");
        const std::string word = m_token.text;
        next();
        if (m_token.kind != Token::Kind::Operator)
            return leaf({}, Comparison::Like, word);
        const std::string sign = m_token.text;
        next();
        if (sign == ":" && m_token.kind == Token::Kind::Operator && m_token.text != "\"") {
            const std::string second = m_token.text; // "rpm:>5" is written, too
            next();
            return value(word, comparisonOf(second));
        }
        return value(word, sign == ":" ? Comparison::Like : comparisonOf(sign));
    }
    static std::optional<Comparison> comparisonOf(std::string_view sign)
    {
        if (sign == "<")
            return Comparison::Less;
        if (sign == "<=")
            return Comparison::LessOrEqual;
        if (sign == ">")
            return Comparison::Greater;
        if (sign == ">=")
            return Comparison::GreaterOrEqual;
        if (sign == "!=")
            return Comparison::NotEqual;
        return sign == "=" ? std::optional(Comparison::Like) : std::nullopt;
    }
    Made value(std::string field, std::optional<Comparison> comparison = Comparison::Like)
    {
        if (!comparison)
            return expected("a comparison");
        const Token token = m_token;
        if (token.kind == Token::Kind::Range && *comparison == Comparison::Like)
            return range(std::move(field), token.text);
        if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Quoted)
            return expected("a value");
        next();
        return leaf(std::move(field), *comparison, token.text);
    }
    Made range(const std::string& field, std::string_view bounds)
    {
        const std::size_t to = bounds.find(" TO ");
        if (to == std::string_view::npos)
            return expected("[a TO b]");
        next();
        IndexQuery::All both;
        both.of.push_back(leaf(field, Comparison::GreaterOrEqual, std::string(bounds.substr(0, to))));
        both.of.push_back(leaf(field, Comparison::LessOrEqual, std::string(bounds.substr(to + 4))));
        return std::make_shared<const Node>(Node{std::move(both)});
    }
    static NodePtr leaf(std::string field, Comparison comparison, std::string text)
    {
        return std::make_shared<const Node>(Node{IndexQuery::Term{std::move(field), comparison, std::move(text)}});
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_terms = 0;
    Token m_token;
};

} // namespace

aws::ApiResult<IndexQuery> IndexQuery::parse(std::string_view text)
{
    if (text.size() > kLongest)
        return aws::apiFailure("InvalidQueryException", 400,
                               fmt::format("Invalid query: longer than {} characters", kLongest));
    auto root = Reader(text).query();
    if (!root)
        return tl::unexpected(root.error());
    IndexQuery query;
    query.m_root = std::move(*root);
    return query;
}

bool IndexQuery::matches(const json::object& document) const
{
    return holds(*m_root, document);
}

std::vector<const json::value*> indexedValues(const json::object& document, std::string_view field)
{
    std::vector<const json::value*> found;
    for (std::size_t dot = 0; dot < field.size();) {
        dot = std::min(field.find('.', dot + 1), field.size());
        if (const json::value* member = document.if_contains(field.substr(0, dot)))
            collect(*member, field.substr(std::min(dot + 1, field.size())), found);
    }
    return found;
}

} // namespace greensward::cloud
