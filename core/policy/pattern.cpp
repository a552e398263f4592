// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/pattern.h"

#include "aws/http.h"

namespace greensward::policy {

Pattern::Pattern(std::string text, Variables variables, Wildcards wildcards, Case sensitivity)
    : m_text(std::move(text)), m_case(sensitivity)
{
    using enum Piece::Kind;
    const auto literal = [this](std::string_view part) {
        if (m_pieces.empty() || m_pieces.back().kind != Literal)
            m_pieces.push_back({Literal});
        m_pieces.back().text += part;
    };
    const std::string_view all = m_text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto end =
            variables == Variables::Yes && all.substr(i).starts_with("${") ? all.find('}', i) : std::string_view::npos;
        if (end != std::string_view::npos) {
            std::string_view name = all.substr(i + 2, end - i - 2);
            i = end;
            if (name == "*" || name == "?" || name == "$") { // IAM's escapes for the characters themselves
                literal(name);
                continue;
            }
            Piece piece{Variable};
            if (const auto comma = name.find(','); comma != std::string_view::npos) {
                const auto open = name.find('\'', comma), close = name.rfind('\'');
                if (open != std::string_view::npos && close > open) {
                    piece.otherwise = name.substr(open + 1, close - open - 1);
                    piece.hasDefault = true;
                }
                name = name.substr(0, comma);
            }
            piece.text = name;
            m_pieces.push_back(std::move(piece));
        } else if (wildcards == Wildcards::Yes && all[i] == '*') {
            if (m_pieces.empty() || m_pieces.back().kind != AnyRun)
                m_pieces.push_back({AnyRun});
        } else if (wildcards == Wildcards::Yes && all[i] == '?') {
            m_pieces.push_back({AnyOne});
        } else {
            literal(all.substr(i, 1));
        }
    }
}

const std::string* Pattern::resolve(const Piece& piece, const Context& context)
{
    const auto* values = context.find(piece.text);
    if (values && values->size() == 1)
        return &values->front();
    return piece.hasDefault ? &piece.otherwise : nullptr;
}

bool Pattern::equal(std::string_view a, std::string_view b) const
{
    return m_case == Case::Exact ? a == b : aws::equalIgnoringCase(a, b);
}

bool Pattern::matches(std::string_view subject, const Context& context) const
{
    using enum Piece::Kind;
    // An undefined variable makes the pattern match nothing, even where a '*' would have swallowed it.
    for (const auto& piece : m_pieces)
        if (piece.kind == Variable && !resolve(piece, context))
            return false;
    std::size_t piece = 0, at = 0;
    std::size_t starPiece = std::string::npos, starAt = 0; // where to try again: one octet more for the last '*'
    while (true) {
        bool fits = true;
        if (piece == m_pieces.size()) {
            if (at == subject.size())
                return true;
            fits = false;
        } else if (m_pieces[piece].kind == AnyRun) {
            starPiece = ++piece;
            starAt = at;
            if (piece == m_pieces.size())
                return true;
            continue;
        } else if (m_pieces[piece].kind == AnyOne) {
            fits = at < subject.size();
            ++at;
        } else {
            const std::string& text =
                m_pieces[piece].kind == Variable ? *resolve(m_pieces[piece], context) : m_pieces[piece].text;
            fits = equal(subject.substr(at, text.size()), text);
            at += text.size();
        }
        if (fits) {
            ++piece;
            continue;
        }
        if (starPiece == std::string::npos || ++starAt > subject.size())
            return false;
        piece = starPiece;
        at = starAt;
    }
}

void Pattern::addMissing(const Context& context, std::vector<std::string>& names) const
{
    for (const auto& piece : m_pieces)
        if (piece.kind == Piece::Kind::Variable && !resolve(piece, context))
            names.push_back(piece.text);
}

std::string Pattern::filledIn(const Context& context) const
{
    std::string out;
    for (const auto& piece : m_pieces) {
        const std::string* value = piece.kind == Piece::Kind::Variable ? resolve(piece, context) : nullptr;
        switch (piece.kind) {
        case Piece::Kind::Literal:
            out += piece.text;
            break;
        case Piece::Kind::AnyRun:
            out += '*';
            break;
        case Piece::Kind::AnyOne:
            out += '?';
            break;
        case Piece::Kind::Variable:
            out += value ? *value : "${" + piece.text + '}';
            break;
        }
    }
    return out;
}

} // namespace greensward::policy
