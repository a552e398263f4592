// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/row_delegates.h"

#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/message_log_model.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_model.h"
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
                     painter.fontMetrics().elidedText(text, elide, where.width()));
}

void paintTabular(QPainter& painter, const QRect& where, const QString& text, Role role,
                  Qt::Alignment alignment = Qt::AlignRight, TextStyle style = TextStyle::Secondary)
{
    painter.setPen(color(role));
    paintNumber(painter, where, text, fontOf(style), alignment);
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
    const QRect cell = option.rect.adjusted(index.column() == 0 ? 2 * kPadding : kPadding, 0, -kPadding, 0);
    const QString text = index.data().toString();
    const auto kind = static_cast<trace::Kind>(index.data(MessageLogModel::KindRole).toInt());
    const bool isMessage = kind == trace::Kind::MessagePublished;
    switch (index.column()) {
    case MessageLogModel::Time:
        paintTabular(*painter, cell, text, Role::MutedText, Qt::AlignLeft);
        return;
    case MessageLogModel::From:
        paintText(*painter, cell, text, TextStyle::Secondary, Role::Text);
        return;
    case MessageLogModel::Topic: {
        QRect place = cell;
        if (!isMessage) {
            // What happened stands where a message has its topic; the whole sentence is in the payload column.
            const Mark mark = markOf(kind);
            paintIcon(*painter, QRectF(place.left(), place.center().y() - 7, 16, 16), mark.icon, mark.role);
            place.setLeft(place.left() + 22);
            const std::string_view name = trace::name(kind);
            paintText(*painter, place, QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                      TextStyle::Secondary, mark.role == Role::MutedText ? Role::MutedText : mark.role);
            return;
        }
        const int flags = index.data(MessageLogModel::FlagsRole).toInt();
        if ((flags & trace::kRetain) != 0) {
            paintIcon(*painter, QRectF(place.right() - 15, place.center().y() - 7, 16, 16), QStringLiteral("pin"),
                      Role::Information);
            place.setRight(place.right() - 20);
        }
        paintText(*painter, place, text, TextStyle::Mono, Role::Text, Qt::ElideMiddle);
        return;
    }
    case MessageLogModel::Qos:
        paintTabular(*painter, cell, text, Role::MutedText);
        return;
    case MessageLogModel::Size:
        paintTabular(*painter, cell, text,
                     index.data(MessageLogModel::TrimmedRole).toBool() ? Role::Attention : Role::Text);
        return;
    case MessageLogModel::Payload:
        paintText(*painter, cell, text, isMessage ? TextStyle::Mono : TextStyle::Secondary, Role::MutedText);
        return;
    default:
        return;
    }
}

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {40, m_rowHeight};
}

void TopicDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintBackground(*painter, option);
    QRect cell = option.rect.adjusted(index.column() == TopicTreeModel::Topic ? 2 : kPadding, 0, -kPadding, 0);
    const QString text = index.data().toString();
    const bool hasMessage = index.data(TopicTreeModel::HasMessageRole).toBool();
    switch (index.column()) {
    case TopicTreeModel::Topic:
        if (index.data(TopicTreeModel::RetainedRole).toBool()) {
            paintIcon(*painter, QRectF(cell.right() - 15, cell.center().y() - 7, 16, 16), QStringLiteral("pin"),
                      Role::Information);
            cell.setRight(cell.right() - 20);
        }
        paintText(*painter, cell, text, hasMessage ? TextStyle::Strong : TextStyle::Body, Role::Text);
        return;
    case TopicTreeModel::Messages:
        paintTabular(*painter, cell, text, hasMessage ? Role::Text : Role::MutedText);
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
