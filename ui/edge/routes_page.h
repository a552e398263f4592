// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QPushButton;

namespace greensward::ui {

class ElidedLabel;
class MatrixView;
class RouteMatrix;
class RoleLabel;

/// The matrix of routes, and below it in full what the chosen cell says.
class RoutesPage final : public QWidget
{
    Q_OBJECT

public:
    RoutesPage(RouteMatrix& matrix, QWidget* parent);
    MatrixView& view() { return *m_view; }
    void setActing(bool acting);
    /// Asks for the subjects of the chosen cell.
    void edit();

private:
    void editCell(const QModelIndex& cell);
    void removeCell(const QModelIndex& cell);
    void refresh();

    RouteMatrix& m_matrix;
    MatrixView* m_view;
    RoleLabel* m_title;
    RoleLabel* m_subjects;
    QPushButton* m_edit;
    bool m_acting = true;
};

} // namespace greensward::ui
