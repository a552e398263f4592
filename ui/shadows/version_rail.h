// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace greensward::ui {

class ShadowHistoryModel;

/// The version ladder, lying down: a rail with what was asked of the shadow, newest at the right. ← and → go through the
/// versions, End follows the newest again; whoever chooses one looks at the document as it was then.
class VersionRail final : public QListView
{
    Q_OBJECT

public:
    VersionRail(ShadowHistoryModel& model, QWidget* parent);

    /// The newest is shown, and the next one will be.
    bool isFollowing() const { return m_following; }
    void follow();
    void choose(int row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// -1: none.
    void chosen(int row);
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setFollowing(bool following);
    void catchUp();

    bool m_following = true;
    bool m_catchingUp = false;
};

} // namespace greensward::ui
