// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/fault.h"

#include <QWidget>

class QPushButton;
class QSpinBox;

namespace greensward::ui {

/// A fault of the catalogue: what it is called and its key; opened also what it does, how strong it is to be, and
/// Inject.
class FaultRow final : public QWidget
{
    Q_OBJECT

public:
    FaultRow(simulator::FaultKind kind, QWidget* parent);

    simulator::FaultKind kind() const { return m_kind; }
    /// In the unit of its spec; 0 for a fault without.
    double intensity() const;
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    /// Some target has it now.
    void setActive(bool active);
    QPushButton& injectButton() { return *m_inject; }
    QSpinBox* intensityBox() { return m_intensity; }

signals:
    void opened();
    void injectAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    simulator::FaultKind m_kind;
    QWidget* m_details;
    QSpinBox* m_intensity = nullptr;
    QPushButton* m_inject;
    bool m_open = false;
    bool m_active = false;
};

} // namespace greensward::ui
