// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/head_button.h"

#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QToolButton>

namespace greensward::ui {

QToolButton* headButton(const QString& iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName, Role::MutedText));
    button->setIconSize(QSize(px(18), px(18)));
    button->setFixedSize(px(28), px(28));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace greensward::ui
