// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/activity_filter.h"

#include "ui/models/engine_mirror.h"

namespace greensward::ui {

ActivityFilter::ActivityFilter(EngineMirror& mirror, QObject* parent) : QSortFilterProxyModel(parent), m_mirror(mirror)
{
    setSourceModel(&mirror.activity());
    connect(&mirror.scope(), &ScopeStack::changed, this, [this] { invalidateFilter(); });
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_mirror.activity().matches(row, m_mirror.scope().filter());
}

} // namespace greensward::ui
