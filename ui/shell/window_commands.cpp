// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_model.h"
#include "ui/kit/card.h"
#include "ui/kit/workspace.h"
#include "ui/labs/lab_guide.h"
#include "ui/models/number_text.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/guide_desk.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/workspace_pages.h"
#include "ui/why/why_popup.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kZoomStep = 0.1;
/// Of the palette. A larger tree is searched with the filter.
constexpr int kMostTopics = 200'000;

QString titleOf(Layout layout)
{
    switch (layout) {
    case Layout::Learn:
        return MainWindow::tr("Learn: the guide beside everything");
    case Layout::Explore:
        return MainWindow::tr("Explore: all panels");
    case Layout::Present:
        return MainWindow::tr("Present: large and clear, for a projector");
    case Layout::Compact:
        break;
    }
    return MainWindow::tr("Compact: dense rows, for a small screen");
}

void collectTopics(const TopicTreeModel& tree, const QModelIndex& parent, QStringList& into)
{
    for (int row = 0; row < tree.rowCount(parent) && into.size() < kMostTopics; ++row) {
        const QModelIndex child = tree.index(row, 0, parent);
        if (tree.data(child, TopicTreeModel::HasMessageRole).toBool())
            into << tree.data(child, TopicTreeModel::PathRole).toString();
        collectTopics(tree, child, into);
    }
}

} // namespace

void MainWindow::addWindowCommands()
{
    const QString view = tr("View");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        return m_commands.add(m_views.get(), QLatin1String(id), view, text, keys, std::move(work));
    };
    QAction* palette = add("view.palette", tr("Run a command …"), {}, [this] { openPalette(); });
    palette->setShortcuts({Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    add("view.go-to", tr("Go to a topic, client or message …"), Qt::CTRL | Qt::Key_P, [this] { openGoTo(); });
    add("view.pause", tr("Pause or resume all views"), Qt::CTRL | Qt::SHIFT | Qt::Key_Space,
        [this] { setPaused(!m_mirror->isPaused()); });
    add("view.next-panel", tr("Next panel"), Qt::Key_F6, [this] { movePanelFocus(+1); });
    add("view.previous-panel", tr("Previous panel"), Qt::SHIFT | Qt::Key_F6, [this] { movePanelFocus(-1); });
    add("view.filter", tr("Filter this list"), Qt::CTRL | Qt::Key_F, [this] { m_pages->current()->focusFilter(); });
    add("view.leave", tr("Leave what is open"), Qt::Key_Escape, [this] { m_pages->current()->leave(); });
    add("message.journey", tr("Follow this message: its journey"), Qt::Key_J, [this] { showJourney(); });
    add("view.why", tr("Why? Explain what is chosen"), Qt::Key_F1, [this] { explain(QApplication::focusWidget()); });
    add("message.previous", tr("Previous message of the topic"), Qt::ALT | Qt::Key_Up,
        [this] { m_pages->current()->step(-1); });
    add("message.next", tr("Next message of the topic"), Qt::ALT | Qt::Key_Down,
        [this] { m_pages->current()->step(+1); });
    m_commands.add(m_views.get(), QStringLiteral("list.export"), tr("File"), tr("Export this list …"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { askWhereToExport(); });
    if (m_settings)
        m_commands.add(m_views.get(), QStringLiteral("session.keep"), tr("File"),
                       tr("How much of a session is kept …"), {}, [this] { askHowMuchIsKept(); });
    const QString scope = tr("Scope");
    m_commands.add(m_views.get(), QStringLiteral("scope.back"), scope, tr("Back to the scope before"),
                   Qt::ALT | Qt::Key_Left, [this] { m_mirror->scope().goBack(); });
    m_commands.add(m_views.get(), QStringLiteral("scope.forward"), scope, tr("Forward again"), Qt::ALT | Qt::Key_Right,
                   [this] { m_mirror->scope().goForward(); });
    m_commands.add(m_views.get(), QStringLiteral("scope.clear"), scope, tr("Show everything"), {},
                   [this] { m_mirror->scope().clear(); });
    const QString edit = tr("Edit");
    m_commands.add(m_views.get(), QStringLiteral("edit.undo"), edit, tr("Undo"), QKeySequence::Undo,
                   [this] { m_undo.undo(); });
    QAction* redo =
        m_commands.add(m_views.get(), QStringLiteral("edit.redo"), edit, tr("Redo"), {}, [this] { m_undo.redo(); });
    redo->setShortcuts({Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
}

void MainWindow::addViewCommands()
{
    const QString view = tr("View");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        return m_commands.add(m_views.get(), QLatin1String(id), view, text, keys, std::move(work));
    };
    add("view.toggle-dark", tr("Switch between light and dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
        [this] { setTheme(currentTheme() == Theme::Dark ? Theme::Light : Theme::Dark); });
    add("view.light", tr("Light theme"), {}, [this] { setTheme(Theme::Light); });
    add("view.dark", tr("Dark theme"), {}, [this] { setTheme(Theme::Dark); });
    add("view.high-contrast", tr("High contrast"), {}, [this] { setTheme(Theme::HighContrast); });
    QAction* larger = add("view.zoom-in", tr("Larger"), {}, [this] { setZoom(zoom() + kZoomStep); });
    larger->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    add("view.zoom-out", tr("Smaller"), Qt::CTRL | Qt::Key_Minus, [this] { setZoom(zoom() - kZoomStep); });
    add("view.zoom-reset", tr("Usual size"), Qt::CTRL | Qt::ALT | Qt::Key_0, [this] { setZoom(1); });
    add("view.compact", tr("Dense or usual rows"), {}, [this] { setCompact(!m_preferences.compactRows); });
    add("view.motion", tr("Motion on or off"), {}, [this] { setMotion(!m_preferences.motion); });
    for (const QString& code : languages())
        m_commands.add(m_views.get(), QStringLiteral("language.") + code, tr("Language"),
                       tr("Language: %1").arg(nameOfLanguage(code)), {}, [this, code] { setLanguage(code); });
    QAction* present = add("view.projector", tr("Projector mode on or off"), {}, [this] {
        setLayout(windowLayout() == Layout::Present ? Layout::Explore : Layout::Present);
    });
    present->setShortcuts({Qt::Key_F11, Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    add("view.presenter", tr("Presenter notes"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { showPresenterNotes(); });
    for (const Layout layout : kLayouts)
        m_commands.add(m_views.get(), QStringLiteral("layout.") + nameOf(layout), tr("Layout"), titleOf(layout), {},
                       [this, layout] { setLayout(layout); });
    m_commands.add(m_views.get(), QStringLiteral("layout.reset"), tr("Layout"), tr("Reset layout"), {},
                   [this] { resetLayout(); });
    add("view.guide", tr("Show or hide the guide"), Qt::CTRL | Qt::Key_B,
        [this] { m_guide->dock().setVisible(!m_guide->dock().isVisible()); });
    add("lab.hint", tr("A hint for the step of the lab"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
        [this] { m_guide->labGuide().hint(); });
    add("lab.check", tr("Check the step of the lab again"), {}, [this] { m_guide->labGuide().checkStep(); });
    m_commands.add(m_views.get(), QStringLiteral("help.welcome"), tr("Help"), tr("The first page"), {},
                   [this] { showWelcome(); });
    m_commands.add(m_views.get(), QStringLiteral("help.first-minute"), tr("Help"), tr("Play the first minute again"),
                   {}, [this] { beginWorkshop(); });
    add("view.bottom", tr("Show or hide the panels at the bottom"), Qt::CTRL | Qt::Key_J, [this] {
        for (const auto& panel : m_pages->current()->panels())
            if (panel.area == Qt::BottomDockWidgetArea)
                panel.dock->setVisible(!panel.dock->isVisible());
    });
}

QAbstractItemView* MainWindow::listToExport() const
{
    const auto isList = [](const QAbstractItemView* view) { return view && view->isVisible() && view->model(); };
    for (QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (auto* view = qobject_cast<QAbstractItemView*>(widget); isList(view))
            return view;
    for (auto* view : m_pages->current()->findChildren<QAbstractItemView*>())
        if (isList(view))
            return view;
    return nullptr;
}

void MainWindow::askWhereToExport()
{
    QAbstractItemView* list = listToExport();
    if (!list) {
        m_statusStrip->tell(tr("There is no list here to export."));
        return;
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Export this list"), QStringLiteral("list.csv"),
                                                      tr("CSV (*.csv);;JSON Lines (*.jsonl)"));
    if (!file.isEmpty())
        exportList(*list, file);
}

void MainWindow::askHowMuchIsKept()
{
    bool given = false;
    const int size = QInputDialog::getInt(
        this, tr("Keep the last session"),
        tr("MiB of a session that are kept in the data directory, so that it can be reopened after the next start. "
           "0 keeps nothing and removes what is there. Applies from the next start."),
        m_preferences.sessionMiB, 0, Preferences::kMostSession, 16, &given);
    if (!given)
        return;
    m_preferences.sessionMiB = size;
    savePreferences();
}

void MainWindow::exportList(QAbstractItemView& list, const QString& file)
{
    if (!m_export.start(list, file, listFormatOf(file))) {
        m_statusStrip->tell(m_export.problem());
        return;
    }
    m_statusStrip->tell(tr("Writing %1 …").arg(file));
    connect(
        &m_export, &ListExport::finished, this,
        [this, file] {
            m_statusStrip->tell(m_export.problem().isEmpty()
                                    ? tr("%n rows are in %1", nullptr, static_cast<int>(m_export.rows())).arg(file)
                                    : m_export.problem());
        },
        Qt::SingleShotConnection);
}

/// Its journey, the lane of its client, or a few words: whatever answers for exactly that thing.
void MainWindow::explain(QWidget* focus)
{
    const auto subject = whyOf(focus);
    if (subject && subject->event != 0) {
        m_mirror->selection().setEvent(subject->event);
        return showJourney(true);
    }
    if (subject && !subject->client.isEmpty() && m_mirror->model<ConnectionsModel>().rowOf(subject->client) >= 0) {
        m_mirror->selection().setClient(subject->client);
        showWorkspace(QStringLiteral("connections"));
        m_pages->current()->explain();
        return;
    }
    if (subject && m_why->show(*subject, *focus))
        return;
    if (!m_pages->current()->explain())
        showJourney(true);
}

/// All that can be done, by area: the way for who would rather look than type.
void MainWindow::fillMenu()
{
    m_menu->clear();
    for (const char* id : {"brokers.connect", "brokers.aws", "brokers.disconnect"})
        if (QAction* command = m_commands.find(QLatin1String(id)))
            m_menu->addAction(command);
    m_menu->addSeparator();
    bool any = false;
    for (const auto& panel : m_pages->current()->panels())
        if (panel.dock->features().testFlag(QDockWidget::DockWidgetClosable)) {
            m_menu->addAction(panel.dock->toggleViewAction());
            any = true;
        }
    if (any)
        m_menu->addSeparator();
    const auto addChecked = [this](const char* id, bool checked) {
        QAction* command = m_commands.find(QLatin1String(id));
        QAction* item = m_menu->addAction(command->text(), command, &QAction::trigger);
        item->setCheckable(true);
        item->setChecked(checked);
    };
    for (const Layout layout : kLayouts)
        addChecked(qPrintable(QStringLiteral("layout.") + nameOf(layout)), layout == windowLayout());
    m_menu->addAction(m_commands.find(QStringLiteral("layout.reset")));
    m_menu->addAction(m_commands.find(QStringLiteral("view.presenter")));
    m_menu->addSeparator();
    for (const char* id : {"capture.open", "capture.reopen"})
        m_menu->addAction(m_commands.find(QLatin1String(id)));
    m_menu->addSeparator();
    addChecked("view.high-contrast", currentTheme() == Theme::HighContrast);
    for (const char* id : {"view.zoom-in", "view.zoom-out", "view.zoom-reset"})
        m_menu->addAction(m_commands.find(QLatin1String(id)));
    const auto addSwitch = [this](const QString& text, bool on, void (MainWindow::*set)(bool)) {
        QAction* item = m_menu->addAction(text, this, set);
        item->setCheckable(true);
        item->setChecked(on);
    };
    addSwitch(tr("Compact rows"), m_preferences.compactRows, &MainWindow::setCompact);
    addSwitch(tr("Motion"), m_preferences.motion, &MainWindow::setMotion);
    QMenu* language = m_menu->addMenu(tr("Language"));
    for (const QString& code : languages()) {
        QAction* item = language->addAction(nameOfLanguage(code), this, [this, code] { setLanguage(code); });
        item->setCheckable(true);
        item->setChecked(code == currentLanguage());
    }
    m_menu->addSeparator();
    m_menu->addAction(m_commands.find(QStringLiteral("view.palette")));
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (const auto& entry : m_commands.entries()) {
        if (entry.id == QLatin1String("view.palette"))
            continue;
        auto* owner = qobject_cast<Workspace*>(entry.action->parent());
        entries.push_back({entry.id, entry.area, entry.action->text(), entry.action->shortcut(),
                           entry.action->isEnabled(), [this, action = entry.action, owner] {
                               if (owner)
                                   showWorkspace(owner->id());
                               action->trigger();
                           }});
    }
    m_palette->open(tr("What shall be done?"), std::move(entries), m_preferences.recentCommands);
}

void MainWindow::openGoTo()
{
    m_palette->open(tr("A topic, client, workspace or message number"), things(), {});
}

std::vector<PaletteEntry> MainWindow::things()
{
    std::vector<PaletteEntry> entries;
    for (Workspace* workspace : m_pages->all())
        entries.push_back(
            {{}, tr("Workspace"), workspace->title(), {}, true, [this, id = workspace->id()] { showWorkspace(id); }});
    for (const auto& device : m_mirror->engine().devices()) {
        const QString id = QString::fromStdString(device.id);
        entries.push_back({{}, tr("Client"), id, {}, true, [this, id] {
                               m_mirror->selection().setClient(id);
                               showWorkspace(workspace(QStringLiteral("connections")) ? QStringLiteral("connections")
                                                                                      : QStringLiteral("bench"));
                           }});
    }
    QStringList topics;
    collectTopics(m_mirror->topics(), {}, topics);
    for (const QString& topic : std::as_const(topics))
        entries.push_back({{}, tr("Topic"), topic, {}, true, [this, topic] {
                               showWorkspace(QStringLiteral("topics"));
                               m_mirror->selection().setTopic(topic);
                           }});
    return entries;
}

void MainWindow::noteCommand(const QString& id)
{
    QStringList& recent = m_preferences.recentCommands;
    recent.removeAll(id);
    recent.prepend(id);
    while (recent.size() > Preferences::kMostRecentCommands)
        recent.removeLast();
}

} // namespace greensward::ui
