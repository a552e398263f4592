// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace greensward::ui {

/// One of the pages of the security workspace.
class SecurityPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QList<QWidget*> focusStops() const = 0;
    virtual void setCompact(bool /*compact*/) {}
    virtual void setTight(bool /*tight*/) {}
    /// Chooses something where nothing is chosen yet.
    virtual void chooseSomething() {}
    virtual void focusFilter() {}
    virtual bool leave() { return false; }
};

} // namespace greensward::ui
