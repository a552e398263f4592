// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_fields_view.h"

#include "ui/kit/motion.h"
#include "ui/kit/style_painters.h"
#include "ui/shadows/desired_edit.h"
#include "ui/shadows/shadow_fields_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <array>

namespace greensward::ui {

using Model = ShadowFieldsModel;
using State = ShadowFieldsModel::State;

namespace {

constexpr int kPadding = 8;
constexpr const char* kBegun = "begun";
/// Parts of the width, in the order of the columns; the last writer takes what is left.
constexpr std::array<double, 4> kShares{0.21, 0.19, 0.19, 0.13};
constexpr std::array<double, 4> kTightShares{0.28, 0.26, 0.26, 0.20};

Role roleOfColumn(int column, State state)
{
    switch (column) {
    case Model::Desired:
        return Role::Information;
    case Model::Reported:
        return Role::Accent;
    case Model::Delta:
        return state == State::Same || state == State::ReportedOnly ? Role::MutedText
               : state == State::TypeDiffers                        ? Role::Lost
                                                                    : Role::Attention;
    case Model::Writer:
        return Role::MutedText;
    default:
        return Role::Text;
    }
}

/// The type in words at the right end of the cell; answers what is left.
QRect paintType(QPainter& painter, QRect cell, const QString& word)
{
    painter.setFont(fontOf(TextStyle::Caption));
    painter.setPen(color(Role::Lost));
    const int wide = painter.fontMetrics().horizontalAdvance(word);
    painter.drawText(cell, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), word);
    cell.setRight(cell.right() - wide - px(6));
    return cell;
}

} // namespace

QSize ShadowFieldsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {px(40), px(m_rowHeight)};
}

void ShadowFieldsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painters::viewItem(option, *painter);
    const auto state = index.data(Model::StateRole).value<State>();
    const int column = index.column();
    const bool changed = motionAllowed() && index.data(Model::ChangedRole).toBool();
    const Role role = roleOfColumn(column, state);
    const QRect whole = option.rect.adjusted(column > 0 ? px(2) : 0, px(2), -px(2), -px(2));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (changed)
        painters::roundedRect(*painter, whole, px(4), color(tintOf(role)), color(role));
    else if (column == Model::Delta && role != Role::MutedText)
        painters::roundedRect(*painter, whole, px(4), color(tintOf(role)));
    QRect cell = option.rect.adjusted(px(column == 0 ? 2 : kPadding), 0, -px(kPadding), 0);
    if (const QString type = index.data(Model::TypeRole).toString(); !type.isEmpty())
        cell = paintType(*painter, cell, type);
    const bool value = column == Model::Desired || column == Model::Reported;
    painter->setFont(fontOf(value                      ? TextStyle::Mono
                            : column == Model::Field   ? TextStyle::Body
                            : column == Model::Delta   ? TextStyle::Strong
                                                       : TextStyle::Secondary));
    painter->setPen(color(role));
    painter->drawText(cell, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus) && option.widget && option.widget->hasFocus())
        painters::focusRing(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), px(4));
}

QWidget* ShadowFieldsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* edit = new QLineEdit(parent);
    edit->setFont(fontOf(TextStyle::Mono));
    edit->setFrame(true);
    edit->setAccessibleName(tr("Desired value of %1").arg(index.data(Model::PathRole).toString()));
    edit->setPlaceholderText(tr("null removes it"));
    return edit;
}

void ShadowFieldsDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const auto& model = static_cast<const Model&>(*index.model());
    auto* edit = static_cast<QLineEdit*>(editor);
    if (edit->property(kBegun).toBool())
        return; // the document goes on while a person types
    edit->setProperty(kBegun, true);
    edit->setText(editText(model.desiredAt(index), model.reportedAt(index)));
    edit->selectAll();
}

void ShadowFieldsDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    model->setData(index, static_cast<QLineEdit*>(editor)->text(), Qt::EditRole);
}

ShadowFieldsView::ShadowFieldsView(ShadowFieldsModel& model, QWidget* parent)
    : QTreeView(parent), m_model(model), m_delegate(new ShadowFieldsDelegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Fields of the shadow"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setExpandsOnDoubleClick(false);
    setIndentation(px(16));
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setMinimumSectionSize(px(48));
    connect(&model, &QAbstractItemModel::modelReset, this, &ShadowFieldsView::openAgain);
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& row) { m_folded.insert(row.data(Model::PathRole).toString()); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& row) {
        if (!m_opening)
            m_folded.remove(row.data(Model::PathRole).toString());
    });
    openAgain();
}

void ShadowFieldsView::openAgain()
{
    m_opening = true;
    const auto open = [this](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex at = m_model.index(row, 0, parent);
            if (m_model.rowCount(at) == 0)
                continue;
            setExpanded(at, !m_folded.contains(at.data(Model::PathRole).toString()));
            self(self, at);
        }
    };
    open(open, {});
    m_opening = false;
}

void ShadowFieldsView::setCompact(bool compact)
{
    m_delegate->setRowHeight(compact ? 22 : 28);
    scheduleDelayedItemsLayout();
}

void ShadowFieldsView::setTight(bool tight)
{
    setColumnHidden(Model::Writer, tight);
    shareWidth();
}

void ShadowFieldsView::shareWidth()
{
    const auto& shares = isColumnHidden(Model::Writer) ? kTightShares : kShares;
    for (std::size_t column = 0; column < shares.size(); ++column)
        header()->resizeSection(static_cast<int>(column), static_cast<int>(viewport()->width() * shares[column]));
}

void ShadowFieldsView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

void ShadowFieldsView::editDesired()
{
    const QModelIndex at = currentIndex().siblingAtColumn(Model::Desired);
    if (at.isValid() && m_model.flags(at).testFlag(Qt::ItemIsEditable)) {
        setCurrentIndex(at);
        edit(at, QAbstractItemView::AllEditTriggers, nullptr);
    }
}

bool ShadowFieldsView::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    if (state() != EditingState)
        m_model.beginEdit();
    return QTreeView::edit(index, trigger, event);
}

void ShadowFieldsView::keyPressEvent(QKeyEvent* event)
{
    if (state() != EditingState &&
        (event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return editDesired();
    QTreeView::keyPressEvent(event);
}

} // namespace greensward::ui
