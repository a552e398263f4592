// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/node_painter.h"

#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kRadius = 9;
constexpr double kTile = 36;
/// Below this scale a second line cannot be read.
constexpr double kReadable = 0.62;

QString translated(const char* text)
{
    return QCoreApplication::translate("MapNode", text);
}

QString iconOf(const MapNode& node)
{
    if (node.shape == QLatin1String("turbine"))
        return QStringLiteral("turbine");
    if (node.shape == QLatin1String("sprinkler"))
        return QStringLiteral("drop");
    return node.kind == NodeKind::Device || node.shape.isEmpty() ? QStringLiteral("chip") : node.shape;
}

Role tileRole(const MapNode& node)
{
    if (node.state != LinkState::Online)
        return roleOf(node.state);
    if (node.kind == NodeKind::Core)
        return Role::Edge;
    return node.layer == 0 ? Role::Accent : Role::Information;
}

void paintFrame(QPainter& painter, const QRectF& place, const MapNode& node)
{
    const bool away = node.state != LinkState::Online;
    if (node.kind == NodeKind::Group) { // a sheaf of cards
        for (const double behind : {8.0, 4.0})
            painters::roundedRect(painter, QRectF(place).adjusted(px(behind), 0, -px(behind), px(behind)), px(kRadius),
                                  color(Role::Raised), color(Role::Hairline));
    }
    if (!away) {
        painters::roundedRect(painter, place.adjusted(0, px(2), 0, px(2)), px(kRadius), color(Role::Chip));
        painters::roundedRect(painter, place, px(kRadius), color(Role::Raised), color(Role::Hairline));
        return;
    }
    painter.setBrush(color(Role::Raised));
    painter.setPen(QPen(color(roleOf(node.state)), px(1.5), Qt::DashLine));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), px(kRadius), px(kRadius));
}

void paintTurbine(QPainter& painter, const QRectF& place, Role role, double phase)
{
    const double unit = place.width() / 36;
    const QPointF hub = place.topLeft() + QPointF(18, 14.5) * unit;
    painter.setPen(QPen(color(role), 1.7 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(hub + QPointF(0, 3.5) * unit, hub + QPointF(0, 15.5) * unit);
    painter.drawLine(hub + QPointF(-4.5, 15.5) * unit, hub + QPointF(4.5, 15.5) * unit);
    for (int blade = 0; blade < 3; ++blade) {
        const double angle = (phase + blade) * 2.0943951;
        const QPointF along(std::sin(angle), -std::cos(angle));
        painter.drawLine(hub + along * 2.2 * unit, hub + along * 10.5 * unit);
    }
    painter.setBrush(color(role));
    painter.drawEllipse(hub, 0.9 * unit, 0.9 * unit);
}

void paintSpray(QPainter& painter, const QRectF& place, Role role, double phase)
{
    const double unit = place.width() / 36;
    const QPointF foot = place.topLeft() + QPointF(18, 30) * unit;
    painter.setPen(QPen(color(role), 1.7 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(foot, foot + QPointF(0, -8) * unit);
    painter.drawLine(foot + QPointF(-4, 0) * unit, foot + QPointF(4, 0) * unit);
    painter.setPen(Qt::NoPen);
    for (int jet = -1; jet <= 1; ++jet)
        for (int drop = 0; drop < 3; ++drop) {
            const double along = std::fmod(phase + drop / 3.0 + jet * 0.17 + 1, 1.0);
            QColor ink = color(role);
            ink.setAlphaF(static_cast<float>(1 - 0.7 * along));
            painter.setBrush(ink);
            const QPointF at = foot + QPointF(jet * 13 * along, -9 - 26 * along + 20 * along * along) * unit;
            painter.drawEllipse(at, 1.5 * unit, 1.5 * unit);
        }
}

/// Mixed and not translucent: Qt strokes an opaque path six times faster, and links that cross do not add up.
QColor faded(const QColor& ink, double part)
{
    const QColor ground = color(Role::Surface);
    const auto mix = [part](int one, int other) {
        return static_cast<int>(std::lround(one * part + other * (1 - part)));
    };
    return {mix(ink.red(), ground.red()), mix(ink.green(), ground.green()), mix(ink.blue(), ground.blue())};
}

struct Badge
{
    QString text;
    QString icon;
    Role role;
};

std::vector<Badge> badgesOf(const MapNode& node)
{
    std::vector<Badge> badges;
    if (node.willSent)
        badges.push_back(
            {translated(QT_TRANSLATE_NOOP("MapNode", "will sent")), QStringLiteral("envelope"), Role::Lost});
    else if (node.state == LinkState::CutOff)
        badges.push_back(
            {translated(QT_TRANSLATE_NOOP("MapNode", "cable cut")), QStringLiteral("cut"), Role::Attention});
    if (node.faults > 0)
        badges.push_back({node.faults == 1 ? translated(QT_TRANSLATE_NOOP("MapNode", "fault"))
                                           : translated(QT_TRANSLATE_NOOP("MapNode", "%1 faults")).arg(node.faults),
                          QStringLiteral("fault"), Role::Attention});
    if (!node.note.isEmpty())
        badges.push_back({node.note.section(QLatin1Char(' '), 0, 0), QStringLiteral("warning"), Role::Lost});
    return badges;
}

void paintBadges(QPainter& painter, const QRectF& place, const MapNode& node)
{
    double right = place.right() - px(8);
    for (const Badge& badge : badgesOf(node)) {
        QRectF pill = pillPlace(QPointF(0, place.top()), badge.text, true);
        pill.moveRight(right);
        paintPill(painter, pill, badge.text, badge.icon, Role::OnFill, badge.role, badge.role);
        right = pill.left() - px(4);
    }
}

const QString kOrigin = QStringLiteral("SIM");

QRectF originTag(const QRectF& place)
{
    QRectF tag(0, 0, QFontMetricsF(fontOf(TextStyle::Caption)).horizontalAdvance(kOrigin) + px(12), px(16));
    tag.moveCenter(QPointF(0, place.bottom()));
    tag.moveRight(place.right() - px(10));
    return tag;
}

QRectF shadowTag(const QRectF& place, const MapNode& node)
{
    QRectF tag(0, 0, QFontMetricsF(fontOf(TextStyle::Section)).horizontalAdvance(node.shadow) + px(30), px(16));
    tag.moveCenter(QPointF(0, place.bottom()));
    tag.moveRight(node.simulated ? originTag(place).left() - px(6) : place.right() - px(10));
    return tag;
}

/// On the lower edge: simulated and real must not be mixed up.
void paintOrigin(QPainter& painter, const QRectF& place)
{
    const QRectF tag = originTag(place);
    painter.setPen(QPen(color(Role::Information), 1, Qt::DashLine));
    painter.setBrush(color(Role::InformationTint));
    painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
    painter.setPen(color(Role::Information));
    painter.setFont(fontOf(TextStyle::Caption));
    painter.drawText(tag, Qt::AlignCenter, kOrigin);
}

/// Beside it, how the device's shadow stands.
void paintShadow(QPainter& painter, const QRectF& place, const MapNode& node)
{
    const Role role = node.shadowDiffers ? Role::Attention : Role::Accent;
    const QRectF tag = shadowTag(place, node);
    painters::roundedRect(painter, tag, px(8), color(tintOf(role)), color(role));
    paintIcon(painter, QRectF(tag.left() + px(6), tag.center().y() - px(6), px(12), px(12)), QStringLiteral("shadow"), role);
    painter.setPen(color(role));
    painter.setFont(fontOf(TextStyle::Section));
    painter.drawText(tag.adjusted(px(20), 0, -px(6), 0), Qt::AlignCenter, node.shadow);
}

} // namespace

Role roleOf(LinkState state)
{
    switch (state) {
    case LinkState::Online:
        return Role::Accent;
    case LinkState::Connecting:
        return Role::Information;
    case LinkState::CutOff:
        return Role::Attention;
    case LinkState::Lost:
        return Role::Lost;
    case LinkState::Never:
    case LinkState::Offline:
        break;
    }
    return Role::MutedText;
}

bool hasMovingParts(const MapNode& node)
{
    return node.kind == NodeKind::Device && node.pace > 0.005 &&
           (node.shape == QLatin1String("turbine") || node.shape == QLatin1String("sprinkler"));
}

QRectF silhouettePlace(const QRectF& node)
{
    return QRectF(node.left() + px(10), node.top() + (std::min(node.height(), double(px(58))) - px(kTile)) / 2,
                  px(kTile), px(kTile));
}

void paintSilhouette(QPainter& painter, const QRectF& place, const MapNode& node, double phase)
{
    const Role role = tileRole(node);
    painters::roundedRect(painter, place, px(7), color(tintOf(role)));
    if (node.shape == QLatin1String("turbine"))
        paintTurbine(painter, place, role, phase);
    else if (node.shape == QLatin1String("sprinkler") && node.pace > 0.005)
        paintSpray(painter, place, role, phase);
    else
        paintIcon(painter, QRectF(place).adjusted(px(6), px(6), -px(6), -px(6)), iconOf(node), role);
}

void paintNode(QPainter& painter, const QRectF& place, const MapNode& node, double scale)
{
    painter.save();
    if (node.dimmed)
        painter.setOpacity(0.4);
    paintFrame(painter, place, node);
    const QRectF tile = silhouettePlace(place);
    paintSilhouette(painter, tile, node, 0.08);
    QRectF text(tile.right() + px(10), place.top() + px(10), 0, px(20));
    text.setRight(place.right() - px(10));
    const bool small = scale < kReadable;
    if (small) {
        text.setTop(place.top());
        text.setHeight(std::min(place.height(), double(px(58))));
    } else if (node.willArmed) { // what is there to be sent one day
        paintIcon(painter, QRectF(text.right() - px(14), text.center().y() - px(7), px(14), px(14)),
                  QStringLiteral("envelope"), Role::MutedText);
        text.setRight(text.right() - px(18));
    }
    QFont title = fontOf(TextStyle::Strong);
    if (small)
        title.setPixelSize(px(18));
    painter.setFont(title);
    painter.setPen(color(node.state == LinkState::Online ? Role::Text : Role::MutedText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(discreet(node.title), Qt::ElideMiddle, static_cast<int>(text.width())));
    if (!small) {
        text = QRectF(text.left(), text.bottom(), place.right() - px(10) - text.left(), px(18));
        painter.setFont(fontOf(TextStyle::Caption));
        painter.setPen(color(node.state == LinkState::Online ? Role::MutedText : roleOf(node.state)));
        const auto line = [&](const QString& words) {
            painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(discreet(words), Qt::ElideRight, static_cast<int>(text.width())));
            text.translate(0, px(20));
        };
        line(node.line);
        if (!node.detail.isEmpty()) {
            text.setLeft(tile.left());
            line(node.detail);
        }
    }
    paintEdges(painter, place, node, scale);
    painter.restore();
}

void paintEdges(QPainter& painter, const QRectF& place, const MapNode& node, double scale)
{
    if (scale >= kReadable && node.simulated)
        paintOrigin(painter, place);
    if (scale >= kReadable && !node.shadow.isEmpty())
        paintShadow(painter, place, node);
    paintBadges(painter, place, node);
}

double tagsBegin(const QRectF& place, const MapNode& node)
{
    if (!node.shadow.isEmpty())
        return shadowTag(place, node).left();
    return node.simulated ? originTag(place).left() : place.right();
}

QPainterPath linkPath(const QRectF& node, const QRectF& uplink, double level)
{
    const bool fromLeft = node.center().x() <= uplink.center().x();
    const QPointF from(fromLeft ? node.right() : node.left(), node.center().y());
    const QPointF to(fromLeft ? uplink.left() : uplink.right(), uplink.center().y());
    // Also where a node was moved to the other side, the curve leaves and arrives level.
    const double bend = std::max(std::abs(to.x() - from.x()) * 0.5, double(px(40)));
    const double side = fromLeft ? bend : -bend;
    QPainterPath path(from);
    QPointF turn = from;
    if (fromLeft && level > from.x() && level < to.x()) {
        turn.setX(level);
        path.lineTo(turn);
    }
    const double reach = turn == from ? side : (to.x() - turn.x()) * 0.5;
    path.cubicTo(turn + QPointF(reach, 0), to - QPointF(reach, 0), to);
    return path;
}

double linkWidth(const MapNode& node)
{
    const double rate = node.up.messages + node.down.messages;
    return 2 + std::round(std::log2(1 + rate) * 2) / 2 * 0.8;
}

Role linkRole(const MapNode& node)
{
    return tileRole(node);
}

void paintLink(QPainter& painter, const QPainterPath& path, const MapNode& node, double width)
{
    const QColor ink = color(linkRole(node));
    QPen pen(ink, px(1.6), Qt::SolidLine, Qt::RoundCap);
    switch (node.state) {
    case LinkState::Online:
        pen.setColor(faded(ink, node.dimmed ? 0.12 : 0.3));
        pen.setWidthF(width * zoom());
        break;
    case LinkState::Never:
    case LinkState::Offline:
        pen.setColor(faded(ink, 0.6));
        pen.setWidthF(px(1.3));
        pen.setDashPattern({1, 4});
        break;
    default:
        pen.setDashPattern({4, 3});
        break;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(path);
}

QRectF pillPlace(QPointF centre, const QString& text, bool withIcon)
{
    const double wide = QFontMetricsF(fontOf(TextStyle::Section)).horizontalAdvance(text) + px(withIcon ? 32 : 18);
    QRectF place(0, 0, wide, px(20));
    place.moveCenter(centre);
    return place;
}

void paintPill(QPainter& painter, const QRectF& place, const QString& text, const QString& iconName, Role ink,
               Role fill, Role line)
{
    painters::roundedRect(painter, place, place.height() / 2, color(fill), color(line));
    QRectF words = place;
    if (!iconName.isEmpty()) {
        paintIcon(painter, QRectF(place.left() + px(8), place.center().y() - px(7), px(14), px(14)), iconName, ink);
        words.setLeft(place.left() + px(20));
    }
    painter.setFont(fontOf(TextStyle::Section));
    painter.setPen(color(ink));
    painter.drawText(words, Qt::AlignCenter, text);
}

} // namespace greensward::ui
