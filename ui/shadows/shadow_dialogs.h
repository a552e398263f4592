// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace greensward::ui {

/// Asks for a field to be desired ("gear.heat") and its value; answered is called unless it is cancelled.
void askField(QWidget* parent, const QString& below,
              std::function<void(const QString& path, const QString& value)> answered);
/// Asks for a thing and the name of a new shadow of it, 1 to 64 of the letters that such a name may have.
void askNamedShadow(QWidget* parent, const QStringList& things, const QString& thing,
                    std::function<void(const QString& thing, const QString& shadow)> answered);

} // namespace greensward::ui
