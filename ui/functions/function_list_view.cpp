// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_list_view.h"

#include "ui/functions/function_list_model.h"
#include "ui/kit/style_painters.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace greensward::ui {

using Model = FunctionListModel;

namespace {

Role inkOf(Model::Standing standing)
{
    switch (standing) {
    case Model::Standing::Warm:
        return Role::Accent;
    case Model::Standing::Cold:
    case Model::Standing::Running:
        return Role::Information;
    case Model::Standing::Failed:
        return Role::Lost;
    case Model::Standing::NotCalled:
        break;
    }
    return Role::MutedText;
}

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    bool compact = false;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(80), px(compact ? 44 : 64)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        row.index = index;
        painters::viewItem(row, *painter);
        painter->save();
        QRect area = option.rect.adjusted(px(12), px(compact ? 4 : 6), -px(8), -px(compact ? 4 : 6));
        const int lines = compact ? 2 : 3;
        const int tall = area.height() / lines;
        const Role ink = inkOf(static_cast<Model::Standing>(index.data(Model::StandingRole).toInt()));
        QString name = index.data(Model::NameRole).toString();
        if (index.data(Model::DirtyRole).toBool())
            name += QStringLiteral(" •");
        line(*painter, QRect(area.left(), area.top(), area.width(), tall), name, TextStyle::Strong, Role::Text);
        if (!compact)
            line(*painter, QRect(area.left(), area.top() + tall, area.width(), tall),
                 index.data(Model::FactsRole).toString(), TextStyle::Caption, Role::MutedText);
        line(*painter, QRect(area.left(), area.top() + tall * (lines - 1), area.width(), tall),
             index.data(Model::CallsRole).toString(), TextStyle::Caption, ink);
        painter->restore();
    }

private:
    static void line(QPainter& painter, const QRect& where, const QString& text, TextStyle style, Role role)
    {
        painter.setFont(fontOf(style));
        painter.setPen(color(role));
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    }
};

} // namespace

FunctionListView::FunctionListView(FunctionListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setAccessibleName(tr("Functions of the account"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FunctionListView::mark(const QString& name)
{
    const QScopedValueRollback quiet(m_marking, true);
    const int row = m_model.rowOf(name);
    setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
}

void FunctionListView::setCompact(bool compact)
{
    static_cast<RowDelegate*>(itemDelegate())->compact = compact;
    scheduleDelayedItemsLayout();
}

void FunctionListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_marking && current.isValid())
        emit chosen(current.data(Model::NameRole).toString());
}

} // namespace greensward::ui
