// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::cloud {

/// The policy that the workshop begins with: its devices may do everything, until somebody writes a better one.
inline constexpr const char* kWorkshopPolicy = "workshop-devices";
inline constexpr const char* kWorkshopDocument =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iot:*","greengrass:*"],"Resource":"*"}]})";
/// That of its cores, the same as the easy creation of a group made one.
inline constexpr const char* kCorePolicy = "workshop-cores";

} // namespace greensward::cloud
