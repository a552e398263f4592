// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace greensward::ui {

/// One term of the scope: a press takes it back into the field, its cross, Backspace or Delete takes it away.
class ScopeChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ScopeChip(const QString& term, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void editAsked(const QString& term);
    void removeAsked(const QString& term);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRect crossRect() const;
    bool m_overCross = false;
};

} // namespace greensward::ui
