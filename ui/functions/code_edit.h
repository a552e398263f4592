// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace greensward::ui {

class PythonColours;

/// Source as it is written: numbered lines, Python in colours, the line that failed marked. Tab indents; F6 leads on.
class CodeEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(const QString& name, QWidget* parent);

    /// Another text: what was undone before is not undone in it.
    void show(const QString& file, const QString& text);
    const QString& file() const { return m_file; }
    /// From 1. The cursor goes there.
    void goToLine(int line);
    /// From 1; 0: none.
    void markLine(int line);
    int markedLine() const { return m_marked; }
    int currentLine() const { return textCursor().blockNumber() + 1; }

    int numbersWidth() const;
    void paintNumbers(QPainter& painter, const QRect& area);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void newLine();
    void indent(bool out);
    void paintMarks();

    QString m_file;
    QWidget* m_numbers;
    PythonColours* m_colours;
    int m_marked = 0;
};

} // namespace greensward::ui
