// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

namespace greensward::ui {

/// A device as a card on the bench, simulated or real: can be chosen, and shows that it is.
class BenchCard : public QWidget
{
    Q_OBJECT

public:
    explicit BenchCard(QWidget* parent = nullptr);
    /// Its client id.
    virtual const std::string& deviceId() const = 0;
    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }
    /// Little room, as on a projector: what matters less is left out.
    virtual void setTight(bool /*tight*/) {}
    /// What it suffers now, in words.
    virtual void setFaults(const QStringList& /*names*/) {}

signals:
    /// Clicked: it is the one meant.
    void chosen(const std::string& deviceId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    bool m_selected = false;
};

} // namespace greensward::ui
