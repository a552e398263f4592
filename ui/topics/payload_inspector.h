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

class DifferenceView;
class ElsewhereList;
class InspectorHead;

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
    /// What others are compared with from now on; none: each with the one before on its topic.
    void setBase(std::optional<InspectedMessage> base);
    QString topic() const { return m_message.object; }

public slots:
    void showPrevious();
    void showNext();

signals:
    /// Previous or next was asked for: other views may follow.
    void moved(quint64 serial);
    void topicShown(const QString& topic);
    /// A number of this topic shall be plotted.
    void plotAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTabs();
    void buildPages();
    void buildActions();
    void buildFoot();
    void refreshFollowed();
    void display(const InspectedMessage& message);
    void displayPage();
    void showOctets(std::string_view payload, QString& hint);
    std::optional<InspectedMessage> previousMessage() const;
    void updateActions();
    void findNeighbours();
    void moveTo(std::optional<Serial> serial);
    void updateFoot();
    void showFieldMenu(const QPoint& where);
    void copyText(const QString& text);
    QModelIndex field() const;
    QString filterTerm() const;

    EngineMirror& m_mirror;
    PayloadModel m_payload;
    std::optional<Serial> m_shown;
    std::optional<Serial> m_before; ///< of the same topic as m_shown
    std::optional<Serial> m_after;
    Serial m_soughtTo = 0; ///< rows before it need not be looked at again for m_after
    QPersistentModelIndex m_followed;
    quint64 m_followedCount = 0;
    InspectedMessage m_message;
    bool m_isJson = false;

    QStackedWidget* m_stack;
    InspectorHead* m_head;
    ElsewhereList* m_elsewhere;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QTreeView* m_tree;
    QPlainTextEdit* m_raw;
    QPlainTextEdit* m_hex;
    DifferenceView* m_difference;
    QLabel* m_hint;
    QWidget* m_actions;
    QToolButton* m_plot;
    QToolButton* m_keepOnly;
    QToolButton* m_copy;
    QLabel* m_position;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace greensward::ui
