// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/place_strip.h"

#include "ui/kit/style_painters.h"

#include <QPainter>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kTile = 152;
constexpr double kTall = 52;
constexpr double kGap = 8;
constexpr double kNumber = 52; ///< of a tile

} // namespace

PlaceStrip::PlaceStrip(const ClassModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

void PlaceStrip::refresh()
{
    m_places = m_model.places();
    setAccessibleName(m_model.summary());
    update();
}

QSize PlaceStrip::sizeHint() const
{
    return {px(kTile * 3), px(kTall)};
}

QSize PlaceStrip::minimumSizeHint() const
{
    return {px(kTile), px(kTall)};
}

void PlaceStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto room = static_cast<std::size_t>(std::max(1, (width() + px(kGap)) / px(kTile + kGap)));
    std::vector<ClassModel::Place> shown = m_places;
    int least = 0;
    if (shown.size() > room) {
        std::vector<int> people;
        for (const auto& place : shown)
            people.push_back(place.people);
        std::nth_element(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(room) - 1, people.end(),
                         std::greater<>());
        least = people[room - 1];
    }
    double left = 0;
    std::size_t drawn = 0;
    for (const auto& place : shown)
        if (place.people >= least && drawn < room) {
            paintTile(painter, QRectF(left, 0, px(kTile), height()), place);
            left += px(kTile + kGap);
            ++drawn;
        }
}

void PlaceStrip::paintTile(QPainter& painter, const QRectF& tile, const ClassModel::Place& place) const
{
    const bool atWork = place.step > 0;
    const Role ink = place.troubled > 0 ? Role::Attention : atWork ? Role::Information : Role::Accent;
    painters::roundedRect(painter, tile, painters::kCardRadius, color(place.lab == 0 ? Role::Chip : tintOf(ink)));
    painter.setFont(fontOf(TextStyle::Reading));
    painter.setPen(color(place.lab == 0 ? Role::MutedText : ink));
    painter.drawText(QRectF(tile.left(), tile.top(), px(kNumber), tile.height()), Qt::AlignCenter,
                     QString::number(place.people));
    const QRectF words = tile.adjusted(px(kNumber), px(6), -px(6), -px(6));
    const bool two = place.troubled > 0;
    const auto line = [&](const QRectF& where, const QString& text, TextStyle style, Role role) {
        painter.setFont(fontOf(style));
        painter.setPen(color(role));
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(where.width())));
    };
    const double half = two ? words.height() / 2 : words.height();
    line(QRectF(words.left(), words.top(), words.width(), half), ClassModel::placeText(place.lab, place.step),
         TextStyle::Strong, Role::Text);
    if (two)
        line(QRectF(words.left(), words.top() + half, words.width(), half),
             ClassModel::tr("%1 with a card").arg(place.troubled), TextStyle::Secondary, Role::Text);
}

} // namespace greensward::ui
