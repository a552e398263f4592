// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/payload_difference.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTreeView;

namespace greensward::ui {

class ElidedLabel;
class RoleLabel;

/// A message against the one before on its topic, or against the one that is held on to (ComparisonBase).
class DifferenceView final : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceView(EngineMirror& mirror, QWidget* parent);
    void show(const InspectedMessage& message, const std::optional<InspectedMessage>& previous);

private:
    void showChangeMenu(const QPoint& where);

    EngineMirror& m_mirror;
    DifferenceModel m_difference;
    InspectedMessage m_message;
    ElidedLabel* m_baseName;
    QPushButton* m_compare;
    RoleLabel* m_summary;
    QTreeView* m_changes;
};

} // namespace greensward::ui
