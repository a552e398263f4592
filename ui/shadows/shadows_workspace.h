// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/shadow_record.h"

#include <QTimer>

#include <set>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace greensward::ui {

class Card;
class Chip;
class ElidedLabel;
class EmptyState;
class EngineMirror;
class ExchangeRow;
class ShadowNotice;
class PanelDock;
class RoleLabel;
class ScopeBar;
class ShadowBook;
class ShadowDesk;
class ShadowEditor;
class ShadowFieldsModel;
class ShadowFieldsView;
class ShadowHistoryModel;
class ShadowListModel;
class ShadowListView;
struct ShadowPicture;
class VersionRail;

/// A shadow as it is and as it was: desired, reported and how they differ field by field, who wrote what, the ladder of
/// its versions, and the messages of each.
class ShadowsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// As the cloud sees it, or as the device last said it.
    enum class View { Cloud, Device };

    ShadowsWorkspace(EngineMirror& mirror, QWidget* parent);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    bool explain() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QUndoStack* undoStack() override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    void choose(const ShadowName& name);
    const ShadowName& shown() const { return m_name; }
    void setView(View view);
    ShadowFieldsView& fields() { return *m_fields; }
    VersionRail& rail() { return *m_rail; }
    ShadowNotice& notice() { return *m_notice; }
    ExchangeRow& exchange() { return *m_exchange; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeHead();
    void makePages();
    void makeFoot();
    void fillMenu();
    void shareRoom();
    void follow(const std::set<ShadowName>& names);
    void chooseAny();
    void showAll();
    void showHead();
    void showFields();
    void showSentence();
    void showExchange();
    ShadowPicture picture() const;
    const ShadowRecord* record() const;
    const ShadowChange* chosenChange() const;
    bool isLive() const;
    void askWhatIsMissing();
    void tellWhy();
    void reportOnce();
    void createNamed();
    void confirmDelete();
    void copy(const QString& text);
    QString documentText() const;
    void goTo(trace::EventId event);

    EngineMirror& m_mirror;
    ShadowBook& m_book;
    ShadowDesk& m_desk;
    ShadowListModel* m_listModel;
    ShadowFieldsModel* m_fieldsModel;
    ShadowHistoryModel* m_history;
    ShadowName m_name;
    View m_view = View::Cloud;
    Space m_space = Space::Wide;
    ScopeBar* m_scope;
    Card* m_card;
    ShadowNotice* m_notice;
    QStackedWidget* m_pages;
    ShadowEditor* m_editor;
    ShadowFieldsView* m_fields = nullptr;
    VersionRail* m_rail = nullptr;
    ExchangeRow* m_exchange = nullptr;
    EmptyState* m_noHits = nullptr;
    RoleLabel* m_missing = nullptr;
    ElidedLabel* m_title = nullptr;
    Chip* m_version = nullptr;
    Chip* m_standing = nullptr;
    ElidedLabel* m_sentence = nullptr;
    QWidget* m_foot = nullptr;
    QToolButton* m_cloud = nullptr;
    QToolButton* m_device = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_more = nullptr;
    QPushButton* m_now = nullptr;
    QPushButton* m_why = nullptr;
    ShadowListView* m_list;
    PanelDock* m_listDock;
    QTimer m_calm; ///< when a changed cell has been looked at long enough
    std::int64_t m_askedFor = -1;
};

} // namespace greensward::ui
