// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace greensward::ui {

/// Points at one control of the window for a few seconds: everything else is dimmed. Takes no clicks; goes with the
/// next one, or with a key.
class Spotlight final : public QWidget
{
public:
    explicit Spotlight(QWidget* window);
    /// Brings it into view, gives it the focus where it takes one, and points at it.
    void pointAt(QWidget& control);
    QWidget* control() const { return isVisible() ? m_control.data() : nullptr; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void end();

    QPointer<QWidget> m_control;
    QTimer m_ends;
};

} // namespace greensward::ui
