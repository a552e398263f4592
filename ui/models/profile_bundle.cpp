// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/profile_bundle.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <zip.h>

namespace greensward::ui {

namespace {

constexpr const char* kList = "connections.json";
constexpr zip_int64_t kMostEntries = 1'000;
constexpr zip_uint64_t kLargestEntry = 1u << 20;
constexpr qint64 kLargestBundle = 32 << 20;

struct Bundle
{
    Q_DECLARE_TR_FUNCTIONS(ProfileBundle)
};

template<typename... Args>
std::string said(const char* text, Args... args)
{
    return Bundle::tr(text).arg(args...).toStdString();
}

struct Discard
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Result<void> add(zip_t* archive, const QString& name, const QByteArray& content, const QString& passphrase)
{
    void* copy = std::malloc(static_cast<std::size_t>(qMax<qsizetype>(content.size(), 1))); // libzip frees it
    if (!copy)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 is too large for the memory"), name));
    std::memcpy(copy, content.constData(), static_cast<std::size_t>(content.size()));
    zip_source_t* source = zip_source_buffer(archive, copy, static_cast<zip_uint64_t>(content.size()), 1);
    const zip_int64_t index =
        source ? zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : zip_int64_t{-1};
    if (index < 0) {
        if (source)
            zip_source_free(source);
        else
            std::free(copy);
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be packed: %2"), name,
                            QString::fromUtf8(zip_strerror(archive))));
    }
    if (!passphrase.isEmpty() && zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                                         passphrase.toUtf8().constData()) != 0)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be encrypted: %2"), name,
                            QString::fromUtf8(zip_strerror(archive))));
    return {};
}

/// What one entry holds; nothing when the passphrase does not open it.
Result<std::optional<QByteArray>> readEntry(zip_t* archive, const QString& name, const QByteArray& passphrase)
{
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat(archive, name.toUtf8().constData(), 0, &facts) != 0)
        return failure(
            said(QT_TRANSLATE_NOOP("ProfileBundle", "the file has no %1: it is no bundle of connections"), name));
    if (facts.size > kLargestEntry)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 is too large"), name));
    zip_file_t* file = passphrase.isEmpty()
                           ? zip_fopen_index(archive, facts.index, 0)
                           : zip_fopen_index_encrypted(archive, facts.index, 0, passphrase.constData());
    if (!file) {
        const int code = zip_error_code_zip(zip_get_error(archive));
        if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD)
            return std::optional<QByteArray>();
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be unpacked: %2"), name,
                            QString::fromUtf8(zip_strerror(archive))));
    }
    QByteArray content(static_cast<qsizetype>(facts.size), Qt::Uninitialized);
    const zip_int64_t count = zip_fread(file, content.data(), facts.size);
    const int closed = zip_fclose(file); // tells of a damaged entry
    if (count != static_cast<zip_int64_t>(facts.size) || closed != 0)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 is damaged"), name));
    return std::optional(content);
}

/// The files of the profile that go along; the profile names them as the bundle does from here on.
Result<void> packFiles(zip_t* archive, BrokerProfile& profile, const BundleChoice& choice,
                       QHash<QString, QString>& packed)
{
    if (!choice.withKeys)
        profile.keyFile.clear();
    for (QString* path : {&profile.caFile, &profile.certificateFile, &profile.keyFile}) {
        if (path->isEmpty())
            continue;
        QString& name = packed[*path];
        if (name.isEmpty()) {
            QFile file(*path);
            if (!file.open(QIODevice::ReadOnly))
                return failure(
                    said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be read: %2"), *path, file.errorString()));
            const QByteArray content = file.read(static_cast<qint64>(kLargestEntry));
            if (path != &profile.keyFile && !choice.withKeys && content.contains("PRIVATE KEY"))
                return failure(said(
                    QT_TRANSLATE_NOOP("ProfileBundle", "%1 holds a private key; tick private keys to let it go along"),
                    *path));
            name = QStringLiteral("files/%1-%2").arg(packed.size()).arg(QFileInfo(*path).fileName());
            if (const auto added = add(archive, name, content, choice.passphrase); !added)
                return added;
        }
        *path = name;
    }
    return {};
}

/// A folder of its own, so that nothing of an earlier import is overwritten.
Result<QString> freshFolder(const QString& into)
{
    for (int number = 1; number < 10'000; ++number) {
        const QString folder = QDir(into).filePath(QString::number(number));
        if (QDir().exists(folder))
            continue;
        if (!QDir().mkpath(folder))
            break;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return folder;
    }
    return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "no folder can be made in %1"), into));
}

Result<bool> unpackFiles(zip_t* archive, BrokerProfile& profile, const QByteArray& passphrase, const QString& folder,
                         QHash<QString, QString>& unpacked)
{
    for (QString* path : {&profile.caFile, &profile.certificateFile, &profile.keyFile}) {
        if (path->isEmpty())
            continue;
        QString& target = unpacked[*path];
        if (target.isEmpty()) {
            auto content = readEntry(archive, *path, passphrase);
            if (!content)
                return tl::unexpected(content.error());
            if (!*content)
                return false;
            // The bundle's own name is not to be trusted as a path.
            target = QDir(folder).filePath(QFileInfo(*path).fileName());
            QSaveFile file(target);
            if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
                file.write(**content) != (*content)->size() || !file.commit())
                return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 could not be written: %2"), target,
                                    file.errorString()));
        }
        *path = target;
    }
    return true;
}

} // namespace

Result<void> exportBundle(const QList<BrokerProfile>& profiles, const QString& file, const BundleChoice& choice)
{
    const QString draft = file + QStringLiteral(".part");
    QFile::remove(draft);
    int code = 0;
    Archive archive(zip_open(QFile::encodeName(draft).constData(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be written"), file));
    QJsonArray all;
    QHash<QString, QString> packed;
    for (BrokerProfile profile : profiles) {
        if (const auto done = packFiles(archive.get(), profile, choice, packed); !done)
            return done;
        all.append(profile.toJson());
    }
    const QJsonObject list{{QStringLiteral("version"), 1}, {QStringLiteral("connections"), all}};
    if (const auto done = add(archive.get(), QLatin1String(kList), QJsonDocument(list).toJson(), choice.passphrase);
        !done)
        return done;
    if (zip_close(archive.get()) != 0)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be written: %2"), file,
                            QString::fromUtf8(zip_strerror(archive.get()))));
    (void)archive.release();
    QFile::setPermissions(draft, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(file);
    if (!QFile::rename(draft, file))
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 cannot be written"), file));
    return {};
}

Result<ImportedBundle> importBundle(const QString& file, const QString& passphrase, const QString& into)
{
    if (QFileInfo(file).size() > kLargestBundle)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 is too large for a bundle of connections"), file));
    int code = 0;
    Archive archive(zip_open(QFile::encodeName(file).constData(), ZIP_RDONLY, &code));
    if (!archive || zip_get_num_entries(archive.get(), 0) > kMostEntries)
        return failure(said(QT_TRANSLATE_NOOP("ProfileBundle", "%1 is no bundle of connections"), file));
    const QByteArray secret = passphrase.toUtf8();
    const auto list = readEntry(archive.get(), QLatin1String(kList), secret);
    if (!list)
        return tl::unexpected(list.error());
    ImportedBundle bundle;
    if (!*list) {
        bundle.wantsPassphrase = true;
        return bundle;
    }
    const auto folder = freshFolder(into);
    if (!folder)
        return tl::unexpected(folder.error());
    QHash<QString, QString> unpacked;
    for (const QJsonValue& one : QJsonDocument::fromJson(**list).object()[QStringLiteral("connections")].toArray()) {
        BrokerProfile profile = BrokerProfile::fromJson(one.toObject());
        const auto files = unpackFiles(archive.get(), profile, secret, *folder, unpacked);
        if (!files)
            return tl::unexpected(files.error());
        if (!*files) {
            bundle.profiles.clear();
            bundle.wantsPassphrase = true;
            return bundle;
        }
        bundle.profiles << profile;
    }
    return bundle;
}

} // namespace greensward::ui
