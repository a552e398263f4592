// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace greensward::ui {

/// A code of the doctor for who stands in front of a class and does not see the attendee's card: what is wrong where it
/// is open, and what can be said to whoever has it.
struct CodeText
{
    QString title;
    QString what;
    QString advice;
};

/// Of a code that this program does not know: only a title that says so.
CodeText textOfCode(const QString& code);
/// "Two clients, one id"
QString titleOfCode(const QString& code);

} // namespace greensward::ui
