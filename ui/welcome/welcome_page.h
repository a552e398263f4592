// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace greensward::ui {

/// The first thing a person sees: what this is, and one large button that Enter presses.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    /// The large button has the focus.
    void takeFocus();

signals:
    void workshopChosen();
    void brokerChosen();
    void captureChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_start;
};

} // namespace greensward::ui
