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
    /// lastSession: when the session before was; empty when there is none to be reopened.
    explicit WelcomePage(const QString& lastSession = {}, QWidget* parent = nullptr);
    /// The large button has the focus.
    void takeFocus();

signals:
    void workshopChosen();
    void brokerChosen();
    void awsChosen();
    void captureChosen();
    void lastSessionChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_start;
};

} // namespace greensward::ui
