// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/shadows_page.h"

#include "ui/edge/shadow_pairs.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/list_table.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

QPlainTextEdit* documentView(const QString& name, QWidget* parent)
{
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setFont(fontOf(TextStyle::Mono));
    view->setAccessibleName(name);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setMinimumHeight(px(60));
    return view;
}

} // namespace

ShadowsPage::ShadowsPage(ShadowPairs& pairs, QWidget* parent)
    : QWidget(parent)
    , m_pairs(pairs)
    , m_table(new ListTable(pairs, tr("Shadows of the group's things"), this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_local(documentView(tr("State at the core"), this))
    , m_cloud(documentView(tr("State in the cloud"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(4), px(12), px(8));
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    auto* again = new QToolButton(this);
    again->setIcon(icon(QStringLiteral("repeat")));
    again->setIconSize(QSize(px(18), px(18)));
    again->setToolTip(tr("Ask the core and the cloud again"));
    again->setAccessibleName(again->toolTip());
    m_said->setWordWrap(true);
    row->addWidget(m_said, 1);
    row->addWidget(again);
    column->addLayout(row);
    m_table->setColumns({0, 110, 110, 110, 90});
    column->addWidget(m_table, 3);
    auto* grid = new QGridLayout;
    grid->setSpacing(px(6));
    grid->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, tr("At the core"), this), 0, 0);
    grid->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, tr("In the cloud"), this), 0, 1);
    grid->addWidget(m_local, 1, 0);
    grid->addWidget(m_cloud, 1, 1);
    column->addLayout(grid, 4);
    connect(again, &QToolButton::clicked, &m_pairs, &ShadowPairs::refresh);
    connect(&m_pairs, &ShadowPairs::read, this, &ShadowsPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShadowsPage::refresh);
    refresh();
}

void ShadowsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_pairs.refresh();
}

void ShadowsPage::refresh()
{
    if (!m_table->currentIndex().isValid() && m_pairs.rowCount() > 0)
        m_table->selectRow(0);
    const ShadowPairs::Pair* pair = m_pairs.pair(m_table->currentIndex().row());
    const auto put = [](QPlainTextEdit& view, const QString& text) {
        if (view.toPlainText() != text)
            view.setPlainText(text);
    };
    const bool isKnown = m_pairs.isLocalKnown();
    put(*m_local, !pair                 ? QString()
                  : !isKnown            ? tr("Nobody tells.")
                  : pair->local.empty() ? tr("There is none.")
                                        : shadowStateText(pair->local));
    put(*m_cloud, !pair ? QString() : pair->cloud.empty() ? tr("There is none.") : shadowStateText(pair->cloud));
    m_said->setText(
        isKnown
            ? tr("A shadow lives at the core; only if it is synced, the cloud has the same. What is ticked here counts "
                 "from the next deployment on.")
            : tr("The core does not run here, so its own shadows are not known; those of the cloud are."));
}

} // namespace greensward::ui
