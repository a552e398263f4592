// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_model.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeView;

namespace greensward::ui {

class Chip;
class ElidedLabel;

/// One message in full: as a tree, as text, as octets, and against the previous one of its topic. Shows a message of
/// the log, or follows the newest message of a topic.
class PayloadInspector final : public QWidget
{
    Q_OBJECT

public:
    enum Page { TreePage, RawPage, HexPage, DifferencePage };

    explicit PayloadInspector(EngineMirror& mirror, QWidget* parent = nullptr);

    void showMessage(Serial serial);
    void followTopic(const QModelIndex& topic);
    /// The message of the log that is shown, if it still is in the log.
    std::optional<Serial> shown() const { return m_shown; }
    void setPage(Page page);

public slots:
    void showPrevious();
    void showNext();

signals:
    /// Previous or next was asked for: other views may follow.
    void moved(quint64 serial);

private:
    void buildHead();
    void buildPages();
    void buildFoot();
    QTreeView* makeFieldView(QAbstractItemModel& model, const QString& name);
    void refreshFollowed();
    void display(const InspectedMessage& message);
    void displayPage();
    void updateFoot();

    EngineMirror& m_mirror;
    PayloadModel m_payload;
    DifferenceModel m_difference;
    std::optional<Serial> m_shown;
    QPersistentModelIndex m_followed;
    quint64 m_followedCount = 0;
    InspectedMessage m_message;
    bool m_isJson = false;

    QStackedWidget* m_stack;
    ElidedLabel* m_topic;
    ElidedLabel* m_origin;
    Chip* m_qos;
    Chip* m_size;
    Chip* m_retained;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QTreeView* m_tree;
    QPlainTextEdit* m_raw;
    QPlainTextEdit* m_hex;
    QTreeView* m_changes;
    QLabel* m_summary;
    QLabel* m_position;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace greensward::ui
