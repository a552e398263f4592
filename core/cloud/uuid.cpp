// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/uuid.h"

#include <fmt/format.h>

namespace greensward::cloud {

std::string uuid(Random& random)
{
    constexpr std::string_view kVariants = "89ab";
    return fmt::format("{}-{}-4{}-{}{}-{}", random.hex(8), random.hex(4), random.hex(3),
                       kVariants[random.below(kVariants.size())], random.hex(3), random.hex(12));
}

} // namespace greensward::cloud
