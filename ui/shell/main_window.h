// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"

#include <QHash>
#include <QMainWindow>

#include <vector>

class QMenu;
class QSettings;
class QStackedWidget;

namespace greensward::ui {

class PanelDock;
class Rail;
class StatusStrip;
class TopBar;
class Workspace;

/// The console: rail, top bar, the workspaces with their docks, status strip. Engine and clock must outlive it;
/// settings (layout, theme, density) are read and written when given. Apply a theme to the application before making
/// one.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(EnginePort& engine, const Clock& clock, QSettings* settings = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// "topics", "bench": in the order of the rail.
    QStringList workspaceIds() const;
    QString currentWorkspace() const;
    void showWorkspace(const QString& id);
    Workspace* workspace(const QString& id) const;

    void setTheme(Theme theme);
    void setCompact(bool compact);
    void setMotion(bool allowed);
    void setPaused(bool paused);
    void resetLayout();

    EngineMirror& mirror() { return m_mirror; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void addWorkspace(Workspace* workspace);
    void makeViewMenu();
    void makeShortcuts();
    void placeDocks(Workspace& workspace);
    void rememberDocks();
    void fitSidePanels();
    void movePanelFocus(int direction);
    void updateActivity();
    void restoreSettings();
    void saveSettings();

    EngineMirror m_mirror;
    QSettings* m_settings;
    Rail* m_rail;
    TopBar* m_topBar;
    StatusStrip* m_statusStrip;
    QStackedWidget* m_centre;
    QMenu* m_viewMenu;
    std::vector<Workspace*> m_workspaces;
    Workspace* m_current = nullptr;
    QHash<QString, QByteArray> m_dockStates; ///< by workspace
    bool m_narrow = false;
    bool m_compact = false;
    bool m_motion = true;
};

} // namespace greensward::ui
