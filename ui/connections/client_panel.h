// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections_model.h"

#include <QWidget>

#include <array>

class QPushButton;
class QStackedWidget;

namespace greensward::ui {

class ElidedLabel;
class LanesView;
class RoleLabel;

/// The client that is selected: what its connection is like, why it ended (or when it would) and what becomes of its
/// will.
class ClientPanel final : public QWidget
{
    Q_OBJECT

public:
    ClientPanel(EngineMirror& mirror, ConnectionsModel& model, const LanesView& lanes, QWidget* parent = nullptr);

private:
    void showClient();

    enum Fact { Address, Terms, Since, Messages, Sessions, kFacts };
    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    const LanesView& m_lanes;
    QStackedWidget* m_pages;
    RoleLabel* m_client;
    std::array<ElidedLabel*, kFacts> m_facts{};
    RoleLabel* m_end;
    RoleLabel* m_will;
    QPushButton* m_keep;
};

} // namespace greensward::ui
