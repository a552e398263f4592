// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/kit/theme.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

namespace greensward::ui {

class MainWindow;

/// How the window looks in a picture.
enum class Look { Light, Dark, Projector };

/// Draws every workspace of a shown window in every look and size into "<workspace>-<look>-<width>x<height>.png", of one
/// that has pages, each page: "labs-4-<look>…". The window is drawn as it is: let live data flow through the event loop before. Answers the files' paths, or why one
/// could not be written. The window is afterwards as it was before.
Result<QStringList> renderTour(MainWindow& window, const QString& directory,
                               const QList<QSize>& sizes = {{1280, 800}, {1024, 768}},
                               const QList<Look>& looks = {Look::Light, Look::Dark, Look::Projector});

} // namespace greensward::ui
