// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/folder_check.h"

#include "doctor/core_config_check.h"
#include "doctor/phrases.h"

#include "pki/certificate.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

using namespace phrases;

/// What a file turned out to be.
struct Found
{
    const FolderFile* file;
    std::optional<pki::Certificate> certificate{};
    std::optional<pki::PrivateKey> key{};
};

std::string lower(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool isNamedLike(const std::string& name, std::initializer_list<const char*> parts)
{
    const std::string text = lower(name.substr(name.rfind('/') + 1));
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return text.find(part) != std::string::npos; });
}

/// ca.crt, root.pem, AmazonRootCA1.pem
bool isNamedRoot(const std::string& name)
{
    return isNamedLike(name, {"root", "authority"}) ||
           (isNamedLike(name, {"ca.", "ca-", "ca_", "cacert"}) && !isNamedLike(name, {"cert.pem", "device"}));
}

class FolderCheck
{
public:
    FolderCheck(const std::vector<FolderFile>& files, WallTime now) : m_files(files), m_now(now) {}

    std::vector<Card> run()
    {
        for (const FolderFile& file : m_files)
            look(file);
        for (const Found& found : m_found)
            if (found.certificate)
                checkCertificate(found);
            else
                checkKey(found);
        return std::move(m_cards);
    }

private:
    Card& raise(Code code, Confidence confidence, Text sentence)
    {
        Card card{.code = code,
                  .confidence = confidence,
                  .key = sentence.english(),
                  .sentence = std::move(sentence),
                  .background = code == Code::Clock ? kBackClock : kBackPem,
                  .first = m_now,
                  .last = m_now};
        return m_cards.emplace_back(std::move(card));
    }

    void look(const FolderFile& file)
    {
        if (!file.problem.empty()) {
            raise(Code::Pem, Confidence::Certain, {kFileUnreadable, {file.name, file.problem}});
            return;
        }
        const bool key = file.content.find("PRIVATE KEY-----") != std::string::npos;
        const bool certificate = file.content.find("-----BEGIN CERTIFICATE-----") != std::string::npos;
        if (certificate)
            lookAtCertificate(file);
        if (key)
            lookAtKey(file);
        if (!key && !certificate && lower(file.name).ends_with(".json"))
            lookAtConfiguration(file);
    }

    void lookAtCertificate(const FolderFile& file)
    {
        auto parsed = pki::Certificate::fromPem(file.content);
        if (!parsed)
            raise(Code::Pem, Confidence::Certain, {kFilePemBroken, {file.name, parsed.error().message}});
        else
            m_found.push_back({&file, std::move(*parsed), std::nullopt});
    }

    void lookAtKey(const FolderFile& file)
    {
        auto parsed = pki::PrivateKey::fromPem(file.content);
        if (!parsed) {
            raise(Code::Pem, Confidence::Certain, {kFilePemBroken, {file.name, parsed.error().message}});
            return;
        }
        if (file.othersMayRead)
            raise(Code::Pem, Confidence::Check, {kFileKeyOpen, {file.name}})
                .fixes.push_back({Fix::Act::Copy, kFixCopyLine, {}, "chmod 600 " + file.name});
        m_found.push_back({&file, std::nullopt, std::move(*parsed)});
    }

    /// Paths in a config.json, whatever their members are called.
    void lookAtConfiguration(const FolderFile& file)
    {
        boost::system::error_code error;
        json::parse_options options;
        options.max_depth = 16;
        const json::value value = json::parse(file.content, error, {}, options);
        if (error)
            m_cards.push_back(brokenJson(file, isOfCore(file) ? Code::CoreStart : Code::Pem, m_now));
        else if (isCoreConfig(value) || (isOfCore(file) && value.is_object()))
            std::ranges::move(checkCoreConfig(file, value, m_files, m_now), std::back_inserter(m_cards));
        else
            lookForPaths(file, value);
    }

    /// config/config.json is where a core looks; elsewhere its words tell.
    static bool isOfCore(const FolderFile& file)
    {
        return file.name == "config/config.json" || file.content.find("\"coreThing\"") != std::string::npos;
    }

    void lookForPaths(const FolderFile& file, const json::value& value)
    {
        if (const auto* object = value.if_object()) {
            for (const auto& member : *object)
                lookForPaths(file, member.value());
        } else if (const auto* text = value.if_string()) {
            const std::string path(*text);
            if (!isNamedLike(path, {".pem", ".crt", ".key", ".cert"}) || path.find(' ') != std::string::npos)
                return;
            const std::string name = path.substr(path.rfind('/') + 1);
            if (std::none_of(m_files.begin(), m_files.end(), [&](const FolderFile& other) {
                    return other.name == name || other.name.ends_with("/" + name);
                }))
                raise(Code::Pem, Confidence::Likely, {kFilePathMissing, {file.name, path}});
        }
    }

    void checkCertificate(const Found& found)
    {
        const pki::Certificate& certificate = *found.certificate;
        const std::string& name = found.file->name;
        const auto when = certificate.validity();
        if (!certificate.isValidAt(m_now))
            raise(Code::Clock, Confidence::Certain,
                  {kFileOverNow, {name, toIso8601(when.notBefore), toIso8601(when.notAfter), toIso8601(m_now)}});
        if (certificate.isCa()) {
            if (isNamedLike(name, {"device", "client", "certificate.pem", "cert.pem"}) && !isNamedRoot(name))
                raise(Code::Pem, Confidence::Certain, {kFileRootAsCertificate, {name}});
            return;
        }
        if (isNamedRoot(name))
            raise(Code::Pem, Confidence::Certain, {kFileCertificateAsRoot, {name}});
        if (std::none_of(m_found.begin(), m_found.end(),
                         [&](const Found& other) { return other.key && certificate.matches(*other.key); }))
            raise(Code::Pem, Confidence::Certain, {kFileNoKey, {name}}).rows.push_back(
                {kRowSubject, certificate.subject()});
        checkIssuer(certificate, name);
    }

    void checkIssuer(const pki::Certificate& certificate, const std::string& name)
    {
        bool any = false;
        for (const Found& other : m_found)
            if (other.certificate && other.certificate->isCa()) {
                any = true;
                if (certificate.isIssuedBy(*other.certificate))
                    return;
            }
        // A real account's root signs the server's certificate, not the device's: worth a look, no more.
        Card& card = any ? raise(Code::Pem, Confidence::Check, {kFileNotIssued, {name}})
                         : raise(Code::Pem, Confidence::Likely, {kFileNoRoot, {name}});
        card.rows.push_back({kRowIssuer, certificate.issuer()});
    }

    void checkKey(const Found& found)
    {
        if (std::none_of(m_found.begin(), m_found.end(), [&](const Found& other) {
                return other.certificate && other.certificate->matches(*found.key);
            }))
            raise(Code::Pem, Confidence::Certain, {kFileKeyLoose, {found.file->name}});
    }

    const std::vector<FolderFile>& m_files;
    WallTime m_now;
    std::vector<Found> m_found;
    std::vector<Card> m_cards;
};

} // namespace

std::vector<Card> checkFolder(const std::vector<FolderFile>& files, WallTime now)
{
    std::vector<Card> cards = FolderCheck(files, now).run();
    std::stable_sort(cards.begin(), cards.end(),
                     [](const Card& one, const Card& other) { return one.confidence < other.confidence; });
    return cards;
}

} // namespace greensward::doctor
