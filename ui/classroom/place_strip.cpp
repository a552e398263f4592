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
constexpr double kNarrowTile = 132;
constexpr double kNumber = 44; ///< of a tile
constexpr int kOthers = -1;    ///< in place of a lab's number

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
    return {px(kNarrowTile), px(kTall)};
}

/// As many as there is room for; the others, those with fewest people, are one tile together.
std::vector<ClassModel::Place> PlaceStrip::fitting() const
{
    const auto room = static_cast<std::size_t>(std::max(1, (width() + px(kGap)) / px(kNarrowTile + kGap)));
    std::vector<ClassModel::Place> shown = m_places;
    ClassModel::Place others{.lab = kOthers, .step = 0, .people = 0, .troubled = 0};
    while (shown.size() + (others.people > 0 ? 1 : 0) > room && shown.size() > 1) {
        const auto fewest = std::min_element(shown.rbegin(), shown.rend(), [](const auto& one, const auto& other) {
            return one.people < other.people;
        });
        others.people += fewest->people;
        others.troubled += fewest->troubled;
        shown.erase(std::next(fewest).base());
    }
    if (others.people > 0)
        shown.push_back(others);
    return shown;
}

void PlaceStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto shown = fitting();
    const double share = (width() + px(kGap)) / std::max(1.0, static_cast<double>(shown.size())) - px(kGap);
    const double wide = std::min<double>(px(kTile), share);
    double left = 0;
    for (const auto& place : shown) {
        paintTile(painter, QRectF(left, 0, wide, height()), place);
        left += wide + px(kGap);
    }
}

void PlaceStrip::paintTile(QPainter& painter, const QRectF& tile, const ClassModel::Place& place) const
{
    const Role ink = place.troubled > 0 ? Role::Attention
                     : place.step > 0   ? Role::Information
                     : place.lab > 0    ? Role::Accent
                                        : Role::MutedText;
    painters::roundedRect(painter, tile, painters::kCardRadius, color(tintOf(ink)));
    painter.setFont(fontOf(TextStyle::Reading));
    painter.setPen(color(ink));
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
    line(QRectF(words.left(), words.top(), words.width(), half), place.lab == kOthers ? ClassModel::tr("elsewhere") : ClassModel::placeText(place.lab, place.step),
         TextStyle::Strong, Role::Text);
    if (two)
        line(QRectF(words.left(), words.top() + half, words.width(), half),
             ClassModel::tr("%1 with a card").arg(place.troubled), TextStyle::Secondary, Role::Text);
}

} // namespace greensward::ui
