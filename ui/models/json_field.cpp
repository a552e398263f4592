// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_field.h"

#include <charconv>
#include <cstring>
#include <string>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

/// Reads forward only; every reader answers false where the text is no JSON.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    std::optional<JsonScalar> find(std::string_view path, int depth)
    {
        if (path.empty())
            return scalar();
        if (depth > kDeepestJson || !skipBlanks())
            return std::nullopt;
        if (*m_at == '{')
            return findInObject(path, depth);
        if (*m_at == '[' && path.front() == '[')
            return findInArray(path, depth);
        return std::nullopt;
    }

private:
    std::optional<JsonScalar> findInObject(std::string_view path, int depth)
    {
        ++m_at;
        if (!skipBlanks() || *m_at == '}')
            return std::nullopt;
        for (;;) {
            JsonText key;
            if (!skipBlanks() || !string(key) || !skipBlanks() || *m_at++ != ':')
                return std::nullopt;
            if (const auto rest = restAfter(key, path)) {
                // "a.b" may be the key "b" in "a", or the key "a.b": whichever is there.
                Scanner inside = *this;
                if (auto found = inside.find(*rest, depth + 1))
                    return found;
            }
            if (!skipValue(depth + 1) || !skipBlanks() || *m_at++ != ',')
                return std::nullopt;
        }
    }

    std::optional<JsonScalar> findInArray(std::string_view path, int depth)
    {
        const std::size_t close = path.find(']');
        std::size_t wanted = 0;
        if (close == std::string_view::npos)
            return std::nullopt;
        const auto [end, error] = std::from_chars(path.data() + 1, path.data() + close, wanted);
        if (error != std::errc{} || end != path.data() + close)
            return std::nullopt;
        path.remove_prefix(close + 1);
        if (path.starts_with('.'))
            path.remove_prefix(1);
        ++m_at;
        for (std::size_t place = 0; place < wanted; ++place)
            if (!skipValue(depth + 1) || !skipBlanks() || *m_at++ != ',')
                return std::nullopt;
        return find(path, depth + 1);
    }

    /// What is left of the path after this key; nothing when it leads elsewhere.
    static std::optional<std::string_view> restAfter(const JsonText& key, std::string_view path)
    {
        std::string decoded;
        std::string_view name = key.raw;
        if (key.escaped) {
            boost::system::error_code error;
            const auto value = boost::json::parse('"' + std::string(key.raw) + '"', error);
            if (error)
                return std::nullopt;
            decoded.assign(value.get_string());
            name = decoded;
        }
        if (!path.starts_with(name))
            return std::nullopt;
        path.remove_prefix(name.size());
        if (path.empty() || path.front() == '[')
            return path;
        if (path.front() != '.')
            return std::nullopt;
        return path.substr(1);
    }

    bool skipBlanks()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
        return m_at < m_end;
    }

    bool string(JsonText& into)
    {
        if (m_at == m_end || *m_at != '"')
            return false;
        const char* const begin = ++m_at;
        for (; m_at < m_end; ++m_at) {
            if (*m_at == '\\') {
                into.escaped = true;
                ++m_at;
            } else if (*m_at == '"') {
                into.raw = {begin, static_cast<std::size_t>(m_at - begin)};
                ++m_at;
                return true;
            }
        }
        return false;
    }

    std::optional<JsonScalar> scalar()
    {
        if (!skipBlanks())
            return std::nullopt;
        if (*m_at == '"') {
            JsonText text;
            return string(text) ? std::optional<JsonScalar>(text) : std::nullopt;
        }
        if (word("true"))
            return JsonScalar(true);
        if (word("false"))
            return JsonScalar(false);
        if (word("null"))
            return JsonScalar(nullptr);
        double number = 0;
        const auto [end, error] = std::from_chars(m_at, m_end, number);
        const bool begins = *m_at == '-' || (*m_at >= '0' && *m_at <= '9'); // not "inf" and "nan"
        if (error != std::errc{} || !begins)
            return std::nullopt;
        m_at = end;
        return JsonScalar(number);
    }

    bool word(std::string_view expected)
    {
        if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    /// Past a whole value; brackets are counted, not checked.
    bool skipValue(int depth)
    {
        if (!skipBlanks())
            return false;
        if (*m_at == '"') {
            JsonText ignored;
            return string(ignored);
        }
        if (*m_at != '{' && *m_at != '[') {
            const char* const begin = m_at;
            while (m_at < m_end && std::strchr(",}] \t\r\n", *m_at) == nullptr)
                ++m_at;
            return m_at > begin;
        }
        for (int open = 0; m_at < m_end;) {
            const char c = *m_at;
            if (c == '"') {
                JsonText ignored;
                if (!string(ignored))
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') {
                if (++open + depth > kDeepestJson)
                    return false;
            } else if ((c == '}' || c == ']') && --open == 0) {
                return true;
            }
        }
        return false;
    }

    const char* m_at;
    const char* m_end;
};

} // namespace

std::optional<JsonScalar> findJsonField(std::string_view payload, std::string_view path)
{
    if (path.empty())
        return std::nullopt;
    return Scanner(payload).find(path, 0);
}

} // namespace greensward::ui
