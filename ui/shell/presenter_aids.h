// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace greensward::ui {

/// What an audience needs to follow along in projector mode: a ring around the pointer and, for a moment, the keys of
/// the command that was just run. Lies over the window, takes no clicks, and does nothing while switched off.
class PresenterAids final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kKeysMillis = 2500; ///< how long keys stay on screen

    explicit PresenterAids(QWidget& window);
    ~PresenterAids() override;

    /// Makes both anew, in the zoom of now.
    void setOn(bool on);
    /// The keys that are shown, "Ctrl+K"; empty when none are.
    QString shownKeys() const;
    /// Where the ring is, in the window; null when it is hidden.
    QPoint ringCentre() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Ring;
    class Keys;
    void moveRing(const QPoint& at);
    void showKeys(const QString& keys, const QString& what);

    QWidget& m_window;
    QPointer<Ring> m_ring;
    QPointer<Keys> m_keys;
    QTimer m_keysGo;
};

} // namespace greensward::ui
