// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QToolButton;

namespace greensward::ui {

class DeviceCard;
class DeviceFilterModel;
class DeviceShelf;
class FleetBar;
class FleetTable;
class EmptyState;
class RoleLabel;
class ScopeBar;

/// The fleet: how many devices, one found by name, and all of them as cards or as a table with the card of the one
/// that is selected.
class DevicePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DevicePanel(EngineMirror& mirror, QWidget* parent = nullptr);

    enum class Form { Cards, List };
    /// From now on, whatever the number of devices.
    void setForm(Form form);
    Form form() const { return m_form; }
    void setCompact(bool compact);
    /// Little room, as on a projector.
    void setTight(bool tight);
    /// Dialogs by which real devices and telephones get in; not in a capture.
    void openKit();
    void openPhone();
    ScopeBar& scope() { return *m_scope; }
    FleetBar& fleet() { return *m_fleet; }
    FleetTable& table() { return *m_table; }
    DeviceShelf& shelf() { return *m_shelf; }

signals:
    /// The window's own telephone is wanted.
    void phoneAsked();

private:
    void makeHead();
    QToolButton* makeAdd(QWidget& head);
    void makeTablePage();
    void showForm(Form form);
    void takeCount();
    void applyScope();
    void takeSelection(const QString& client);
    void showChosenCard();

    EngineMirror& m_mirror;
    DeviceFilterModel* m_shown;
    FleetBar* m_fleet;
    ScopeBar* m_scope;
    QToolButton* m_toggle;
    QStackedWidget* m_pages;
    EmptyState* m_noHits;
    DeviceShelf* m_shelf;
    FleetTable* m_table;
    QWidget* m_cardPlace;
    DeviceCard* m_card = nullptr; ///< of the selected device, below the list
    RoleLabel* m_more;
    Form m_form = Form::Cards;
    bool m_tight = false;
    bool m_formChosen = false; ///< by hand; else by the number of devices
};

} // namespace greensward::ui
