// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/step_titles.h"

#include "labs/course.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"

#include <QLocale>

namespace greensward::ui {

StepTitles::StepTitles(EngineMirror& mirror) : m_mirror(mirror) {}

StepTitles::~StepTitles() = default;

QString StepTitles::of(int lab, int step)
{
    const labs::Site* site = m_mirror.engine().labSite();
    if (!site || lab <= 0 || step <= 0)
        return {};
    if (!m_shelf)
        m_shelf = std::make_unique<labs::LabShelf>(site->folders, site->values,
                                                   QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString());
    const labs::LabPtr found = m_shelf->find(std::to_string(lab));
    const auto at = static_cast<std::size_t>(step) - 1;
    return found && at < found->steps.size() ? toQString(found->steps[at].title) : QString();
}

} // namespace greensward::ui
