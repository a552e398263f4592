// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/retained_panel.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/topics/panel_table.h"
#include "ui/why/why_subject.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

RetainedFilter::RetainedFilter(EngineMirror& mirror) : m_mirror(mirror), m_retained(mirror.model<RetainedModel>())
{
    setSourceModel(&m_retained);
    connect(&mirror.scope(), &ScopeStack::changed, this, [this] { invalidateFilter(); });
}

void RetainedFilter::setFilter(const Filter& filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool RetainedFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_retained.matches(row, m_mirror.scope().filter()) && m_retained.matches(row, m_filter);
}

RetainedPanel::RetainedPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_model(mirror.model<RetainedModel>()), m_shown(mirror)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(px(12), 0, px(12), 0);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter: site/+/state  text"));
    m_filter->setAccessibleName(tr("Filter of the retained messages"));
    m_filter->addAction(icon(QStringLiteral("search"), Role::MutedText), QLineEdit::LeadingPosition);
    top->addWidget(m_filter);
    column->addLayout(top);
    m_problem = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, this);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(px(16), 0, px(16), 0);
    m_problem->hide();
    column->addWidget(m_problem);
    m_pages = new QStackedWidget(this);
    m_table = new PanelTable(m_shown, tr("Retained messages"), m_pages);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumns({0, 68, 76});
    m_table->setOptional({RetainedModel::Size}, 110);
    answerWhy(*m_table, [this] {
        return WhySubject{.title = m_table->currentIndex().data(RetainedModel::TopicRole).toString(),
                          .term = QStringLiteral("retained")};
    });
    new CellMenu(*m_table, mirror.scope(),
                 [](const QModelIndex& cell) { return topicTerm(cell.data(RetainedModel::TopicRole).toString()); });
    m_pages->addWidget(m_table);
    m_pages->addWidget(new EmptyState(QStringLiteral("pin"),
                                      tr("Nothing is retained. A message sent with Retain is kept by the broker and "
                                         "given to whoever subscribes later."),
                                      {}, m_pages));
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_pages);
    m_pages->addWidget(m_noHits);
    column->addWidget(m_pages, 1);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(px(6));
    m_progress->setAccessibleName(tr("Progress of the clearing"));
    m_counts = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_counts->setContentsMargins(px(16), 0, px(16), 0);
    column->addWidget(m_counts);
    column->addWidget(m_progress);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(12), 0, px(12), 0);
    m_clear = new QPushButton(tr("Clear"), this);
    m_clear->setAccessibleName(tr("Clear the chosen retained messages"));
    m_clearAll = new QPushButton(this);
    setKind(*m_clearAll, ButtonKind::Danger);
    m_undo = new QPushButton(tr("Undo"), this);
    setKind(*m_undo, ButtonKind::Quiet);
    m_undo->setToolTip(tr("Publishes again what was kept (Ctrl+Z)"));
    row->addWidget(m_clear);
    row->addWidget(m_clearAll);
    row->addStretch();
    row->addWidget(m_undo);
    column->addLayout(row);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const Filter filter = Filter::parse(text);
        m_problem->setText(filter.problem());
        m_problem->setVisible(!filter.problem().isEmpty());
        if (filter.problem().isEmpty())
            m_shown.setFilter(filter);
        showCounts();
    });
    connect(m_noHits, &EmptyState::clicked, this, [this] {
        m_filter->clear();
        m_mirror.scope().clear();
    });
    connect(&m_model, &RetainedModel::changed, this, &RetainedPanel::showCounts);
    connect(&mirror.scope(), &ScopeStack::changed, this, &RetainedPanel::showCounts);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RetainedPanel::showCounts);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& chosen) {
                if (chosen.isValid())
                    emit topicChosen(chosen.data(RetainedModel::TopicRole).toString());
            });
    connect(m_table, &PanelTable::deletePressed, this, [this] { clear(false); });
    connect(m_clear, &QPushButton::clicked, this, [this] { clear(false); });
    connect(m_clearAll, &QPushButton::clicked, this, [this] { clear(true); });
    connect(m_undo, &QPushButton::clicked, &m_model.undoStack(), &QUndoStack::undo);
    connect(&m_model.job(), &PublishJob::progressed, this, &RetainedPanel::showJob);
    connect(&m_model.undoStack(), &QUndoStack::indexChanged, this, &RetainedPanel::showJob);
    if (mirror.status().origin == Origin::Capture)
        for (QPushButton* button : {m_clear, m_clearAll, m_undo})
            disableInCapture(*button);
    showCounts();
    showJob();
}

void RetainedPanel::clear(bool all)
{
    QStringList topics;
    if (all) {
        for (int row = 0; row < m_shown.rowCount(); ++row)
            topics << m_shown.index(row, 0).data(RetainedModel::TopicRole).toString();
    } else {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        for (const QModelIndex& row : rows)
            topics << row.data(RetainedModel::TopicRole).toString();
    }
    m_model.clear(topics);
}

void RetainedPanel::showCounts()
{
    const int all = m_model.rowCount();
    const int shown = m_shown.rowCount();
    m_pages->setCurrentIndex(all == 0 ? 1 : shown == 0 ? 2 : 0);
    m_noHits->setSentence(tr("0 of %1 match").arg(countText(static_cast<quint64>(all))));
    m_counts->setText(shown == all
                          ? tr("%1 retained · %2").arg(countText(static_cast<quint64>(all)), byteText(m_model.bytes()))
                          : tr("%1 of %2 retained")
                                .arg(countText(static_cast<quint64>(shown)), countText(static_cast<quint64>(all))));
    m_counts->setVisible(all > 0);
    // A capture can only be looked at: the buttons were switched off for good.
    const bool live = m_mirror.status().origin != Origin::Capture;
    m_clear->setEnabled(live && m_table->selectionModel()->hasSelection());
    m_clearAll->setText(shown == all ? tr("Clear all")
                                     : tr("Clear these %1").arg(countText(static_cast<quint64>(shown))));
    m_clearAll->setAccessibleName(tr("Clear all retained messages that are shown"));
    m_clearAll->setEnabled(live && shown > 0);
}

void RetainedPanel::showJob()
{
    const PublishJob& job = m_model.job();
    m_progress->setVisible(job.isRunning());
    m_progress->setRange(0, static_cast<int>(job.total()));
    m_progress->setValue(static_cast<int>(job.done()));
    m_undo->setEnabled(m_model.undoStack().canUndo() && !job.isRunning());
}

} // namespace greensward::ui
