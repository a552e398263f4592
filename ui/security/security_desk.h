// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/security/account_acts.h"
#include "ui/kit/notice_bar.h"
#include "ui/security/registry.h"

namespace greensward::ui {

/// What the pages of the security workspace share.
struct SecurityDesk
{
    EngineMirror& mirror;
    Registry& registry;
    AccountActs& acts;
    NoticeBar& notice;

    client::Api* api() const { return mirror.engine().api(); }
};

} // namespace greensward::ui
