// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/class_model.h"

#include <QScrollArea>

namespace greensward::ui {

/// What the codes of the chosen attendee mean, and what can be said about them.
class CodePanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit CodePanel(QWidget* parent);

    /// Null: nobody is chosen. stepTitle: of the attendee's step; may be empty.
    void show(const ClassModel::Attendee* attendee, const QString& stepTitle = {});

private:
    QString m_shown; ///< what the page was made of: it is not made anew with every second
};

} // namespace greensward::ui
