// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/lane_legend.h"

#include "ui/connections/lane_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <functional>

namespace greensward::ui {

namespace {

constexpr double kLine = 24;
constexpr double kGap = 18; ///< between two entries

struct Entry
{
    QString word;
    std::function<void(QPainter&, const QPointF&)> paint;
};

std::vector<Entry> entries()
{
    std::vector<Entry> all;
    for (const EndShape shape : {EndShape::Square, EndShape::Spike, EndShape::Clock, EndShape::Chevrons, EndShape::Lock,
                                 EndShape::Cross, EndShape::Stop})
        all.push_back({nameOf(shape), [shape](QPainter& painter, const QPointF& at) { paintEnd(painter, at, shape); }});
    const auto will = [&all](const QString& word, WillStory::State state) {
        all.push_back({word, [state](QPainter& painter, const QPointF& at) { paintWill(painter, at, state); }});
    };
    will(LaneLegend::tr("will armed"), WillStory::State::Armed);
    will(LaneLegend::tr("will sent"), WillStory::State::Sent);
    will(LaneLegend::tr("will withheld"), WillStory::State::Withheld);
    all.push_back({LaneLegend::tr("session kept"), [](QPainter& painter, const QPointF& at) {
                       paintKept(painter, at - QPointF(px(8), 0), at.x() + px(8));
                   }});
    return all;
}

} // namespace

LaneLegend::LaneLegend(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("What the marks mean"));
    QStringList words;
    for (const Entry& entry : entries())
        words << entry.word;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

std::vector<LaneLegend::Place> LaneLegend::places(int width) const
{
    const QFontMetricsF metrics(fontOf(TextStyle::Secondary));
    std::vector<Place> placed;
    double x = px(16);
    double y = 0;
    for (const Entry& entry : entries()) {
        const double word = metrics.horizontalAdvance(entry.word) + 1;
        if (x > px(16) && x + px(24) + word > width - px(8)) {
            x = px(16);
            y += px(kLine);
        }
        placed.push_back({{x + px(8), y + px(kLine) / 2.0}, {x + px(22), y, word, static_cast<double>(px(kLine))}});
        x += px(22) + word + px(kGap);
    }
    return placed;
}

int LaneLegend::heightForWidth(int width) const
{
    const auto placed = places(width);
    return static_cast<int>(placed.back().word.bottom()) + px(8);
}

QSize LaneLegend::sizeHint() const
{
    return {px(400), heightForWidth(px(800))};
}

QSize LaneLegend::minimumSizeHint() const
{
    return {px(200), px(kLine)};
}

void LaneLegend::resizeEvent(QResizeEvent*)
{
    setFixedHeight(heightForWidth(width()));
}

void LaneLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(TextStyle::Secondary));
    const auto all = entries();
    const auto placed = places(width());
    for (std::size_t at = 0; at < all.size(); ++at) {
        all[at].paint(painter, placed[at].mark);
        painter.setPen(color(Role::MutedText));
        painter.drawText(placed[at].word, Qt::AlignLeft | Qt::AlignVCenter, all[at].word);
    }
}

} // namespace greensward::ui
