// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands still is painted once; what moves, each frame.
#include "ui/kit/icon.h"
#include "ui/kit/motion.h"
#include "ui/kit/style_painters.h"
#include "ui/map/map_view.h"
#include "ui/map/node_actions.h"
#include "ui/map/node_painter.h"
#include "ui/models/number_text.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// Of one frame, for what looks different; the rest waits for the next one.
constexpr qint64 kSliceNanos = 3'000'000;
constexpr double kRingMillis = 1300;
constexpr int kPulses = 3; ///< of a band, on their way at any time
/// From so many moving things on, painting everything is cheaper than looking at each.
constexpr std::size_t kManyMoving = 40;
constexpr std::size_t kFewNodes = 24;

Role sortRole(MessageSort sort, bool device)
{
    switch (sort) {
    case MessageSort::Will:
        return Role::Lost;
    case MessageSort::Retained:
        return Role::Attention;
    case MessageSort::Message:
        break;
    }
    return device ? Role::Accent : Role::Information;
}

/// A dot, a pin's square for a retained message, an envelope for a will: the shape tells without the colour.
QPixmap dotPicture(MessageSort sort, Role role, double size, double ratio)
{
    const int pixels = static_cast<int>(std::ceil(size * ratio));
    const QString key = QStringLiteral("greensward/dot/%1/%2/%3/%4")
                            .arg(static_cast<int>(sort))
                            .arg(color(role).rgba())
                            .arg(pixels)
                            .arg(ratio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(pixels, pixels);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place(0, 0, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(role));
    switch (sort) {
    case MessageSort::Message:
        painter.drawEllipse(place.adjusted(size * 0.16, size * 0.16, -size * 0.16, -size * 0.16));
        break;
    case MessageSort::Retained:
        painter.translate(place.center());
        painter.rotate(45);
        painter.drawRoundedRect(QRectF(-size * 0.32, -size * 0.32, size * 0.64, size * 0.64), size * 0.1, size * 0.1);
        break;
    case MessageSort::Will: {
        const QRectF sheet = place.adjusted(size * 0.02, size * 0.16, -size * 0.02, -size * 0.16);
        painter.drawRoundedRect(sheet, size * 0.1, size * 0.1);
        painter.setPen(QPen(color(Role::Surface), size * 0.09));
        painter.drawPolyline(
            QPolygonF({sheet.topLeft() + QPointF(size * 0.1, size * 0.12), sheet.center() + QPointF(0, size * 0.08),
                       sheet.topRight() + QPointF(-size * 0.1, size * 0.12)}));
        break;
    }
    }
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

double dotSize(MessageSort sort)
{
    return sort == MessageSort::Will ? px(18) : px(10);
}

} // namespace

void MapView::repaintAll()
{
    m_stillDue = true;
    m_dirty.clear();
    m_nextWires = {};
    if (m_picturesScale != m_scale || m_nodePictures.size() != m_model.nodes().size())
        m_nodePictures.assign(m_model.nodes().size(), {});
    m_picturesScale = m_scale;
    update();
}

/// Links look different, but are where they were: they are drawn aside and shown when all are done.
void MapView::repaintLinks()
{
    if (m_stillDue)
        return;
    m_nextWires = QPixmap(m_wires.size());
    m_nextWires.setDevicePixelRatio(m_wires.devicePixelRatio());
    m_nextWires.fill(color(Role::Surface));
    m_wireAt = 0;
}

/// As much as one frame has time for.
void MapView::repaintNext()
{
    if (m_stillDue || !isVisible())
        return;
    const bool nodes = repaintNodes();
    const bool wires = nodes && (m_nextWires.isNull() || drawWires());
    if (wires && !m_nextWires.isNull()) {
        m_wires = std::exchange(m_nextWires, {});
        paintStill(rect());
        update();
    }
    if (!nodes || !wires)
        m_repaint.start(16);
}

/// Goes on with the links of m_nextWires; true when all are there.
bool MapView::drawWires()
{
    QElapsedTimer watch;
    watch.start();
    QPainter painter(&m_nextWires);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform(), true);
    const auto& nodes = m_model.nodes();
    const QRectF seen = transform().inverted().mapRect(QRectF(rect()));
    for (; m_wireAt < nodes.size(); ++m_wireAt) {
        if (!m_wires.isNull() && watch.nsecsElapsed() > kSliceNanos)
            return false;
        const Link& link = m_links[m_wireAt];
        if (link.bounds.intersects(seen))
            paintLink(painter, link.path, nodes[m_wireAt], link.width);
    }
    paintHeadings(painter);
    return true;
}

/// Nodes that say something new; true when none is left.
bool MapView::repaintNodes()
{
    QElapsedTimer watch;
    watch.start();
    while (!m_dirty.empty()) {
        if (watch.nsecsElapsed() > kSliceNanos)
            return false;
        const auto row = static_cast<std::size_t>(m_dirty.back());
        m_dirty.pop_back();
        const double reach = px(kBadgeReach);
        const QRectF where = toScreen(m_places[row].adjusted(-reach, -reach, reach, reach));
        if (!where.intersects(QRectF(rect())))
            continue;
        paintStill(where);
        update(where.toAlignedRect());
    }
    return true;
}

/// A part of the still picture, in pixels of the widget.
void MapView::paintStill(const QRectF& where)
{
    const QRect aligned = where.toAlignedRect() & rect();
    const double ratio = m_still.devicePixelRatio();
    QPainter painter(&m_still);
    painter.setClipRect(aligned);
    painter.drawPixmap(aligned, m_wires, QRectF(aligned.topLeft() * ratio, aligned.size() * ratio).toRect());
    const auto& nodes = m_model.nodes();
    const double reach = px(kBadgeReach);
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const QRectF place = m_places[at].adjusted(-reach, -reach, reach, reach);
        const QRectF seen = toScreen(place);
        if (!seen.intersects(QRectF(aligned)))
            continue;
        QPixmap& picture = m_nodePictures[at];
        if (picture.isNull()) {
            picture = QPixmap((seen.size() * ratio).toSize().expandedTo(QSize(1, 1)));
            picture.setDevicePixelRatio(ratio);
            picture.fill(Qt::transparent);
            QPainter own(&picture);
            own.setRenderHint(QPainter::Antialiasing);
            own.scale(m_scale, m_scale);
            own.translate(-place.topLeft());
            paintNode(own, m_places[at], nodes[at], m_scale);
        }
        painter.drawPixmap(QPointF(std::round(seen.left()), std::round(seen.top())), picture);
    }
}

void MapView::paintHeadings(QPainter& painter) const
{
    QFont font = fontOf(TextStyle::Section);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    painter.setFont(font);
    painter.setPen(color(Role::MutedText));
    for (const auto& heading : m_layout.headings) {
        const QRectF place(heading.place.topLeft() * zoom(), heading.place.size() * zoom());
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip,
                         m_model.layers()[static_cast<std::size_t>(heading.layer)].title);
    }
}

void MapView::paintEvent(QPaintEvent* event)
{
    if (std::exchange(m_stillDue, false)) {
        const double ratio = devicePixelRatioF();
        const QSize wanted = (QSizeF(size()) * ratio).toSize();
        if (m_still.size() != wanted) {
            m_still = QPixmap(wanted);
            m_still.setDevicePixelRatio(ratio);
        }
        m_nextWires = QPixmap(wanted);
        m_nextWires.setDevicePixelRatio(ratio);
        m_nextWires.fill(color(Role::Surface));
        m_wireAt = 0;
        m_wires = {}; // all at once
        drawWires();
        m_wires = std::exchange(m_nextWires, {});
        paintStill(rect());
    }
    QPainter painter(this);
    const double ratio = m_still.devicePixelRatio();
    for (const QRect& part : event->region())
        painter.drawPixmap(part, m_still, QRectF(part.topLeft() * ratio, part.size() * ratio).toRect());
    painter.setClipRegion(event->region());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform(), true);
    paintSilhouettes(painter, event->region());
    paintMarks(painter);
    if (motionAllowed()) {
        paintBands(painter);
        paintDots(painter);
    }
    paintRates(painter, event->region());
    paintBurst(painter);
}

void MapView::paintDots(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    const auto& nodes = m_model.nodes();
    const QTransform toPixels = transform();
    painter.save();
    painter.resetTransform();
    for (const Flights::Dot& dot : m_flights.dots()) {
        const auto at = Flights::place(dot, m_now);
        const auto row = static_cast<std::size_t>(dot.row);
        if (!at || m_links[row].path.isEmpty())
            continue;
        const double size = dotSize(dot.sort) * std::clamp(m_scale, 0.6, 1.4);
        const QPixmap picture = dotPicture(dot.sort, sortRole(dot.sort, nodes[row].layer == 0), size, ratio);
        painter.drawPixmap(toPixels.map(pointAt(m_links[row], *at)) - QPointF(size, size) / 2, picture);
    }
    painter.restore();
}

/// Pulses that run along a link with too many messages to see single ones.
void MapView::paintBands(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    const auto& nodes = m_model.nodes();
    const QTransform toPixels = transform();
    painter.save();
    painter.resetTransform();
    for (std::size_t row = 0; row < m_links.size(); ++row) {
        const Link& link = m_links[row];
        if (link.path.isEmpty() || !(link.bandUp || link.bandDown))
            continue;
        const double size = std::min((link.width + 1) * zoom(), double(px(12))) * std::clamp(m_scale, 0.6, 1.4) * 1.2;
        const QPixmap picture =
            dotPicture(MessageSort::Message, sortRole(MessageSort::Message, nodes[row].layer == 0), size, ratio);
        for (int pulse = 0; pulse < kPulses; ++pulse) {
            const double at = std::fmod(m_now / Flights::kMillis + static_cast<double>(pulse) / kPulses, 1.0);
            if (link.bandUp)
                painter.drawPixmap(toPixels.map(pointAt(link, at)) - QPointF(size, size) / 2, picture);
            if (link.bandDown)
                painter.drawPixmap(toPixels.map(pointAt(link, 1 - at)) - QPointF(size, size) / 2, picture);
        }
    }
    painter.restore();
}

/// Rotors turn with their rpm, sprinklers spray while water flows.
void MapView::paintSilhouettes(QPainter& painter, const QRegion& region) const
{
    if (!motionAllowed())
        return;
    const auto& nodes = m_model.nodes();
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        if (!hasMovingParts(nodes[row]) || nodes[row].dimmed)
            continue;
        const QRectF place = silhouettePlace(m_places[row]);
        if (!region.intersects(toScreen(place).toAlignedRect()))
            continue;
        // A spray's rhythm is its own; a third of a turn brings a rotor's blades where they were.
        const double turns = nodes[row].shape == QLatin1String("turbine") ? nodes[row].pace * 3 : 0.8;
        paintSilhouette(painter, place, nodes[row], std::fmod(m_now / 1000 * turns, 1.0));
    }
}

/// What is pointed at and what is meant.
void MapView::paintMarks(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    if (m_hover.node >= 0) {
        painter.setPen(QPen(color(Role::MutedText), px(1)));
        painter.drawRoundedRect(m_places[static_cast<std::size_t>(m_hover.node)], px(9), px(9));
    }
    const int marked = m_hover.link >= 0 ? m_hover.link : currentRow();
    if (marked >= 0 && !m_links[static_cast<std::size_t>(marked)].path.isEmpty()) {
        QColor ink = color(linkRole(m_model.nodes()[static_cast<std::size_t>(marked)]));
        painter.setPen(QPen(ink, px(1.4)));
        painter.drawPath(m_links[static_cast<std::size_t>(marked)].path);
    }
    const int current = currentRow();
    if (current < 0)
        return;
    const QRectF place = m_places[static_cast<std::size_t>(current)];
    painter.setPen(QPen(color(Role::Accent), px(2)));
    painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), px(10), px(10));
    if (hasFocus())
        painters::focusRing(painter, place.adjusted(-px(4), -px(4), px(4), px(4)), px(12));
    paintEdges(painter, place, m_model.nodes()[static_cast<std::size_t>(current)], m_scale);
    const QRectF cable = cablePlace();
    if (cable.isEmpty())
        return;
    const MapNode& node = m_model.nodes()[static_cast<std::size_t>(current)];
    const bool cut = node.state == LinkState::CutOff;
    const QRectF pill = transform().inverted().mapRect(cable);
    paintPill(painter, pill, cableText(node), cut ? QStringLiteral("plug") : QStringLiteral("cut"),
              m_hover.cable ? Role::OnFill : Role::Accent, m_hover.cable ? Role::Accent : Role::Raised, Role::Accent);
}

/// Where nothing may move, and where too much does, a number says how much flows.
void MapView::paintRates(QPainter& painter, const QRegion& region) const
{
    const auto& nodes = m_model.nodes();
    const bool bandsToo = nodes.size() <= kFewNodes; // else numbers would cover the links
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        const Link& link = m_links[row];
        const double rate = nodes[row].up.messages + nodes[row].down.messages;
        const bool marked = m_hover.link == static_cast<int>(row);
        if (link.path.isEmpty() || rate <= 0 ||
            (motionAllowed() && !marked && !(bandsToo && (link.bandUp || link.bandDown))))
            continue;
        const QString text = flowText(rate);
        const QRectF pill = pillPlace(pointAt(link, 0.5), text, false);
        if (region.intersects(toScreen(pill).toAlignedRect()))
            paintPill(painter, pill, text, {}, linkRole(nodes[row]), Role::Surface, Role::Hairline);
    }
}

/// A will leaves the gateway: rings, and a word for whose it is.
void MapView::paintBurst(QPainter& painter) const
{
    const int gateway = m_model.rowOf(MapModel::gatewayKey());
    if (gateway < 0 || m_bursts.empty())
        return;
    const QRectF place = m_places[static_cast<std::size_t>(gateway)];
    painter.setBrush(Qt::NoBrush);
    for (const Burst& burst : m_bursts)
        for (const double behind : {0.0, 220.0, 440.0}) {
            const double t = (m_now - burst.start - behind) / kRingMillis;
            if (!motionAllowed() || t <= 0 || t >= 1)
                continue;
            const double eased = 1 - (1 - t) * (1 - t);
            const double grown = px(70) * eased;
            QColor ink = color(Role::Lost);
            ink.setAlphaF(static_cast<float>(1 - eased));
            painter.setPen(QPen(ink, px(3)));
            painter.drawRoundedRect(place.adjusted(-grown, -grown, grown, grown), px(9) + grown, px(9) + grown);
        }
    painter.setPen(QPen(color(Role::Lost), px(2)));
    painter.drawRoundedRect(place, px(9), px(9));
    const QString text = m_bursts.size() == 1 ? tr("Last will of %1").arg(m_bursts.back().key)
                                              : tr("%n last will(s)", nullptr, static_cast<int>(m_bursts.size()));
    const QPointF above(place.center().x(), place.top() - px(16));
    paintPill(painter, pillPlace(above, text, true), text, QStringLiteral("envelope"), Role::OnFill, Role::Lost,
              Role::Lost);
}

/// Where something moves now; with much of it: everywhere.
QRegion MapView::movingRegion() const
{
    if (!m_bursts.empty() || m_flights.dots().size() > kManyMoving)
        return rect();
    QRegion region;
    std::size_t count = 0;
    const auto add = [&](const QRectF& place) {
        region += place.toAlignedRect().adjusted(-1, -1, 1, 1);
        ++count;
    };
    const auto& nodes = m_model.nodes();
    for (std::size_t row = 0; row < nodes.size() && count <= kManyMoving; ++row) {
        if (m_links[row].bandUp || m_links[row].bandDown)
            add(toScreen(m_links[row].bounds));
        if (hasMovingParts(nodes[row]))
            add(toScreen(silhouettePlace(m_places[row])));
    }
    if (count > kManyMoving)
        return rect();
    for (const Flights::Dot& dot : m_flights.dots())
        if (const auto at = Flights::place(dot, m_now)) {
            const double reach = dotSize(dot.sort) * 1.4;
            const QPointF centre = transform().map(pointAt(m_links[static_cast<std::size_t>(dot.row)], *at));
            add(QRectF(centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
        }
    return region;
}

} // namespace greensward::ui
