// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/refusal_model.h"

#include "mqtt/trace_flags.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/security/client_certificates.h"

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

namespace {

std::string withoutPort(std::string_view address)
{
    std::string_view host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return std::string(host);
}

bool isRefusal(trace::Kind kind)
{
    using trace::Kind;
    return kind == Kind::ClientRefused || kind == Kind::MessageRefused || kind == Kind::SubscribeRefused ||
           kind == Kind::ApiRefused;
}

/// Of all wills that are kept back, those that no policy allows.
bool isRefusedWill(const trace::Event& event)
{
    return event.kind == trace::Kind::WillWithheld &&
           event.extra == static_cast<std::int64_t>(mqtt::WillFate::NotAuthorized);
}

} // namespace

QString questionText(const AccessQuestion& question)
{
    const QString name = toQString(question.name);
    const auto said = [&name](const char* text) { return QCoreApplication::translate("Refusal", text).arg(name); };
    if (question.action == "iot:Connect")
        return said(QT_TRANSLATE_NOOP("Refusal", "Connect as %1"));
    if (question.action == "iot:Subscribe")
        return said(QT_TRANSLATE_NOOP("Refusal", "Subscribe to %1"));
    if (question.action == "iot:Receive")
        return said(QT_TRANSLATE_NOOP("Refusal", "Receive on %1"));
    if (question.action == "iot:Publish")
        return said(QT_TRANSLATE_NOOP("Refusal", "Publish on %1"));
    if (question.action == "iot:RetainPublish")
        return said(QT_TRANSLATE_NOOP("Refusal", "Publish retained on %1"));
    return name.isEmpty() ? toQString(question.action) : toQString(question.action) + QLatin1Char(' ') + name;
}

bool Refusal::isSame(const Refusal& other) const
{
    return kind == other.kind && who == other.who && question.action == other.question.action &&
           question.name == other.question.name && why == other.why;
}

RefusalModel::RefusalModel(EngineMirror& mirror) : m_certificates(mirror.model<ClientCertificates>()) {}

void RefusalModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        if (isRefusal(event.kind) || isRefusedWill(event))
            note(chunk, event);
}

void RefusalModel::note(const trace::Chunk& chunk, const trace::Event& event)
{
    using trace::Kind;
    const auto text = [&chunk](trace::Slice slice) { return std::string(chunk.text(slice)); };
    Refusal refusal{.time = event.time,
                    .event = event.id,
                    .kind = event.kind,
                    .who = text(event.subject),
                    .question = {.action = {}, .name = text(event.object)},
                    .why = text(event.detail),
                    .certificateId = m_certificates.certificateOf(chunk.text(event.subject)),
                    .address = {}};
    switch (event.kind) {
    case Kind::ClientRefused:
        refusal.question = {.action = "iot:Connect", .name = refusal.who};
        refusal.certificateId = text(event.payload);
        refusal.address = withoutPort(chunk.text(event.object));
        break;
    case Kind::WillWithheld:
        refusal.question.action = "iot:Publish";
        break;
    case Kind::SubscribeRefused:
        refusal.question.action = "iot:Subscribe";
        break;
    case Kind::MessageRefused:
        // Without a connection it was one who should have received it.
        refusal.question.action = event.number == 0                                            ? "iot:Receive"
                                  : refusal.why.find("iot:RetainPublish") != std::string::npos ? "iot:RetainPublish"
                                                                                               : "iot:Publish";
        break;
    default:
        refusal.question = {.action = refusal.question.name, .name = {}};
        refusal.certificateId.clear();
    }
    ++m_total;
    m_fresh.push_back(std::move(refusal));
    if (m_fresh.size() > kMost)
        m_fresh.pop_front();
}

void RefusalModel::publish()
{
    for (Refusal& refusal : m_fresh)
        show(std::move(refusal));
    m_fresh.clear();
}

void RefusalModel::show(Refusal refusal)
{
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(), [&refusal](const Refusal& other) { return other.isSame(refusal); });
    if (known == m_rows.end()) {
        if (m_rows.size() == kMost) {
            const int last = static_cast<int>(m_rows.size()) - 1;
            beginRemoveRows({}, last, last);
            m_rows.pop_back();
            endRemoveRows();
        }
        beginInsertRows({}, 0, 0);
        m_rows.push_front(std::move(refusal));
        endInsertRows();
        return;
    }
    refusal.times = known->times + 1;
    const int row = static_cast<int>(known - m_rows.begin());
    if (row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        std::rotate(m_rows.begin(), known, known + 1);
        endMoveRows();
    }
    m_rows.front() = std::move(refusal);
    emit dataChanged(index(0, 0), index(0, kColumnCount - 1));
}

int RefusalModel::rowOf(trace::EventId event) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [event](const Refusal& one) { return one.event == event; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RefusalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RefusalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant RefusalModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Refusal& here = refusal(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == Why ? QVariant(toQString(here.why)) : data(index, Qt::DisplayRole);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return clockText(here.time);
    case Who:
        return toQString(here.who);
    case What:
        return here.times > 1 ? tr("%1  (%2 times)").arg(questionText(here.question), countText(here.times))
                              : questionText(here.question);
    default:
        return toQString(here.why);
    }
}

QVariant RefusalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Who:
        return tr("Who");
    case What:
        return tr("What was refused");
    default:
        return tr("Why");
    }
}

} // namespace greensward::ui
