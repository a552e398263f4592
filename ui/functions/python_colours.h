// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace greensward::ui {

/// Colours Python as it is written: words of the language, strings, numbers, comments, decorators, what is defined.
/// Names without a file type that it knows stay plain.
class PythonColours final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit PythonColours(QTextDocument* document);
    /// "index.py"
    void setFile(const QString& name);

protected:
    void highlightBlock(const QString& text) override;

private:
    /// Colours a string from `from`; answers where it ends. quotes: three where it goes on over lines.
    int string(const QString& text, int from, int quotes, QChar quote);

    bool m_isPython = true;
};

} // namespace greensward::ui
