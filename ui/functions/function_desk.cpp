// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_desk.h"

#include "ui/functions/code_package.h"
#include "ui/functions/invocation_model.h"
#include "ui/functions/lambda_calls.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace json = boost::json;

namespace {

/// "data:application/zip;base64,…", which holds the package itself.
std::optional<QByteArray> packageIn(std::string_view location)
{
    constexpr std::string_view kData = "data:application/zip;base64,";
    if (!location.starts_with(kData))
        return std::nullopt;
    location.remove_prefix(kData.size());
    return QByteArray::fromBase64(QByteArray(location.data(), static_cast<qsizetype>(location.size())));
}

std::string locationIn(const json::object& answer)
{
    const json::value* code = answer.if_contains("Code");
    const json::value* location = code && code->is_object() ? code->get_object().if_contains("Location") : nullptr;
    return location && location->is_string() ? std::string(location->get_string()) : std::string();
}

void clear(Invocation& call)
{
    call.answer.clear();
    call.version.clear();
    call.problem.clear();
    call.failure = {};
    call.log.clear();
    call.report.reset();
}

Invocation endedBy(Invocation call, const client::Answer& answer)
{
    if (!answer.ok()) {
        call.state = Invocation::State::Refused;
        call.problem = toQString(answer.problem);
        return call;
    }
    call.answer = QByteArray::fromStdString(answer.body);
    call.version = toQString(answer.field("X-Amz-Executed-Version"));
    const std::string_view log = answer.field("X-Amz-Log-Result");
    call.log = QString::fromUtf8(QByteArray::fromBase64(QByteArray(log.data(), static_cast<qsizetype>(log.size()))));
    call.report = reportIn(call.log);
    call.state = answer.field("X-Amz-Function-Error").empty() ? Invocation::State::Succeeded : Invocation::State::Failed;
    if (call.state == Invocation::State::Failed)
        call.failure = failureIn(call.answer);
    return call;
}

} // namespace

FunctionDesk::FunctionDesk(EngineMirror& mirror)
    : m_mirror(mirror)
    , m_account(mirror.engine().api())
    , m_events(mirror)
    , m_invocations(mirror.model<InvocationModel>())
    , m_reader(mirror.engine().api(), {})
{
    connect(&m_account, &FunctionAccount::changed, this, [this] {
        if (!chosen.isEmpty())
            wantCode(chosen);
    });
}

bool FunctionDesk::isDirty(const QString& name) const
{
    const auto found = m_drafts.constFind(name);
    return found != m_drafts.constEnd() && found->isDirty();
}

/// failing: "%1" is why.
void FunctionDesk::ask(client::Call call, const QString& failing, std::function<void(const client::Answer&)> then)
{
    m_reader.ask(std::move(call), [this, failing, then = std::move(then)](const client::Answer& answer) {
        if (!answer.ok())
            return emit failed(failing.arg(toQString(answer.problem)));
        then(answer);
    });
    m_mirror.feed().hurry();
}

// --- code and settings ----------------------------------------------------------------------------------------------

void FunctionDesk::wantCode(const QString& name)
{
    const FunctionEntry* entry = m_account.find(name);
    if (!entry || m_drafts[name].sha256() == entry->codeSha256)
        return;
    m_reader.ask(lambda::getFunction(name), [this, name](const client::Answer& answer) { takeCode(name, answer); });
}

void FunctionDesk::takeCode(const QString& name, const client::Answer& answer)
{
    FunctionDraft& draft = m_drafts[name];
    const json::object body = answer.object();
    const json::value* configuration = body.if_contains("Configuration");
    const auto zip = packageIn(locationIn(body));
    if (!answer.ok()) {
        draft.fail(tr("The code cannot be read: %1").arg(toQString(answer.problem)));
    } else if (!zip || !configuration || !configuration->is_object()) {
        draft.fail(tr("The code lies behind a link that this console does not follow. Its configuration can be changed, "
                      "and it can be run."));
    } else if (const auto files = unpackSources(*zip); !files) {
        draft.fail(toQString(files.error().message));
    } else {
        draft.take(*zip, lambda::functionOf(configuration->get_object()).codeSha256, *files);
        if (files->empty())
            draft.fail(tr("The package holds no text that could be shown."));
    }
    emit draftChanged(name);
}

void FunctionDesk::write(const QString& name, const QString& file, const QString& text)
{
    m_drafts[name].write(file, text);
    emit draftChanged(name);
}

void FunctionDesk::set(const QString& name, const FunctionSettings& settings)
{
    const FunctionEntry* entry = m_account.find(name);
    if (!entry)
        return;
    m_drafts[name].set(settings, entry->settings);
    emit draftChanged(name);
}

void FunctionDesk::revert(const QString& name)
{
    m_drafts[name].revert();
    emit draftChanged(name);
}

void FunctionDesk::save(const QString& name, std::function<void()> then)
{
    if (!isDirty(name)) {
        if (then)
            then();
        return;
    }
    saveSettings(name, [this, name, then = std::move(then)] {
        saveCode(name, [this, name, then] {
            m_account.refresh();
            emit draftChanged(name);
            emit done(tr("%1 is saved").arg(name));
            if (then)
                then();
        });
    });
}

void FunctionDesk::saveSettings(const QString& name, std::function<void()> then)
{
    const auto settings = m_drafts[name].settings();
    if (!settings)
        return then();
    ask(lambda::updateConfiguration(name, *settings), tr("The configuration was not saved: %1"),
        [this, name, settings, then = std::move(then)](const client::Answer&) {
            m_drafts[name].settingsSaved(*settings);
            then();
        });
}

void FunctionDesk::saveCode(const QString& name, std::function<void()> then)
{
    const auto written = m_drafts[name].written();
    if (written.empty())
        return then();
    SourceFiles files;
    for (const auto& [file, text] : written)
        files[file] = text.toUtf8();
    const auto zip = packSources(m_drafts[name].zip(), files);
    if (!zip)
        return emit failed(tr("The code was not saved: %1").arg(toQString(zip.error().message)));
    ask(lambda::updateCode(name, *zip), tr("The code was not saved: %1"),
        [this, name, zip = *zip, written, then = std::move(then)](const client::Answer& answer) {
            m_drafts[name].saved(zip, lambda::functionOf(answer.object()).codeSha256, written);
            then();
        });
}

// --- functions, versions, aliases -----------------------------------------------------------------------------------

void FunctionDesk::create(const QString& name, const FunctionTemplate& from)
{
    m_reader.ask(lambda::getRole(), [this, name, from](const client::Answer& answer) {
        if (const QString role = lambda::roleArn(answer); !role.isEmpty())
            return createWith(name, from, role);
        ask(lambda::createRole(), tr("The role for the function could not be made: %1"),
            [this, name, from](const client::Answer& made) { createWith(name, from, lambda::roleArn(made)); });
    });
    m_mirror.feed().hurry();
}

void FunctionDesk::createWith(const QString& name, const FunctionTemplate& from, const QString& role)
{
    const auto zip = packSources({}, from.files);
    if (!zip)
        return emit failed(toQString(zip.error().message));
    ask(lambda::createFunction(name, from.settings, role, *zip), tr("The function was not made: %1"),
        [this, name, from, zip = *zip](const client::Answer& answer) {
            m_drafts.remove(name); // of an earlier one
            m_drafts[name].take(zip, lambda::functionOf(answer.object()).codeSha256, from.files);
            m_events.forget(name);
            for (const TestEvent& event : from.events)
                m_events.write(name, event);
            m_events.remove(name, from.events.empty() ? QString() : QStringLiteral("test"));
            chosen = name;
            m_account.refresh();
            emit created(name);
            emit done(tr("%1 is made").arg(name));
        });
}

void FunctionDesk::publishVersion(const QString& name, const QString& description)
{
    save(name, [this, name, description] {
        ask(lambda::publishVersion(name, description), tr("No version was published: %1"),
            [this, name](const client::Answer& answer) {
                m_account.refresh();
                emit done(tr("Version %1 of %2 is published: it does not change any more")
                              .arg(lambda::versionOf(answer.object()).number, name));
            });
    });
}

void FunctionDesk::pointAlias(const QString& name, const QString& alias, const QString& version)
{
    const FunctionEntry* entry = m_account.find(name);
    const bool isThere = entry && std::any_of(entry->aliases.begin(), entry->aliases.end(),
                                              [&](const FunctionAliasEntry& one) { return one.name == alias; });
    ask(isThere ? lambda::updateAlias(name, alias, version) : lambda::createAlias(name, alias, version),
        tr("The alias was not changed: %1"), [this, alias, version](const client::Answer&) {
            m_account.refresh();
            emit done(tr("%1 means version %2 now").arg(alias, version));
        });
}

void FunctionDesk::removeAlias(const QString& name, const QString& alias)
{
    ask(lambda::deleteAlias(name, alias), tr("The alias was not deleted: %1"), [this, alias](const client::Answer&) {
        m_account.refresh();
        emit done(tr("The alias %1 is deleted").arg(alias));
    });
}

void FunctionDesk::removeVersion(const QString& name, const QString& version)
{
    ask(lambda::deleteVersion(name, version), tr("The version was not deleted: %1"),
        [this, version](const client::Answer&) {
            m_account.refresh();
            emit done(tr("Version %1 is deleted").arg(version));
        });
}

void FunctionDesk::removeFunction(const QString& name)
{
    ask(lambda::deleteFunction(name), tr("The function was not deleted: %1"), [this, name](const client::Answer&) {
        m_drafts.remove(name);
        m_events.forget(name);
        m_account.refresh();
        emit done(tr("%1 is deleted").arg(name));
    });
}

// --- calls ----------------------------------------------------------------------------------------------------------

void FunctionDesk::run(const QString& name, const QString& qualifier, const QByteArray& payload)
{
    const auto call = [this, name, qualifier, payload] {
        invoke({.function = name, .qualifier = qualifier, .payload = payload});
    };
    if (qualifier.isEmpty())
        save(name, call);
    else
        call();
}

void FunctionDesk::replay(const Invocation& earlier)
{
    if (earlier.function.isEmpty() || earlier.by == Invocation::By::Other)
        return; // what it was asked is not known
    Invocation again = earlier;
    again.by = Invocation::By::Replay;
    clear(again);
    invoke(std::move(again));
}

void FunctionDesk::invoke(Invocation call)
{
    call.state = Invocation::State::Running;
    const quint64 number = m_invocations.begin(call);
    chosenCall = number;
    emit began(number);
    client::Call asked = lambda::invoke(call.function, call.qualifier, call.payload);
    m_reader.ask(std::move(asked), [this, number, call = std::move(call)](const client::Answer& answer) {
        m_invocations.finish(number, endedBy(call, answer));
        emit ended(number);
    });
    m_mirror.feed().hurry();
}

} // namespace greensward::ui
