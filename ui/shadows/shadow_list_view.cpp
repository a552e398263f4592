// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_list_view.h"

#include "ui/kit/style_painters.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/shadows/shadow_list_model.h"

#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace greensward::ui {

using Model = ShadowListModel;

namespace {

class ListDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    int rowHeight = 28;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(40), px(rowHeight)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painters::viewItem(option, *painter);
        const auto standing = index.data(Model::StandingRole).value<Model::Standing>();
        const Role role = standing == Model::Standing::InSync    ? Role::Accent
                          : standing == Model::Standing::Differs ? Role::Attention
                                                                 : Role::MutedText;
        const bool name = index.column() == Model::Name;
        QRect cell = option.rect.adjusted(px(name ? 2 : 6), 0, -px(6), 0);
        painter->save();
        painter->setFont(fontOf(index.column() == Model::State ? TextStyle::Strong
                                : name                         ? TextStyle::Body
                                                               : TextStyle::Secondary));
        painter->setPen(color(index.column() == Model::State ? role : name ? Role::Text : Role::MutedText));
        painter->drawText(cell, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, cell.width()));
        painter->restore();
    }
};

} // namespace

ShadowListView::ShadowListView(EngineMirror& mirror, ShadowListModel& model, QWidget* parent)
    : QTreeView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new ListDelegate(this));
    setAccessibleName(tr("Things and their shadows"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setIndentation(px(16));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Model::Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Model::State, QHeaderView::Fixed);
    header()->setSectionResizeMode(Model::Version, QHeaderView::Fixed);
    header()->resizeSection(Model::State, px(66));
    header()->resizeSection(Model::Version, px(58));
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        mark(m_marked);
    });
    expandAll();
    new CellMenu(*this, mirror.scope(), [&model](const QModelIndex& cell) {
        const ShadowName name = model.nameAt(cell);
        return name.shadow.empty() ? topicTerm(toQString("$aws/things/" + name.thing + "/shadow"), true)
                                   : topicTerm(toQString(prefixOf(name)), true);
    });
}

void ShadowListView::setCompact(bool compact)
{
    static_cast<ListDelegate*>(itemDelegate())->rowHeight = compact ? 22 : 28;
    scheduleDelayedItemsLayout();
}

void ShadowListView::mark(const ShadowName& name)
{
    m_marked = name;
    const QScopedValueRollback quiet(m_marking, true);
    const QModelIndex at = m_model.find(name);
    setCurrentIndex(at);
    if (at.isValid())
        scrollTo(at);
}

void ShadowListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_marking || !current.isValid())
        return;
    m_marked = m_model.nameAt(current);
    emit chosen(m_marked);
}

} // namespace greensward::ui
