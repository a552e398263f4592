// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace greensward::ui {

class MessageLogModel;

/// The rows of the log. Follows the newest while scrolled to the bottom; anywhere else the rows keep their place on the
/// screen, also when the oldest are evicted.
class MessageLogView final : public QTableView
{
    Q_OBJECT

public:
    explicit MessageLogView(MessageLogModel& model, QWidget* parent = nullptr);
    void setRowHeight(int pixels);
    bool isFollowing() const { return m_following; }
    void jumpToNewest();
    /// Makes the message current if the filter shows it; scrolls only as far as needed.
    void showMessage(quint64 serial);

signals:
    void messageChosen(quint64 serial);
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layOutColumns();
    bool isAtBottom() const;
    void setFollowing(bool following);
    MessageLogModel& m_log;
    bool m_following = true;
    bool m_changing = false; ///< rows come or go: the scroll bar's moves are not the user's
};

} // namespace greensward::ui
