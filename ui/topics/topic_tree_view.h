// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace greensward::ui {

class TopicDelegate;
class TopicTreeModel;

/// The tree of topics: values change by one repaint a frame, rows keep their place, the first branches open by
/// themselves.
class TopicTreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit TopicTreeView(TopicTreeModel& model, QWidget* parent = nullptr);
    void setRowHeight(int pixels);

signals:
    void topicChosen(const QModelIndex& index);
    /// Show only this topic (or branch) in the log.
    void filterAsked(const QString& filter);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layOutColumns();
    void openNewBranches(const QModelIndex& parent, int first, int last);
    QString filterOf(const QModelIndex& index) const;
    TopicDelegate* m_delegate;
};

} // namespace greensward::ui
