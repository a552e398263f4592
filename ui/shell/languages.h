// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace greensward::ui {

/// "en", then every language that there is a translation of, by its code.
QStringList languages();
/// In its own language: "English", "Deutsch".
QString nameOfLanguage(const QString& code);
/// The desktop's language, if it is one of them; else "en".
QString languageOfTheDesktop();

/// Of the one application: loads the translation and Qt's own, and tells every window, which makes its views anew. "qps"
/// is the pseudo-language. A code that there is no translation of is English.
void setLanguage(const QString& code);
QString currentLanguage();

} // namespace greensward::ui
