// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QWidget>

namespace greensward::ui {

class Chip;
class ElidedLabel;
class RoleLabel;

/// Who, when, how large, and what became of a message: stays in place while its payload is scrolled.
class InspectorHead final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorHead(EngineMirror& mirror, QWidget* parent = nullptr);
    void show(const InspectedMessage& message);

private:
    void showFate();

    EngineMirror& m_mirror;
    InspectedMessage m_message;
    bool m_known = false; ///< the message is a row of the log
    ElidedLabel* m_topic;
    ElidedLabel* m_origin;
    ElidedLabel* m_fate;
    Chip* m_qos;
    Chip* m_size;
    Chip* m_stored;    ///< the broker keeps it
    Chip* m_delivered; ///< somebody got it because it was kept
    QWidget* m_retained;
};

} // namespace greensward::ui
