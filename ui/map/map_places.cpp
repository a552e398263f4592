// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUndoCommand>

#include <cmath>

namespace greensward::ui {

namespace {

/// Nobody has moved a node farther than that.
constexpr double kFarthest = 20'000;

} // namespace

class MapPlaces::Change final : public QUndoCommand
{
public:
    Change(MapPlaces& places, const QString& text, QHash<QString, QPointF> after)
        : QUndoCommand(text), m_places(places), m_before(places.m_offsets), m_after(std::move(after))
    {}
    void undo() override { m_places.set(m_before); }
    void redo() override { m_places.set(m_after); }

private:
    MapPlaces& m_places;
    QHash<QString, QPointF> m_before;
    QHash<QString, QPointF> m_after;
};

MapPlaces::MapPlaces(QObject* parent) : QObject(parent)
{
    m_undo.setUndoLimit(kMostMoves);
}

void MapPlaces::move(const QString& key, QPointF offset)
{
    QHash<QString, QPointF> after = m_offsets;
    if (offset.isNull())
        after.remove(key);
    else if (after.contains(key) || after.size() < kMostMoves)
        after.insert(key, offset);
    if (after != m_offsets)
        m_undo.push(new Change(*this, tr("Move a node"), std::move(after)));
}

void MapPlaces::clear()
{
    if (!m_offsets.isEmpty())
        m_undo.push(new Change(*this, tr("Auto layout"), {}));
}

void MapPlaces::set(const QHash<QString, QPointF>& offsets)
{
    m_offsets = offsets;
    emit changed();
}

QByteArray MapPlaces::saved() const
{
    QJsonObject object;
    for (auto at = m_offsets.cbegin(); at != m_offsets.cend(); ++at)
        object.insert(at.key(), QJsonArray{at->x(), at->y()});
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void MapPlaces::restore(const QByteArray& saved)
{
    const QJsonObject object = QJsonDocument::fromJson(saved).object();
    QHash<QString, QPointF> offsets;
    for (auto at = object.begin(); at != object.end() && offsets.size() < kMostMoves; ++at) {
        const QPointF offset(at->toArray().at(0).toDouble(), at->toArray().at(1).toDouble());
        if (!offset.isNull() && std::abs(offset.x()) < kFarthest && std::abs(offset.y()) < kFarthest)
            offsets.insert(at.key(), offset);
    }
    set(offsets);
}

} // namespace greensward::ui
