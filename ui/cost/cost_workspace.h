// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/cost_tables.h"

#include <QTimer>

#include <array>
#include <functional>

class QButtonGroup;
class QComboBox;
class QListView;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace greensward::ui {

class BillCard;
class CostBars;
class EngineMirror;
class ElidedLabel;
class RoleLabel;

/// What the workshop would cost: units first, then money, then and now side by side; by what, by whom, for a month, and
/// what could be chosen differently.
class CostWorkspace final : public Workspace
{
    Q_OBJECT

public:
    enum Page { Counted, Clients, Topics, Month, Hints, kPages };

    explicit CostWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<QWidget*> focusStops() const override;
    void setSpace(Space space) override;
    void setCompact(bool compact) override;
    void addCommands(Commands& commands) override;
    QUndoStack* undoStack() override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    void showPage(Page page);
    Page page() const;
    BillCard& card(std::size_t list) { return *m_cards[list]; }
    CostBars& bars() { return *m_bars; }
    QTableView& table(Page page) { return *m_tables[static_cast<std::size_t>(page)]; }
    QString note() const;
    /// Opens a price file; the desktop's editor unless a test puts another in its place.
    void setOpener(std::function<bool(const QString& file)> opener) { m_opener = std::move(opener); }
    void openPriceFile(const QString& listId);

private:
    QWidget* makeSummary();
    QWidget* makeBar();
    QWidget* makePages();
    QWidget* makeCountedPage();
    QWidget* makeMonthPage();
    QWidget* makeHintsPage();
    QTableView* makeTable(Page page, QAbstractItemModel& model, const QString& name);
    QString termOf(Page page, const QModelIndex& cell) const;
    void refresh();
    void refreshClients();
    void showNote();
    void tell(const QString& note, bool isProblem);
    void arrangeColumns();

    EngineMirror& m_mirror;
    CostModel& m_model;
    CountedTable m_counted;
    LineTable m_clients;
    LineTable m_topics;
    MonthTable m_month;
    HintList m_hints;
    std::function<bool(const QString&)> m_opener;
    QStackedWidget* m_whole;
    QStackedWidget* m_pages;
    QButtonGroup* m_choice;
    std::array<BillCard*, billing::kMostLists> m_cards{};
    std::array<QTableView*, kPages> m_tables{};
    CostBars* m_bars;
    QWidget* m_barsCard;
    QSpinBox* m_devices;
    QComboBox* m_reference;
    RoleLabel* m_monthSum;
    QListView* m_hintView;
    ElidedLabel* m_note;
    QString m_told; ///< stands in the place of the note for some seconds
    bool m_toldProblem = false;
    QTimer m_toldGoes;
    QPushButton* m_reset;
    QPushButton* m_undo;
    Space m_space = Space::Wide;
};

} // namespace greensward::ui
