// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace greensward::ui {

class DoctorModel;
class ScopeStack;

/// The cards that were right once: code, sentence, and when it worked again.
class LearnedList final : public QScrollArea
{
    Q_OBJECT

public:
    LearnedList(DoctorModel& model, ScopeStack& scope, QWidget* parent);

private:
    void refill();

    DoctorModel& m_model;
    ScopeStack& m_scope;
};

} // namespace greensward::ui
