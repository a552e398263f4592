// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace greensward::ui {

class LabModel;

/// In whose cloud the labs take place, and the way to another one: a seat in a class, or back.
class PlaceCard final : public QWidget
{
    Q_OBJECT

public:
    PlaceCard(LabModel& model, QWidget* parent);
};

/// Asks for the folder of a seat and goes there; in a class, goes back to one's own cloud.
void changePlace(QWidget& above, LabModel& model);

} // namespace greensward::ui
