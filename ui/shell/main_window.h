// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/commands.h"
#include "ui/kit/list_export.h"
#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"
#include "ui/shell/preferences.h"
#include "ui/shell/presenter_aids.h"
#include "ui/shell/window_layout.h"
#include "ui/shell/window_look.h"
#include "ui/welcome/first_minute.h"

#include <QMainWindow>
#include <QUndoGroup>

#include <memory>
#include <vector>

class QAbstractItemView;
class QMenu;
class QSettings;

namespace greensward::ui {

class BrokerDesk;
class CaptureDesk;
class CommandPalette;
class FaultFrame;
class GuideDesk;
class JourneyPanel;
class PanelDock;
class PresenterWindow;
struct PaletteEntry;
class Rail;
class Spotlight;
class StatusStrip;
class TopBar;
class WelcomeCover;
class WhyPopup;
class Workspace;
class WorkspacePages;

/// The console: rail, top bar, the workspaces with their docks, status strip. Engine and clock must outlive it;
/// settings are read and written when given. Apply a theme to the application before making one.
///
/// Views are made anew when zoom or language changes; whatever is worth keeping lives in the mirror's models.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(EnginePort& engine, const Clock& clock, QSettings* settings = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// "topics", "bench" …: in the order of the rail.
    QStringList workspaceIds() const;
    QString currentWorkspace() const;
    void showWorkspace(const QString& id);
    Workspace* workspace(const QString& id) const;
    /// The control that is pointed at just now; null: none.
    QWidget* spotlit() const;

    void setTheme(Theme theme);
    /// kLeastZoom … kMostZoom, in steps of a tenth. The views are made anew when the event loop is reached.
    void setZoom(double factor);
    /// Present is the projector mode: large, high contrast, endpoints masked, keys shown; leaving it brings theme and
    /// zoom back.
    void setLayout(Layout layout);
    Layout windowLayout() const { return m_layout.layout(); }
    void setCompact(bool compact);
    void setMotion(bool allowed);
    /// A code of languages(). The views are made anew in it when the event loop is reached.
    void setLanguage(const QString& code);
    void setPaused(bool paused);
    void resetLayout();
    /// Covers the window with the first page until a choice is made.
    void showWelcome();
    /// Where notes for presenters come with the program; those of the data directory go before.
    void setNotes(const QStringList& folders) { m_noteFolders = folders; }
    /// A window beside this one, for the presenter alone.
    void showPresenterNotes();
    PresenterWindow* presenterNotes() const { return m_notesWindow; }
    /// The first minute plays by itself, over and over.
    void playDemo();
    /// Writes a list as it is shown (see ListExport); the status strip tells how it went.
    void exportList(QAbstractItemView& list, const QString& file);
    /// Commands and their keys.
    void openPalette();
    /// Topics, clients, messages, workspaces.
    void openGoTo();
    /// The journey of what is selected, below the workspace.
    /// why: at the step where something went wrong, if there is one.
    void showJourney(bool why = false);

    EngineMirror& mirror() { return *m_mirror; }
    PresenterAids& presenterAids() { return m_presenterAids; }
    FirstMinute& firstMinute() { return m_mirror->model<FirstMinute>(); }
    CaptureDesk& captures() { return *m_captures; }
    BrokerDesk& brokers() { return *m_brokerDesk; }
    Commands& commands() { return m_commands; }
    const Preferences& preferences() const { return m_preferences; }

signals:
    /// A person wants to see a capture: whoever made this window opens another one for it.
    void captureAsked(const QString& file);
    /// The window was closed; it may be deleted once the event loop is reached.
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeViews();
    void dropViews();
    void makeCaptures();
    void startOver();
    void remakeViewsLater();
    void remakeViews();
    void addWorkspace(Workspace* workspace);
    void addWindowCommands();
    void addViewCommands();
    void fillMenu();
    void placeStrips();
    void movePanelFocus(int direction);
    void updateActivity();
    void applyPreferences();
    void returnToWhatWasChosen();
    void askHowMuchIsKept();
    void savePreferences();
    void noteCommand(const QString& id);
    /// The list that has the focus, else the first that is shown in the workspace; null when there is none.
    QAbstractItemView* listToExport() const;
    void askWhereToExport();
    void explain(QWidget* focus);
    void makeGuide();
    void showPlace(const QString& link, bool isSpotlight);
    void makeJourney();
    void beginWorkshop();
    void leaveWelcome();
    std::vector<PaletteEntry> things();

    const Clock& m_clock;
    std::unique_ptr<EngineMirror> m_mirror;
    QSettings* m_settings;
    Preferences m_preferences;
    Commands m_commands;
    WindowLook m_look;
    WindowLayout m_layout;
    PresenterAids m_presenterAids;
    ListExport m_export;
    QUndoGroup m_undo;
    std::unique_ptr<QObject> m_views; ///< owns what is made anew but is not a widget: commands
    bool m_remakeDue = false;
    Rail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    StatusStrip* m_statusStrip = nullptr;
    FaultFrame* m_faultFrame = nullptr;
    WorkspacePages* m_pages = nullptr;
    CaptureDesk* m_captures = nullptr;
    BrokerDesk* m_brokerDesk = nullptr;
    CommandPalette* m_palette = nullptr;
    QMenu* m_menu = nullptr;
    WhyPopup* m_why = nullptr;
    GuideDesk* m_guide = nullptr;
    Spotlight* m_spotlight = nullptr;
    JourneyPanel* m_journey = nullptr;
    PanelDock* m_journeyDock = nullptr;
    WelcomeCover* m_welcome;
    PresenterWindow* m_notesWindow = nullptr;
    QStringList m_noteFolders;
};

} // namespace greensward::ui
