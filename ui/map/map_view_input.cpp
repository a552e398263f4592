// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the pointer do with the map.
#include "ui/kit/icon.h"
#include "ui/map/map_view.h"
#include "ui/map/node_actions.h"
#include "ui/map/node_painter.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// A press that moves no farther is a click.
constexpr double kClickSlack = 4;
constexpr double kLinkReach = 9;
constexpr double kZoomStep = 1.2;
constexpr double kPanStep = 40;
/// Of a node that is moved by keys.
constexpr double kNudge = 8;

} // namespace

QRectF MapView::cablePlace() const
{
    const MapNode* node = currentNode();
    if (!node || node->key != m_current)
        return {};
    const QString text = cableText(*node);
    const Link& link = m_links[static_cast<std::size_t>(currentRow())];
    if (text.isEmpty() || link.path.isEmpty())
        return {};
    const QRectF place = m_places[static_cast<std::size_t>(currentRow())];
    QRectF pill = pillPlace(QPointF(0, place.bottom() + px(6)), text, true);
    pill.adjust(0, -px(2), 0, px(2));
    pill.moveLeft(std::min(place.left() + px(10), tagsBegin(place, *node) - px(4) - pill.width()));
    return toScreen(pill);
}

MapView::Hit MapView::hitAt(QPointF where) const
{
    if (cablePlace().contains(where))
        return {-1, -1, true};
    const QPointF at = transform().inverted().map(where);
    for (std::size_t row = m_places.size(); row-- > 0;)
        if (m_places[row].contains(at))
            return {static_cast<int>(row), -1, false};
    Hit hit;
    double nearest = px(kLinkReach) / std::max(m_scale, 0.5);
    for (std::size_t row = 0; row < m_links.size(); ++row) {
        if (!m_links[row].bounds.contains(at))
            continue;
        for (double part = 0; part <= 1; part += 1.0 / 96) {
            const QPointF away = pointAt(m_links[row], part) - at;
            if (const double distance = std::hypot(away.x(), away.y()); distance < nearest) {
                nearest = distance;
                hit.link = static_cast<int>(row);
            }
        }
    }
    return hit;
}

void MapView::setHover(const Hit& hit)
{
    if (hit.node == m_hover.node && hit.link == m_hover.link && hit.cable == m_hover.cable)
        return;
    m_hover = hit;
    setCursor(hit.cable || hit.link >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void MapView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHover({});
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitAt(event->position());
    if (hit.cable)
        return;
    Drag drag{event->position(), m_origin, {}, false};
    if (hit.node >= 0) {
        drag.node = m_keys[static_cast<std::size_t>(hit.node)];
        drag.begin = m_model.places().offset(drag.node);
        setCurrent(drag.node);
    }
    m_drag = drag;
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag || !event->buttons().testFlag(Qt::LeftButton)) {
        setHover(hitAt(event->position()));
        return;
    }
    const QPointF moved = event->position() - m_drag->from;
    if (m_drag->moved || std::hypot(moved.x(), moved.y()) >= kClickSlack) {
        m_drag->moved = true;
        dragTo(event->position());
    }
}

void MapView::dragTo(QPointF where)
{
    const QPointF moved = where - m_drag->from;
    if (m_drag->node.isEmpty()) {
        m_fitted = false;
        m_origin = m_drag->begin + moved;
        repaintAll();
        return;
    }
    m_dragOffset = m_drag->begin + moved / (m_scale * zoom());
    place();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    if (drag && drag->moved) {
        if (!drag->node.isEmpty())
            m_model.places().move(drag->node, m_dragOffset);
        return;
    }
    const Hit hit = hitAt(event->position());
    if (hit.cable) {
        if (const MapNode* node = currentNode())
            toggleCable(m_mirror, *node);
    } else if (hit.link >= 0) {
        const MapNode node = m_model.nodes()[static_cast<std::size_t>(hit.link)];
        setCurrent(node.key);
        toggleScope(m_mirror, node);
    } else if (hit.node < 0) {
        setCurrent({});
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const Hit hit = hitAt(event->position()); hit.node >= 0 && event->button() == Qt::LeftButton)
        emit opened(m_keys[static_cast<std::size_t>(hit.node)]);
}

void MapView::wheelEvent(QWheelEvent* event)
{
    const QPointF notches = QPointF(event->angleDelta()) / 120;
    if (event->modifiers().testFlag(Qt::ShiftModifier) || (notches.x() != 0 && notches.y() == 0)) {
        m_fitted = false;
        m_origin += QPointF(notches.x() + notches.y(), 0) * px(kPanStep);
        repaintAll();
    } else {
        setScaleAround(m_scale * std::pow(kZoomStep, notches.y()), event->position());
    }
    event->accept();
}

void MapView::setScaleAround(double scale, QPointF centre)
{
    const double next = std::clamp(scale, kLeastScale, kMostScale);
    if (next == m_scale)
        return;
    m_fitted = false;
    m_origin = centre - (centre - m_origin) * (next / m_scale);
    m_scale = next;
    repaintAll();
    emit scaleChanged();
}

/// To the nearest node in that direction; sideways counts twice.
void MapView::walk(int key)
{
    if (m_places.empty())
        return;
    const int from = currentRow();
    if (from < 0) {
        setCurrent(m_keys.front());
        return;
    }
    const QPointF begin = m_places[static_cast<std::size_t>(from)].center();
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    int best = -1;
    double least = 1e12;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const QPointF away = m_places[at].center() - begin;
        const double along = (across ? away.x() : away.y()) * sign;
        const double aside = std::abs(across ? away.y() : away.x());
        // Up and down stay in their column: a node beside is not below.
        if (along < 1 || (!across && aside > along * 2))
            continue;
        if (const double far = along + 2 * aside; far < least) {
            least = far;
            best = static_cast<int>(at);
        }
    }
    if (best >= 0)
        setCurrent(m_keys[static_cast<std::size_t>(best)]);
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    const auto direction = [event] {
        const int key = event->key();
        return QPointF((key == Qt::Key_Right) - (key == Qt::Key_Left), (key == Qt::Key_Down) - (key == Qt::Key_Up));
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            m_fitted = false;
            m_origin -= direction() * px(kPanStep);
            repaintAll();
        } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            if (currentNode())
                m_model.places().move(m_current, m_model.places().offset(m_current) + direction() * kNudge);
        } else {
            walk(event->key());
        }
        return;
    case Qt::Key_Home:
        if (!m_keys.empty())
            setCurrent(m_keys.front());
        return;
    case Qt::Key_End:
        if (!m_keys.empty())
            setCurrent(m_keys.back());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentNode())
            emit opened(m_current);
        return;
    case Qt::Key_F10:
        if (event->modifiers() != Qt::ShiftModifier)
            return QWidget::keyPressEvent(event);
        [[fallthrough]];
    case Qt::Key_Menu:
        if (const int at = currentRow(); at >= 0)
            showMenu(mapToGlobal(nodePlace(at).center().toPoint()));
        return;
    default:
        QWidget::keyPressEvent(event); // Space pauses the window
    }
}

void MapView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (const int at = currentRow(); at >= 0)
            showMenu(mapToGlobal(nodePlace(at).center().toPoint()));
        return;
    }
    const Hit hit = hitAt(event->pos());
    if (const int at = std::max(hit.node, hit.link); at >= 0)
        setCurrent(m_keys[static_cast<std::size_t>(at)]);
    else if (!hit.cable)
        return;
    showMenu(event->globalPos());
}

void MapView::showMenu(const QPoint& where)
{
    const MapNode* node = currentNode();
    if (!node)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (NodeAction& action : actionsOf(m_mirror, m_model, *node)) {
        QAction* entry = menu->addAction(icon(action.icon), action.text);
        entry->setEnabled(action.enabled);
        connect(entry, &QAction::triggered, this, [run = std::move(action.run)] { run(); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    CellMenu::fill(*menu, m_mirror.scope(), scopeTerm(*node), spokenText(currentRow()));
    menu->addSeparator();
    connect(menu->addAction(icon(QStringLiteral("topics")), tr("Show its messages")), &QAction::triggered, this,
            [this, key = m_current] { emit opened(key); });
    menu->popup(where);
}

QString MapView::toolTipOf(const Hit& hit) const
{
    if (hit.cable)
        return tr("What happens when the cable of %1 is pulled?").arg(m_current);
    const int at = std::max(hit.node, hit.link);
    if (at < 0)
        return {};
    const MapNode& node = m_model.nodes()[static_cast<std::size_t>(at)];
    QString text = spokenText(at);
    if (hit.link >= 0) {
        const auto way = [](const Traffic& traffic) {
            return traffic.messages > 0
                       ? tr("%1, %2/s").arg(flowText(traffic.messages), byteText(static_cast<quint64>(traffic.bytes)))
                       : tr("nothing");
        };
        text = tr("%1 to the gateway: %2\nThe gateway to %1: %3\nClick to show only this in every view.")
                   .arg(node.title, way(node.up), way(node.down));
    }
    return text;
}

bool MapView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipOf(hitAt(help->pos())), this);
    return true;
}

} // namespace greensward::ui
