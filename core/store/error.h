// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace greensward::store {

/// What a program can do about a failure depends on which of these it is.
enum class Cause : std::uint8_t {
    Busy,       ///< another process holds the database
    Full,       ///< the disk is full
    Io,         ///< the file cannot be opened, read or written
    Corrupt,    ///< the file is damaged, or not a database of this program
    Newer,      ///< written by a later version of this program
    Constraint, ///< a row breaks a rule of its table
    Misuse,     ///< wrong SQL, wrong parameters: a defect of the caller
};
std::string_view text(Cause cause);

/// A Result<T> of the rest of the program can be made from a StoreResult<T>; it keeps the sentence and loses the cause.
struct StoreError : Error
{
    Cause cause = Cause::Io;
};

template<typename T>
using StoreResult = Result<T, StoreError>;

inline tl::unexpected<StoreError> storeFailure(Cause cause, std::string message)
{
    return tl::unexpected<StoreError>(StoreError{{std::move(message)}, cause});
}

} // namespace greensward::store
