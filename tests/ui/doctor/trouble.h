// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_engine.h"
#include "trace/finding.h"

#include <string>

namespace greensward::ui {

/// What goes wrong, as the gateway records it. Its texts are in trouble.cpp: moc reads headers and trips over them.
struct Trouble
{
    FakeEngine& engine;

    void evidence(trace::Finding finding, const std::string& subject, const std::string& particulars) const;
    void clientId() const;
    void inactive() const;
    void denied() const;
    void endpoint() const;
    void twice() const;
};

/// What GetPolicy says of the policy that a note names.
extern const char* const kPolicyAnswer;

} // namespace greensward::ui
