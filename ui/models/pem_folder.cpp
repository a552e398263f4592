// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pem_folder.h"

#include "pki/certificate.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <optional>
#include <vector>

namespace greensward::ui {

namespace {

using Verdict = PemFinding::Verdict;

constexpr qint64 kLargestFile = 256 * 1024;
constexpr std::size_t kMostFiles = 100;
constexpr auto kSoon = std::chrono::hours(24 * 14);

struct Pem
{
    Q_DECLARE_TR_FUNCTIONS(PemFolder)
};

/// What a file turned out to hold.
struct Content
{
    QString file;
    std::optional<pki::Certificate> certificate;
    std::optional<pki::PrivateKey> key;
    QString problem; ///< neither of both; why

    QString name() const { return QFileInfo(file).fileName(); }
    bool isLeaf() const { return certificate && !certificate->isCa(); }
    bool isAuthority() const { return certificate && certificate->isCa(); }
};

QString dayOf(WallTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).date(), QLocale::ShortFormat);
}

QString whyNothing(const QByteArray& text)
{
    if (text.isEmpty())
        return Pem::tr("is empty");
    if (text.contains("ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED"))
        return Pem::tr("is an encrypted private key; openssl pkey -in … -out … writes one without a passphrase");
    if (text.contains("BEGIN PUBLIC KEY"))
        return Pem::tr("is a public key, which is not needed here");
    if (text.contains("BEGIN CERTIFICATE REQUEST"))
        return Pem::tr("is a signing request; the certificate is what came back for it");
    if (text.contains("-----BEGIN"))
        return Pem::tr("has a damaged PEM block: a line is missing or was changed");
    return Pem::tr("is no PEM file: there is no line -----BEGIN … -----");
}

Content read(const QString& path)
{
    Content content{.file = path, .certificate = {}, .key = {}, .problem = {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        content.problem = Pem::tr("cannot be read: %1").arg(file.errorString());
        return content;
    }
    if (file.size() > kLargestFile) {
        content.problem = Pem::tr("is far too long for a key or certificate");
        return content;
    }
    const QByteArray text = file.readAll();
    const std::string_view pem(text.constData(), static_cast<std::size_t>(text.size()));
    if (auto certificate = pki::Certificate::fromPem(pem))
        content.certificate = std::move(*certificate);
    if (auto key = pki::PrivateKey::fromPem(pem))
        content.key = std::move(*key);
    else if (!content.certificate && pem.find("PRIVATE KEY") != std::string_view::npos &&
             pem.find("ENCRYPTED") == std::string_view::npos)
        content.problem = Pem::tr("holds no private key that can be used: %1").arg(toQString(key.error().message));
    if (!content.certificate && !content.key && content.problem.isEmpty())
        content.problem = whyNothing(text);
    return content;
}

/// Good, or what its dates say against it.
PemFinding dated(const Content& content, WallTime now, const QString& what)
{
    const pki::Validity validity = content.certificate->validity();
    if (now > validity.notAfter)
        return {content.file, Pem::tr("%1 expired on %2.").arg(content.name(), dayOf(validity.notAfter)), Verdict::Bad};
    if (now < validity.notBefore)
        return {content.file,
                Pem::tr("%1 is not valid before %2: it is too new, or this computer's clock is wrong.")
                    .arg(content.name(), dayOf(validity.notBefore)),
                Verdict::Bad};
    const QString until = dayOf(validity.notAfter);
    if (validity.notAfter - now < kSoon)
        return {content.file, Pem::tr("%1; expires soon, on %2.").arg(what, until), Verdict::Notice};
    return {content.file, Pem::tr("%1, until %2").arg(what, until), Verdict::Good};
}

PemFinding judgeAuthority(const std::optional<Content>& content, const std::optional<Content>& device, WallTime now)
{
    if (!content)
        return {};
    const QString name = content->name();
    if (!content->certificate)
        return {content->file,
                content->key
                    ? Pem::tr("%1 is a private key, not a root certificate. Never give a private key away.").arg(name)
                    : Pem::tr("%1 %2.").arg(name, content->problem),
                Verdict::Bad};
    if (!content->isAuthority()) {
        const bool same =
            device && device->certificate && device->certificate->fingerprint() == content->certificate->fingerprint();
        return {content->file,
                same ? Pem::tr("%1 is your device certificate; the root belongs to who signed the server's.").arg(name)
                     : Pem::tr("%1 is a device certificate (%2), not that of an authority.")
                           .arg(name, toQString(content->certificate->subject())),
                Verdict::Bad};
    }
    const std::string common = content->certificate->commonName();
    return dated(*content, now, toQString(common.empty() ? content->certificate->subject() : common));
}

PemFinding judgeCertificate(const std::optional<Content>& content, WallTime now)
{
    if (!content)
        return {};
    const QString name = content->name();
    if (!content->certificate)
        return {content->file,
                content->key ? Pem::tr("%1 is a private key; the certificate is the other file.").arg(name)
                             : Pem::tr("%1 %2.").arg(name, content->problem),
                Verdict::Bad};
    if (content->isAuthority())
        return {content->file, Pem::tr("%1 is the certificate of an authority, not of a device.").arg(name),
                Verdict::Bad};
    return dated(*content, now, toQString(content->certificate->subject()));
}

PemFinding judgeKey(const std::optional<Content>& content, const std::optional<Content>& device)
{
    if (!content)
        return {};
    const QString name = content->name();
    if (!content->key)
        return {content->file,
                content->certificate ? Pem::tr("%1 is a certificate, not a private key.").arg(name)
                                     : Pem::tr("%1 %2.").arg(name, content->problem),
                Verdict::Bad};
    if (!device || !device->certificate)
        return {content->file, Pem::tr("%1 has no certificate to go with it.").arg(name), Verdict::Bad};
    if (!device->certificate->matches(*content->key))
        return {content->file,
                Pem::tr("%1 does not belong to %2: it is the key of another certificate.").arg(name, device->name()),
                Verdict::Bad};
    return {content->file, Pem::tr("matches %1").arg(device->name()), Verdict::Good};
}

PemRoles judge(const std::optional<Content>& authority, const std::optional<Content>& certificate,
               const std::optional<Content>& key, WallTime now)
{
    PemRoles roles;
    roles.authority = judgeAuthority(authority, certificate, now);
    roles.certificate = judgeCertificate(certificate, now);
    roles.key = judgeKey(key, certificate);
    if (certificate && certificate->isLeaf() && !key)
        roles.key = {{}, Pem::tr("The private key of %1 is missing.").arg(certificate->name()), Verdict::Bad};
    return roles;
}

std::vector<Content> readAll(const QStringList& filesAndFolders)
{
    std::vector<Content> contents;
    const auto add = [&contents](const QString& path) {
        if (contents.size() < kMostFiles)
            contents.push_back(read(path));
    };
    for (const QString& path : filesAndFolders) {
        if (!QFileInfo(path).isDir()) {
            add(path);
            continue;
        }
        static const QStringList kPatterns{QStringLiteral("*.pem"), QStringLiteral("*.crt"),  QStringLiteral("*.cer"),
                                           QStringLiteral("*.key"), QStringLiteral("*.cert"), QStringLiteral("*.ca")};
        for (const QString& name : QDir(path).entryList(kPatterns, QDir::Files, QDir::Name))
            add(QDir(path).filePath(name));
    }
    return contents;
}

template<typename Condition>
std::optional<Content> firstOf(const std::vector<Content>& contents, Condition condition)
{
    const auto found = std::find_if(contents.begin(), contents.end(), condition);
    return found == contents.end() ? std::nullopt : std::optional<Content>(*found);
}

} // namespace

PemRoles guessRoles(const QStringList& filesAndFolders, WallTime now)
{
    const std::vector<Content> contents = readAll(filesAndFolders);
    std::optional<Content> certificate;
    std::optional<Content> key;
    for (const Content& one : contents) {
        if (!one.isLeaf())
            continue;
        const auto own = firstOf(
            contents, [&one](const Content& other) { return other.key && one.certificate->matches(*other.key); });
        if (!certificate || (own && !key)) {
            certificate = one;
            key = own;
        }
    }
    if (!key)
        key = firstOf(contents, [](const Content& one) { return one.key.has_value(); });
    auto authority =
        firstOf(contents, [now](const Content& one) { return one.isAuthority() && one.certificate->isValidAt(now); });
    if (!authority)
        authority = firstOf(contents, [](const Content& one) { return one.isAuthority(); });
    PemRoles roles = judge(authority, certificate, key, now);
    for (const Content& one : contents)
        if (!one.problem.isEmpty())
            roles.notes << Pem::tr("%1 %2.").arg(one.name(), one.problem);
    if (contents.empty())
        roles.notes << Pem::tr("There are no .pem, .crt, .cer or .key files in there.");
    return roles;
}

PemRoles judgeRoles(const QString& authority, const QString& certificate, const QString& key, WallTime now)
{
    const auto content = [](const QString& path) {
        return path.isEmpty() ? std::nullopt : std::optional<Content>(read(path));
    };
    return judge(content(authority), content(certificate), content(key), now);
}

} // namespace greensward::ui
