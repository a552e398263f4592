// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace greensward {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> failed(std::string_view what, const fs::path& path, int error)
{
    return failure(fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(error)));
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    /// close() may report a write that failed late.
    bool close() { return ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<void> syncFolder(const fs::path& folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isOpen() || ::fsync(descriptor.get()) != 0)
        return failed("sync the folder", folder, errno);
    return {};
}

Result<void> narrow(const fs::path& path)
{
    struct stat status
    {};
    if (::stat(path.c_str(), &status) != 0)
        return failed("look at", path, errno);
    if ((status.st_mode & 077) != 0 && ::chmod(path.c_str(), status.st_mode & 0700) != 0)
        return failed("keep others out of", path, errno);
    return {};
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::size_t atMost)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status
    {};
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0)
        return failed("open", path, errno);
    if (!S_ISREG(status.st_mode))
        return failure(fmt::format("{} is not a file", path.string()));
    if (static_cast<std::uintmax_t>(status.st_size) > atMost)
        return failure(fmt::format("{} is larger than {} bytes", path.string(), atMost));

    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
        const ssize_t count = ::read(descriptor.get(), content.data() + filled, content.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed("read", path, errno);
        if (count == 0)
            break; // it shrank meanwhile
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view content, unsigned mode)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::string beside = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    Descriptor descriptor(::mkostemp(beside.data(), O_CLOEXEC)); // made with mode 0600
    if (!descriptor.isOpen())
        return failed("create a file in", folder, errno);

    const bool safe = writeAll(descriptor.get(), content) && ::fchmod(descriptor.get(), mode) == 0 &&
                      ::fsync(descriptor.get()) == 0 && descriptor.close() &&
                      ::rename(beside.c_str(), path.c_str()) == 0;
    if (!safe) {
        const int error = errno;
        ::unlink(beside.c_str());
        return failed("write", path, error);
    }
    return syncFolder(folder);
}

Result<void> makePrivateFolder(const fs::path& path)
{
    std::error_code error;
    const fs::path parent = fs::absolute(path, error).parent_path();
    if (!error)
        fs::create_directories(parent, error);
    if (error)
        return failure(fmt::format("cannot make the folder {}: {}", parent.string(), error.message()));
    if (::mkdir(path.c_str(), 0700) == 0)
        return syncFolder(parent);
    if (errno != EEXIST)
        return failed("make the folder", path, errno);
    if (!fs::is_directory(path, error))
        return failure(fmt::format("{} is not a folder", path.string()));
    return narrow(path);
}

Result<void> makePrivateFile(const fs::path& path)
{
    return narrow(path);
}

} // namespace greensward
