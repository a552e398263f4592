// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace greensward::ui {

class EngineMirror;

/// The typing end of a scope bar: completes the word at the cursor and underlines the part that cannot be meant.
class ScopeEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit ScopeEdit(EngineMirror& mirror, QWidget* parent = nullptr);
    /// length 0: nothing is wrong.
    void setWrong(int start, int length);
    int wrongStart() const { return m_wrongStart; }
    int wrongLength() const { return m_wrongLength; }

signals:
    /// Backspace at the very beginning.
    void backspacedOut();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void suggest();
    void complete(const QString& word);

    EngineMirror& m_mirror;
    QStringListModel* m_words;
    QCompleter* m_completer;
    int m_wrongStart = 0;
    int m_wrongLength = 0;
};

} // namespace greensward::ui
