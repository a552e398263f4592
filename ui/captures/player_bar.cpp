// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/player_bar.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace greensward::ui {

namespace {

constexpr int kSteps = 2000;
constexpr double kSpeeds[] = {0.1, 0.5, 1, 2, 5, 10, 100};

} // namespace

PlayerBar::PlayerBar(EngineMirror& mirror, CapturePlayer& player, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_player(player)
    , m_play(new QToolButton(this))
    , m_speed(new QComboBox(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_moment(new RoleLabel(TextStyle::Secondary, Role::Text, {}, this))
    , m_notes(new Chip(Role::Attention, Chip::Look::Tint, this))
    , m_end(new QPushButton(this))
{
    setAccessibleName(tr("Player of the capture"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(4), px(16), px(4));
    row->setSpacing(px(12));
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_play->setIconSize(QSize(px(18), px(18)));
    m_play->setMinimumHeight(px(28));
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1×", "speed of a player").arg(speed), speed);
    m_speed->setAccessibleName(tr("How fast the capture is played"));
    m_speed->setToolTip(m_speed->accessibleName());
    m_speed->setCurrentIndex(m_speed->findData(m_player.speed()));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 20);
    m_slider->setMinimumHeight(px(28));
    m_slider->setAccessibleName(tr("Moment of the capture"));
    m_end->setText(tr("To the end"));
    m_end->setToolTip(tr("Show everything that was recorded"));
    m_end->setAccessibleName(tr("Show the capture to its end"));
    m_end->setMinimumHeight(px(28));
    row->addWidget(m_play);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_moment);
    row->addWidget(m_notes);
    row->addWidget(m_end);
    connect(m_play, &QToolButton::clicked, this, &PlayerBar::togglePlay);
    connect(m_end, &QPushButton::clicked, this, &PlayerBar::toEnd);
    connect(m_speed, &QComboBox::activated, this, [this] {
        m_player.setSpeed(m_speed->currentData().toDouble());
        m_mirror.feed().hurry();
    });
    // Going back makes the views anew, so it waits until the hand lets go.
    connect(m_slider, &QSlider::sliderReleased, this, &PlayerBar::seekToSlider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        if (m_slider->isSliderDown())
            m_moment->setText(clockText(momentOf(step)));
        else
            seekToSlider();
    });
    connect(&mirror.feed(), &EventFeed::frameEnded, this, &PlayerBar::refresh);
    connect(&mirror.feed(), &EventFeed::snapshotDue, this, &PlayerBar::refresh);
    refresh();
}

WallTime PlayerBar::momentOf(int step) const
{
    const Duration length = m_player.end() - m_player.start();
    return step >= kSteps ? m_player.end() : m_player.start() + length / kSteps * step;
}

void PlayerBar::seekToSlider()
{
    seekTo(momentOf(m_slider->value()));
}

void PlayerBar::seekTo(WallTime position)
{
    const bool back = m_player.seek(position);
    m_mirror.feed().hurry();
    refresh();
    if (back)
        emit startOverAsked();
}

void PlayerBar::toEnd()
{
    seekTo(m_player.end());
}

void PlayerBar::toStart()
{
    seekTo(m_player.start());
}

void PlayerBar::togglePlay()
{
    if (m_player.isPlaying()) {
        m_player.pause();
    } else {
        const bool again = m_player.position() >= m_player.end() && m_player.seek(m_player.start());
        m_player.play();
        if (again)
            emit startOverAsked();
    }
    m_mirror.feed().hurry();
    refresh();
}

void PlayerBar::refresh()
{
    const bool playing = m_player.isPlaying();
    if (m_playing != static_cast<int>(playing)) {
        m_playing = playing;
        m_play->setText(playing ? tr("Pause") : tr("Play"));
        m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
        m_play->setAccessibleName(playing ? tr("Pause the capture") : tr("Play the capture"));
        m_play->setToolTip(playing ? tr("Pause the capture (Space)")
                                   : tr("Play the capture along its own clock (Space); at its end, from the start"));
    }
    if (!m_slider->isSliderDown()) {
        const auto length = static_cast<double>((m_player.end() - m_player.start()).count());
        const auto into = static_cast<double>((m_player.position() - m_player.start()).count());
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(length > 0 ? static_cast<int>(std::lround(into / length * kSteps)) : kSteps);
        const QString moment = tr("%1 of %2", "clock times in a capture")
                                   .arg(clockText(m_player.position()).left(8), clockText(m_player.end()).left(8));
        if (moment != m_moment->text())
            m_moment->setText(moment);
    }
    m_end->setEnabled(m_player.position() < m_player.end());
    refreshNotes();
}

void PlayerBar::refreshNotes()
{
    QStringList notes;
    for (const std::string& note : m_player.notes())
        notes << toQString(note);
    const QString text = notes.join(QLatin1Char('\n'));
    m_notes->setVisible(!notes.isEmpty());
    if (text == m_notes->toolTip())
        return;
    m_notes->setToolTip(text);
    m_notes->setAccessibleName(text);
    m_notes->set(tr("%n note(s)", nullptr, static_cast<int>(notes.size())), Role::Attention, QStringLiteral("warning"));
}

void PlayerBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Hairline));
}

} // namespace greensward::ui
