// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/fault.h"
#include "ui/bench/folding_row.h"

class QPushButton;
class QSpinBox;

namespace greensward::ui {

/// A fault of the catalogue: what it is called and its key; opened also what it does, what it teaches, how strong it is
/// to be, and Inject.
class FaultRow final : public FoldingRow
{
    Q_OBJECT

public:
    FaultRow(simulator::FaultKind kind, QWidget* parent);

    simulator::FaultKind kind() const { return m_kind; }
    /// In the unit of its spec; 0 for a fault without.
    double intensity() const;
    QPushButton& injectButton() { return *m_inject; }
    QSpinBox* intensityBox() { return m_intensity; }

signals:
    void injectAsked();

private:
    simulator::FaultKind m_kind;
    QSpinBox* m_intensity = nullptr;
    QPushButton* m_inject;
};

} // namespace greensward::ui
