// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_view.h"

#include "ui/kit/motion.h"
#include "ui/map/map_accessible.h"
#include "ui/map/node_painter.h"
#include "ui/models/number_text.h"

#include <QFocusEvent>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// Dots need every frame; turning rotors look as good with fewer.
constexpr int kDotMillis = 16;
constexpr int kRotorMillis = 40;
/// The longest step of the animation: after a hitch it goes on, it does not jump.
constexpr double kLongestStep = 80;
constexpr int kBurstMillis = 4000;

} // namespace

MapView::MapView(EngineMirror& mirror, MapModel& model, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_model(model), m_current(mirror.selection().client())
{
    announceMapAccessibility();
    setObjectName(QStringLiteral("map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Live map"));
    m_repaint.setSingleShot(true);
    connect(&m_repaint, &QTimer::timeout, this, &MapView::repaintNext);
    m_burstEnds.setSingleShot(true);
    m_burstEnds.setInterval(kBurstMillis);
    connect(&m_burstEnds, &QTimer::timeout, this, [this] {
        m_bursts.clear();
        update();
    });
    connect(&model, &MapModel::nodesReset, this, &MapView::takeNodes);
    connect(&model, &MapModel::nodesChanged, this, &MapView::takeChanges);
    connect(&model, &MapModel::moved, this, &MapView::takeFlights);
    connect(&model, &MapModel::willSpoke, this, &MapView::startBurst);
    connect(&model.places(), &MapPlaces::changed, this, &MapView::place);
    connect(&mirror, &EngineMirror::pausedChanged, this, &MapView::updateMotion);
    connect(&mirror.selection(), &Selection::clientChanged, this, &MapView::setCurrent);
    takeNodes();
}

QTransform MapView::transform() const
{
    return QTransform::fromTranslate(m_origin.x(), m_origin.y()).scale(m_scale, m_scale);
}

const MapNode* MapView::currentNode() const
{
    const int at = currentRow();
    return at < 0 ? nullptr : &m_model.nodes()[static_cast<std::size_t>(at)];
}

void MapView::setCurrent(const QString& key)
{
    if (key == m_current)
        return;
    m_current = key;
    const MapNode* node = currentNode();
    const bool isClient = node && node->kind != NodeKind::Gateway && node->kind != NodeKind::Group;
    if (isClient || key.isEmpty())
        m_mirror.selection().setClient(key);
    update();
    say();
    emit currentChanged();
}

/// Tells who listens and cannot see.
void MapView::say()
{
    const int at = currentRow();
    setAccessibleDescription(at < 0 ? QString() : spokenText(at));
    if (at >= 0 && hasFocus())
        tellFocusedNode(*this, at);
}

void MapView::takeNodes()
{
    const auto& nodes = m_model.nodes();
    std::vector<int> newRow;
    for (const QString& key : m_keys) {
        const auto found =
            std::find_if(nodes.begin(), nodes.end(), [&key](const MapNode& node) { return node.key == key; });
        newRow.push_back(found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin()));
    }
    m_flights.renumber(newRow);
    m_keys.clear();
    for (const MapNode& node : nodes)
        m_keys.push_back(node.key);
    m_hover = {};
    m_dirty.clear();
    m_nodePictures.assign(nodes.size(), {});
    m_links.assign(nodes.size(), {});
    layOut();
    updateMotion();
    say();
    emit currentChanged();
}

void MapView::layOut()
{
    const QSizeF room = QSizeF(size()) / zoom();
    m_layout = arrange(m_model.nodes(), m_model.layers().size(), room);
    place();
}

/// The layout, with what people have moved.
void MapView::place()
{
    const auto& nodes = m_model.nodes();
    m_places.resize(nodes.size());
    QRectF bounds = m_layout.bounds;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const bool dragged = m_drag && m_drag->moved && m_drag->node == nodes[at].key;
        const QPointF offset = dragged ? m_dragOffset : m_model.places().offset(nodes[at].key);
        const QRectF moved = m_layout.nodes[at].translated(offset);
        if (!offset.isNull())
            bounds |= moved.adjusted(-kBadgeReach, -kBadgeReach, kBadgeReach, kBadgeReach);
        m_places[at] = QRectF(moved.topLeft() * zoom(), moved.size() * zoom());
    }
    for (std::size_t at = 0; at < nodes.size(); ++at)
        makeLink(at);
    if (m_fitted && !(m_drag && m_drag->moved) && bounds.isValid()) {
        const double before = m_scale;
        const QRectF wanted(bounds.topLeft() * zoom(), bounds.size() * zoom());
        m_scale = std::clamp(std::min({width() / wanted.width(), height() / wanted.height(), kMostFit}),
                             kLeastScale / 4, kMostScale);
        m_origin = QRectF(rect()).center() - wanted.center() * m_scale;
        if (m_scale != before)
            emit scaleChanged();
    }
    repaintAll();
}

/// Where the nodes end that stand in the columns between two others; 0 when there are none.
double MapView::columnBetween(std::size_t one, std::size_t other) const
{
    const auto& nodes = m_model.nodes();
    double end = 0;
    for (std::size_t at = 0; at < nodes.size(); ++at)
        if (nodes[at].layer > nodes[one].layer && nodes[at].layer < nodes[other].layer)
            end = std::max(end, m_places[at].right());
    return end;
}

void MapView::makeLink(std::size_t row)
{
    Link& link = m_links[row];
    const int uplink = m_model.uplinkOf(static_cast<int>(row));
    link.path = {};
    link.bounds = {};
    if (uplink < 0)
        return;
    const MapNode& node = m_model.nodes()[row];
    link.path = linkPath(m_places[row], m_places[static_cast<std::size_t>(uplink)],
                         columnBetween(row, static_cast<std::size_t>(uplink)));
    link.width = linkWidth(node);
    link.state = node.state;
    // One curve, perhaps after a straight part: evaluated here, as QPainterPath measures its length for each point it is
    // asked for.
    const int bend = link.path.elementCount() - 4;
    const QPointF start = link.path.elementAt(0);
    const auto corner = [&link, bend](int at) { return QPointF(link.path.elementAt(bend + at)); };
    const double straight = QLineF(start, corner(0)).length();
    const double share = straight / (straight + QLineF(corner(0), corner(3)).length() + 1);
    const double reach = px(24);
    link.bounds = link.path.boundingRect().adjusted(-reach, -reach, reach, reach);
    const double last = static_cast<double>(link.points.size() - 1);
    for (std::size_t at = 0; at < link.points.size(); ++at) {
        const double way = static_cast<double>(at) / last;
        if (way < share) {
            link.points[at] = start + (corner(0) - start) * (way / share);
            continue;
        }
        const double t = (way - share) / (1 - share);
        const double u = 1 - t;
        link.points[at] = corner(0) * (u * u * u) + corner(1) * (3 * u * u * t) + corner(2) * (3 * u * t * t) +
                          corner(3) * (t * t * t);
    }
    setBand(row);
}

void MapView::setBand(std::size_t row)
{
    const MapNode& node = m_model.nodes()[row];
    const auto isBand = [](bool before, double rate) { return rate >= (before ? kDotsAgain : kBandFrom); };
    m_links[row].bandUp = isBand(m_links[row].bandUp, node.up.messages);
    m_links[row].bandDown = isBand(m_links[row].bandDown, node.down.messages);
}

QPointF MapView::pointAt(const Link& link, double at) const
{
    const double step = std::clamp(at, 0.0, 1.0) * static_cast<double>(link.points.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(step), link.points.size() - 2);
    const double part = step - static_cast<double>(first);
    return link.points[first] * (1 - part) + link.points[first + 1] * part;
}

void MapView::takeChanges(const std::vector<int>& rows)
{
    bool anyLink = false;
    for (const int changed : rows) {
        const auto row = static_cast<std::size_t>(changed);
        const MapNode& node = m_model.nodes()[row];
        Link& link = m_links[row];
        setBand(row);
        if (link.width != linkWidth(node) || link.state != node.state) {
            link.width = linkWidth(node);
            link.state = node.state;
            anyLink = true;
        }
        m_nodePictures[row] = {};
        if (std::find(m_dirty.begin(), m_dirty.end(), changed) == m_dirty.end())
            m_dirty.push_back(changed);
        if (node.key == m_current)
            emit currentChanged();
    }
    if (anyLink)
        repaintLinks();
    if (isVisible() && !m_repaint.isActive())
        m_repaint.start(0);
    updateMotion();
}

void MapView::takeFlights(const std::vector<Flight>& flights)
{
    if (!isVisible() || !motionAllowed())
        return;
    m_flights.add(flights, m_now);
    updateMotion();
}

void MapView::startBurst(int row)
{
    m_bursts.push_back({m_keys[static_cast<std::size_t>(row)], m_now});
    if (m_bursts.size() > 8)
        m_bursts.erase(m_bursts.begin());
    m_burstEnds.start();
    updateMotion();
    update();
}

/// Runs the frames while something moves, and only then.
void MapView::updateMotion()
{
    int millis = 0;
    if (isVisible() && motionAllowed() && !m_mirror.isPaused()) {
        const bool flows =
            std::any_of(m_links.begin(), m_links.end(), [](const Link& link) { return link.bandUp || link.bandDown; });
        const auto& nodes = m_model.nodes();
        if (flows || !m_flights.isEmpty() || !m_bursts.empty())
            millis = kDotMillis;
        else if (std::any_of(nodes.begin(), nodes.end(), hasMovingParts))
            millis = kRotorMillis;
    }
    if (!motionAllowed())
        m_flights.clear();
    if (millis == m_frameMillis)
        return;
    if (m_frameMillis == 0)
        m_sinceFrame.start();
    m_frameMillis = millis;
    if (millis > 0)
        m_frames.start(millis, Qt::PreciseTimer, this);
    else
        m_frames.stop();
    update();
}

void MapView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_frames.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    if (!motionAllowed()) { // switched off in the preferences: nobody tells
        updateMotion();
        return;
    }
    advanceMotion(std::min(static_cast<double>(m_sinceFrame.restart()), kLongestStep));
}

void MapView::advanceMotion(double millis)
{
    m_now += millis;
    m_flights.advance(m_now);
    const QRegion next = movingRegion();
    update(m_moved + next);
    m_moved = next;
    updateMotion();
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void MapView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateMotion();
}

void MapView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_flights.clear();
    m_bursts.clear();
    updateMotion();
}

void MapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_nodePictures.assign(m_nodePictures.size(), {});
        repaintAll();
    }
}

void MapView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_current.isEmpty() && !m_keys.empty() && event->reason() != Qt::MouseFocusReason)
        setCurrent(m_keys.front());
    say();
    update();
}

void MapView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MapView::fit()
{
    m_fitted = true;
    place();
}

void MapView::zoomBy(double factor)
{
    setScaleAround(m_scale * factor, QRectF(rect()).center());
}

QRectF MapView::nodePlace(int row) const
{
    return toScreen(m_places[static_cast<std::size_t>(row)]);
}

QPointF MapView::linkPlace(int row) const
{
    return transform().map(pointAt(m_links[static_cast<std::size_t>(row)], 0.32));
}

QString MapView::spokenText(int row) const
{
    const MapNode& node = m_model.nodes()[static_cast<std::size_t>(row)];
    QString text = node.kind == NodeKind::Group
                       ? tr("%1, a group: %2").arg(node.title, node.line)
                       : tr("%1, %2. %3").arg(node.title, linkStateText(node.state), node.line);
    if (node.kind == NodeKind::Gateway)
        return text + QStringLiteral(", ") + node.detail;
    if (node.simulated)
        text += QStringLiteral(", ") + tr("simulated");
    if (node.willSent)
        text += QStringLiteral(", ") + tr("its will was sent");
    else if (node.willArmed)
        text += QStringLiteral(", ") + tr("its will is armed");
    if (!node.note.isEmpty())
        text += QStringLiteral(", ") + node.note;
    if (!node.shadow.isEmpty())
        text += QStringLiteral(", ") + (node.shadowDiffers ? tr("its shadow differs") : tr("its shadow is in sync"));
    if (node.faults > 0)
        text += QStringLiteral(", ") + tr("%n fault(s)", nullptr, node.faults);
    if (node.up.messages > 0)
        text += QStringLiteral(", ") + tr("sends %1").arg(flowText(node.up.messages));
    if (node.down.messages > 0)
        text += QStringLiteral(", ") + tr("receives %1").arg(flowText(node.down.messages));
    return text;
}

} // namespace greensward::ui
