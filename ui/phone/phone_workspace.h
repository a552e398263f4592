// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"

#include <QTimer>

class QHBoxLayout;
class QPushButton;

namespace greensward::ui {

class Card;
class Chip;
class EngineMirror;
class Handset;
class PassageSteps;
class PhoneKeeper;
class PhonePort;
class RoleLabel;

/// A telephone in the window: MQTT over WebSocket with borrowed credentials, each stage of its coming in to be seen. In
/// the rail only once somebody came here.
class PhoneWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit PhoneWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<QWidget*> focusStops() const override;
    void addCommands(Commands& commands) override;
    bool wantsRail() const override;
    void setSpace(Space space) override;
    void fillForPicture() override;
    void comeInOrLeave();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeStory();
    QWidget* makeTrouble();
    void look();
    void follow();

    EngineMirror& m_mirror;
    PhoneKeeper& m_keeper;
    PhonePort* m_phone = nullptr; ///< null until the workspace is shown, and in a capture
    Card* m_card;
    Chip* m_chip;
    RoleLabel* m_lent;
    QPushButton* m_in;
    Handset* m_handset;
    QHBoxLayout* m_row;
    PassageSteps* m_steps = nullptr;
    QWidget* m_trouble = nullptr;
    RoleLabel* m_troubleTitle = nullptr;
    RoleLabel* m_troubleText = nullptr;
    QPushButton* m_where = nullptr;
    RoleLabel* m_octets = nullptr;
    QString m_link;
    QTimer m_frame; ///< one look a frame, however much is heard
};

} // namespace greensward::ui
