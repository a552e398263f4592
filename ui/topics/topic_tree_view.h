// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStringList>
#include <QTreeView>

#include <optional>

namespace greensward::ui {

class Selection;
class TopicDelegate;
class TopicTreeModel;

/// The tree of topics: values change by one repaint a frame, the row under the pointer keeps its place, the first
/// branches open by themselves, and under a filter those that hold matches.
class TopicTreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit TopicTreeView(TopicTreeModel& model, QWidget* parent = nullptr);
    /// In lengths of the drawings.
    void setRowHeight(int height);
    /// Rows of the selected client are marked.
    void setMarks(const Selection& selection);
    /// Makes the topic current without telling topicChosen(); nothing happens when the filter hides it.
    void showTopic(const QString& topic);
    void expandBelow(const QModelIndex& index);
    void doItemsLayout() override;

signals:
    void topicChosen(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    struct Anchor
    {
        QPersistentModelIndex index;
        int y = 0;
    };

    void layOutColumns();
    void openNewBranches(const QModelIndex& parent, int first, int last);
    void holdPlace();
    void takeWanted();
    void fetchBelow();
    void beforeReset();
    void afterReset();
    int openMatches(const QModelIndex& parent, int budget);
    void collectOpen(const QModelIndex& parent);

    TopicTreeModel& m_topics;
    TopicDelegate* m_delegate;
    std::optional<Anchor> m_anchor;
    QStringList m_open; ///< branches that were open before the filter
    QString m_currentTopic;
    QString m_wanted; ///< to be shown as soon as it is there
    bool m_filtered = false;
    bool m_quiet = false; ///< the current row changes, but nobody chose it
};

} // namespace greensward::ui
