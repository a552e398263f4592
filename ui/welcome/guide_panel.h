// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QPushButton;

namespace greensward::ui {

class EngineMirror;
class FirstMinute;
class RoleLabel;

/// The guide beside the views: the steps of the first minute, what was seen of them, and one button for the next thing.
class GuidePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit GuidePanel(EngineMirror& mirror, QWidget* parent = nullptr);
    /// The button takes the focus, so that Enter alone goes on.
    void takeFocus();

signals:
    /// The story is over and the person wants to look around.
    void left();

private:
    class StepCard;
    class Ring;
    void showStory();
    void press();

    EngineMirror& m_mirror;
    FirstMinute& m_story;
    std::array<StepCard*, 4> m_cards{};
    Ring* m_ring;
    QPushButton* m_button;
};

} // namespace greensward::ui
