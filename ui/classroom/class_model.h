// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/class_report.h"
#include "ui/models/event_consumer.h"

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// Who of the class is where, as far as they tell: heard on the workspace's own gateway and on every connection to a
/// broker elsewhere that listens. First those at a step, longest there first; then those without one, by name.
class ClassModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Name, Lab, Step, AtStep, Doctor, Heard, kColumnCount };
    enum Role { CodesRole = Qt::UserRole, SilentRole, LongRole };
    static constexpr std::size_t kMost = 500;
    static constexpr std::chrono::seconds kSilent{90};    ///< three reports are missing
    static constexpr std::chrono::minutes kForgotten{30}; ///< silent for so long: gives way to somebody new
    static constexpr std::chrono::minutes kLong{5};       ///< at one step: worth a visit

    struct Attendee
    {
        ClassReport report{};
        std::string origin{};       ///< the connection that heard it; empty: the workspace's own gateway
        std::string sender{};       ///< client id; a broker elsewhere does not say
        std::string senderBefore{}; ///< another one, before it
        WallTime heard{};           ///< the last report
        WallTime begun{};           ///< the step, by the clock here
        WallTime shared{};          ///< when two were last seen to take turns under this name
    };
    /// So many are at one step.
    struct Place
    {
        int lab = 0;  ///< 0: no lab
        int step = 0; ///< 0: the lab is finished
        int people = 0;
        int troubled = 0; ///< of them: the doctor has a card
    };
    /// A code that several at the same step have.
    struct Trouble
    {
        int lab = 0;
        int step = 0;
        QString code;
        int people = 0;
    };

    explicit ClassModel(EngineMirror& mirror);

    const Attendee& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    bool isSilent(const Attendee& one) const;
    /// Two clients of the workspace's own gateway tell under this name.
    bool isShared(const Attendee& one) const;
    /// For somebody who is silent: when last heard of.
    Duration timeAtStep(const Attendee& one) const;
    /// By lab and step; those who finished behind its steps, those without a lab at the end.
    std::vector<Place> places() const;
    /// What most have in common, at least two; empty code: nothing.
    Trouble commonTrouble() const;
    /// "12 attendees: 5 at lab 5, step 3; 3 have finished lab 5"
    QString summary() const;
    /// "Lab 5, step 3"
    static QString placeText(int lab, int step);
    /// Messages that were no report, too large, or of somebody for whom there was no more room.
    quint64 ignored() const { return m_ignored; }
    /// All are forgotten until they are heard again.
    void clear();

    /// Somebody has looked at the class in this run of the program.
    bool isOpened() const { return m_opened; }
    void setOpened() { m_opened = true; }

    bool wantsForeign() const override { return true; }
    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Rows, or what is said of them all.
    void changed();

private:
    using Key = std::pair<std::string, QString>; ///< origin, name
    void take(Attendee attendee);
    void place(Attendee attendee);
    void remove(int row);
    int rowOf(const Key& key) const;
    bool makeRoom();
    static bool goesBefore(const Attendee& one, const Attendee& other);
    QString text(const Attendee& one, int column) const;
    QString described(const Attendee& one) const;

    EngineMirror& m_mirror;
    std::vector<Attendee> m_rows;
    std::map<Key, Attendee> m_fresh; ///< heard and not shown yet
    quint64 m_ignored = 0;
    quint64 m_ignoredShown = 0;
    bool m_opened = false;
};

} // namespace greensward::ui
