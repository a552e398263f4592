// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_model.h"
#include "ui/map/node_actions.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace greensward::ui {

class Chip;
class ElidedLabel;
class RoleLabel;

/// The node that is meant: how it stands, what it measures, what flows, and what can be done to it.
class NodePanel final : public QWidget
{
    Q_OBJECT

public:
    NodePanel(EngineMirror& mirror, MapModel& model, QWidget* parent = nullptr);
    /// Null: nothing is meant.
    void show(const MapNode* node);

signals:
    void messagesAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Facts = std::vector<std::pair<QString, QString>>;
    QWidget* makePage();
    void showActions(const MapNode& node);
    void placeButtons();
    Facts factsOf(const MapNode& node) const;
    static void addCoreFacts(Facts& facts, const CoreView& core);
    void showFacts(const Facts& facts);

    EngineMirror& m_mirror;
    MapModel& m_model;
    QStackedWidget* m_pages;
    ElidedLabel* m_title = nullptr;
    RoleLabel* m_subtitle = nullptr;
    Chip* m_state = nullptr;
    Chip* m_origin = nullptr;
    Chip* m_will = nullptr;
    RoleLabel* m_line = nullptr;
    QGridLayout* m_buttonGrid = nullptr;
    std::vector<QPushButton*> m_buttons;
    int m_columns = 2; ///< of buttons
    std::vector<NodeAction> m_actions;
    QGridLayout* m_factGrid = nullptr;
    std::vector<std::pair<RoleLabel*, ElidedLabel*>> m_facts;
    QPushButton* m_messages = nullptr;
};

} // namespace greensward::ui
