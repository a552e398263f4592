// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace greensward::ui {

class ElidedLabel;

/// The same topic at other brokers: what came last there, and how far it differs from the message that is shown. No
/// place is taken where there is none.
class ElsewhereList final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 6;
    /// Larger payloads are compared octet by octet only.
    static constexpr qsizetype kMostCompared = 64 * 1024;

    explicit ElsewhereList(EngineMirror& mirror, QWidget* parent = nullptr);
    void show(const InspectedMessage& message);
    /// What is said, a line for each broker.
    QStringList texts() const;

signals:
    /// The shown message is to be compared with that one.
    void comparisonAsked(const greensward::ui::InspectedMessage& other);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Line
    {
        InspectedMessage message; ///< object: the topic's key there
        quint64 count = 0;        ///< of messages there, as told; 0: not told
        QWidget* row = nullptr;
        ElidedLabel* text = nullptr;
        QPushButton* compare = nullptr;
    };
    void look();
    QStringList origins() const;
    std::vector<TopicTreeModel::LastMessage> others() const;
    QString sentence(const InspectedMessage& other) const;
    void tell(Line& line, const TopicTreeModel::LastMessage& last);
    void addLine(const QString& key);

    EngineMirror& m_mirror;
    InspectedMessage m_message;
    std::vector<Line> m_lines;
};

} // namespace greensward::ui
