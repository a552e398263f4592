// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

#include <functional>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace greensward::ui {

class ElidedLabel;

/// A strip above the status strip for what captures have to say: a replay under way, a recording that is done, why one
/// is not. One sentence, perhaps a bar and a button; goes when it is dismissed.
class CaptureNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit CaptureNotice(QWidget* parent = nullptr);
    /// Pixels, at the zoom of now.
    static int tall() { return px(44); }

    struct Content
    {
        QString text;
        Role role = Role::Text;
        double progress = -1; ///< 0 … 1; negative: none
        QString button;       ///< empty: none
    };
    void setContent(const Content& content, std::function<void()> pressed = {});
    QString text() const;
    QPushButton& button() { return *m_button; }

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElidedLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_button;
    QToolButton* m_close;
    std::function<void()> m_pressed;
};

} // namespace greensward::ui
