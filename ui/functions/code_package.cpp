// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/code_package.h"

#include "ui/models/payload_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <zip.h>

namespace greensward::ui {

namespace {

struct Package
{
    Q_DECLARE_TR_FUNCTIONS(CodePackage)
};

tl::unexpected<Error> problem(const QString& sentence)
{
    return failure(sentence.toStdString());
}

struct Discard
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Close
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// The octets live as long as the source needs them.
zip_source_t* sourceOf(const QByteArray& octets)
{
    const auto size = static_cast<std::size_t>(octets.size());
    void* copy = std::malloc(std::max<std::size_t>(size, 1)); // libzip frees it
    if (!copy)
        return nullptr;
    std::memcpy(copy, octets.constData(), size);
    zip_source_t* source = zip_source_buffer_create(copy, size, 1, nullptr);
    if (!source)
        std::free(copy);
    return source;
}

tl::unexpected<Error> whyNot(zip_t* archive)
{
    return problem(Package::tr("the package cannot be written: %1").arg(QString::fromUtf8(zip_strerror(archive))));
}

/// The archive takes a reference of its own, so that what it wrote can be read back from the source.
Archive opened(zip_source_t* source, int flags)
{
    zip_source_keep(source);
    Archive archive(zip_open_from_source(source, flags, nullptr));
    if (!archive)
        zip_source_free(source);
    return archive;
}

Result<QByteArray> readBack(zip_source_t* source)
{
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || zip_source_open(source) != 0)
        return problem(Package::tr("the package cannot be read back"));
    QByteArray zip(static_cast<qsizetype>(facts.size), Qt::Uninitialized);
    const zip_int64_t count = zip_source_read(source, zip.data(), facts.size);
    zip_source_close(source);
    if (count != zip.size())
        return problem(Package::tr("the package cannot be read back"));
    return zip;
}

} // namespace

Result<QByteArray> packSources(const QByteArray& zip, const SourceFiles& files)
{
    const Source whole(sourceOf(zip));
    if (!whole)
        return problem(Package::tr("the package is too large for the memory"));
    Archive archive = opened(whole.get(), zip.isEmpty() ? ZIP_CREATE | ZIP_TRUNCATE : 0);
    if (!archive)
        return problem(Package::tr("the package is no zip file"));
    for (const auto& [name, content] : files) {
        zip_source_t* source = sourceOf(content);
        const zip_int64_t index = source ? zip_file_add(archive.get(), name.toUtf8().constData(), source,
                                                        ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE)
                                         : zip_int64_t{-1};
        if (index < 0) {
            if (source)
                zip_source_free(source);
            return whyNot(archive.get());
        }
        // Without it AWS's own runtimes may not read the file.
        constexpr zip_uint32_t kReadable = 0100644u << 16;
        zip_file_set_external_attributes(archive.get(), static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, kReadable);
    }
    if (zip_close(archive.get()) != 0)
        return whyNot(archive.get());
    (void)archive.release();
    return readBack(whole.get());
}

Result<SourceFiles> unpackSources(const QByteArray& zip)
{
    const Source whole(sourceOf(zip));
    const Archive archive = whole ? opened(whole.get(), ZIP_RDONLY) : Archive();
    if (!archive)
        return problem(Package::tr("the package is no zip file"));
    SourceFiles files;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t at = 0; at < count && files.size() < kMostSources; ++at) {
        zip_stat_t facts;
        zip_stat_init(&facts);
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(at), 0, &facts) != 0 || !facts.name)
            continue;
        const std::string_view name(facts.name);
        if (name.ends_with('/') || facts.size > kLargestSource)
            continue;
        const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive.get(), facts.index, 0));
        QByteArray content(static_cast<qsizetype>(facts.size), Qt::Uninitialized);
        if (!file || zip_fread(file.get(), content.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
            return problem(Package::tr("%1 of the package is damaged").arg(QString::fromUtf8(facts.name)));
        if (isReadableText({content.constData(), static_cast<std::size_t>(content.size())}))
            files.emplace(QString::fromUtf8(facts.name), std::move(content));
    }
    return files;
}

} // namespace greensward::ui
