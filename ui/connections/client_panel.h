// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections_model.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace greensward::ui {

class Chip;
class ElidedLabel;
class LanesView;
class RoleLabel;

/// The chosen client: why its connection ended, what became of its will, and who it is.
class ClientPanel final : public QWidget
{
    Q_OBJECT

public:
    ClientPanel(EngineMirror& mirror, ConnectionsModel& model, const LanesView& lanes, QWidget* parent = nullptr);

signals:
    /// To be shown in the log.
    void eventAsked(greensward::trace::EventId event);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Fact {
        Protocol,
        KeptSession,
        KeepAlive,
        Address,
        Certificate,
        Since,
        Heard,
        Counts,
        Subscriptions,
        Sessions,
        kFacts
    };
    QWidget* makePage();
    RoleLabel* addAnswer(QVBoxLayout& column, const QString& question, QWidget* page);
    void addFacts(QVBoxLayout& column, QWidget* page);
    void addButtons(QVBoxLayout& column, QWidget* page);
    void show(Fact which, const QString& text);
    void showClient();
    void showFacts(const ClientLane& lane, const ClientSession& session);

    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    const LanesView& m_lanes;
    QStackedWidget* m_pages;
    ElidedLabel* m_client = nullptr;
    Chip* m_state = nullptr;
    RoleLabel* m_moment = nullptr;
    RoleLabel* m_end = nullptr;
    RoleLabel* m_will = nullptr;
    std::array<RoleLabel*, kFacts> m_names{};
    std::array<ElidedLabel*, kFacts> m_facts{};
    QPushButton* m_keep = nullptr;
    QPushButton* m_message = nullptr;
};

} // namespace greensward::ui
