// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fault_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

using simulator::ActiveFault;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Faults", text);
}

/// Shown in whole seconds, so that a snapshot ten times a second tells nobody ten times.
double shownSeconds(const ActiveFault& fault)
{
    return fault.secondsLeft < 0 ? -1 : std::ceil(fault.secondsLeft);
}

bool looksTheSame(const ActiveFault& one, const ActiveFault& other)
{
    return one.id == other.id && one.kind == other.kind && one.target == other.target &&
           one.intensity == other.intensity && shownSeconds(one) == shownSeconds(other);
}

QString leftText(const ActiveFault& fault)
{
    const double seconds = shownSeconds(fault);
    if (seconds < 0)
        return FaultModel::tr("until healed");
    if (seconds <= 120)
        return FaultModel::tr("%1 s left").arg(countText(static_cast<quint64>(seconds)));
    return FaultModel::tr("%1 min left").arg(countText(static_cast<quint64>(std::ceil(seconds / 60))));
}

} // namespace

QString faultName(const simulator::FaultSpec& spec)
{
    return translated(spec.name);
}

QString faultSentence(const simulator::FaultSpec& spec)
{
    return translated(spec.sentence);
}

QString faultLesson(const simulator::FaultSpec& spec)
{
    return translated(spec.lesson);
}

QString intensityText(const simulator::FaultSpec& spec, double intensity)
{
    if (*spec.unit == '\0')
        return {};
    const QString size = countText(static_cast<quint64>(std::llround(std::abs(intensity))));
    return QStringLiteral("%1%2 %3").arg(intensity < 0 ? QString(QChar(0x2212)) : QString(), size,
                                         QString::fromUtf8(spec.unit));
}

QString faultTargetText(std::string_view target)
{
    if (target.empty())
        return translated(QT_TRANSLATE_NOOP("Faults", "the gateway"));
    if (target == "*")
        return translated(QT_TRANSLATE_NOOP("Faults", "all devices"));
    return toQString(target);
}

FaultModel::FaultModel(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&mirror.feed(), &EventFeed::snapshotDue, this, &FaultModel::refresh);
    m_faults = mirror.engine().faults();
}

void FaultModel::inject(const FaultRequest& request)
{
    m_mirror.engine().inject(request);
    m_mirror.feed().hurry();
    refresh();
}

void FaultModel::heal(std::uint64_t faultId)
{
    m_mirror.engine().heal(faultId);
    m_mirror.feed().hurry();
    refresh();
}

void FaultModel::healAll()
{
    m_mirror.engine().healAll();
    m_mirror.feed().hurry();
    refresh();
}

void FaultModel::startScenario(const std::string& id)
{
    m_mirror.engine().startScenario(id);
    m_mirror.feed().hurry();
}

void FaultModel::stopScenario()
{
    m_mirror.engine().stopScenario();
    m_mirror.feed().hurry();
}

std::vector<const ActiveFault*> FaultModel::faultsOf(std::string_view device) const
{
    std::vector<const ActiveFault*> of;
    for (const ActiveFault& fault : m_faults)
        if (fault.target == device || fault.target == "*")
            of.push_back(&fault);
    return of;
}

void FaultModel::ingest(const trace::Chunk& chunk)
{
    static constexpr trace::KindSet kTelling{trace::Kind::FaultInjected, trace::Kind::FaultHealed};
    const auto& events = chunk.events();
    if (std::any_of(events.begin(), events.end(), [](const auto& event) { return kTelling.contains(event.kind); }))
        refresh();
}

void FaultModel::refresh()
{
    setFaults(m_mirror.engine().faults());
    const EngineStatus status = m_mirror.engine().status();
    setRefusal(toQString(status.faultProblem));
    setScenario(status.scenario, static_cast<int>(status.scenarioAt));
}

void FaultModel::setFaults(std::vector<ActiveFault> faults)
{
    std::sort(faults.begin(), faults.end(), [](const auto& one, const auto& other) { return one.id < other.id; });
    if (std::equal(faults.begin(), faults.end(), m_faults.begin(), m_faults.end(), looksTheSame))
        return;
    const bool wasActive = isActive();
    for (int row = static_cast<int>(m_faults.size()) - 1; row >= 0; --row) {
        const auto id = m_faults[static_cast<std::size_t>(row)].id;
        if (std::none_of(faults.begin(), faults.end(), [id](const ActiveFault& one) { return one.id == id; })) {
            beginRemoveRows({}, row, row);
            m_faults.erase(m_faults.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t row = 0; row < faults.size(); ++row) {
        if (row < m_faults.size() && m_faults[row].id == faults[row].id) {
            const bool same = looksTheSame(m_faults[row], faults[row]);
            m_faults[row] = std::move(faults[row]);
            if (!same)
                emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
            continue;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_faults.insert(m_faults.begin() + static_cast<std::ptrdiff_t>(row), std::move(faults[row]));
        endInsertRows();
    }
    if (isActive() != wasActive)
        emit activeChanged(isActive());
    emit faultsChanged();
}

void FaultModel::setRefusal(const QString& refusal)
{
    if (refusal == m_refusal)
        return;
    m_refusal = refusal;
    emit refusalChanged();
}

void FaultModel::setScenario(const std::string& id, int at)
{
    if (id == m_scenario && at == m_scenarioAt)
        return;
    m_scenario = id;
    m_scenarioAt = at;
    emit scenarioChanged();
}

int FaultModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

QVariant FaultModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActiveFault& fault = m_faults[static_cast<std::size_t>(index.row())];
    const auto& spec = simulator::faultSpec(fault.kind);
    const auto name = [&] {
        const QString intensity = intensityText(spec, fault.intensity);
        return intensity.isEmpty() ? faultName(spec) : tr("%1, %2").arg(faultName(spec), intensity);
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 at %2, %3").arg(name(), faultTargetText(fault.target), leftText(fault));
    case Qt::ToolTipRole:
        return faultSentence(spec);
    case IdRole:
        return static_cast<quint64>(fault.id);
    case TargetRole:
        return faultTargetText(fault.target);
    case NameRole:
        return name();
    case LeftRole:
        return leftText(fault);
    default:
        return {};
    }
}

} // namespace greensward::ui
