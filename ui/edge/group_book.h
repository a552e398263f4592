// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_entry.h"
#include "ui/models/account_reader.h"

#include <QBasicTimer>
#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace greensward::trace {
class Chunk;
}

namespace greensward::ui {

/// The Greengrass groups of an account, and one of them in full: read when somebody looks, again soon after the
/// recorder told of a change, every moment while a deployment is under way, and when asked to.
class GroupBook final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 200;
    static constexpr std::size_t kMostDeployments = 20; ///< of one group
    static constexpr std::size_t kMostSaid = 100;       ///< sentences of cores that are kept

    /// api: null in a capture. Both must outlive it.
    GroupBook(client::Api* api, const Clock& clock, QObject* parent = nullptr);

    bool isThere() const { return m_api != nullptr; }
    bool isKnown() const { return m_isKnown; }
    /// Why the list is not complete; empty otherwise.
    const QString& problem() const { return m_problem; }
    const std::vector<GroupEntry>& groups() const { return m_groups; }
    const GroupEntry* find(const std::string& id) const;
    const GroupEntry* findName(const QString& name) const;
    /// Of a group that was looked at; else one that is not known.
    const GroupState& state(const std::string& id) const;
    /// A deployment of the group is under way.
    bool isDeploying(const std::string& id) const;

    void setWatched(bool watched);
    /// This group is read in full from now on; empty: none.
    void lookAt(const std::string& id);
    void refresh();
    /// Looks for calls that change groups, and for what cores say of deployments.
    void notice(const trace::Chunk& chunk);

signals:
    void changed();
    void stateChanged(const std::string& id);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Said
    {
        std::string group;
        WallTime time;
        QString sentence;
        bool done;
    };
    struct Coming ///< a group while it is read
    {
        std::string id;
        GroupState state;
    };
    void readList();
    void takeList();
    void readGroup();
    void readVersion(const std::string& version);
    void readContent();
    void readDeployments();
    void readAuthorities();
    void readAddresses();
    void takeGroup();
    void complain(const QString& problem);
    void askStatus(AccountReader& reader, DeploymentEntry& into);
    void pollDeployments();
    void matchSaid(const std::string& group, std::vector<DeploymentEntry>& deployments) const;
    void carrySteps(const std::vector<DeploymentEntry>& before, std::vector<DeploymentEntry>& now) const;

    client::Api* m_api;
    const Clock& m_clock;
    AccountReader m_list;
    AccountReader m_one;  ///< the group that is looked at
    AccountReader m_poll; ///< its deployments
    std::vector<GroupEntry> m_groups;
    std::vector<GroupEntry> m_comingGroups;
    std::map<std::string, GroupState> m_states;
    std::string m_looked;
    std::unique_ptr<Coming> m_coming;
    std::vector<DeploymentEntry> m_polled;
    std::deque<Said> m_said;
    QString m_problem;
    QString m_comingProblem;
    QBasicTimer m_soon;
    QBasicTimer m_pulse;
    bool m_isWatched = false;
    bool m_isBehind = true; ///< something changed while nobody looked, or nothing was read yet
    bool m_isKnown = false;
    bool m_again = false; ///< something changed while it was read
};

} // namespace greensward::ui
