// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/lab_shelf.h"
#include "ui/kit/workspace.h"

#include <string>
#include <vector>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace greensward::ui {

class Card;
class EngineMirror;
class LabModel;
class LabTile;
class MarkdownText;
class RoleLabel;
class TellCard;

/// The labs: what there is to learn, how far one is, what a lab is about, and the page that says it is done.
class LabsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit LabsWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<QWidget*> focusStops() const override;
    void addCommands(Commands& commands) override;
    void setSpace(Space space) override;
    void open(const QString& path) override;
    void fillForPicture() override;
    QStringList pages() const override;

    void choose(const std::string& labId);
    const std::string& chosen() const { return m_chosen; }
    QPushButton& beginButton() { return *m_begin; }
    TellCard& tellCard() { return *m_tell; }

private:
    QWidget* makeShelf(EngineMirror& mirror);
    QWidget* makePage();
    void refresh();
    void showChosen();
    void savePage();

    LabModel& m_model;
    std::string m_chosen;
    labs::LabPtr m_shown;
    QStackedWidget* m_whole;
    QVBoxLayout* m_tilesColumn = nullptr;
    std::vector<LabTile*> m_tiles;
    RoleLabel* m_findings = nullptr;
    QScrollArea* m_shelf = nullptr;
    TellCard* m_tell = nullptr;
    Card* m_page = nullptr;
    RoleLabel* m_title = nullptr;
    RoleLabel* m_about = nullptr;
    MarkdownText* m_text = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace greensward::ui
