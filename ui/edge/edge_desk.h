// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/bill.h"
#include "ui/edge/group_book.h"
#include "ui/models/edge_port.h"
#include "ui/models/event_consumer.h"

#include <QBasicTimer>
#include <QHash>
#include <QPointer>

#include <functional>
#include <map>

namespace greensward::ui {

class EngineMirror;

/// What may come into a group: a thing with its certificate, a function with its version or alias.
struct MemberOffer
{
    std::string name{}; ///< "pump", "counter:3"
    std::string arn{};
    bool operator==(const MemberOffer&) const = default;
};

/// Groups as they are worked at: what was changed and is not deployed, what is asked of the account, the cores that run
/// here. It asks through the account's AWS APIs and, for the running cores, EdgePort alone. Lives as long as the
/// window, so that views may come and go.
class EdgeDesk final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit EdgeDesk(EngineMirror& mirror);

    GroupBook& book() { return m_book; }
    client::Api* api() const;
    /// The cores that run here; null where nobody tells of them.
    EdgePort* port() const;
    /// With the price lists; null until the engine has told.
    std::shared_ptr<const billing::Bill> bill() const;

    /// The group that the window shows, by its id; kept here so that it survives when the views are made anew.
    const std::string& chosen() const { return m_chosen; }
    void choose(const std::string& id);

    /// The group as it is wanted: as the account has it, with what was changed here.
    const GroupContent& content(const std::string& id) const;
    bool isEdited(const std::string& id) const;
    /// The latest version is not what the core lives by, as far as can be told.
    bool isUndeployed(const std::string& id) const;
    void edit(const std::string& id, const std::function<void(GroupContent&)>& change);
    void revert(const std::string& id);

    /// The core of the group, if it runs here.
    const CoreView* core(const std::string& id) const;
    const std::vector<CoreView>& cores() const { return m_cores; }
    void setWatched(bool watched);

    /// core: a new one of this name where cores run here; else a thing that has a certificate.
    void makeGroup(const QString& name, const std::string& core);
    void deploy(const std::string& id);
    /// force: the cloud does not wait for the core.
    void reset(const std::string& id, bool force);
    void removeGroup(const std::string& id);
    void rotateAuthority(const std::string& id);
    void setCertificateDays(const std::string& id, int days);
    void setAddresses(const std::string& id, const std::vector<CoreAddress>& addresses);

    /// A simulated gas turbine with its core and group, which the account tells of once it is made.
    void addPlant();
    void setRunning(const std::string& id, bool running);
    void setWan(const std::string& id, bool in);
    void removeCore(const std::string& id);

    /// Things of the account that are not in the group yet.
    void offerThings(const std::string& id, std::function<void(std::vector<MemberOffer>, QString problem)> then);
    /// Published versions and aliases of the account's functions; not what can change under a core ($LATEST).
    void offerFunctions(const std::string& id, std::function<void(std::vector<MemberOffer>, QString problem)> then);
    /// Looks up the thing's certificate first; a thing without one is refused.
    void addDevice(const std::string& id, const std::string& thing);

    void ingest(const trace::Chunk& chunk) override { m_book.notice(chunk); }
    void publish() override {}
    /// Cores tell under origins of their own.
    bool wantsForeign() const override { return true; }

signals:
    void chosenChanged();
    /// The content of a group, or how it stands with it, is another.
    void contentChanged(const std::string& id);
    void coresChanged();
    /// "Making the core …"; a group that is made.
    void came(const QString& sentence);
    void made(const std::string& id);
    void done(const QString& sentence);
    void failed(const QString& sentence);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void ask(client::Call call, const QString& failing, std::function<void(const client::Answer&)> then);
    void takeState(const std::string& id);
    void tellHowItEnded(const std::string& id);
    void begin(const std::string& id);
    void lookAtCores();
    EdgePort::Done answer(const QString& failing, const QString& doneSentence);

    EngineMirror& m_mirror;
    GroupBook m_book;
    AccountReader m_reader;
    struct Draft
    {
        GroupContent base;
        GroupContent content;
    };
    std::map<std::string, Draft> m_drafts; ///< only of groups that were changed here
    std::map<std::string, std::string> m_begun; ///< groups: the newest deployment before the one that was begun here
    std::vector<CoreView> m_cores;
    std::string m_chosen;
    QBasicTimer m_pulse;
};

} // namespace greensward::ui
