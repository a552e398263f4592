// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace greensward::ui {

class RoleLabel;
class RouteMatrix;

/// The subjects that lead from one end to another: written, changed, taken away.
class RouteDialog final : public QDialog
{
    Q_OBJECT

public:
    RouteDialog(RouteMatrix& matrix, const QModelIndex& cell, QWidget* parent = nullptr);
    QLineEdit& subject() { return *m_subject; }
    QListWidget& list() { return *m_list; }

private:
    void propose(const QString& source, const QString& target);
    QStringList subjects() const;
    void add();
    void removeChosen();
    void check();
    void take();

    RouteMatrix& m_matrix;
    std::string m_source;
    std::string m_target;
    QListWidget* m_list;
    QLineEdit* m_subject;
    RoleLabel* m_said;
    QPushButton* m_take;
};

} // namespace greensward::ui
