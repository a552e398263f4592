// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <boost/json/value.hpp>

namespace greensward::ui {

/// What a person typed into a desired cell, and what becomes of it. A value keeps the type the device reports it in
/// (else the type it has): where that is number, 12 is a number; where it is text, 12 is the text "12", without a word.
/// What cannot be of that type is asked about first.
struct DesiredEdit
{
    boost::json::value value; ///< null: the field is to be removed
    QString question; ///< "wind-limit is a number in reported. Send \"12\" as text anyway?"; empty: nothing to ask
    bool isNothing = false; ///< nothing was typed, or the same as before
};

/// desired, reported: as they are; null where they are not there.
DesiredEdit readDesired(const QString& typed, const QString& field, const boost::json::value* desired,
                        const boost::json::value* reported);

/// A value as one edits it: text of a text field without quotes, everything else as JSON.
QString editText(const boost::json::value* desired, const boost::json::value* reported);

} // namespace greensward::ui
