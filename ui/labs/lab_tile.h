// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/course.h"

#include <QAbstractButton>

namespace greensward::ui {

/// A lab in the list: its number, its name, how long it takes, and how far one is.
class LabTile final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LabTile(labs::LabPtr lab, QWidget* parent = nullptr);
    const labs::Lab& lab() const { return *m_lab; }
    void show(const labs::LabView& view, bool isCurrent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    labs::LabPtr m_lab;
    labs::LabView m_view;
    bool m_isCurrent = false;
};

} // namespace greensward::ui
