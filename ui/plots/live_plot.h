// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QCustomPlot;
class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace greensward::ui {

/// The numeric fields of one device's messages over the last minute or five, one lane a field, all on one time axis.
/// Each lane names its field and the newest value. Draws when points arrive, and only then.
class LivePlot final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxLanes = 4;

    explicit LivePlot(EngineMirror& mirror, QWidget* parent = nullptr);
    ~LivePlot() override;

    /// By id; the fields worth seeing first are chosen.
    void setDevice(const std::string& device);
    const std::string& device() const { return m_device; }
    /// Up to kMaxLanes of them; unknown names are allowed: their lane fills when the field comes.
    void setFields(std::vector<std::string> fields);
    const std::vector<std::string>& fields() const { return m_fields; }
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }
    /// Seconds shown, 60 or 300.
    void setSpan(int seconds);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Lane;

    void buildHead(QHBoxLayout& head);
    void rebuildLanes();
    void applyColours();
    void refresh();
    void fitHead();
    void refreshFieldMenu();
    void toggleField(const std::string& name, bool on);
    std::string unitOf(const std::string& field) const;

    EngineMirror& m_mirror;
    QCustomPlot* m_plot = nullptr;
    QStackedWidget* m_pages;
    QComboBox* m_source;
    QComboBox* m_window;
    QToolButton* m_choose;
    QToolButton* m_freeze;
    std::string m_device;
    std::vector<std::string> m_fields;
    std::vector<Lane> m_lanes;
    int m_span = 60;
    bool m_frozen = false;
};

} // namespace greensward::ui
