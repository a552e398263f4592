// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/map/flights.h"
#include "ui/map/map_layout.h"
#include "ui/map/map_model.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPainterPath>
#include <QPixmap>
#include <QTimer>
#include <QTransform>
#include <QWidget>

#include <array>

namespace greensward::ui {

/// The map: who is there, how they are linked, and what moves between them. What stands still is painted once into a
/// picture of its own; a frame copies it and adds the dots. Arrows walk from node to node, Enter opens, a drag moves a
/// node or the map, the wheel zooms.
class MapView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr double kLeastScale = 0.2;
    static constexpr double kMostScale = 3;

    MapView(EngineMirror& mirror, MapModel& model, QWidget* parent = nullptr);

    /// Key of the node that is meant; empty: none.
    const QString& current() const { return m_current; }
    void setCurrent(const QString& key);
    /// Null when there is none.
    const MapNode* currentNode() const;

    void zoomBy(double factor);
    /// Everything in sight; stays so when the window or the number of nodes changes, until somebody zooms or pans.
    void fit();
    bool isFitted() const { return m_fitted; }
    /// Of this zoom, where 1 shows nodes as large as they are drawn.
    double scale() const { return m_scale; }

    int nodeCount() const { return static_cast<int>(m_model.nodes().size()); }
    /// -1: none.
    int currentRow() const { return m_current.isEmpty() ? -1 : m_model.rowOf(m_current); }
    /// Where a node is, in pixels of the widget.
    QRectF nodePlace(int row) const;
    /// Somewhere in the middle of its link, where a click means the link.
    QPointF linkPlace(int row) const;
    /// The handle on the current node that pulls its cable; empty when there is none.
    QRectF cablePlace() const;
    const Flights& flights() const { return m_flights; }
    bool isMoving() const { return m_frames.isActive(); }
    /// What the current node says to somebody who cannot see it.
    QString spokenText(int row) const;

    /// So much of animated time goes by, as a frame would do it.
    void advanceMotion(double millis);

    QSize sizeHint() const override { return {px(640), px(400)}; }
    QSize minimumSizeHint() const override { return {px(240), px(180)}; }

signals:
    void currentChanged();
    /// Enter or a double click.
    void opened(const QString& key);
    void scaleChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Link
    {
        QPainterPath path;
        QRectF bounds;
        std::array<QPointF, 33> points{}; ///< at equal steps, for the dots
        double width = 0;                 ///< as painted
        LinkState state{};
        bool bandUp = false; ///< too many to see single ones
        bool bandDown = false;
    };
    struct Hit
    {
        int node = -1;
        int link = -1;
        bool cable = false;
    };
    struct Burst
    {
        QString key; ///< whose will
        double start = 0;
    };

    // map_view.cpp
    void takeNodes();
    void layOut();
    void place();
    double columnBetween(std::size_t one, std::size_t other) const;
    void makeLink(std::size_t row);
    void setBand(std::size_t row);
    void takeChanges(const std::vector<int>& rows);
    void takeFlights(const std::vector<Flight>& flights);
    void startBurst(int row);
    void updateMotion();
    void say();
    QTransform transform() const;

    // map_view_input.cpp
    Hit hitAt(QPointF where) const;
    void walk(int key);
    void showMenu(const QPoint& where);
    void setHover(const Hit& hit);
    void setScaleAround(double scale, QPointF centre);
    void dragTo(QPointF where);
    QString toolTipOf(const Hit& hit) const;

    // map_view_paint.cpp
    void repaintAll();
    void repaintLinks();
    void repaintNext();
    bool repaintNodes();
    bool drawWires();
    void paintStill(const QRectF& where);
    void paintHeadings(QPainter& painter) const;
    void paintDots(QPainter& painter) const;
    void paintBands(QPainter& painter) const;
    void paintSilhouettes(QPainter& painter, const QRegion& region) const;
    void paintMarks(QPainter& painter) const;
    void paintRates(QPainter& painter, const QRegion& region) const;
    void paintBurst(QPainter& painter) const;
    QRegion movingRegion() const;
    QRectF toScreen(const QRectF& place) const { return transform().mapRect(place); }
    QPointF pointAt(const Link& link, double at) const;

    EngineMirror& m_mirror;
    MapModel& m_model;
    MapLayout m_layout;
    std::vector<QRectF> m_places; ///< of nodes: pixels at a scale of 1
    std::vector<Link> m_links;    ///< one a node; of those without an uplink empty
    std::vector<QString> m_keys;
    QPointF m_origin;
    double m_scale = 1;
    bool m_fitted = true;
    QString m_current;
    Hit m_hover;

    QPixmap m_wires;     ///< links and headings
    QPixmap m_nextWires; ///< the same as they will be, being drawn a few links a frame; null: nothing is due
    std::size_t m_wireAt = 0;
    QPixmap m_still; ///< the wires with the nodes on them
    bool m_stillDue = true;
    double m_picturesScale = 0; ///< of m_nodePictures
    std::vector<int> m_dirty;   ///< nodes to be painted anew in it
    QTimer m_repaint;
    std::vector<QPixmap> m_nodePictures;

    Flights m_flights;
    std::vector<Burst> m_bursts;
    QTimer m_burstEnds;
    QBasicTimer m_frames;
    int m_frameMillis = 0;
    QElapsedTimer m_sinceFrame;
    double m_now = 0; ///< of the animation, milliseconds
    QRegion m_moved;  ///< painted over by the last frame

    struct Drag
    {
        QPointF from;
        QPointF begin; ///< origin of the map, or offset of the node
        QString node;  ///< empty: the map
        bool moved = false;
    };
    std::optional<Drag> m_drag;
    QPointF m_dragOffset; ///< of the node that is being dragged, lengths of the drawings
};

} // namespace greensward::ui
