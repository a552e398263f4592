// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace greensward::ui {

/// The strip on the left: one button a workspace, icon and word.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    /// Pixels, at the zoom of now.
    static int breadth() { return px(80); }

    explicit Rail(QWidget* parent = nullptr);
    void addWorkspace(const QString& id, const QString& title, const QString& iconName, const QKeySequence& keys);
    void setCurrent(const QString& id);
    void setShown(const QString& id, bool shown);

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    QVBoxLayout* m_column;
    std::vector<QAbstractButton*> m_buttons;
};

} // namespace greensward::ui
