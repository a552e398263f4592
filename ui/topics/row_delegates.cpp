// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/row_delegates.h"

#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/message_log_model.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_model.h"
#include "ui/models/selection.h"
#include "ui/models/topic_tree_model.h"

#include <QPainter>
#include <QTreeView>

namespace greensward::ui {

namespace {

constexpr int kPadding = 8;

void paintBackground(QPainter& painter, const QStyleOptionViewItem& option)
{
    painters::viewItem(option, painter);
}

void paintText(QPainter& painter, const QRect& where, const QString& text, TextStyle style, Role role,
               Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(fontOf(style));
    painter.setPen(color(role));
    painter.drawText(where, static_cast<int>(alignment | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(discreet(text), elide, where.width()));
}

void paintTabular(QPainter& painter, const QRect& where, const QString& text, Role role,
                  Qt::Alignment alignment = Qt::AlignRight, TextStyle style = TextStyle::Secondary)
{
    painter.setPen(color(role));
    paintNumber(painter, where, text, fontOf(style), alignment);
}

/// The mark of a row that belongs to what is selected elsewhere.
void paintBar(QPainter& painter, const QRect& row)
{
    painter.fillRect(QRect(row.left() + px(2), row.top() + px(4), px(3), row.height() - px(8)), color(Role::Accent));
}

/// A small icon at the right end; answers what is left of the place.
QRect paintSign(QPainter& painter, QRect place, const QString& name, Role role)
{
    const int side = px(16);
    paintIcon(painter, QRectF(place.right() - side + 1, place.center().y() - side / 2 + 1, side, side), name, role);
    place.setRight(place.right() - side - px(4));
    return place;
}

/// How an event that is no message is marked.
struct Mark
{
    QString icon;
    Role role;
};

Mark markOf(trace::Kind kind)
{
    using trace::Kind;
    switch (kind) {
    case Kind::ClientConnected:
    case Kind::DeviceStarted:
    case Kind::FaultHealed:
        return {QStringLiteral("plug"), Role::Accent};
    case Kind::WillPublished:
        return {QStringLiteral("envelope"), Role::Lost};
    case Kind::ClientRefused:
    case Kind::MessageRefused:
    case Kind::SubscribeRefused:
    case Kind::LinkRefused:
    case Kind::ProtocolError:
        return {QStringLiteral("warning"), Role::Lost};
    case Kind::MessageDropped:
    case Kind::LimitReached:
    case Kind::ClientTakenOver:
        return {QStringLiteral("warning"), Role::Attention};
    case Kind::FaultInjected:
        return {QStringLiteral("crash"), Role::Attention};
    case Kind::Subscribed:
    case Kind::Unsubscribed:
        return {QStringLiteral("activity"), Role::Information};
    default:
        return {QStringLiteral("activity"), Role::MutedText};
    }
}

} // namespace

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintBackground(*painter, option);
    const bool first = option.rect.left() <= 0;
    if (first && m_selection) {
        const auto says = [&](MessageLogModel::Column column, const QString& what) {
            return !what.isEmpty() && index.siblingAtColumn(column).data().toString() == what;
        };
        if (says(MessageLogModel::From, m_selection->client()) || says(MessageLogModel::Topic, m_selection->topic()))
            paintBar(*painter, option.rect);
    }
    const QRect cell = option.rect.adjusted(px(first ? 2 * kPadding : kPadding), 0, -px(kPadding), 0);
    const QString text = index.data().toString();
    const auto kind = static_cast<trace::Kind>(index.data(MessageLogModel::KindRole).toInt());
    const bool trimmed = index.data(MessageLogModel::TrimmedRole).toBool();
    switch (index.column()) {
    case MessageLogModel::Time:
        paintTabular(*painter, cell, text, Role::MutedText, Qt::AlignLeft);
        return;
    case MessageLogModel::From:
        paintText(*painter, cell, text, TextStyle::Secondary, Role::Text);
        return;
    case MessageLogModel::Topic:
        paintTopic(*painter, cell, index);
        return;
    case MessageLogModel::Qos:
        paintTabular(*painter, cell, text, Role::MutedText);
        return;
    case MessageLogModel::Size:
        paintTabular(*painter, cell, text, trimmed ? Role::Attention : Role::Text);
        return;
    case MessageLogModel::Payload:
        paintText(*painter, cell, text, kind == trace::Kind::MessagePublished ? TextStyle::Mono : TextStyle::Secondary,
                  trimmed ? Role::Attention : Role::MutedText);
        return;
    default:
        return;
    }
}

/// What happened stands where a message has its topic; the whole sentence is in the payload column.
void LogDelegate::paintTopic(QPainter& painter, QRect place, const QModelIndex& index) const
{
    const auto kind = static_cast<trace::Kind>(index.data(MessageLogModel::KindRole).toInt());
    if (kind != trace::Kind::MessagePublished) {
        const Mark mark = markOf(kind);
        paintIcon(painter, QRectF(place.left(), place.center().y() - px(7), px(16), px(16)), mark.icon, mark.role);
        place.setLeft(place.left() + px(22));
        const std::string_view name = trace::name(kind);
        paintText(painter, place, QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                  TextStyle::Secondary, mark.role);
        return;
    }
    if ((index.data(MessageLogModel::FlagsRole).toInt() & trace::kRetain) != 0)
        place = paintSign(painter, place, QStringLiteral("pin"), Role::Information);
    paintText(painter, place, index.data().toString(), TextStyle::Mono, Role::Text, Qt::ElideMiddle);
}

/// A broker's name and whether it is simulated or real: in words, frame and colour.
void TopicDelegate::paintBroker(QPainter& painter, QRect place, const QString& name, bool live)
{
    const QString badge = live ? tr("LIVE") : tr("SIM");
    const Role role = live ? Role::Accent : Role::Information;
    const int wide = QFontMetrics(fontOf(TextStyle::Secondary)).horizontalAdvance(badge) + px(14);
    const int high = px(18);
    const QRect frame(place.left(), place.center().y() - high / 2 + 1, wide, high);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(role), 1, live ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    painter.restore();
    paintText(painter, frame, badge, TextStyle::Secondary, role, Qt::ElideNone, Qt::AlignHCenter);
    paintText(painter, place.adjusted(wide + px(8), 0, 0, 0), name, TextStyle::Strong, Role::Text);
}

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {px(40), m_rowHeight};
}

void TopicDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintBackground(*painter, option);
    QRect cell = option.rect.adjusted(px(index.column() == TopicTreeModel::Topic ? 2 : kPadding), 0, -px(kPadding), 0);
    const QString text = index.data().toString();
    const bool hasMessage = index.data(TopicTreeModel::HasMessageRole).toBool();
    const bool kept = index.data(TopicTreeModel::KeptRole).toBool();
    switch (index.column()) {
    case TopicTreeModel::Topic:
        if (m_selection && hasMessage && !m_selection->client().isEmpty() &&
            index.data(TopicTreeModel::OwnerRole).toString() == m_selection->client())
            paintBar(*painter, QRect(0, option.rect.top(), option.rect.width(), option.rect.height()));
        if (index.data(TopicTreeModel::StoredRole).toBool())
            cell = paintSign(*painter, cell, QStringLiteral("pin"), Role::Information);
        if (index.data(TopicTreeModel::DeliveredLateRole).toBool())
            cell = paintSign(*painter, cell, QStringLiteral("clock"), Role::Attention);
        if (index.data(TopicTreeModel::EndpointRole).toBool()) {
            paintBroker(*painter, cell, text, !index.data(TopicTreeModel::PathRole).toString().isEmpty());
            return;
        }
        paintText(*painter, cell, text, hasMessage && kept ? TextStyle::Strong : TextStyle::Body,
                  kept ? Role::Text : Role::MutedText);
        return;
    case TopicTreeModel::Messages:
        paintTabular(*painter, cell, text, hasMessage ? Role::Text : Role::MutedText);
        return;
    case TopicTreeModel::Rate:
        paintTabular(*painter, cell, text, Role::MutedText);
        return;
    case TopicTreeModel::Value:
        paintText(*painter, cell, text, TextStyle::Mono, Role::MutedText);
        return;
    case TopicTreeModel::Age: {
        const bool late = index.data(TopicTreeModel::LateRole).toBool();
        paintTabular(*painter, cell, text, late ? Role::Attention : Role::MutedText);
        return;
    }
    default:
        return;
    }
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {40, 26};
}

void FieldDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintBackground(*painter, option);
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const bool flat = tree && !tree->rootIsDecorated();
    const int left = index.column() > 0 ? kPadding : flat ? 2 * kPadding : 2;
    const QRect cell = option.rect.adjusted(left, 0, index.column() > 0 ? -2 * kPadding + 4 : -kPadding, 0);
    const QString text = index.data().toString();
    if (const auto* changes = qobject_cast<const DifferenceModel*>(index.model())) {
        const auto kind = static_cast<PayloadChange::Kind>(changes->data(index, DifferenceModel::KindRole).toInt());
        const Role role = index.column() == DifferenceModel::Field    ? Role::Text
                          : index.column() == DifferenceModel::Before ? Role::MutedText
                          : kind == PayloadChange::Kind::Removed      ? Role::Lost
                          : kind == PayloadChange::Kind::Added        ? Role::Accent
                          : index.column() == DifferenceModel::Step   ? Role::Attention
                                                                      : Role::Text;
        paintText(*painter, cell, text, TextStyle::Mono, role, Qt::ElideRight,
                  index.column() == DifferenceModel::Field ? Qt::AlignLeft : Qt::AlignRight);
        return;
    }
    if (index.column() == PayloadModel::Field) {
        paintText(*painter, cell, text, TextStyle::Mono, Role::MutedText);
        return;
    }
    const auto kind = static_cast<PayloadModel::Kind>(index.data(PayloadModel::KindRole).toInt());
    const Role role = kind == PayloadModel::Kind::Object || kind == PayloadModel::Kind::Array ? Role::MutedText
                      : kind == PayloadModel::Kind::Number                                    ? Role::Text
                      : kind == PayloadModel::Kind::String                                    ? Role::Accent
                                                                                              : Role::Information;
    paintText(*painter, cell, text, TextStyle::Mono, role, Qt::ElideRight, Qt::AlignRight);
}

} // namespace greensward::ui
