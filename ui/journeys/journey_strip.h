// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey_model.h"

#include <QWidget>

namespace greensward::ui {

/// The journey of what is selected on one line: a title, and a pill a step with arrows between. A click or Enter
/// asks for the whole of it.
class JourneyStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyStrip(EngineMirror& mirror, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The pills in words, as they are painted.
    QString sentence() const;

signals:
    void journeyAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showJourney();

    JourneyModel& m_model;
    JourneyViewer m_viewer;
};

} // namespace greensward::ui
