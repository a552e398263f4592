// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QStackedWidget;
class QWidget;

namespace greensward::ui {

class EngineMirror;
class GuidePanel;
class LabGuide;
class PanelDock;

/// The dock of the guide: the story of the first minute, and from the first lab on the guide of the lab that goes on.
/// Belongs to the views, and its dock to the window.
class GuideDesk final : public QObject
{
    Q_OBJECT

public:
    GuideDesk(EngineMirror& mirror, QObject* views, QWidget& window);

    PanelDock& dock() { return *m_dock; }
    /// The page of the first minute, with the focus on its button.
    void showFirstMinute();
    LabGuide& labGuide() { return *m_lab; }
    /// Something to check, or to give a hint of, is there.
    bool hasLab() const;

signals:
    /// A lab begins: the guide is to be seen, whatever the window shows.
    void wanted();
    /// The story of the first minute is over, and the person looks around.
    void left();
    /// "console:shadows/sprinkler-456": to be shown; isSpotlight: and pointed at.
    void placeAsked(const QString& place, bool isSpotlight);

private:
    void showLab();

    EngineMirror& m_mirror;
    GuidePanel* m_first;
    LabGuide* m_lab;
    QStackedWidget* m_pages;
    PanelDock* m_dock;
};

/// "console:shadows/sprinkler-456" and "shadows/sprinkler-456/desired" apart: the workspace, and what of it.
struct Place
{
    QString workspace;
    QString what; ///< "sprinkler-456/desired"; empty: the workspace itself
    /// Of the client or thing that is meant: "sprinkler-456", also of "things/sprinkler-456/certificates".
    QString name() const;
};
Place placeOf(const QString& link);

} // namespace greensward::ui
