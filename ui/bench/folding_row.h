// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace greensward::ui {

/// A line of a catalogue that opens: its name, a hint at the right, a dot while it is on; below, when open, the rest.
class FoldingRow : public QWidget
{
    Q_OBJECT

public:
    FoldingRow(const QString& name, const QString& sentence, QWidget* parent);

    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    void setActive(bool active);
    bool isActive() const { return m_active; }
    /// A key, a length of time.
    void setHint(const QString& hint);
    const QString& hint() const { return m_hint; }

signals:
    void opened();

protected:
    /// Where the rest goes, below the sentence.
    QVBoxLayout& details() { return *m_column; }
    QWidget* detailsWidget() { return m_details; }
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QWidget* m_details;
    QVBoxLayout* m_column;
    QString m_hint;
    bool m_open = false;
    bool m_active = false;
};

} // namespace greensward::ui
