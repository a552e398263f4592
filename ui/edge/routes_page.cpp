// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/routes_page.h"

#include "ui/edge/matrix_view.h"
#include "ui/edge/route_dialog.h"
#include "ui/edge/route_matrix.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

RoutesPage::RoutesPage(RouteMatrix& matrix, QWidget* parent)
    : QWidget(parent)
    , m_matrix(matrix)
    , m_view(new MatrixView(matrix, this))
    , m_title(new RoleLabel(TextStyle::Strong, Role::Text, {}, this))
    , m_subjects(new RoleLabel(TextStyle::Mono, Role::Text, {}, this))
    , m_edit(new QPushButton(tr("Edit routes …"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(4), px(12), px(8));
    column->setSpacing(px(6));
    column->addWidget(m_view, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(10));
    auto* said = new QVBoxLayout;
    said->setSpacing(px(2));
    m_subjects->setWordWrap(true);
    m_subjects->setTextInteractionFlags(Qt::TextSelectableByMouse);
    said->addWidget(m_title);
    said->addWidget(m_subjects);
    foot->addLayout(said, 1);
    foot->addWidget(m_edit, 0, Qt::AlignTop);
    column->addLayout(foot);
    m_view->setObjectName(QStringLiteral("routes"));
    m_edit->setToolTip(tr("The subjects of the chosen cell (Enter)"));
    connect(m_view, &MatrixView::cellChosen, this, &RoutesPage::refresh);
    connect(m_view, &MatrixView::editAsked, this, &RoutesPage::editCell);
    connect(m_view, &MatrixView::removeAsked, this, &RoutesPage::removeCell);
    connect(m_edit, &QPushButton::clicked, this, &RoutesPage::edit);
    connect(&matrix, &QAbstractItemModel::dataChanged, this, &RoutesPage::refresh);
    connect(&matrix, &QAbstractItemModel::modelReset, this, [this] {
        if (m_matrix.rowCount() > 0)
            m_view->setCurrentIndex(m_matrix.index(0, m_matrix.columnCount() - 1)); // the first one to the cloud
        refresh();
    });
    refresh();
}

void RoutesPage::setActing(bool acting)
{
    m_acting = acting;
    refresh();
}

void RoutesPage::edit()
{
    editCell(m_view->currentIndex());
}

void RoutesPage::editCell(const QModelIndex& cell)
{
    if (!m_acting || !m_matrix.isPossible(cell))
        return;
    auto* dialog = new RouteDialog(m_matrix, cell, this);
    connect(dialog, &QDialog::finished, m_view, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

void RoutesPage::removeCell(const QModelIndex& cell)
{
    if (m_acting && m_matrix.isPossible(cell))
        m_matrix.setSubjects(cell, {});
}

void RoutesPage::refresh()
{
    const QModelIndex cell = m_view->currentIndex();
    m_edit->setEnabled(m_acting && cell.isValid() && m_matrix.isPossible(cell));
    if (!cell.isValid()) {
        m_title->setText(tr("Choose a cell: a row is from whom, a column to whom."));
        return m_subjects->setText({});
    }
    m_title->setText(
        tr("%1 → %2", "source, target").arg(m_matrix.end(cell.row()).label, m_matrix.end(cell.column()).label));
    if (!m_matrix.isPossible(cell))
        return m_subjects->setText(tr("The cloud needs no route to itself."));
    QStringList lines = cell.data(RouteMatrix::SubjectsRole).toStringList();
    for (const QString& one : cell.data(RouteMatrix::GoneRole).toStringList())
        lines << tr("%1 (goes with the next deployment)").arg(one);
    m_subjects->setText(lines.isEmpty() ? tr("No route: nothing gets through.") : lines.join(QStringLiteral("   ")));
}

} // namespace greensward::ui
