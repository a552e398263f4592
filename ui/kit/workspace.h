// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QWidget>

class QDockWidget;
class QUndoStack;

namespace greensward::ui {

class Commands;

/// How much room a window has: its width in lengths of the drawings (pixels over zoom). Wide ≥ 1152: centre and side
/// panels. Narrow: side panels take less. Tight < 880, as on a projector: the centre has about 560 × 380, side panels
/// are closed at first.
enum class Space { Wide, Narrow, Tight };

/// What the rail switches between: a page for the centre and the docks that go with it.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// A dock of this workspace and where it stands at first.
    struct Panel
    {
        QDockWidget* dock;
        Qt::DockWidgetArea area;
        int size;            ///< wished width or height, in lengths of the drawings
        bool always = false; ///< as much part of the workspace as its centre: open in every layout and at every size
        bool behind = false; ///< at first a tab behind the panel before it, which stands in the same area
    };

    Workspace(QString id, QString title, QString iconName, QWidget* parent)
        : QWidget(parent), m_id(std::move(id)), m_title(std::move(title)), m_iconName(std::move(iconName))
    {}

    const QString& id() const { return m_id; }
    const QString& title() const { return m_title; }
    const QString& iconName() const { return m_iconName; }

    virtual QList<Panel> panels() const { return {}; }
    /// In the order of F6: what takes the focus in each panel of the centre.
    virtual QList<QWidget*> focusStops() const = 0;
    /// Ctrl+F.
    virtual void focusFilter() {}
    /// Esc; false when there was nothing to leave.
    virtual bool leave() { return false; }
    /// F1: shows why what is chosen is as it is; false where its journey tells.
    virtual bool explain() { return false; }
    /// Alt+Up and Alt+Down.
    virtual void step(int /*direction*/) {}
    virtual void setCompact(bool /*compact*/) {}
    /// Others look on, at a projector: addresses are not shown.
    virtual void setDiscreet(bool /*discreet*/) {}
    /// How much room there is for everything, in lengths of the drawings: shown again whenever it changes.
    virtual void setSpace(Space /*space*/) {}
    /// What this workspace can do, beyond what the window can: for palette, keys and menus. Called once.
    virtual void addCommands(Commands& /*commands*/) {}
    /// What can be undone here; null when nothing can.
    virtual QUndoStack* undoStack() { return nullptr; }
    /// What the workspace wants to find again after a restart, as UTF-8 text of its own (settings keep it under its
    /// id).
    virtual QByteArray memory() const { return {}; }
    /// Its memory() of an earlier run; anything else, an older or a newer version's say, is ignored. Called once at the
    /// start, before the workspace is shown.
    virtual void remember(const QByteArray& /*memory*/) {}
    /// Shows what a link names behind the workspace's id: "sprinkler-456" of "console:shadows/sprinkler-456".
    virtual void open(const QString& /*what*/) {}
    /// The control that a guide points at when it says where something is done: the one named (objectName) like the last
    /// part of what that is a name at all: "sprinkler-456/desired", "things/new". Null: the workspace as a whole.
    QWidget* control(const QString& what) const
    {
        for (QString rest = what; !rest.isEmpty(); rest = rest.section(QLatin1Char('/'), 0, -2)) {
            auto* widget = findChild<QWidget*>(rest.section(QLatin1Char('/'), -1));
            if (widget && widget->isVisibleTo(this))
                return widget;
        }
        return nullptr;
    }
    /// False: it is needed now and then only, and its button stands in the rail once somebody has gone there.
    virtual bool wantsRail() const { return true; }
    /// Chooses something where nothing is chosen yet, so that a picture shows all panels filled.
    virtual void fillForPicture() {}
    /// What open() may be given so that a picture of each shows all there is; empty: the workspace is one page.
    virtual QStringList pages() const { return {}; }

signals:
    /// Another workspace, by its id: the window shows it.
    void workspaceAsked(const QString& id);
    /// "console:shadows/sprinkler-456": a text's link to somewhere in the window.
    void linkAsked(const QString& link);

private:
    QString m_id;
    QString m_title;
    QString m_iconName;
};

} // namespace greensward::ui
