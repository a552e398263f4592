// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_entry.h"
#include "ui/functions/test_events.h"

#include <vector>

namespace greensward::ui {

/// A function to begin with.
struct FunctionTemplate
{
    QString id;   ///< also the name that is proposed: "hello-world"
    QString title;
    QString told; ///< what it shows, one sentence
    FunctionSettings settings;
    SourceFiles files;
    std::vector<TestEvent> events;
};

/// The simplest first.
std::vector<FunctionTemplate> functionTemplates();

} // namespace greensward::ui
