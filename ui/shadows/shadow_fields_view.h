// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace greensward::ui {

class ShadowFieldsModel;

/// Paints a field's line: desired, reported and delta in their roles, types in words where they differ.
class ShadowFieldsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setRowHeight(int height) { m_rowHeight = height; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    int m_rowHeight = 28;
};

/// The table of fields. Objects are open until somebody folds them; F2, Enter or a double click edit a desired value.
class ShadowFieldsView final : public QTreeView
{
    Q_OBJECT

public:
    ShadowFieldsView(ShadowFieldsModel& model, QWidget* parent);
    void setCompact(bool compact);
    /// Without the last writer, where there is no room.
    void setTight(bool tight);
    /// Edits the desired value of the current row.
    void editDesired();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void openAgain();
    void shareWidth();

    ShadowFieldsModel& m_model;
    ShadowFieldsDelegate* m_delegate;
    QSet<QString> m_folded; ///< paths that a person has folded
    bool m_opening = false;
};

} // namespace greensward::ui
