// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace greensward::labs {
class LabShelf;
}

namespace greensward::ui {

class EngineMirror;

/// What a step is called in the labs of this console: reports carry numbers alone. The labs are read when the first
/// title is asked for.
class StepTitles final
{
public:
    explicit StepTitles(EngineMirror& mirror);
    ~StepTitles();

    /// "Attach a policy"; empty when this console knows no such lab or step.
    QString of(int lab, int step);

private:
    EngineMirror& m_mirror;
    std::unique_ptr<labs::LabShelf> m_shelf;
};

} // namespace greensward::ui
