// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phone_port.h"

namespace greensward::ui {

/// What is wrong with a telephone, in plain words, and where to go about it.
struct PhoneWords
{
    QString title;
    QString text;
    QString link;   ///< "console:doctor"; empty: nowhere
    QString button; ///< … that leads there
};
PhoneWords wordsOf(const PhonePort::State& state);

/// "A guest's identity"
QString nameOf(PhonePort::Stage stage);
/// What happens at that stage, in a sentence.
QString explanationOf(PhonePort::Stage stage);

} // namespace greensward::ui
