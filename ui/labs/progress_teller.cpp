// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/progress_teller.h"

#include "ui/labs/lab_model.h"
#include "ui/models/brokers_model.h"
#include "ui/models/console_file.h"
#include "ui/models/doctor_model.h"
#include "ui/models/engine_mirror.h"

#include <QJsonObject>

#include <algorithm>

namespace greensward::ui {

namespace {

const QString kFile = QStringLiteral("class.json");

} // namespace

ProgressTeller::ProgressTeller(EngineMirror& mirror)
    : m_mirror(mirror)
    , m_labs(mirror.model<LabModel>())
    , m_doctor(mirror.model<DoctorModel>())
    , m_brokers(mirror.model<BrokersModel>())
{
    const QJsonObject kept = ConsoleFile(mirror, kFile).read().object();
    if (const QString name = kept[QLatin1String("name")].toString(); flawOfClassName(name).isEmpty())
        m_name = name;
    m_broker = kept[QLatin1String("broker")].toString();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kLeast);
    m_rhythm.setInterval(kRhythm);
    connect(&m_soon, &QTimer::timeout, this, [this] { tell(false); });
    connect(&m_rhythm, &QTimer::timeout, this, [this] { tell(true); });
    connect(&m_labs, &LabModel::changed, this, &ProgressTeller::soon);
    connect(&m_doctor, &DoctorModel::cardsChanged, this, &ProgressTeller::soon);
    connect(&m_brokers, &BrokersModel::changed, this, [this] {
        if (m_on)
            emit changed();
        soon();
    });
}

ProgressTeller::~ProgressTeller()
{
    sayGoodbye();
}

bool ProgressTeller::isPossible() const
{
    return m_mirror.engine().player() == nullptr;
}

void ProgressTeller::setOn(bool on)
{
    if (on == m_on || !isPossible())
        return;
    m_on = on;
    if (on) {
        m_rhythm.start();
        tell(true);
    } else {
        m_rhythm.stop();
        m_soon.stop();
        sayGoodbye();
    }
    emit changed();
}

void ProgressTeller::setName(const QString& name)
{
    if (name == m_name)
        return;
    sayGoodbye();
    m_name = name;
    keep();
    if (m_on)
        tell(true);
    emit changed();
}

void ProgressTeller::setBroker(const QString& broker)
{
    if (broker == m_broker)
        return;
    sayGoodbye();
    m_broker = broker;
    keep();
    if (m_on)
        tell(true);
    emit changed();
}

void ProgressTeller::keep()
{
    if (flawOfClassName(m_name).isEmpty())
        ConsoleFile(m_mirror, kFile).write(QJsonDocument(
            QJsonObject{{QStringLiteral("name"), m_name}, {QStringLiteral("broker"), m_broker}}));
}

bool ProgressTeller::isReachable() const
{
    if (m_broker.isEmpty())
        return m_mirror.status().running;
    const BrokersPort* port = m_brokers.port();
    const auto brokers = port ? port->brokers() : std::vector<BrokerStatus>();
    return std::any_of(brokers.begin(), brokers.end(), [this](const BrokerStatus& one) {
        return one.name == m_broker && one.state == BrokerStatus::State::Online;
    });
}

QString ProgressTeller::problem() const
{
    if (const QString flaw = flawOfClassName(m_name); !flaw.isEmpty())
        return flaw;
    if (isReachable())
        return {};
    return m_broker.isEmpty() ? tr("The workspace's own gateway does not run.")
                              : tr("There is no connection to %1 just now. It is told as soon as there is.").arg(m_broker);
}

/// Several changes that come together are told once.
void ProgressTeller::soon()
{
    if (m_on && !m_soon.isActive())
        m_soon.start();
}

void ProgressTeller::tell(bool again)
{
    if (!m_on || !problem().isEmpty())
        return;
    noteStep();
    ClassReport now = report();
    ClassReport sameTime = m_last;
    sameTime.at = now.at;
    if (!again && sameTime == now && m_lastBroker == m_broker)
        return;
    send(now);
    m_last = std::move(now);
    m_lastBroker = m_broker;
    emit changed();
}

void ProgressTeller::sayGoodbye()
{
    if (m_last.name.isEmpty())
        return;
    m_mirror.engine().publish({.topic = classTopic(m_last.name),
                               .payload = toJson({.name = m_last.name, .at = now(), .goodbye = true}),
                               .qos = 0,
                               .retain = false,
                               .broker = m_lastBroker.toStdString()});
    m_last = {};
}

void ProgressTeller::send(const ClassReport& report)
{
    m_toldAt = m_mirror.now();
    // AWS of 2017 ends the connection of who asks for retain.
    m_mirror.publish({.topic = classTopic(report.name),
                      .payload = toJson(report),
                      .qos = 0,
                      .retain = false,
                      .broker = m_broker.toStdString()});
}

std::int64_t ProgressTeller::now() const
{
    return std::chrono::floor<std::chrono::seconds>(m_mirror.now()).time_since_epoch().count();
}

/// Since when: what was spent on the step before counts.
void ProgressTeller::noteStep()
{
    const labs::LabPtr lab = m_labs.current();
    const labs::LabView view = lab ? m_labs.view(lab->id) : labs::LabView();
    const int number = lab ? lab->number : 0;
    const int step = view.current + 1;
    if (number == m_lab && step == m_step && m_since != 0)
        return;
    m_lab = number;
    m_step = step;
    m_since = now();
    if (step > 0)
        m_since -= static_cast<std::int64_t>(view.steps[static_cast<std::size_t>(view.current)].seconds);
}

ClassReport ProgressTeller::report() const
{
    const labs::LabPtr lab = m_labs.current();
    const labs::LabView view = lab ? m_labs.view(lab->id) : labs::LabView();
    ClassReport report{.name = m_name, .lab = m_lab, .step = m_step, .of = static_cast<int>(view.steps.size())};
    report.done = view.done;
    report.at = now();
    report.since = std::min(m_since, report.at);
    for (const doctor::Card& card : m_doctor.cards())
        report.doctor << QString::fromStdString(doctor::name(card.code));
    report.doctor.sort();
    report.doctor.removeDuplicates();
    return report;
}

} // namespace greensward::ui
