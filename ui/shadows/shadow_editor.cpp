// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_editor.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_book.h"
#include "ui/shadows/desired_edit.h"
#include "ui/shadows/shadow_notice.h"
#include "ui/shadows/shadow_words.h"

#include <QPointer>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

std::optional<json::value> copyOf(const json::value* value)
{
    return value ? std::optional(*value) : std::nullopt;
}

/// The newest accepted update behind this version.
const ShadowChange* firstAfter(const ShadowRecord& record, std::int64_t version)
{
    const ShadowChange* newest = nullptr;
    for (const ShadowChange& change : record.changes())
        if (change.accepted() && change.version > version)
            newest = &change;
    return newest;
}

} // namespace

ShadowEditor::ShadowEditor(EngineMirror& mirror, ShadowNotice& notice, QObject* parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_book(mirror.model<ShadowBook>())
    , m_desk(mirror.model<ShadowDesk>())
    , m_notice(notice)
{
    connect(&m_desk, &ShadowDesk::refused, this,
            [this](const QString& why) { m_notice.say(tr("Not undone: %1").arg(why), Role::Lost); });
}

void ShadowEditor::edit(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path,
                        const QString& typed)
{
    const DesiredEdit edit =
        readDesired(typed, pathText(path), valueAt(document.desired, path), valueAt(document.reported, path));
    if (edit.isNothing)
        return;
    const std::optional<json::value> value = edit.value.is_null() ? std::nullopt : std::optional(edit.value);
    const auto version = m_conditional ? std::optional(document.version) : std::nullopt;
    if (edit.question.isEmpty())
        return send(name, document, path, value, version);
    m_notice.say(edit.question, Role::Attention,
                 {{.word = tr("Send as %1").arg(typeWord(edit.value)),
                   .work = [=, this] { send(name, document, path, value, version); }},
                  {.word = tr("Leave it as it is"), .kind = ButtonKind::Quiet, .work = {}}});
}

void ShadowEditor::send(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path,
                        std::optional<json::value> value, std::optional<std::int64_t> version)
{
    const json::object state{{"desired", nested(path, value.value_or(json::value(nullptr)))}};
    m_desk.update(name, state, version, [=, this, desk = &m_desk, self = QPointer(this)](const auto& outcome) {
        if (outcome.ok())
            desk->remember(name, path, copyOf(valueAt(document.desired, path)), value);
        if (!self)
            return; // the views were made anew meanwhile
        if (outcome.isConflict())
            tellConflict(name, document, path, value, version.value_or(0));
        else if (!outcome.ok())
            tellRefusal(outcome);
        else
            m_notice.dismiss();
    });
}

void ShadowEditor::tellConflict(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path,
                                const std::optional<json::value>& value, std::int64_t version)
{
    m_mirror.feed().drainNow(); // whoever was faster
    const ShadowRecord* record = m_book.find(name);
    const ShadowChange* rival = record ? firstAfter(*record, version) : nullptr;
    QString text = value ? tr("409, version conflict: you wrote desired.%1 = %2 for v%3.")
                               .arg(pathText(path), jsonText(*value))
                               .arg(version)
                         : tr("409, version conflict: you removed desired.%1 from v%2.").arg(pathText(path)).arg(version);
    if (rival) {
        const bool sameField = writtenPaths(*rival).contains(QStringLiteral("desired.") + pathText(path));
        text += QLatin1Char(' ') + tr("Meanwhile %1 wrote v%2 at %3 (%4).")
                                       .arg(writerText(m_mirror, *rival))
                                       .arg(rival->version)
                                       .arg(momentText(rival->time), changeText(*rival));
        text += QLatin1Char(' ') + (sameField ? tr("That is the same field.") : tr("That is not your field."));
    } else {
        text += QLatin1Char(' ') + tr("The document has moved on; who wrote it was not seen.");
    }
    const std::int64_t now = record ? record->version() : 0;
    const auto again = now > version ? std::optional(now) : std::nullopt;
    m_notice.say(text, Role::Lost,
                 {{.word = tr("Take theirs"), .work = [this, name] { m_desk.refresh(name); }},
                  {.word = tr("Send mine again"),
                   .kind = ButtonKind::Normal,
                   .work = [=, this] { send(name, document, path, value, again); }}});
}

void ShadowEditor::tellRefusal(const ShadowDesk::Outcome& outcome)
{
    m_notice.say(outcome.status == 0 ? tr("Nothing was changed: %1").arg(outcome.problem)
                                     : tr("%1 %2, nothing was changed: %3")
                                           .arg(outcome.status)
                                           .arg(toQString(outcome.code), outcome.problem),
                 Role::Lost);
}

void ShadowEditor::create(const ShadowName& name)
{
    m_desk.update(name, json::object{{"desired", json::object{}}}, std::nullopt,
                  [=, this, self = QPointer(this)](const ShadowDesk::Outcome& outcome) {
                      if (!self)
                          return;
                      if (!outcome.ok())
                          return tellRefusal(outcome);
                      m_desk.refresh(name);
                      emit created(name);
                  });
}

void ShadowEditor::remove(const ShadowName& name, std::int64_t version)
{
    m_desk.remove(name, [=, this, self = QPointer(this)](const ShadowDesk::Outcome& outcome) {
        if (!self)
            return;
        if (!outcome.ok())
            return tellRefusal(outcome);
        m_notice.say(tr("The shadow was deleted at v%1. The deletion took a number itself: the next document of this "
                        "name begins at v%2, so that no device takes an old delta for a new one. After 48 hours the "
                        "numbers begin anew.")
                         .arg(version)
                         .arg(version + 2),
                     Role::Information);
    });
}

} // namespace greensward::ui
