// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/bench/device_portrait.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/workspace.h"
#include "ui/shell/workspaces.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kGap = 16;
/// Below this width the panels at the sides take less.
constexpr int kNarrow = 1152;
/// Of saveState(); to be raised when docks are renamed or added.
constexpr int kLayoutVersion = 1;

} // namespace

MainWindow::MainWindow(EnginePort& engine, const Clock& clock, QSettings* settings, QWidget* parent)
    : QMainWindow(parent)
    , m_mirror(engine, clock)
    , m_settings(settings)
    , m_rail(new Rail(this))
    , m_topBar(new TopBar(this))
    , m_statusStrip(new StatusStrip(m_mirror, this))
    , m_centre(new QStackedWidget(this))
    , m_viewMenu(new QMenu(this))
{
    setWindowTitle(QStringLiteral("Greensward"));
    setWindowIcon(productIcon());
    setMinimumSize(960, 600);
    resize(1280, 800);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // Rail, top bar and status strip stand in the margins, so that the panels between them keep the same gap
    // everywhere.
    setContentsMargins(Rail::kWidth + kGap, TopBar::kHeight + kGap, kGap, StatusStrip::kHeight + kGap);
    setCentralWidget(m_centre);

    for (Workspace* workspace : makeWorkspaces(m_mirror, this))
        addWorkspace(workspace);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showWorkspace);
    connect(m_topBar, &TopBar::pauseToggled, this, [this] { setPaused(!m_mirror.isPaused()); });
    connect(m_topBar, &TopBar::themeToggled, this,
            [this] { setTheme(currentTheme() == Theme::Light ? Theme::Dark : Theme::Light); });
    connect(&m_mirror, &EngineMirror::pausedChanged, m_topBar, &TopBar::setPaused);
    connect(&m_mirror, &EngineMirror::unseenChanged, m_topBar, &TopBar::setUnseen);

    makeViewMenu();
    makeShortcuts();
    setPaused(false);
    showWorkspace(QStringLiteral("bench"));
    restoreSettings();
}

MainWindow::~MainWindow() = default;

void MainWindow::addWorkspace(Workspace* workspace)
{
    m_workspaces.push_back(workspace);
    connect(workspace, &Workspace::workspaceAsked, this, &MainWindow::showWorkspace);
    m_centre->addWidget(workspace);
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(m_workspaces.size())));
    m_rail->addWorkspace(workspace->id(), workspace->title(), workspace->iconName(), keys);
    auto* action = new QAction(this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, id = workspace->id()] { showWorkspace(id); });
    addAction(action);
    for (const auto& panel : workspace->panels()) {
        panel.dock->setParent(this);
        panel.dock->hide();
    }
}

void MainWindow::makeViewMenu()
{
    connect(m_viewMenu, &QMenu::aboutToShow, this, [this] {
        m_viewMenu->clear();
        for (const auto& panel : m_current->panels())
            if (panel.dock->features().testFlag(QDockWidget::DockWidgetClosable))
                m_viewMenu->addAction(panel.dock->toggleViewAction());
        m_viewMenu->addAction(tr("Reset layout"), this, &MainWindow::resetLayout);
        m_viewMenu->addSeparator();
        QAction* compact = m_viewMenu->addAction(tr("Compact rows"), this, &MainWindow::setCompact);
        compact->setCheckable(true);
        compact->setChecked(m_compact);
        QAction* motion = m_viewMenu->addAction(tr("Motion"), this, &MainWindow::setMotion);
        motion->setCheckable(true);
        motion->setChecked(m_motion);
    });
    m_topBar->setPanelMenu(m_viewMenu);
}

void MainWindow::makeShortcuts()
{
    const auto bind = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    bind(Qt::CTRL | Qt::SHIFT | Qt::Key_D,
         [this] { setTheme(currentTheme() == Theme::Light ? Theme::Dark : Theme::Light); });
    bind(Qt::Key_F6, [this] { movePanelFocus(+1); });
    bind(Qt::SHIFT | Qt::Key_F6, [this] { movePanelFocus(-1); });
    bind(Qt::ALT | Qt::Key_Up, [this] { m_current->step(-1); });
    bind(Qt::ALT | Qt::Key_Down, [this] { m_current->step(+1); });
    bind(Qt::CTRL | Qt::Key_F, [this] { m_current->focusFilter(); });
    bind(Qt::Key_Escape, [this] { m_current->leave(); });
}

QStringList MainWindow::workspaceIds() const
{
    QStringList ids;
    for (const Workspace* workspace : m_workspaces)
        ids << workspace->id();
    return ids;
}

QString MainWindow::currentWorkspace() const
{
    return m_current->id();
}

Workspace* MainWindow::workspace(const QString& id) const
{
    const auto found =
        std::find_if(m_workspaces.begin(), m_workspaces.end(), [&id](const Workspace* one) { return one->id() == id; });
    return found == m_workspaces.end() ? nullptr : *found;
}

void MainWindow::showWorkspace(const QString& id)
{
    Workspace* next = workspace(id);
    if (!next || next == m_current)
        return;
    rememberDocks();
    if (m_current)
        for (const auto& panel : m_current->panels()) {
            panel.dock->hide();
            removeDockWidget(panel.dock);
        }
    m_current = next;
    m_centre->setCurrentWidget(next);
    m_rail->setCurrent(id);
    placeDocks(*next);
    if (m_dockStates.contains(id))
        restoreState(m_dockStates.value(id), kLayoutVersion);
}

void MainWindow::placeDocks(Workspace& workspace)
{
    for (const auto& panel : workspace.panels()) {
        panel.dock->setFloating(false);
        addDockWidget(panel.area, panel.dock);
        panel.dock->show();
        if (panel.area == Qt::TopDockWidgetArea || panel.area == Qt::BottomDockWidgetArea)
            resizeDocks({panel.dock}, {panel.size}, Qt::Vertical);
    }
    fitSidePanels();
}

void MainWindow::fitSidePanels()
{
    for (const auto& panel : m_current->panels())
        if (panel.area == Qt::LeftDockWidgetArea || panel.area == Qt::RightDockWidgetArea)
            resizeDocks({panel.dock}, {m_narrow ? panel.size * 4 / 5 : panel.size}, Qt::Horizontal);
}

void MainWindow::rememberDocks()
{
    if (m_current)
        m_dockStates[m_current->id()] = saveState(kLayoutVersion);
}

void MainWindow::resetLayout()
{
    m_dockStates.clear();
    placeDocks(*m_current);
}

void MainWindow::movePanelFocus(int direction)
{
    QList<QWidget*> stops{m_rail};
    stops += m_current->focusStops();
    for (const auto& panel : m_current->panels())
        if (panel.dock->isVisible())
            stops << panel.dock->widget();
    const QWidget* focus = QApplication::focusWidget();
    int at = -1;
    for (int stop = 0; stop < stops.size(); ++stop)
        if (focus && (stops[stop] == focus || stops[stop]->isAncestorOf(focus)))
            at = stop;
    const int count = static_cast<int>(stops.size());
    QWidget* target = stops[at < 0 ? (direction > 0 ? 1 : 0) : (at + direction + count) % count];
    if (target->focusPolicy() == Qt::NoFocus) {
        // A panel is entered at the first thing in it that can be reached with Tab.
        const auto inside = target->findChildren<QWidget*>();
        const auto first = std::find_if(inside.begin(), inside.end(), [](const QWidget* widget) {
            return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled();
        });
        if (first != inside.end())
            target = *first;
    }
    target->setFocus(Qt::TabFocusReason);
}

void MainWindow::setTheme(Theme theme)
{
    applyTheme(*qApp, theme);
    m_topBar->refreshTheme();
}

void MainWindow::setCompact(bool compact)
{
    m_compact = compact;
    for (Workspace* workspace : m_workspaces)
        workspace->setCompact(compact);
}

void MainWindow::setMotion(bool allowed)
{
    m_motion = allowed;
    DevicePortrait::setMotion(allowed);
}

void MainWindow::setPaused(bool paused)
{
    m_mirror.setPaused(paused);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Space reaches the window only when whatever has the focus has no use for it.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat()) {
        setPaused(!m_mirror.isPaused());
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setGeometry(0, 0, Rail::kWidth, height());
    m_topBar->setGeometry(Rail::kWidth, 0, width() - Rail::kWidth, TopBar::kHeight);
    m_statusStrip->setGeometry(Rail::kWidth, height() - StatusStrip::kHeight, width() - Rail::kWidth,
                               StatusStrip::kHeight);
    if (const bool narrow = width() < kNarrow; narrow != m_narrow) {
        m_narrow = narrow;
        if (m_current)
            fitSidePanels();
    }
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

void MainWindow::updateActivity()
{
    m_mirror.setVisible(isVisible() && !isMinimized());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreSettings()
{
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("window/geometry")).toByteArray());
    for (const QString& id : workspaceIds())
        if (const QByteArray state = m_settings->value(QStringLiteral("window/docks-%1").arg(id)).toByteArray();
            !state.isEmpty())
            m_dockStates[id] = state;
    setCompact(m_settings->value(QStringLiteral("view/compact"), false).toBool());
    setMotion(m_settings->value(QStringLiteral("view/motion"), true).toBool());
    const bool dark = m_settings->value(QStringLiteral("view/theme")).toString() == QLatin1String("dark");
    if (m_settings->contains(QStringLiteral("view/theme")))
        setTheme(dark ? Theme::Dark : Theme::Light);
    const QString last = m_settings->value(QStringLiteral("window/workspace"), currentWorkspace()).toString();
    if (last == currentWorkspace() && m_dockStates.contains(last))
        restoreState(m_dockStates.value(last), kLayoutVersion);
    showWorkspace(last);
}

void MainWindow::saveSettings()
{
    if (!m_settings)
        return;
    rememberDocks();
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("window/workspace"), currentWorkspace());
    for (auto state = m_dockStates.cbegin(); state != m_dockStates.cend(); ++state)
        m_settings->setValue(QStringLiteral("window/docks-%1").arg(state.key()), state.value());
    m_settings->setValue(QStringLiteral("view/compact"), m_compact);
    m_settings->setValue(QStringLiteral("view/motion"), m_motion);
    m_settings->setValue(QStringLiteral("view/theme"),
                         currentTheme() == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    m_settings->sync();
}

} // namespace greensward::ui
