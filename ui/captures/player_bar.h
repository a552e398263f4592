// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/capture_player.h"
#include "ui/models/engine_mirror.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSlider;
class QToolButton;

namespace greensward::ui {

class Chip;
class RoleLabel;

/// A strip that plays the capture in the window: play or pause, how fast, where, and a way to the end.
class PlayerBar final : public QWidget
{
    Q_OBJECT

public:
    PlayerBar(EngineMirror& mirror, CapturePlayer& player, QWidget* parent = nullptr);
    /// Pixels, at the zoom of now.
    static int tall() { return px(44); }
    void togglePlay();
    void toStart();
    void toEnd();

signals:
    /// The capture has gone back: everything that was fed from it is to be made anew.
    void startOverAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void refreshNotes();
    void seekTo(WallTime position);
    void seekToSlider();
    WallTime momentOf(int step) const;

    EngineMirror& m_mirror;
    CapturePlayer& m_player;
    QToolButton* m_play;
    QComboBox* m_speed;
    QSlider* m_slider;
    RoleLabel* m_moment;
    Chip* m_notes;
    QPushButton* m_end;
    int m_playing = -1; ///< as the button shows it
};

} // namespace greensward::ui
