// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error.h"

namespace greensward::store {

std::string_view text(Cause cause)
{
    switch (cause) {
    case Cause::Busy:
        return "busy";
    case Cause::Full:
        return "disk full";
    case Cause::Io:
        return "not accessible";
    case Cause::Corrupt:
        return "damaged";
    case Cause::Newer:
        return "written by a later version";
    case Cause::Constraint:
        return "rule of a table broken";
    case Cause::Misuse:
        return "defect";
    }
    return "unknown";
}

} // namespace greensward::store
