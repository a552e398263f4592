// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/invocations_panel.h"

#include "ui/functions/invocation_model.h"
#include "ui/kit/card.h"
#include "ui/kit/list_table.h"
#include "ui/kit/style_painters.h"
#include "ui/models/engine_mirror.h"
#include "ui/scope/cell_menu.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

using Model = InvocationModel;

namespace {

/// Durations as bars, outcomes and cold starts in their colours.
class CallDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() == Model::Took) {
            painters::viewItem(option, *painter);
            const double share = index.data(Model::ShareRole).toDouble();
            QRectF bar = QRectF(option.rect).adjusted(px(6), 0, -px(6), 0);
            bar.setTop(bar.bottom() - px(5));
            bar.setHeight(px(3));
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            if (share > 0) {
                painters::roundedRect(*painter, bar, px(1.5), color(Role::Chip));
                bar.setWidth(std::max<double>(px(3), bar.width() * share));
                painters::roundedRect(*painter, bar, px(1.5),
                                      color(index.data(Model::ColdRole).toBool() ? Role::Information : Role::Accent));
            }
            painter->setFont(fontOf(TextStyle::Secondary));
            painter->setPen(color(Role::Text));
            painter->drawText(option.rect.adjusted(px(6), 0, -px(6), -px(4)), Qt::AlignRight | Qt::AlignVCenter,
                              index.data().toString());
            painter->restore();
            return;
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto state = static_cast<Invocation::State>(index.data(Model::StateRole).toInt());
        Role ink = index.column() == Model::Time || state == Invocation::State::Untold ? Role::MutedText : Role::Text;
        if (index.column() == Model::Start && index.data(Model::ColdRole).toBool())
            ink = Role::Information;
        else if (index.column() == Model::Outcome && state == Invocation::State::Succeeded)
            ink = Role::Accent;
        else if (index.column() == Model::Outcome &&
                 (state == Invocation::State::Failed || state == Invocation::State::Refused))
            ink = Role::Lost;
        option->palette.setColor(QPalette::Text, color(ink));
        option->palette.setColor(QPalette::HighlightedText, color(ink));
        if (index.column() == Model::Outcome && ink != Role::Text)
            option->font.setWeight(QFont::DemiBold);
    }
};

} // namespace

void CallsShown::setFunction(const QString& name)
{
    m_function = name;
    invalidateFilter();
}

bool CallsShown::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_function.isEmpty() || sourceModel()->index(row, 0, parent).data(Model::FunctionRole) == m_function;
}

InvocationsPanel::InvocationsPanel(EngineMirror& mirror, InvocationModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_shown(new CallsShown(this))
    , m_all(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
{
    m_shown->setSourceModel(&model);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_table = new ListTable(*m_shown, tr("Calls of functions, newest first"), m_pages);
    m_table->setColumns({100, 0, 150, 96, 110, 130});
    m_table->setOptional({Model::By, Model::Start}, 110);
    m_table->setItemDelegate(new CallDelegate(m_table));
    new CellMenu(*m_table, mirror.scope(), [](const QModelIndex&) { return QString(); });
    auto* nothing = new RoleLabel(TextStyle::Body, Role::MutedText,
                                  tr("No function has been called yet. Ctrl+Enter calls the one that is chosen."), m_pages);
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setMargin(px(16));
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_table);
    m_all->setText(tr("Only this function"));
    m_all->setCheckable(true);
    m_all->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_all->setMinimumHeight(px(24));
    m_all->setAccessibleName(tr("Show the calls of the chosen function alone"));
    connect(m_all, &QToolButton::toggled, this, &InvocationsPanel::showScope);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (!m_marking && row.isValid())
            emit chosen(row.data(Model::NumberRole).toULongLong());
    });
    connect(m_table, &ListTable::opened, this,
            [this](const QModelIndex& row) { emit opened(row.data(Model::NumberRole).toULongLong()); });
    connect(&model, &InvocationModel::changed, this, &InvocationsPanel::showPage);
    showPage();
}

void InvocationsPanel::showPage()
{
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1);
}

void InvocationsPanel::showScope()
{
    m_shown->setFunction(m_all->isChecked() ? m_function : QString());
}

void InvocationsPanel::setFunction(const QString& name)
{
    if (m_function == name)
        return;
    m_function = name;
    showScope();
}

void InvocationsPanel::mark(quint64 number)
{
    const QScopedValueRollback quiet(m_marking, true);
    const int row = m_model.rowOf(number);
    const QModelIndex at = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model.index(row, 0));
    if (at.isValid())
        m_table->selectRow(at.row());
    else
        m_table->clearSelection();
}

void InvocationsPanel::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void InvocationsPanel::setNarrow(bool narrow)
{
    m_table->setColumns(narrow ? QList<int>{96, 0, 120, 84, 100, 110} : QList<int>{100, 0, 150, 96, 110, 130});
}

} // namespace greensward::ui
