// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace greensward::ui {

/// Whether others look on, at a projector: account ids, endpoints, addresses and keys are shortened wherever the window
/// shows them. Of the one application, as its palette is; the window's thread. Views are to be made anew afterwards.
bool isDiscreet();
void setDiscreet(bool discreet);

/// The text as it may be shown now: the same while nobody looks on.
QString discreet(const QString& text);
/// Account ids ("12…12"), endpoints ("a1b2…-ats", "l…8883"), IP addresses, access keys, the values of secret members,
/// certificate ids and private keys shortened so far that nobody can use them, and two can still be told apart.
QString masked(const QString& text);

/// What masked() takes out of a text, for a view that has to keep it (an editor) and can only cover it.
struct SecretRange
{
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const SecretRange&) const = default;
};
QList<SecretRange> secretRanges(const QString& text);

} // namespace greensward::ui
