// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace greensward::ui {

class WelcomePage;

/// The first page over the whole window. What is behind it can neither be reached with Tab nor found by a screen
/// reader.
class WelcomeCover final : public QObject
{
    Q_OBJECT

public:
    explicit WelcomeCover(QWidget& window);

    bool isUp() const { return m_page != nullptr; }
    /// lastSession: what the page says of the session kept last; empty when there is none.
    void show(const QList<QWidget*>& covered, const QString& lastSession);
    void leave();
    /// The window has another size.
    void fit();

signals:
    void workshopChosen();
    void brokerChosen();
    void awsChosen();
    void captureChosen();
    void lastSessionChosen();

private:
    QWidget& m_window;
    WelcomePage* m_page = nullptr;
    QList<QPointer<QWidget>> m_covered;
};

} // namespace greensward::ui
