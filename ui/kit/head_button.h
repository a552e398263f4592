// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace greensward::ui {

/// A button of an icon alone, as stands in the head of a card. name: what it does, as tool tip and for who cannot see.
QToolButton* headButton(const QString& iconName, const QString& name, QWidget* parent);

} // namespace greensward::ui
