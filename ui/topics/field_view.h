// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTreeView;
class QWidget;

namespace greensward::ui {

/// A tree of a payload's fields, as the inspector shows them.
QTreeView* makeFieldView(QAbstractItemModel& model, const QString& name, QWidget* parent);

} // namespace greensward::ui
