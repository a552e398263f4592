// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace greensward::ui {

/// The language "qps": every translatable text in accented letters, a third longer and in brackets. What still reads
/// plainly was never given to tr(); what lost its brackets was clipped. Place markers (%1, %n), keys after a tab and
/// rich text stay whole.
class PseudoLanguage final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;

    static QString pseudo(const QString& source);
    static bool isPseudo(const QString& text);
};

} // namespace greensward::ui
