// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/lab_model.h"

#include "ui/models/engine_mirror.h"

#include <QLocale>

namespace greensward::ui {

namespace {

/// A verdict is to be seen within 200 ms of its event.
constexpr std::chrono::milliseconds kTurn{100};

const std::vector<labs::LabPtr> kNoLabs;
const std::vector<labs::LintFinding> kNoFindings;

} // namespace

LabModel::LabModel(EngineMirror& mirror) : m_mirror(mirror)
{
    const labs::Site* site = mirror.engine().labSite();
    if (site && site->hear) {
        m_hear = site->hear;
        m_place = {QString::fromStdString(site->values.endpoint), QString::fromStdString(site->values.me).mid(1)};
    }
    if (site)
        m_course = std::make_unique<labs::Course>(*site, QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString());
    m_turn.setInterval(kTurn);
    connect(&m_turn, &QTimer::timeout, this, &LabModel::turn);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (m_course && m_course->reload())
            notice();
    });
    if (m_course)
        m_revision = m_course->revision();
}

LabModel::~LabModel() = default;

const std::vector<labs::LabPtr>& LabModel::labs() const
{
    return m_course ? m_course->shelf().labs() : kNoLabs;
}

const std::vector<labs::LintFinding>& LabModel::findings() const
{
    return m_course ? m_course->shelf().findings() : kNoFindings;
}

labs::LabPtr LabModel::current() const
{
    return m_course ? m_course->current() : nullptr;
}

labs::LabView LabModel::view(const std::string& labId) const
{
    return m_course ? m_course->view(labId) : labs::LabView();
}

QString LabModel::problem() const
{
    return m_course ? QString::fromStdString(m_course->problem()) : QString();
}

QString LabModel::busy() const
{
    return m_course ? QString::fromStdString(m_course->busy()) : QString();
}

QString LabModel::completionPage(const std::string& labId) const
{
    return m_course ? QString::fromStdString(m_course->completionPage(labId)) : QString();
}

void LabModel::begin(const std::string& labId)
{
    if (!m_course || !m_course->begin(labId))
        return;
    m_wasFinished = m_course->view(labId).finished;
    m_turn.start();
    notice();
    emit begun();
}

void LabModel::recall()
{
    if (current())
        emit begun();
}

void LabModel::leave()
{
    if (!m_course)
        return;
    m_course->leave();
    m_turn.stop();
    notice();
}

void LabModel::resetLab()
{
    if (!m_course)
        return;
    m_course->resetLab();
    notice();
}

void LabModel::hint(const std::string& stepId)
{
    if (m_course)
        m_course->hint(stepId);
    notice();
}

void LabModel::skip(const std::string& stepId)
{
    if (m_course)
        m_course->skip(stepId);
    notice();
}

void LabModel::resetStep(const std::string& stepId)
{
    if (m_course)
        m_course->reset(stepId);
    notice();
}

void LabModel::check(const std::string& stepId)
{
    if (m_course)
        m_course->check(stepId);
    notice();
}

void LabModel::solve(const std::string& stepId)
{
    if (m_course)
        m_course->solve(stepId);
    notice();
}

void LabModel::act(const std::string& stepId, const std::string& actId)
{
    if (m_course)
        m_course->act(stepId, actId);
    notice();
}

void LabModel::ingest(const trace::Chunk& chunk)
{
    if (m_course && m_course->current() && !m_hear)
        m_course->read(chunk);
}

void LabModel::turn()
{
    // All that has happened is read before time passes: else "nothing arrived for two seconds" could be said of a message
    // that was not looked at yet. Who works in a terminal may have put the window away, too.
    m_mirror.feed().drainNow();
    if (m_hear)
        m_hear(*m_course);
    m_course->advance();
    notice();
}

void LabModel::notice()
{
    if (!m_course || m_course->revision() == m_revision)
        return;
    m_revision = m_course->revision();
    const labs::LabPtr lab = m_course->current();
    const bool isFinished = lab && m_course->view(lab->id).finished;
    emit changed();
    if (isFinished && !std::exchange(m_wasFinished, isFinished))
        emit finished();
    m_wasFinished = isFinished;
}

} // namespace greensward::ui
