// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/message_log_model.h"

#include <QTableView>

#include <array>
#include <optional>

class QMenu;
class QPushButton;

namespace greensward::ui {

class LogDelegate;
class Selection;

/// The rows of the log. Follows the newest while scrolled to the bottom; anywhere else the rows keep their place on the
/// screen, also when the oldest are evicted or the filter changes, and a button tells how many are new.
class MessageLogView final : public QTableView
{
    Q_OBJECT

public:
    explicit MessageLogView(MessageLogModel& model, QWidget* parent = nullptr);
    /// In lengths of the drawings.
    void setRowHeight(int height);
    /// Rows of the selected client and topic are marked.
    void setMarks(const Selection& selection);
    bool isFollowing() const { return m_following; }
    /// Rows that have come since it stopped following.
    quint64 newRows() const { return m_newRows; }
    void jumpToNewest();
    /// Makes the message current if the filter shows it; scrolls only as far as needed.
    void showMessage(quint64 serial);

    bool isColumnWanted(MessageLogModel::Column column) const;
    /// Against what the width would have it.
    void setColumnWanted(MessageLogModel::Column column, bool wanted);
    /// Adds an entry a column that may be hidden.
    void fillColumnMenu(QMenu& menu);
    /// Order and choice of columns as text, and taken back; anything else is ignored.
    QByteArray columnText() const;
    void setColumnText(const QByteArray& text);

signals:
    void messageChosen(quint64 serial);
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    /// The row that keeps its place while the filter is changed.
    struct Anchor
    {
        Serial serial = 0;
        int y = 0;
        bool current = false;
    };

    void watchModel();
    void layOutColumns();
    bool isAtBottom() const;
    void setFollowing(bool following);
    void takeAnchor();
    void restoreAnchor();
    void placeButton();

    MessageLogModel& m_log;
    LogDelegate* m_delegate;
    QPushButton* m_jump;
    std::array<std::optional<bool>, MessageLogModel::kColumnCount> m_wanted{};
    std::optional<Anchor> m_anchor;
    quint64 m_newRows = 0;
    bool m_following = true;
    bool m_changing = false; ///< rows come or go: the scroll bar's moves are not the user's
};

} // namespace greensward::ui
