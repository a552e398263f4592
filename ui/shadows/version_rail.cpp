// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/version_rail.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/shadows/shadow_history_model.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace greensward::ui {

using Model = ShadowHistoryModel;
using Sort = ShadowHistoryModel::Sort;

namespace {

constexpr double kWide = 132;
constexpr double kHigh = 74;
constexpr double kRailAt = 18; ///< from the top
constexpr double kDot = 5;

Role roleOf(Sort sort)
{
    switch (sort) {
    case Sort::Reported:
        return Role::Accent;
    case Sort::Desired:
        return Role::Information;
    case Sort::Both:
        return Role::Edge;
    case Sort::Refused:
    case Sort::Deleted:
        return Role::Lost;
    case Sort::Nothing:
        break;
    }
    return Role::MutedText;
}

/// Shape doubles colour: reported full, desired hollow, both half, refused a cross, deleted a square.
void paintMark(QPainter& painter, QPointF at, Sort sort)
{
    const double r = px(kDot);
    const QColor ink = color(roleOf(sort));
    painter.setPen(QPen(ink, px(2)));
    painter.setBrush(color(Role::Surface));
    switch (sort) {
    case Sort::Refused:
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
        return;
    case Sort::Deleted:
        painter.setBrush(ink);
        painter.drawRect(QRectF(at - QPointF(r, r) * 0.8, QSizeF(r, r) * 1.6));
        return;
    case Sort::Reported:
        painter.setBrush(ink);
        break;
    case Sort::Both:
        painter.drawEllipse(at, r, r);
        painter.setBrush(ink);
        painter.drawPie(QRectF(at - QPointF(r, r), QSizeF(r, r) * 2), 90 * 16, 180 * 16);
        return;
    case Sort::Desired:
    case Sort::Nothing:
        break;
    }
    painter.drawEllipse(at, r, r);
}

class RungDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(kWide), px(kHigh)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto sort = index.data(Model::SortRole).value<Sort>();
        const QRectF place = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painters::roundedRect(*painter, place.adjusted(px(2), px(1), -px(2), -px(1)), px(7), color(Role::AccentTint));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painters::roundedRect(*painter, place.adjusted(px(2), px(1), -px(2), -px(1)), px(7), color(Role::Chip));
        paintRail(*painter, place, sort, index);
        paintWords(*painter, place, sort, index);
        if (option.state.testFlag(QStyle::State_HasFocus) && option.widget->hasFocus())
            painters::focusRing(*painter, place.adjusted(px(2), px(1), -px(2), -px(1)), px(7));
        painter->restore();
    }

private:
    static void paintRail(QPainter& painter, const QRectF& place, Sort sort, const QModelIndex& index)
    {
        const QPointF mark(place.left() + px(16), place.top() + px(kRailAt));
        const bool last = index.row() + 1 == index.model()->rowCount();
        painter.setPen(QPen(color(Role::Hairline), px(2)));
        painter.drawLine(QPointF(index.row() == 0 ? mark.x() : place.left(), mark.y()), mark);
        const double words = place.left() + px(28) +
                             QFontMetricsF(fontOf(TextStyle::Strong)).horizontalAdvance(index.data(Model::VersionRole).toString()) +
                             px(index.data(Model::DeltaRole).toBool() ? 26 : 6);
        if (!last && words < place.right())
            painter.drawLine(QPointF(words, mark.y()), QPointF(place.right() + 1, mark.y()));
        paintMark(painter, mark, sort);
    }

    static void paintWords(QPainter& painter, const QRectF& place, Sort sort, const QModelIndex& index)
    {
        QRectF line(place.left() + px(28), place.top() + px(kRailAt - 10), place.width() - px(32), px(20));
        const QString version = index.data(Model::VersionRole).toString();
        painter.setFont(fontOf(TextStyle::Strong));
        painter.setPen(color(sort == Sort::Refused ? Role::Lost : Role::Text));
        painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), version);
        if (index.data(Model::DeltaRole).toBool()) {
            line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(version) + px(6));
            painter.setPen(color(Role::Attention));
            painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), QStringLiteral("≠"));
        }
        QRectF below(place.left() + px(10), place.top() + px(32), place.width() - px(16), px(18));
        const auto write = [&](const QString& text, TextStyle style, Role role) {
            painter.setFont(fontOf(style));
            painter.setPen(color(role));
            painter.drawText(below, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(below.width())));
            below.translate(0, px(18));
        };
        write(index.data(Model::WhatRole).toString(), TextStyle::Secondary, roleOf(sort));
        write(QStringLiteral("%1 %2").arg(index.data(Model::WhenRole).toString(), index.data(Model::WhoRole).toString()),
              TextStyle::Caption, Role::MutedText);
    }
};

} // namespace

VersionRail::VersionRail(ShadowHistoryModel& model, QWidget* parent) : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new RungDelegate(this));
    setAccessibleName(tr("Versions of the shadow"));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &VersionRail::catchUp);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setFollowing(true);
        catchUp();
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_following && !currentIndex().isValid())
            follow(); // what was looked at is forgotten
    });
    catchUp();
}

QSize VersionRail::sizeHint() const
{
    return {px(400), px(kHigh) + px(12)};
}

QSize VersionRail::minimumSizeHint() const
{
    return {px(120), px(kHigh) + px(12)};
}

void VersionRail::setFollowing(bool following)
{
    if (std::exchange(m_following, following) != following)
        emit followingChanged(following);
}

void VersionRail::catchUp()
{
    if (!m_following)
        return;
    m_catchingUp = true;
    const QModelIndex newest = model()->index(model()->rowCount() - 1, 0);
    setCurrentIndex(newest);
    if (newest.isValid())
        scrollTo(newest);
    m_catchingUp = false;
    emit chosen(newest.row());
}

void VersionRail::follow()
{
    setFollowing(true);
    catchUp();
}

void VersionRail::choose(int row)
{
    setCurrentIndex(model()->index(row, 0));
}

void VersionRail::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (m_catchingUp || !current.isValid())
        return;
    setFollowing(current.row() + 1 == model()->rowCount());
    scrollTo(current);
    emit chosen(current.row());
}

void VersionRail::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(std::max(0, row - 1));
    case Qt::Key_Right:
        return choose(std::min(model()->rowCount() - 1, row + 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return follow();
    default:
        QListView::keyPressEvent(event);
    }
}

void VersionRail::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (m_following && currentIndex().isValid())
        scrollTo(currentIndex());
}

} // namespace greensward::ui
