// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/card.h"

#include <QFrame>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace greensward::ui {

class Chip;
class DoctorModel;
class EngineMirror;
class Repair;
class RoleLabel;

/// One card of the doctor: code, sentence, what was seen, how sure it is, and buttons that help.
class FindingCard final : public QFrame
{
    Q_OBJECT

public:
    enum class Size { Full, Brief }; ///< Brief: beside another workspace
    FindingCard(EngineMirror& mirror, DoctorModel& model, Size size, QWidget* parent);

    void setCard(const doctor::Card& card);
    const doctor::Card& card() const { return m_card; }

signals:
    void workspaceAsked(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addMenu();
    void fillRows();
    void fillButtons();
    QWidget* addButton(const QString& text, const QString& tip, const std::function<void()>& work);
    void choosePolicy(const QStringList& policies, const QString& certificateArn);

    EngineMirror& m_mirror;
    DoctorModel& m_model;
    Size m_size;
    doctor::Card m_card;
    Repair* m_repair;
    Chip* m_code;
    RoleLabel* m_title;
    Chip* m_confidence;
    RoleLabel* m_times;
    RoleLabel* m_sentence;
    QWidget* m_rows = nullptr; ///< its grid has a label and a value for each row of the card
    RoleLabel* m_why;
    QWidget* m_buttons = nullptr;
    RoleLabel* m_told;
    QVBoxLayout* m_column;
};

} // namespace greensward::ui
