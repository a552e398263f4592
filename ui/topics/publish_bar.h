// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_port.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace greensward::ui {

/// Topic, payload, QoS, retain and Send. Ctrl+Enter sends from anywhere in the bar. The topic is checked while typing.
class PublishBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishBar(QWidget* parent = nullptr);
    void setTopic(const QString& topic);
    void focusTopic();

signals:
    void publishAsked(const PublishRequest& request);

private:
    void check();
    void send();

    QLineEdit* m_topic;
    QLineEdit* m_payload;
    QComboBox* m_qos;
    QCheckBox* m_retain;
    QPushButton* m_send;
};

} // namespace greensward::ui
