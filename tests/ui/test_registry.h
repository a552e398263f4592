// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace greensward::ui {

/// The test objects of one program, filled before main() by kRegistered below.
inline std::vector<std::function<std::unique_ptr<QObject>()>>& testMakers()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> makers;
    return makers;
}

template<typename Test>
bool registerTest()
{
    testMakers().push_back([] { return std::make_unique<Test>(); });
    return true;
}

} // namespace greensward::ui
