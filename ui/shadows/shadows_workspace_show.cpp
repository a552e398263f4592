// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace shows of the chosen shadow.
#include "ui/kit/card.h"
#include "ui/kit/motion.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_book.h"
#include "ui/models/shadow_desk.h"
#include "ui/shadows/delta_reason.h"
#include "ui/shadows/exchange_row.h"
#include "ui/shadows/shadow_notice.h"
#include "ui/shadows/shadow_editor.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_history_model.h"
#include "ui/shadows/shadow_list_model.h"
#include "ui/shadows/shadow_list_view.h"
#include "ui/shadows/shadow_words.h"
#include "ui/shadows/shadows_workspace.h"
#include "ui/shadows/version_rail.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

enum Page { Fields, NoShadows, NoHits, Missing };

WallTime wallOf(std::int64_t seconds)
{
    return WallTime(std::chrono::seconds(seconds));
}

} // namespace

const ShadowRecord* ShadowsWorkspace::record() const
{
    return m_book.find(m_name);
}

const ShadowChange* ShadowsWorkspace::chosenChange() const
{
    const int row = m_rail->currentIndex().row();
    return row >= 0 && row < m_history->rowCount() ? &m_history->change(row) : nullptr;
}

bool ShadowsWorkspace::isLive() const
{
    return m_rail->isFollowing() && m_view == View::Cloud;
}

void ShadowsWorkspace::choose(const ShadowName& name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_askedFor = -1;
    m_notice->dismiss();
    m_fieldsModel->clear();
    m_list->mark(name);
    m_mirror.selection().setClient(toQString(name.thing));
    showAll();
    if (isVisible())
        askWhatIsMissing();
}

/// Somebody is always chosen while there is one.
void ShadowsWorkspace::chooseAny()
{
    if (record() && m_listModel->find(m_name).isValid())
        m_list->mark(m_name);
    else if (!record())
        for (const auto& [name, one] : m_book.records())
            if (m_listModel->find(name).isValid()) {
                choose(name);
                break;
            }
    showAll();
}

void ShadowsWorkspace::setView(View view)
{
    m_view = view;
    m_cloud->setChecked(view == View::Cloud);
    m_device->setChecked(view == View::Device);
    m_fieldsModel->clear();
    showFields();
    showSentence();
}

void ShadowsWorkspace::follow(const std::set<ShadowName>& names)
{
    if (names.contains(m_name))
        showAll();
}

void ShadowsWorkspace::showAll()
{
    m_history->setRecord(record());
    showHead();
    showFields();
    showSentence();
    showExchange();
}

void ShadowsWorkspace::showHead()
{
    const ShadowRecord* shown = record();
    m_title->setText(shown ? tr("%1 · %2").arg(toQString(m_name.thing), shadowTitle(m_name)) : tr("Shadows"));
    for (QWidget* part : {static_cast<QWidget*>(m_version), static_cast<QWidget*>(m_standing)})
        part->setVisible(shown);
    if (!shown)
        return;
    m_version->setText(QStringLiteral("v%1").arg(shown->version()));
    switch (standingOf(shown)) {
    case ShadowListModel::Standing::InSync:
        m_standing->set(tr("= in sync"), Role::Accent);
        break;
    case ShadowListModel::Standing::Differs:
        m_standing->set(shown->differences().size() == 1 ? tr("≠ 1 field")
                                                         : tr("≠ %1 fields").arg(shown->differences().size()),
                        Role::Attention);
        break;
    case ShadowListModel::Standing::Deleted:
        m_standing->set(tr("deleted"), Role::Lost);
        break;
    case ShadowListModel::Standing::Missing:
        m_standing->set(tr("no document"), Role::MutedText);
        break;
    }
}

ShadowPicture ShadowsWorkspace::picture() const
{
    ShadowPicture picture;
    const ShadowRecord* shown = record();
    const ShadowChange* change = chosenChange();
    picture.now = m_mirror.now();
    if (m_view == View::Device) {
        // What it was told is its desired, what it said its reported, however old.
        if (const auto told = shown->documentAt(shown->toldVersion()); told && shown->toldVersion() > 0)
            picture.document.desired = told->desired;
        if (const auto said = shown->documentAt(shown->saidVersion()); said && shown->saidVersion() > 0)
            picture.document.reported = said->reported;
        return picture;
    }
    if (m_rail->isFollowing()) {
        picture.document = shown->current().value_or(ShadowDocument{});
        picture.differences = shown->differences();
    } else if (change) {
        picture.document = ShadowRecord::documentAfter(*change).value_or(ShadowDocument{});
    }
    std::map<std::pair<bool, QString>, ShadowWriter> writers;
    if (m_rail->isFollowing()) {
        writers = shown->writers();
    } else if (change) {
        for (const ShadowChange& one : shown->changes())
            if (one.event == change->event)
                writers = shown->writers(&one);
    }
    for (const bool desired : {true, false})
        eachLeaf(desired ? picture.document.desired : picture.document.reported,
                 [&](const ShadowPath& path, const json::value&) {
                     const QString text = pathText(path);
                     const auto& metadata = desired ? picture.document.desiredMetadata : picture.document.reportedMetadata;
                     const auto seconds = timestampAt(metadata, path);
                     const auto known = writers.find({desired, text});
                     // The service's own time; who wrote it only the stream knows.
                     picture.writers[{desired, text}] = {
                         known == writers.end() ? tr("not seen") : writerText(m_mirror, known->second.who),
                         seconds ? momentText(wallOf(*seconds)) : QString()};
                 });
    return picture;
}

void ShadowsWorkspace::showFields()
{
    const ShadowRecord* shown = record();
    if (!shown) {
        const bool filtered = m_listModel->allShadows() > 0;
        m_noHits->setSentence(tr("0 of %1 shadows match the filter.").arg(countText(static_cast<quint64>(m_listModel->allShadows()))));
        m_pages->setCurrentIndex(filtered ? NoHits : NoShadows);
        m_foot->hide();
        return;
    }
    shareRoom();
    const ShadowChange* change = chosenChange();
    const bool live = isLive();
    QString missing;
    if (m_view == View::Device && shown->toldVersion() == 0 && shown->saidVersion() == 0)
        missing = tr("%1 has neither said nor heard anything of this shadow since this window began to watch.")
                      .arg(toQString(m_name.thing));
    else if (m_view == View::Cloud && live && !shown->exists())
        missing = shown->isDeleted() ? tr("The shadow was deleted. The numbers go on: the next document begins behind v%1.")
                                           .arg(shown->version() + 1)
                                     : tr("There is no document here. An update creates it.");
    else if (m_view == View::Cloud && live && !shown->current())
        missing = m_desk.canAsk() ? tr("The document is being read …")
                                  : tr("The document was not recorded: only its changes are known.");
    else if (m_view == View::Cloud && !live && change && change->accepted() && change->removes)
        missing = tr("This is where the shadow was deleted: there is no document.");
    else if (m_view == View::Cloud && !live && change && change->accepted() && change->documents.empty())
        missing = tr("The document of v%1 is not known: it was written before this window began to watch, or its message "
                     "was cut short.")
                      .arg(change->version);
    if (!missing.isEmpty()) {
        m_missing->setText(missing);
        m_pages->setCurrentIndex(Missing);
        m_fieldsModel->clear();
        return;
    }
    if (change && !change->accepted() && !m_rail->isFollowing() && m_view == View::Cloud) {
        // Refused: nothing changed, the document stayed what it was.
        ShadowPicture before;
        before.document = shown->documentAt(change->version).value_or(ShadowDocument{});
        before.now = m_mirror.now();
        m_fieldsModel->setPicture(std::move(before));
    } else {
        m_fieldsModel->setPicture(picture());
    }
    m_fieldsModel->setEditable(live && m_desk.canAsk());
    m_pages->setCurrentIndex(Fields);
    if (m_fieldsModel->hasChanges() && motionAllowed())
        m_calm.start();
    else if (!motionAllowed())
        m_fieldsModel->forgetChanges();
}

void ShadowsWorkspace::showSentence()
{
    const ShadowRecord* shown = record();
    m_now->setVisible(shown && !m_rail->isFollowing());
    m_why->setVisible(shown && m_rail->isFollowing() && !shown->differences().empty());
    if (!shown)
        return;
    const ShadowChange* change = chosenChange();
    const QString thing = toQString(m_name.thing);
    QString sentence;
    if (m_view == View::Device) {
        const QString told = shown->toldVersion() > 0
                                 ? tr("%1 was last told v%2 at %3").arg(thing).arg(shown->toldVersion()).arg(momentText(shown->toldAt()))
                                 : tr("%1 was told nothing yet").arg(thing);
        const QString said = shown->saidVersion() > 0
                                 ? tr("last said v%1 at %2").arg(shown->saidVersion()).arg(momentText(shown->saidAt()))
                                 : tr("has said nothing yet");
        sentence = tr("%1, and %2; the cloud is at v%3.").arg(told, said).arg(shown->version());
    } else if (m_rail->isFollowing()) {
        sentence = shown->forgottenChanges() > 0
                       ? tr("Now. The last %1 changes are kept.").arg(shown->changes().size())
                       : tr("Now. ← and → go through the versions.");
    } else if (change && change->accepted()) {
        sentence = tr("As it was at v%1, %2.").arg(change->version).arg(momentText(change->time));
    }
    if (m_view == View::Cloud && change && !change->accepted() && (!m_rail->isFollowing() || m_notice->isHidden()))
        sentence = rejectionText(m_mirror, *shown, *change);
    m_sentence->setText(sentence);
    m_sentence->setRole(change && !change->accepted() && m_view == View::Cloud ? Role::Lost : Role::MutedText);
}

void ShadowsWorkspace::showExchange()
{
    m_exchange->setChange(chosenChange());
}

/// The newest document, where the stream has not brought it: asked for once a version.
void ShadowsWorkspace::askWhatIsMissing()
{
    const ShadowRecord* shown = record();
    if (!shown || !m_desk.canAsk() || shown->isDeleted())
        return;
    const bool behind = shown->currentVersion() < shown->version() || !shown->current();
    if (!behind || m_askedFor == shown->version())
        return;
    m_askedFor = shown->version();
    m_desk.refresh(m_name);
}

void ShadowsWorkspace::tellWhy()
{
    const ShadowRecord* shown = record();
    const auto document = shown ? shown->current() : std::nullopt;
    if (!document)
        return;
    const simulator::DeviceView* device = nullptr;
    const DeviceModel& devices = m_mirror.devices();
    for (int row = 0; row < devices.rowCount() && !device; ++row)
        if (devices.device(row).id == m_name.thing)
            device = &devices.device(row);
    const DeviceFacts facts{
        .online = m_book.isOnline(m_name.thing),
        .isSimulated = device != nullptr,
        .canUseShadow = device && device->hasShadow && device->way == simulator::Way::Direct && m_name.shadow.empty(),
        .isOff = device && (device->state == simulator::DeviceState::Stopped || device->state == simulator::DeviceState::Crashed),
        .now = m_mirror.now()};
    DeltaReason reason = whyDelta(*shown, *document, facts);
    std::vector<ShadowNotice::Choice> choices;
    const auto offer = [&](const QString& word, std::function<void()> work) {
        choices.push_back({.word = word, .work = std::move(work)});
    };
    const std::string thing = m_name.thing;
    switch (m_desk.canAsk() ? reason.help : DeltaReason::Help::None) {
    case DeltaReason::Help::SendConverted:
        offer(tr("Send %1 as %2").arg(jsonText(reason.converted), typeWord(reason.converted)),
              [=, this, name = m_name] { m_editor->send(name, *document, reason.path, reason.converted, document->version); });
        break;
    case DeltaReason::Help::UseShadowWay:
        offer(tr("Let it go by its shadow"), [=, this] { m_mirror.command(thing, DeviceCommand::SetWay, 1); });
        break;
    case DeltaReason::Help::StartDevice:
        offer(tr("Switch %1 on").arg(toQString(thing)), [=, this] { m_mirror.command(thing, DeviceCommand::Start); });
        break;
    case DeltaReason::Help::RemoveDesired:
        offer(tr("Remove %1 from desired").arg(pathText(reason.path)),
              [=, this, name = m_name] { m_editor->send(name, *document, reason.path, std::nullopt, document->version); });
        break;
    case DeltaReason::Help::None:
        break;
    }
    m_notice->say(reason.text(), Role::Attention, std::move(choices));
}

QString ShadowsWorkspace::documentText() const
{
    const json::object state{{"desired", m_fieldsModel->document().desired}, {"reported", m_fieldsModel->document().reported}};
    return jsonText(json::object{{"state", state}, {"version", m_fieldsModel->document().version}});
}

} // namespace greensward::ui
