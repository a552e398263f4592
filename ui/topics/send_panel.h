// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/send_desk.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace greensward::ui {

class BrokerChoice;
class EngineMirror;
class RepeatBox;
class RoleLabel;

/// Writes a message and sends it: once (Ctrl+Enter), over and over, along a ramp, or in answer to others. One line high
/// until it is opened.
class SendPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SendPanel(EngineMirror& mirror, QWidget* parent = nullptr);

    /// A topic or its originKey(): the broker is chosen with it.
    void setTopic(const QString& topic);
    void use(const SendTemplate& chosen);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    /// There is no room for the row of templates.
    void setTight(bool tight);
    QWidget* firstStop() const;

signals:
    void opened(bool open);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRow();
    void hintPayload();
    void fillTemplates();
    void fillTopics();
    void place();
    void check();
    void send();
    SendTemplate written() const;
    void saveTemplate();
    void renameTemplate(int row);

    EngineMirror& m_mirror;
    SendDesk& m_desk;
    bool m_open = false;
    bool m_tight = false;
    bool m_filling = false;
    QGridLayout* m_grid;
    QWidget* m_row;
    QWidget* m_field; ///< the look of an input around the payload
    QToolButton* m_templates;
    QLineEdit* m_topic;
    QStringListModel* m_topics;
    QPlainTextEdit* m_payload;
    QWidget* m_lead; ///< what stands before the topic
    BrokerChoice* m_broker;
    QComboBox* m_qos;
    QCheckBox* m_retain;
    QPushButton* m_send;
    QToolButton* m_more;
    RoleLabel* m_problem;
    QWidget* m_extra;
    RepeatBox* m_repeat;
};

} // namespace greensward::ui
