// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace greensward::ui {

/// One of our own icons (resources/icons, named without ".svg"), drawn in the colour of the role; it follows a change
/// of theme.
QIcon icon(const QString& name, Role role = Role::Text);

/// The program's own mark, in its own colours.
QIcon productIcon();

/// The same as icon(), painted right away.
void paintIcon(QPainter& painter, const QRectF& where, const QString& name, Role role, double opacity = 1);

} // namespace greensward::ui
