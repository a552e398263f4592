// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phone_port.h"

#include <QWidget>

#include <array>

namespace greensward::ui {

class ElidedLabel;
class RoleLabel;

/// The six stages by which a telephone comes in, one below the other: what was done, what came of it, how long it took.
class PassageSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit PassageSteps(QWidget* parent = nullptr);
    void show(const PhonePort::State& state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr std::size_t kStages = 6;
    struct Row
    {
        QWidget* mark = nullptr; ///< where the mark is painted
        RoleLabel* name = nullptr;
        RoleLabel* millis = nullptr;
        ElidedLabel* detail = nullptr;
    };
    std::array<Row, kStages> m_rows{};
    std::array<std::optional<PhonePort::Step::Outcome>, kStages> m_outcomes{};
};

} // namespace greensward::ui
