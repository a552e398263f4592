// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/bench/device_portrait.h"
#include "ui/brokers/broker_chips.h"
#include "ui/brokers/broker_desk.h"
#include "ui/captures/capture_desk.h"
#include "ui/captures/player_bar.h"
#include "ui/captures/record_button.h"
#include "ui/journeys/journey_panel.h"
#include "ui/kit/card.h"
#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/kit/motion.h"
#include "ui/kit/workspace.h"
#include "ui/models/capture_player.h"
#include "ui/models/fault_model.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/fault_frame.h"
#include "ui/shell/focus_walk.h"
#include "ui/shell/guide_desk.h"
#include "ui/shell/languages.h"
#include "ui/shell/rail.h"
#include "ui/shell/spotlight.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome_cover.h"
#include "ui/shell/workspace_pages.h"
#include "ui/shell/workspaces.h"
#include "ui/why/why_popup.h"

#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

namespace greensward::ui {

namespace {

constexpr double kGap = 16;
} // namespace

MainWindow::MainWindow(EnginePort& engine, const Clock& clock, QSettings* settings, QWidget* parent)
    : QMainWindow(parent)
    , m_clock(clock)
    , m_mirror(std::make_unique<EngineMirror>(engine, clock))
    , m_settings(settings)
    , m_commands(*this)
    , m_look(m_preferences)
    , m_layout(*this)
    , m_presenterAids(*this)
    , m_welcome(new WelcomeCover(*this))
{
    const CapturePlayer* player = engine.player();
    setWindowTitle(player ? tr("%1 (capture) · Greensward").arg(QString::fromStdString(player->name()))
                          : QStringLiteral("Greensward"));
    setWindowIcon(productIcon());
    setMinimumSize(800, 600);
    resize(1280, 800);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    if (m_settings)
        m_preferences = Preferences::read(*m_settings);
    else if (engine.player())
        m_preferences.zoom = ui::zoom(); // beside the console's window, which has set it
    applyPreferences();
    connect(&m_look, &WindowLook::zoomChanged, this, &MainWindow::remakeViewsLater);
    connect(m_welcome, &WelcomeCover::workshopChosen, this, &MainWindow::beginWorkshop);
    connect(m_welcome, &WelcomeCover::captureChosen, this, [this] { m_captures->chooseCapture(); });
    connect(m_welcome, &WelcomeCover::lastSessionChosen, this, [this] { m_captures->reopenLastSession(); });
    connect(m_welcome, &WelcomeCover::brokerChosen, this, [this] {
        leaveWelcome(); // called off, there is the built-in one
        showWorkspace(QStringLiteral("topics"));
        m_brokerDesk->connectToBroker();
    });
    connect(m_welcome, &WelcomeCover::awsChosen, this, [this] { m_brokerDesk->connectToAws(); });
    returnToWhatWasChosen();
    makeViews();
    for (Workspace* workspace : m_pages->all())
        if (const QByteArray memory = m_preferences.memories.value(workspace->id()); !memory.isEmpty())
            workspace->remember(memory);
    const QString last = m_preferences.workspace;
    showWorkspace(workspace(last) ? last : QStringLiteral("map"));
}

MainWindow::~MainWindow()
{
    dropViews(); // while what they look at is there
}

void MainWindow::makeViews()
{
    m_views = std::make_unique<QObject>();
    addWindowCommands();
    addViewCommands();
    m_rail = new Rail(this);
    m_topBar = new TopBar(this);
    m_statusStrip = new StatusStrip(*m_mirror, this);
    m_statusStrip->setMasked(windowLayout() == Layout::Present);
    connect(m_statusStrip, &StatusStrip::workspaceAsked, this, &MainWindow::showWorkspace);
    m_pages = new WorkspacePages(this);
    m_palette = new CommandPalette(this);
    m_menu = new QMenu(this);
    m_why = new WhyPopup(this);
    connect(m_statusStrip, &StatusStrip::whyAsked, this, &MainWindow::explain);
    setCentralWidget(m_pages);
    makeCaptures();
    m_brokerDesk = new BrokerDesk(*m_mirror, m_commands, m_views.get(), *this);
    connect(m_brokerDesk, &BrokerDesk::opened, this, [this] {
        leaveWelcome();
        showWorkspace(QStringLiteral("topics"));
    });
    connect(&m_statusStrip->brokers(), &BrokerChips::editAsked, m_brokerDesk, &BrokerDesk::edit);
    connect(&m_statusStrip->brokers(), &BrokerChips::passwordAsked, m_brokerDesk,
            [this](const QString& name) { m_brokerDesk->askPassword(name, false); });
    for (Workspace* workspace : makeWorkspaces(*m_mirror, this))
        addWorkspace(workspace);
    makeGuide();
    m_faultFrame = new FaultFrame(m_mirror->model<FaultModel>(), this);
    makeJourney();
    connect(m_rail, &Rail::chosen, this, &MainWindow::showWorkspace);
    connect(m_topBar, &TopBar::searchAsked, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::pauseToggled, this, [this] { setPaused(!m_mirror->isPaused()); });
    connect(m_topBar, &TopBar::themeToggled, this,
            [this] { setTheme(currentTheme() == Theme::Dark ? Theme::Light : Theme::Dark); });
    connect(&m_look, &WindowLook::themeChanged, m_topBar, &TopBar::setTheme);
    connect(m_mirror.get(), &EngineMirror::pausedChanged, m_topBar, &TopBar::setPaused);
    connect(m_mirror.get(), &EngineMirror::unseenChanged, m_topBar, &TopBar::setUnseen);
    connect(m_palette, &CommandPalette::ran, this, &MainWindow::noteCommand);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    m_topBar->setMenu(m_menu);
    m_topBar->setPaused(m_mirror->isPaused());
    for (Workspace* workspace : m_pages->all()) {
        workspace->setCompact(m_preferences.compactRows || windowLayout() == Layout::Compact);
        workspace->setDiscreet(windowLayout() == Layout::Present);
    }
    for (QWidget* strip :
         {static_cast<QWidget*>(m_rail), static_cast<QWidget*>(m_topBar), static_cast<QWidget*>(m_statusStrip)})
        strip->setVisible(true);
    placeStrips();
    m_presenterAids.setOn(windowLayout() == Layout::Present);
}

void MainWindow::makeCaptures()
{
    m_captures = new CaptureDesk(*m_mirror, m_commands, m_views.get(), *this);
    if (RecordButton* record = m_captures->recordButton())
        m_topBar->addTool(record);
    if (const CapturePlayer* player = m_mirror->engine().player())
        m_topBar->setCapture(QString::fromStdString(player->name()));
    connect(m_captures, &CaptureDesk::openAsked, this, &MainWindow::captureAsked);
    connect(m_captures, &CaptureDesk::startOverAsked, this, [this] {
        QMetaObject::invokeMethod(this, &MainWindow::startOver, Qt::QueuedConnection); // the player is the caller
    });
    connect(m_captures, &CaptureDesk::stripChanged, this, &MainWindow::placeStrips);
}

/// A capture has gone back to an earlier moment: a new mirror sees it from its beginning.
void MainWindow::startOver()
{
    const QString shown = currentWorkspace();
    setUpdatesEnabled(false);
    dropViews();
    m_mirror = std::make_unique<EngineMirror>(m_mirror->engine(), m_clock);
    m_mirror->feed().drainNow();
    makeViews();
    showWorkspace(shown);
    updateActivity();
    setUpdatesEnabled(true);
}

void MainWindow::dropViews()
{
    m_layout.forget();
    m_pages->hide(); // or each page that goes would show the next
    for (Workspace* workspace : m_pages->all()) {
        for (const auto& panel : workspace->panels())
            delete panel.dock;
        delete workspace;
    }
    delete &m_guide->dock();
    m_guide = nullptr;
    delete std::exchange(m_spotlight, nullptr);
    delete std::exchange(m_journeyDock, nullptr);
    m_journey = nullptr;
    delete std::exchange(m_palette, nullptr);
    delete std::exchange(m_menu, nullptr);
    delete std::exchange(m_why, nullptr);
    delete std::exchange(m_rail, nullptr);
    delete std::exchange(m_topBar, nullptr);
    delete std::exchange(m_statusStrip, nullptr);
    delete std::exchange(m_faultFrame, nullptr);
    delete std::exchange(m_notesWindow, nullptr);
    delete takeCentralWidget();
    m_pages = nullptr;
    m_captures->dropStrips();
    m_captures = nullptr;
    m_views.reset();
}

void MainWindow::remakeViewsLater()
{
    // Not at once: one of the views may just be the caller.
    if (!std::exchange(m_remakeDue, true))
        QMetaObject::invokeMethod(this, &MainWindow::remakeViews, Qt::QueuedConnection);
}

void MainWindow::remakeViews()
{
    m_remakeDue = false;
    const QString shown = currentWorkspace();
    const bool welcoming = m_welcome->isUp();
    const QElapsedTimer since = m_notesWindow ? m_notesWindow->elapsed() : QElapsedTimer();
    const QRect notes = m_notesWindow ? m_notesWindow->geometry() : QRect();
    leaveWelcome();
    setUpdatesEnabled(false);
    dropViews();
    makeViews();
    showWorkspace(shown);
    if (welcoming)
        showWelcome();
    if (since.isValid()) {
        showPresenterNotes();
        m_notesWindow->setGeometry(notes);
        m_notesWindow->setElapsed(since);
    }
    setUpdatesEnabled(true);
}

void MainWindow::addWorkspace(Workspace* workspace)
{
    m_pages->add(*workspace);
    connect(workspace, &Workspace::workspaceAsked, this, &MainWindow::showWorkspace);
    connect(workspace, &Workspace::linkAsked, this, [this](const QString& link) { showPlace(link, false); });
    const auto number = static_cast<int>(m_pages->all().size());
    const QKeySequence keys =
        number > 10 ? QKeySequence() : QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number % 10));
    m_rail->addWorkspace(workspace->id(), workspace->title(), workspace->iconName(), keys);
    m_rail->setShown(workspace->id(), workspace->wantsRail());
    m_commands.add(m_views.get(), QStringLiteral("go.") + workspace->id(), tr("Go to"), workspace->title(), keys,
                   [this, id = workspace->id()] { showWorkspace(id); });
    workspace->addCommands(m_commands);
    if (QUndoStack* stack = workspace->undoStack())
        m_undo.addStack(stack);
    for (const auto& panel : workspace->panels()) {
        panel.dock->setParent(this);
        panel.dock->hide();
    }
}

void MainWindow::showPresenterNotes()
{
    if (!m_notesWindow) {
        const QString folder = QString::fromStdString(m_mirror->status().dataDirectory);
        m_notesWindow = new PresenterWindow(
            *m_mirror,
            PresenterNotes(folder.isEmpty() ? QString() : folder + QStringLiteral("/presenter"), m_noteFolders), this);
        connect(m_notesWindow, &PresenterWindow::closed, this,
                [this] { std::exchange(m_notesWindow, nullptr)->deleteLater(); });
        m_notesWindow->setWorkspace(currentWorkspace());
    }
    m_notesWindow->showBeside();
}

void MainWindow::showWelcome()
{
    QList<QWidget*> covered{m_rail, m_topBar, m_pages, m_statusStrip};
    for (auto* dock : findChildren<QDockWidget*>())
        covered << dock;
    m_welcome->show(covered, m_captures->lastSessionText());
}

void MainWindow::leaveWelcome()
{
    if (!m_welcome->isUp())
        return;
    m_preferences.welcomed = true;
    m_welcome->leave();
}

QStringList MainWindow::workspaceIds() const
{
    return m_pages->ids();
}

QString MainWindow::currentWorkspace() const
{
    return m_pages->current() ? m_pages->current()->id() : QString();
}

Workspace* MainWindow::workspace(const QString& id) const
{
    return m_pages->find(id);
}

void MainWindow::showWorkspace(const QString& id)
{
    Workspace* next = workspace(id);
    if (!next || next == m_pages->current())
        return;
    m_pages->show(*next);
    m_preferences.workspace = id;
    m_rail->setShown(id, true);
    m_rail->setCurrent(id);
    if (m_notesWindow)
        m_notesWindow->setWorkspace(id);
    m_layout.show(*next);
    m_undo.setActiveStack(next->undoStack());
    // Keys of a workspace work while it is shown: two may use the same.
    for (const auto& entry : m_commands.entries()) {
        const auto* owner = qobject_cast<Workspace*>(entry.action->parent());
        if (owner == next)
            addAction(entry.action);
        else if (owner)
            removeAction(entry.action);
    }
}

void MainWindow::setTheme(Theme theme)
{
    m_look.setTheme(theme);
}

void MainWindow::setZoom(double factor)
{
    m_look.setZoom(factor);
}

void MainWindow::setLayout(Layout layout)
{
    const Layout before = windowLayout();
    if (layout == before)
        return;
    const bool present = layout == Layout::Present;
    m_preferences.layout = layout;
    m_layout.setLayout(layout);
    if (present || before == Layout::Present) {
        ui::setDiscreet(present);
        remakeViewsLater();
    }
    m_statusStrip->setMasked(present);
    for (Workspace* workspace : m_pages->all())
        workspace->setDiscreet(present);
    setCompact(m_preferences.compactRows);
    if (present) {
        if (QGuiApplication::screens().size() > 1)
            showPresenterNotes(); // there is a screen that the audience does not see
        m_look.enterProjector();
    } else if (before == Layout::Present) {
        m_look.leaveProjector();
    }
}

void MainWindow::setCompact(bool compact)
{
    m_preferences.compactRows = compact;
    for (Workspace* workspace : m_pages->all())
        workspace->setCompact(compact || windowLayout() == Layout::Compact);
}

void MainWindow::setMotion(bool allowed)
{
    m_preferences.motion = allowed;
    setMotionAllowed(allowed);
    DevicePortrait::setMotion(allowed);
}

void MainWindow::setLanguage(const QString& code)
{
    m_preferences.language = code;
    ui::setLanguage(code); // comes back as an event, to all windows
}

void MainWindow::setPaused(bool paused)
{
    m_mirror->setPaused(paused);
}

void MainWindow::resetLayout()
{
    m_layout.reset();
}

void MainWindow::movePanelFocus(int direction)
{
    QList<QWidget*> stops{m_rail};
    stops += m_pages->current()->focusStops();
    for (const auto& panel : m_pages->current()->panels())
        if (panel.dock->isVisible())
            stops << panel.dock->widget();
    walkFocus(stops, direction);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Space reaches the window only when whatever has the focus has no use for it.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat()) {
        if (PlayerBar* player = m_captures->player())
            player->togglePlay();
        else
            setPaused(!m_mirror->isPaused());
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::placeStrips()
{
    const int rail = Rail::breadth();
    QWidget* strip = m_captures->strip();
    const int below = StatusStrip::tall() + m_captures->stripTall();
    // Rail, top bar and strips stand in the margins, so that the panels between them keep the same gap everywhere.
    setContentsMargins(rail + px(kGap), TopBar::tall() + px(kGap), px(kGap), below + px(kGap));
    if (strip)
        strip->setGeometry(rail, height() - below, width() - rail, m_captures->stripTall());
    m_rail->setGeometry(0, 0, rail, height());
    m_topBar->setGeometry(rail, 0, width() - rail, TopBar::tall());
    m_statusStrip->setGeometry(rail, height() - StatusStrip::tall(), width() - rail, StatusStrip::tall());
    m_topBar->setSpace(m_layout.space());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const Space before = m_layout.space();
    m_layout.noteWidth();
    if (m_layout.space() != before)
        m_layout.fit();
    placeStrips();
    m_welcome->fit();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    updateActivity();
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    updateActivity();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateActivity();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        remakeViewsLater();
    return QMainWindow::event(event);
}

void MainWindow::updateActivity()
{
    m_mirror->setVisible(isVisible() && !isMinimized());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    savePreferences();
    if (m_notesWindow)
        m_notesWindow->close();
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        emit closed();
}

/// Before the views are made: what a person looked at when the window was closed. Topics and devices may come later.
void MainWindow::returnToWhatWasChosen()
{
    m_mirror->scope().setText(m_preferences.scope);
    m_mirror->selection().setTopic(m_preferences.chosenTopic);
    m_mirror->selection().setClient(m_preferences.chosenClient);
}

/// Before the views are made.
void MainWindow::applyPreferences()
{
    if (!m_preferences.geometry.isEmpty())
        restoreGeometry(m_preferences.geometry);
    m_layout.setRemembered(m_preferences.docks);
    if (!m_mirror->engine().player())
        ui::setDiscreet(false);
    const bool present = m_preferences.layout == Layout::Present; // a projector is not there the next morning
    m_layout.setLayout(present ? Layout::Explore : m_preferences.layout);
    m_look.apply();
    setMotion(m_preferences.motion);
}

void MainWindow::savePreferences()
{
    if (!m_settings)
        return;
    Preferences kept = m_preferences;
    kept.geometry = saveGeometry();
    kept.docks = m_layout.remembered();
    kept.scope = m_mirror->scope().text();
    kept.chosenTopic = m_mirror->selection().topic();
    kept.chosenClient = m_mirror->selection().client();
    for (const Workspace* workspace : m_pages->all())
        kept.memories[workspace->id()] = workspace->memory();
    if (windowLayout() == Layout::Present)
        kept.layout = Layout::Explore;
    m_look.writeTo(kept);
    if (QString problem; !kept.write(*m_settings, &problem))
        qWarning("%s", qPrintable(problem));
}

} // namespace greensward::ui
