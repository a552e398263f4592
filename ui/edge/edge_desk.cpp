// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/edge_desk.h"

#include "ui/edge/greengrass_calls.h"
#include "ui/edge/group_creation.h"
#include "ui/edge/group_shipment.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"

#include <QTimerEvent>

#include <boost/json.hpp>

#include <algorithm>
#include <memory>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

namespace {

constexpr int kPulseMillis = 500; ///< how often it is looked how the cores are
constexpr std::size_t kMostOffered = 500;
constexpr std::size_t kMostVersions = 100; ///< of one function

} // namespace

EdgeDesk::EdgeDesk(EngineMirror& mirror)
    : m_mirror(mirror), m_book(mirror.engine().api(), mirror.clock()), m_reader(mirror.engine().api(), {})
{
    connect(&m_book, &GroupBook::stateChanged, this, &EdgeDesk::takeState);
    connect(&m_book, &GroupBook::changed, this, [this] {
        std::erase_if(m_drafts, [this](const auto& one) { return !m_book.find(one.first); });
        if (m_book.find(m_chosen))
            return;
        const auto& groups = m_book.groups();
        choose(groups.empty() ? std::string() : groups.front().id);
    });
}

client::Api* EdgeDesk::api() const
{
    return m_mirror.engine().api();
}

std::shared_ptr<const billing::Bill> EdgeDesk::bill() const
{
    return m_mirror.engine().bill();
}

EdgePort* EdgeDesk::port() const
{
    return m_mirror.engine().edge();
}

void EdgeDesk::choose(const std::string& id)
{
    if (id == m_chosen)
        return;
    m_chosen = id;
    m_book.lookAt(id);
    emit chosenChanged();
}

void EdgeDesk::setWatched(bool watched)
{
    m_book.setWatched(watched);
    if (!watched || !port())
        return m_pulse.stop();
    lookAtCores();
    m_pulse.start(kPulseMillis, this);
}

void EdgeDesk::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_pulse.timerId())
        lookAtCores();
}

void EdgeDesk::lookAtCores()
{
    m_cores = port()->cores();
    emit coresChanged();
}

/// failing: "%1" is why.
void EdgeDesk::ask(client::Call call, const QString& failing, std::function<void(const client::Answer&)> then)
{
    m_reader.ask(std::move(call), [this, failing, then = std::move(then)](const client::Answer& answer) {
        if (!answer.ok())
            return emit failed(failing.arg(toQString(answer.problem)));
        then(answer);
    });
    m_mirror.feed().hurry();
}

// --- what is changed ------------------------------------------------------------------------------------------------

const GroupContent& EdgeDesk::content(const std::string& id) const
{
    const auto draft = m_drafts.find(id);
    return draft == m_drafts.end() ? m_book.state(id).content : draft->second.content;
}

bool EdgeDesk::isEdited(const std::string& id) const
{
    return m_drafts.contains(id);
}

bool EdgeDesk::isUndeployed(const std::string& id) const
{
    const GroupState& state = m_book.state(id);
    if (!state.isKnown || m_book.isDeploying(id))
        return false;
    const CoreView* core = this->core(id);
    if (core && core->running && core->groupId == id)
        return core->groupVersion != state.version;
    // Deployments do not tell of which version they are: one that came after the version is of it.
    if (state.deployments.empty())
        return true;
    const DeploymentEntry& last = state.deployments.front();
    return last.isReset() || last.hasFailed() || last.created < state.versionMade;
}

void EdgeDesk::edit(const std::string& id, const std::function<void(GroupContent&)>& change)
{
    if (!m_book.state(id).isKnown)
        return;
    const GroupContent& base = m_book.state(id).content;
    const auto known = m_drafts.find(id);
    Draft draft = known == m_drafts.end() ? Draft{base, base} : known->second;
    change(draft.content);
    if (draft.content.isSame(draft.base))
        m_drafts.erase(id);
    else
        m_drafts.insert_or_assign(id, std::move(draft));
    emit contentChanged(id);
}

/// Of a deployment or reset that was begun here: whoever reads that it is under way is to read that it is over.
void EdgeDesk::tellHowItEnded(const std::string& id)
{
    const auto& deployments = m_book.state(id).deployments;
    const auto begun = m_begun.find(id);
    if (begun == m_begun.end() || deployments.empty() || deployments.front().id == begun->second ||
        !deployments.front().isOver())
        return;
    m_begun.erase(begun);
    const DeploymentEntry& newest = deployments.front();
    if (newest.hasFailed())
        emit failed(tr("The deployment failed: %1").arg(newest.problem));
    else
        emit done(newest.isReset() ? tr("The core has forgotten the group") : tr("The group is deployed"));
}

void EdgeDesk::begin(const std::string& id)
{
    const auto& deployments = m_book.state(id).deployments;
    m_begun[id] = deployments.empty() ? std::string() : deployments.front().id;
}

void EdgeDesk::revert(const std::string& id)
{
    if (m_drafts.erase(id) > 0)
        emit contentChanged(id);
}

/// What others changed is taken over, unless something is changed here: then what was changed here stays, and it is
/// said.
void EdgeDesk::takeState(const std::string& id)
{
    const auto draft = m_drafts.find(id);
    const GroupContent& now = m_book.state(id).content;
    if (draft != m_drafts.end()) {
        if (draft->second.content.isSame(now))
            m_drafts.erase(draft);
        else if (!draft->second.base.isSame(now)) {
            draft->second.base = now;
            emit failed(
                tr("The group was changed elsewhere, too. What is changed here goes before it when it is deployed."));
        }
    }
    tellHowItEnded(id);
    emit contentChanged(id);
}

// --- cores ----------------------------------------------------------------------------------------------------------

const CoreView* EdgeDesk::core(const std::string& id) const
{
    const std::string thing = m_book.state(id).content.coreThing();
    const auto found =
        std::find_if(m_cores.begin(), m_cores.end(), [&thing](const auto& one) { return one.thing == thing; });
    return thing.empty() || found == m_cores.end() ? nullptr : &*found;
}

EdgePort::Done EdgeDesk::answer(const QString& failing, const QString& doneSentence)
{
    return [self = QPointer(this), failing, doneSentence](const std::string& problem) {
        if (!self)
            return;
        if (!problem.empty())
            emit self->failed(failing.arg(toQString(problem)));
        else if (!doneSentence.isEmpty())
            emit self->done(doneSentence);
        if (self->port())
            self->lookAtCores();
    };
}

void EdgeDesk::addPlant()
{
    if (port())
        port()->addPlant(answer(tr("The gas turbine cannot be made: %1"),
                                tr("The gas turbine is made: its sensors speak once its group is deployed")));
}

void EdgeDesk::setRunning(const std::string& id, bool running)
{
    if (const CoreView* core = this->core(id))
        port()->setRunning(core->thing, running,
                           answer(running ? tr("The core does not start: %1") : tr("The core does not stop: %1"), {}));
}

void EdgeDesk::setWan(const std::string& id, bool in)
{
    if (const CoreView* core = this->core(id))
        port()->setWan(core->thing, in);
}

void EdgeDesk::removeCore(const std::string& id)
{
    if (const CoreView* core = this->core(id))
        port()->remove(core->thing, answer(tr("The core was not removed: %1"),
                                           tr("The core is gone; its thing and certificate are still there")));
}

// --- groups ---------------------------------------------------------------------------------------------------------

void EdgeDesk::makeGroup(const QString& name, const std::string& core)
{
    auto* creation = new GroupCreation(api(), port(), name, core, this);
    connect(creation, &GroupCreation::came, this, &EdgeDesk::came);
    connect(creation, &GroupCreation::finished, this,
            [this, creation](const std::string& group, const QString& sentence) {
                creation->deleteLater();
                if (group.empty())
                    return emit failed(sentence);
                choose(group);
                m_book.refresh();
                if (port())
                    lookAtCores();
                emit made(group);
                emit done(sentence);
            });
    creation->start();
    m_mirror.feed().hurry();
}

void EdgeDesk::deploy(const std::string& id)
{
    const GroupEntry* entry = m_book.find(id);
    const GroupState& state = m_book.state(id);
    if (!entry || !state.isKnown)
        return;
    auto* shipment = new GroupShipment(
        api(),
        {.group = id, .name = entry->name, .version = state.version, .base = state.content, .wanted = content(id)},
        this);
    connect(shipment, &GroupShipment::finished, this, [this, id, shipment](const QString& problem) {
        shipment->deleteLater();
        if (!problem.isEmpty()) {
            m_begun.erase(id);
            emit failed(problem);
        } else if (m_begun.contains(id)) { // else it is over already
            emit done(tr("The deployment is under way"));
        }
        m_book.refresh();
    });
    begin(id);
    shipment->start();
    m_mirror.feed().hurry();
}

void EdgeDesk::reset(const std::string& id, bool force)
{
    begin(id);
    ask(greengrass::resetDeployments(id, force), tr("The deployments were not reset: %1"),
        [this](const client::Answer&) {
            m_book.refresh();
            emit done(tr("The reset is under way: the core forgets the group"));
        });
}

void EdgeDesk::removeGroup(const std::string& id)
{
    ask(greengrass::deleteGroup(id), tr("The group was not deleted: %1"), [this, id](const client::Answer&) {
        m_drafts.erase(id);
        m_begun.erase(id);
        m_book.refresh();
        emit done(tr("The group is gone; its definitions, things and certificates are still there"));
    });
}

void EdgeDesk::rotateAuthority(const std::string& id)
{
    ask(greengrass::createAuthority(id), tr("There is no new authority: %1"), [this](const client::Answer&) {
        m_book.refresh();
        emit done(tr("There is a new group authority; deploy, then devices must discover again"));
    });
}

void EdgeDesk::setCertificateDays(const std::string& id, int days)
{
    ask(greengrass::setCertificateLife(id, days), tr("The life of certificates was not changed: %1"),
        [this](const client::Answer&) {
            m_book.refresh();
            emit done(tr("The core's next certificate lives so long"));
        });
}

void EdgeDesk::setAddresses(const std::string& id, const std::vector<CoreAddress>& addresses)
{
    json::array list;
    for (const CoreAddress& one : addresses)
        list.push_back({{"Id", std::to_string(list.size() + 1)},
                        {"HostAddress", one.host.toStdString()},
                        {"PortNumber", one.port},
                        {"Metadata", one.metadata.toStdString()}});
    ask(greengrass::setAddresses(m_book.state(id).content.coreThing(), list), tr("The addresses were not changed: %1"),
        [this](const client::Answer&) {
            m_book.refresh();
            emit done(tr("The core is reached at these addresses now; it gets a new certificate for them"));
        });
}

// --- members --------------------------------------------------------------------------------------------------------

void EdgeDesk::offerThings(const std::string& id, std::function<void(std::vector<MemberOffer>, QString)> then)
{
    auto offers = std::make_shared<std::vector<MemberOffer>>();
    m_reader.list(
        greengrass::listThings(), tokenPaging("things", kMostOffered),
        [this, id, offers](const json::value& one) {
            if (!one.is_object())
                return;
            MemberOffer offer{text(one.get_object(), "thingName"), text(one.get_object(), "thingArn")};
            const GroupContent& content = this->content(id);
            if (!content.device(offer.arn) && content.coreThing() != offer.name)
                offers->push_back(std::move(offer));
        },
        [offers, then = std::move(then)](const std::string& problem, bool) { then(*offers, toQString(problem)); });
}

void EdgeDesk::offerFunctions(const std::string& id, std::function<void(std::vector<MemberOffer>, QString)> then)
{
    struct Gathered
    {
        std::vector<MemberOffer> offers;
        std::vector<std::pair<std::string, std::string>> functions; ///< name, ARN
        std::size_t open = 0;
        QString problem;
    };
    auto all = std::make_shared<Gathered>();
    const auto paging = [](const char* member, std::size_t most) {
        return Paging{.member = member, .next = "NextMarker", .token = "Marker", .size = "MaxItems", .most = most};
    };
    const auto add = [this, id, all](const std::string& name, const std::string& arn, const std::string& qualifier) {
        const MemberOffer offer{name + ':' + qualifier, arn + ':' + qualifier};
        if (qualifier != "$LATEST" && !content(id).function(offer.arn))
            all->offers.push_back(offer);
    };
    const auto end = [all, then = std::move(then)](const std::string& problem, bool) {
        if (!problem.empty())
            all->problem = toQString(problem);
        if (--all->open > 0)
            return;
        std::sort(all->offers.begin(), all->offers.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        then(all->offers, all->problem);
    };
    all->open = 1;
    m_reader.list(
        greengrass::listFunctions(), paging("Functions", kMostOffered),
        [all](const json::value& one) {
            if (one.is_object())
                all->functions.emplace_back(text(one.get_object(), "FunctionName"),
                                            text(one.get_object(), "FunctionArn"));
        },
        [this, all, add, end, paging](const std::string& problem, bool truncated) {
            all->open += all->functions.size() * 2;
            for (const auto& [name, arn] : all->functions) {
                m_reader.list(
                    greengrass::listVersions(name), paging("Versions", kMostVersions),
                    [add, name, arn](const json::value& one) {
                        if (one.is_object())
                            add(name, arn, text(one.get_object(), "Version"));
                    },
                    end);
                m_reader.list(
                    greengrass::listAliases(name), paging("Aliases", kMostVersions),
                    [add, name, arn](const json::value& one) {
                        if (one.is_object())
                            add(name, arn, text(one.get_object(), "Name"));
                    },
                    end);
            }
            end(problem, truncated);
        });
}

void EdgeDesk::addDevice(const std::string& id, const std::string& thing)
{
    ask(greengrass::describeThing(thing), tr("The thing cannot be found: %1"),
        [this, id, thing](const client::Answer& told) {
            const std::string arn = text(told.object(), "thingArn");
            ask(greengrass::listPrincipals(thing), tr("Its certificate cannot be found: %1"),
                [this, id, thing, arn](const client::Answer& answer) {
                    const json::object body = answer.object();
                    const json::value* list = body.if_contains("principals");
                    const json::array principals = list && list->is_array() ? list->get_array() : json::array{};
                    const auto certificate =
                        std::find_if(principals.begin(), principals.end(), [](const json::value& one) {
                            return one.is_string() && !certificateIdOf(std::string(one.get_string())).empty();
                        });
                    if (certificate == principals.end())
                        return emit failed(
                            tr("%1 has no certificate, so the core would not know it. Security gives it one.")
                                .arg(toQString(thing)));
                    edit(id, [&](GroupContent& content) {
                        content.addDevice(arn, std::string(certificate->get_string()));
                    });
                    emit done(tr("%1 is in the group; it is not deployed yet").arg(toQString(thing)));
                });
        });
}

} // namespace greensward::ui
