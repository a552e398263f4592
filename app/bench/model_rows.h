// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::bench {

// Rows that need no engine: models and views filled by hand. False when a figure misses its budget by more than a
// factor of two. A QApplication must exist.

bool measureTree();   ///< 100,000 topics: built, expanded
bool measureLog();    ///< 1,000,000 rows: opened, followed
bool measureFilter(); ///< the same rows filtered
bool measurePlots();  ///< 4 × 100,000 and 4 × 1,000,000 points
bool measureMap();    ///< 200 nodes, 500 dots
bool measureShadowJson();
bool measureLabPage(); ///< 12 KiB of Markdown

} // namespace greensward::bench
