// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace greensward::ui {

class RouteMatrix;

/// The route table as a matrix: as wide as there is room, and where there is little, heads stand upright and cells say
/// how many routes they hold. Enter, or a click, edits the chosen cell; Delete takes its routes away.
class MatrixView final : public QTableView
{
    Q_OBJECT

public:
    MatrixView(RouteMatrix& matrix, QWidget* parent);
    /// Cells are too narrow for subjects.
    bool isDense() const { return m_isDense; }

signals:
    void cellChosen(const QModelIndex& cell);
    void editAsked(const QModelIndex& cell);
    void removeAsked(const QModelIndex& cell);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layOut();

    RouteMatrix& m_matrix;
    bool m_isDense = false;
    bool m_isLayingOut = false;
};

} // namespace greensward::ui
