// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phone_page.h"

#include "app/resource_files.h"
#include "base/files.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::string_view kFolder = "/phone";
constexpr std::size_t kLargestFile = 256u << 10;
constexpr std::string_view kScript = "text/javascript; charset=utf-8";

struct PageFile
{
    std::string_view name;
    std::string_view type;
};

/// All that is served: a name that is not here names no file, whatever it looks like.
constexpr std::array kFiles{
    PageFile{"index.html", "text/html; charset=utf-8"}, PageFile{"style.css", "text/css; charset=utf-8"},
    PageFile{"icon.svg", "image/svg+xml"},              PageFile{"app.js", kScript},
    PageFile{"cognito.js", kScript},                    PageFile{"curve.js", kScript},
    PageFile{"hash.js", kScript},                       PageFile{"mqtt.js", kScript},
    PageFile{"sigv4.js", kScript},                      PageFile{"trouble.js", kScript},
};

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

net::HttpResponse plain(unsigned status, std::string text)
{
    return {.status = status, .fields = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = std::move(text)};
}

/// Nothing of elsewhere is loaded, and nothing stale is kept: the files may be edited while this runs.
net::HttpResponse content(std::string_view type, std::string body)
{
    return {.status = 200,
            .fields = {{"Content-Type", std::string(type)},
                       {"Cache-Control", "no-cache"},
                       {"X-Content-Type-Options", "nosniff"},
                       {"Referrer-Policy", "no-referrer"},
                       {"Content-Security-Policy", "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; "
                                                   "form-action 'none'; frame-ancestors 'none'"}},
            .body = std::move(body)};
}

net::HttpResponse file(std::string_view name)
{
    const auto known = std::find_if(kFiles.begin(), kFiles.end(), [&](const PageFile& one) { return one.name == name; });
    if (known == kFiles.end())
        return plain(404, "The page has no such file.\n");
    const auto path = resourceFile(std::filesystem::path("phone") / known->name);
    const auto text = path ? readFile(*path, kLargestFile) : tl::unexpected(path.error());
    if (!text)
        return plain(500, text.error().message + "\n");
    return content(known->type, *text);
}

} // namespace

bool PhonePage::isMeantBy(std::string_view target)
{
    const std::string_view path = pathOf(target);
    return path.starts_with(kFolder) && (path.size() == kFolder.size() || path[kFolder.size()] == '/');
}

net::HttpResponse PhonePage::answer(const net::HttpRequest& request) const
{
    if (request.method != "GET") {
        auto refused = plain(405, "The page is only read.\n");
        refused.fields.emplace_back("Allow", "GET");
        return refused;
    }
    const std::string_view path = pathOf(request.target);
    if (path == kFolder) // so that what the page names stands beside it
        return {.status = 308, .fields = {{"Location", "/phone/" + request.target.substr(path.size())}}};
    const std::string_view name = path.substr(kFolder.size() + 1);
    if (name == "pool.json")
        return pool();
    return file(name.empty() ? "index.html" : name);
}

net::HttpResponse PhonePage::pool() const
{
    json::object found{{"region", m_region}, {"pool", nullptr}};
    for (const auto& [id, pool] : m_pools.pools())
        if (pool.name == kPoolName && pool.allowsUnauthenticated)
            found["pool"] = id;
    return content("application/json", json::serialize(found));
}

} // namespace greensward::app
