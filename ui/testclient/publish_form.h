// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_port.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace greensward::ui {

class EngineMirror;
class RoleLabel;
class TestDesk;

/// Writes a message and publishes it, as the console or as a device through its own connection, so that the device's
/// policies decide.
class PublishForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishForm(EngineMirror& mirror, QWidget* parent = nullptr);

    void send();
    /// The device that publishes; empty: the console.
    void setSender(const QString& device);
    QWidget* firstStop() const;
    void focusTopic();
    void setTight(bool tight);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(bool tight);
    QWidget* makeProperties();
    void fillSenders();
    void check();
    void showSender();
    PublishRequest written() const;
    void take(const PublishRequest& draft);

    EngineMirror& m_mirror;
    TestDesk& m_desk;
    bool m_filling = false;
    QComboBox* m_sender;
    QLineEdit* m_topic;
    QComboBox* m_qos;
    QCheckBox* m_retain;
    QPushButton* m_send;
    QToolButton* m_more;
    QPlainTextEdit* m_payload;
    QHBoxLayout* m_row;   ///< sender and topic, and the switches where there is room
    QHBoxLayout* m_below; ///< the switches of a narrow form
    QHBoxLayout* m_body;  ///< payload and properties
    RoleLabel* m_said;
    QWidget* m_properties = nullptr;
    QLineEdit* m_contentType = nullptr;
    QLineEdit* m_responseTopic = nullptr;
    QLineEdit* m_correlation = nullptr;
    QSpinBox* m_expiry = nullptr;
    QCheckBox* m_isText = nullptr;
    QPlainTextEdit* m_user = nullptr;
    bool m_wantsTight = false;
    bool m_isTight = false;
};

} // namespace greensward::ui
