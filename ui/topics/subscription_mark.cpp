// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/subscription_mark.h"

#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/retained_model.h"
#include "ui/models/topic_history.h"

#include <QPainter>
#include <QPainterPath>

namespace greensward::ui {

Role markRole(int mark)
{
    constexpr std::array kRoles{Role::Information, Role::Edge, Role::Accent, Role::Attention, Role::Lost};
    static_assert(kRoles.size() == SubscriptionModel::kMarks);
    return kRoles[static_cast<std::size_t>(mark)];
}

void paintMark(QPainter& painter, const QRectF& where, int mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(markRole(mark)));
    const QPointF middle = where.center();
    const double half = std::min(where.width(), where.height()) / 2;
    switch (mark) {
    case 0:
        painter.drawEllipse(middle, half, half);
        break;
    case 1:
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half));
        break;
    case 2:
        painter.drawPolygon(QPolygonF({{middle.x(), middle.y() - half},
                                       {middle.x() + half, middle.y() + half},
                                       {middle.x() - half, middle.y() + half}}));
        break;
    case 3:
        painter.drawPolygon(QPolygonF({{middle.x(), middle.y() - half},
                                       {middle.x() + half, middle.y()},
                                       {middle.x(), middle.y() + half},
                                       {middle.x() - half, middle.y()}}));
        break;
    default:
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half / 2.5, 2 * half, half / 1.25));
        break;
    }
    painter.restore();
}

void MarkedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    m_plain.paint(painter, option, index);
    const std::string topic = index.siblingAtColumn(m_topicColumn).data().toString().toStdString();
    if (const auto mark = topic.empty() ? std::nullopt : m_subscriptions.markOf(topic))
        paintMark(*painter, QRectF(option.rect.left() + px(4), option.rect.center().y() - px(3.5), px(8), px(8)),
                  *mark);
}

void MessageRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painters::viewItem(option, *painter);
    QRect cell = option.rect.adjusted(px(index.column() == 0 ? 16 : 6), 0, -px(6), 0);
    const auto* model = index.model();
    Role role = Role::Text;
    TextStyle style = TextStyle::Secondary;
    QString sign;
    if (qobject_cast<const SubscriptionModel*>(model)) {
        const bool muted = index.data(SubscriptionModel::MutedRole).toBool();
        const bool refused = index.data(SubscriptionModel::RefusedRole).toBool();
        role = muted ? Role::MutedText : Role::Text;
        if (index.column() == SubscriptionModel::TopicFilter) {
            style = TextStyle::Mono;
            painter->save();
            painter->setOpacity(muted ? 0.35 : 1);
            paintMark(*painter, QRectF(cell.left(), cell.center().y() - px(4.5), px(10), px(10)),
                      index.data(SubscriptionModel::MarkRole).toInt());
            painter->restore();
            cell.setLeft(cell.left() + px(18));
        } else if (index.column() == SubscriptionModel::State) {
            role = refused ? Role::Lost : muted ? Role::MutedText : Role::Accent;
        }
    } else if (qobject_cast<const ReceivedModel*>(model)) {
        style = index.column() == ReceivedModel::Topic || index.column() == ReceivedModel::Payload
                    ? TextStyle::Mono
                    : TextStyle::Secondary;
        role = index.column() == ReceivedModel::Topic ? Role::Text : Role::MutedText;
        if (index.column() == ReceivedModel::Topic && index.data(ReceivedModel::AsRetainedRole).toBool())
            sign = QStringLiteral("clock");
    } else if (qobject_cast<const TopicHistory*>(model)) {
        style = index.column() == TopicHistory::Payload ? TextStyle::Mono : TextStyle::Secondary;
        role = index.column() == TopicHistory::Size && index.data(TopicHistory::TrimmedRole).toBool() ? Role::Attention
               : index.column() == TopicHistory::From || index.column() == TopicHistory::Size         ? Role::Text
                                                                                                      : Role::MutedText;
    } else { // retained ones
        style = index.column() == RetainedModel::Topic ? TextStyle::Mono : TextStyle::Secondary;
        role = index.column() == RetainedModel::Topic ? Role::Text : Role::MutedText;
        if (index.column() == RetainedModel::Topic)
            sign =
                index.data(RetainedModel::RestorableRole).toBool() ? QStringLiteral("pin") : QStringLiteral("warning");
    }
    if (!sign.isEmpty()) {
        paintIcon(*painter, QRectF(cell.left(), cell.center().y() - px(7), px(16), px(16)), sign,
                  sign == QLatin1String("warning") ? Role::Attention : Role::Information);
        cell.setLeft(cell.left() + px(22));
    }
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString text = index.data().toString();
    painter->setPen(color(role));
    if (alignment.testFlag(Qt::AlignRight)) {
        paintNumber(*painter, cell, text, fontOf(style), Qt::AlignRight);
        return;
    }
    painter->setFont(fontOf(style));
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(
                          text, style == TextStyle::Mono ? Qt::ElideMiddle : Qt::ElideRight, cell.width()));
}

} // namespace greensward::ui
