// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/event.h"

#include <QWidget>

#include <string>

class QPlainTextEdit;
class QTabBar;

namespace greensward::ui {

class EngineMirror;
class RoleLabel;

/// One payload: as JSON on lines of its own, as it was sent, or octet by octet.
class MessageView final : public QWidget
{
    Q_OBJECT

public:
    enum Format { Json, Raw, Hex };

    explicit MessageView(EngineMirror& mirror, QWidget* parent = nullptr);

    /// message: its MessagePublished; begin: what is known of the payload where that has gone.
    void display(const QString& topic, trace::EventId message, const std::string& begin);
    void clear();
    void setFormat(Format format);
    Format format() const;
    QWidget* stop() const;

private:
    void showText();

    EngineMirror& m_mirror;
    RoleLabel* m_topic;
    QTabBar* m_format;
    QPlainTextEdit* m_text;
    std::string m_payload;
    bool m_isWhole = true;
};

} // namespace greensward::ui
