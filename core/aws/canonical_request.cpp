// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/canonical_request.h"

#include "aws/digest.h"
#include "aws/percent.h"

#include <algorithm>

namespace greensward::aws {

namespace {

/// Without outer blanks, inner runs of blanks made one.
std::string trimmed(std::string_view value)
{
    std::string out;
    bool gap = false;
    for (const char c : value) {
        if (c == ' ' || c == '\t') {
            gap = !out.empty();
            continue;
        }
        if (gap)
            out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

} // namespace

std::string canonicalPath(std::string_view rawPath, bool s3)
{
    if (rawPath.empty())
        return "/";
    if (s3)
        return percentEncode(percentDecode(rawPath), Slash::Keep);
    std::vector<std::string_view> segments;
    bool folder = false; // ends in '/', '.' or '..'
    std::string_view rest = rawPath;
    while (true) {
        const auto slash = rest.find('/');
        const auto segment = rest.substr(0, slash);
        folder = segment.empty() || segment == "." || segment == "..";
        if (segment == "..") {
            if (!segments.empty())
                segments.pop_back();
        } else if (!folder) {
            segments.push_back(segment);
        }
        if (slash == std::string_view::npos)
            break;
        rest.remove_prefix(slash + 1);
    }
    std::string path;
    for (const auto segment : segments)
        path += '/' + percentEncode(segment);
    if (folder || path.empty())
        path += '/';
    return path;
}

std::string canonicalQuery(std::string_view rawQuery, const std::vector<std::string_view>& leaveOut)
{
    auto pieces = splitQuery(rawQuery, Plus::IsPlus);
    std::erase_if(pieces,
                  [&](const auto& piece) { return std::ranges::find(leaveOut, piece.first) != leaveOut.end(); });
    for (auto& [name, value] : pieces) {
        name = percentEncode(name);
        value = percentEncode(value);
    }
    std::ranges::sort(pieces);
    std::string out;
    for (const auto& [name, value] : pieces) {
        if (!out.empty())
            out += '&';
        out += name;
        out += '=';
        out += value;
    }
    return out;
}

std::string canonicalRequest(const Request& request, const CanonicalForm& form)
{
    std::string out = request.method + '\n' + canonicalPath(request.path(), form.s3) + '\n' +
                      canonicalQuery(request.query(), form.leaveOut) + '\n';
    std::string names;
    for (const auto& name : form.signedHeaders) {
        out += name + ':';
        bool first = true;
        for (const auto& [field, value] : request.fields) {
            if (!equalIgnoringCase(field, name))
                continue;
            if (!first)
                out += ',';
            out += trimmed(value);
            first = false;
        }
        out += '\n';
        names += (names.empty() ? "" : ";") + name;
    }
    return out + '\n' + names + '\n' + form.payloadHash;
}

std::string stringToSign(std::string_view date, std::string_view scope, std::string_view canonical)
{
    std::string out = "AWS4-HMAC-SHA256\n";
    out.append(date).append("\n").append(scope).append("\n").append(sha256Hex(canonical));
    return out;
}

} // namespace greensward::aws
