// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/topic_history.h"

#include <QAbstractSlider>
#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace greensward::ui {

class ElidedLabel;
class EngineMirror;
class PanelTable;
class RoleLabel;

/// The course of a number with a handle that goes to any message: one step a message. A slider to the keyboard and to
/// a screen reader.
class HistoryScrubber final : public QAbstractSlider
{
    Q_OBJECT

public:
    HistoryScrubber(TopicHistory& history, QWidget* parent);
    QSize sizeHint() const override { return {px(200), px(64)}; }
    QSize minimumSizeHint() const override { return {px(80), px(64)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF plot() const;
    double xOf(int row) const;
    void moveTo(double x);

    TopicHistory& m_history;
};

/// All kept messages of the topic that is inspected.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(EngineMirror& mirror, QWidget* parent = nullptr);
    /// Looked up when the panel is seen.
    void setTopic(const QString& topic);
    /// The message that is inspected; newest: whatever comes is followed.
    void showMessage(std::optional<Serial> serial);

signals:
    void messageChosen(quint64 serial);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takeTopic();
    void refresh();
    void choose(int row);

    EngineMirror& m_mirror;
    TopicHistory& m_history;
    QString m_topic;
    std::optional<Serial> m_shown;
    bool m_choosing = false;
    ElidedLabel* m_name;
    QComboBox* m_number;
    HistoryScrubber* m_scrubber;
    PanelTable* m_table;
    RoleLabel* m_counts;
    QStackedWidget* m_pages;
};

} // namespace greensward::ui
