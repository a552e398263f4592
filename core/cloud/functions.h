// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "base/random.h"
#include "cloud/account.h"
#include "cloud/item_store.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// One state of a function: $LATEST, or a numbered version, which does not change any more.
struct FunctionVersion
{
    std::string version = "$LATEST";
    std::string runtime{};
    std::string role{};
    std::string handler{};
    std::string description{};
    std::int64_t timeoutSeconds = 3;
    std::int64_t memoryMB = 128;
    std::map<std::string, std::string> variables{};
    std::string codeSha256{}; ///< base64
    std::int64_t codeSize = 0;
    WallTime modified{};
    std::string revision{}; ///< a UUID, another one after every change
};

/// A package as it is kept. To make one of a large zip takes a while: not on the engine thread.
struct FunctionCode
{
    std::string zip;
    std::string sha256; ///< base64
    std::string base64; ///< of the zip
    static FunctionCode of(std::string zip);
};

struct FunctionAlias
{
    std::string name;
    std::string version;
    std::string description{};
    std::string revision{};
};

struct CloudFunction
{
    std::string name;
    FunctionVersion latest{};
    std::map<std::int64_t, FunctionVersion> versions{};
    std::int64_t lastNumber = 0; ///< numbers are not used twice
    std::map<std::string, FunctionAlias, std::less<>> aliases{};
    /// Who may call it: statements of the resource policy, by the qualifier they are for ("" for the function itself).
    std::map<std::string, std::vector<boost::json::object>, std::less<>> permissions{};
};

/// A function as a path, a rule or another function names it.
struct FunctionName
{
    std::string name;
    std::string qualifier; ///< "3", "prod", "$LATEST"; empty without
};

/// The account's functions: code, configuration, versions, aliases and permissions. Kept in the workspace. Engine
/// thread.
class Functions
{
public:
    using ByName = std::map<std::string, CloudFunction, std::less<>>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        Random random;
    };
    explicit Functions(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    const ByName& all() const { return m_functions; }
    /// "arn:aws:lambda:…:function:counter", with ":3" for a qualifier.
    std::string arn(std::string_view name, std::string_view qualifier = {}) const;
    /// Name, name:qualifier, ACCOUNT:function:name, or an ARN of this account. also: a qualifier given beside it.
    aws::ApiResult<FunctionName> named(std::string_view text, std::string_view also) const;
    aws::ApiResult<CloudFunction*> find(const FunctionName& named);
    /// The version that the qualifier stands for: an alias is looked through.
    aws::ApiResult<const FunctionVersion*> version(const FunctionName& named);
    const std::string& code(std::string_view sha256) const { return *m_code.find(sha256)->second; }
    /// Shared, for a thread that unpacks it.
    std::shared_ptr<const std::string> sharedCode(std::string_view sha256) const { return m_code.find(sha256)->second; }

    /// Null when no function has it any more, and nobody else keeps it.
    std::shared_ptr<const std::string> findCode(std::string_view sha256) const;
    /// Who else needs code, by its SHA-256 in base64: asked before unused code is thrown away.
    void keepAlso(std::function<std::set<std::string, std::less<>>()> used) { m_alsoUsed = std::move(used); }

    CloudFunction& create(std::string name, FunctionVersion first, FunctionCode code);
    void setCode(CloudFunction& function, FunctionCode code);
    /// The former if nothing has changed since.
    const FunctionVersion& publish(CloudFunction& function, const std::string* description);
    /// Stamps $LATEST, and keeps.
    void changed(CloudFunction& function);
    /// Who may call it is another now: a revision of its own, but the same code and configuration.
    void permissionsChanged(CloudFunction& function);
    void removeAlias(CloudFunction& function, std::string_view name);
    void keep(const CloudFunction& function);
    void remove(std::string_view name);
    aws::ApiResult<void> removeVersion(CloudFunction& function, std::string_view number);
    std::string newRevision();

private:
    void keepCode(FunctionVersion& version, FunctionCode code);
    void dropUnusedCode();

    Parts m_parts;
    ByName m_functions;
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> m_code; ///< zips by their SHA-256
    std::function<std::set<std::string, std::less<>>()> m_alsoUsed = [] {
        return std::set<std::string, std::less<>>{};
    };
};

} // namespace greensward::cloud
