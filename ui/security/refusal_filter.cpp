// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/refusal_filter.h"

#include "ui/models/scope_stack.h"
#include "ui/security/refusal_model.h"

namespace greensward::ui {

RefusalFilter::RefusalFilter(RefusalModel& model, ScopeStack& scope, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_scope(scope)
{
    setSourceModel(&model);
    connect(&scope, &ScopeStack::changed, this, [this] { invalidateFilter(); });
}

bool RefusalFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_scope.isEmpty())
        return true;
    const Refusal& refusal = m_model.refusal(row);
    return m_scope.filter().matches({.topic = refusal.question.name,
                                     .from = refusal.who,
                                     .text = refusal.why,
                                     .payload = {},
                                     .time = refusal.time,
                                     .size = 0,
                                     .kind = refusal.kind,
                                     .flags = 0,
                                     .hasMessage = refusal.kind == trace::Kind::MessageRefused});
}

} // namespace greensward::ui
