// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/course.h"
#include "ui/models/event_consumer.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace greensward::ui {

class EngineMirror;

/// The labs as the window knows them: one person's course through them, fed by the window's one stream of events. Views
/// may be paused; the course goes on. The window's thread.
class LabModel final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit LabModel(EngineMirror& mirror);
    ~LabModel() override;

    /// False in a capture: nothing can be done there, and nothing is asked.
    bool isPossible() const { return m_course != nullptr; }
    const std::vector<labs::LabPtr>& labs() const;
    const std::vector<labs::LintFinding>& findings() const;
    /// The lab that goes on; null: none.
    labs::LabPtr current() const;
    labs::LabView view(const std::string& labId) const;
    /// Where the labs take place, when that is elsewhere: the host, and who one is there.
    struct Place
    {
        QString host; ///< empty: in this workspace
        QString person;
    };
    const Place& place() const { return m_place; }
    /// Another cloud is wanted: the folder of a seat in a class; empty: one's own again. Whoever made the window does it.
    void askForPlace(const QString& folder) { emit placeAsked(folder); }
    /// Why something did not go as wished; empty while all is well.
    QString problem() const;
    /// What is being done for the person just now; empty: nothing.
    QString busy() const;
    QString completionPage(const std::string& labId) const;

    void begin(const std::string& labId);
    /// The guide of the lab that goes on is wanted again.
    void recall();
    void leave();
    void resetLab();
    /// Of the lab that goes on, each.
    void hint(const std::string& stepId);
    void skip(const std::string& stepId);
    void resetStep(const std::string& stepId);
    void check(const std::string& stepId);
    void solve(const std::string& stepId);
    /// What a button in the text of the console's way says.
    void act(const std::string& stepId, const std::string& actId);

    void ingest(const trace::Chunk& chunk) override;
    void publish() override { notice(); }

signals:
    void placeAsked(const QString& folder);
    /// Something of what is said above has changed.
    void changed();
    /// A lab begins, or goes on: its guide is wanted.
    void begun();
    /// All steps of the lab are done or skipped, just now.
    void finished();

private:
    void notice();
    void turn();

    EngineMirror& m_mirror;
    std::unique_ptr<labs::Course> m_course;
    std::function<void(labs::Course&)> m_hear; ///< of labs elsewhere: what happened there; empty: in this workspace
    Place m_place;
    QTimer m_turn;
    std::uint64_t m_revision = 0;
    bool m_wasFinished = false;
};

} // namespace greensward::ui
