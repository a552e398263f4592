// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/runtime.h"

namespace greensward::lambda {

RuntimeKind kindOf(std::string_view runtime)
{
    if (runtime.starts_with("python"))
        return RuntimeKind::Python;
    if (runtime.starts_with("nodejs"))
        return RuntimeKind::Node;
    return runtime == "provided" || runtime.starts_with("provided.") ? RuntimeKind::Provided : RuntimeKind::None;
}

} // namespace greensward::lambda
