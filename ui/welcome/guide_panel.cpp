// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/guide_panel.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/welcome/first_minute.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace greensward::ui {

/// One step: a number or a tick, its title; opened while it is the present one.
class GuidePanel::StepCard final : public QWidget
{
public:
    StepCard(int number, FirstMinute::Step step, QWidget* parent)
        : QWidget(parent)
        , m_number(number)
        , m_title(new RoleLabel(TextStyle::Strong, Role::Text, FirstMinute::title(step), this))
        , m_text(new RoleLabel(TextStyle::Body, Role::MutedText, FirstMinute::text(step), this))
        , m_because(new RoleLabel(TextStyle::Secondary, Role::Accent, {}, this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(px(44), px(10), px(12), px(10));
        column->setSpacing(px(4));
        for (QLabel* label :
             {static_cast<QLabel*>(m_title), static_cast<QLabel*>(m_text), static_cast<QLabel*>(m_because)}) {
            label->setWordWrap(true);
            column->addWidget(label);
        }
    }

    void set(bool done, bool open, const QString& because)
    {
        m_done = done;
        m_open = open;
        m_title->setRole(open || done ? Role::Text : Role::MutedText);
        m_text->setVisible(open);
        m_because->setText(because);
        m_because->setVisible(done && !because.isEmpty());
        setAccessibleName(done ? GuidePanel::tr("Step %1, done: %2").arg(m_number).arg(m_title->text())
                               : GuidePanel::tr("Step %1: %2").arg(m_number).arg(m_title->text()));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_open)
            painters::roundedRect(painter, rect(), painters::kCardRadius, color(Role::AccentTint));
        const QRectF mark(px(12), px(9), px(22), px(22));
        painters::roundedRect(painter, mark, mark.width() / 2, m_done ? color(Role::Accent) : color(Role::Surface),
                              m_done ? QColor() : color(m_open ? Role::Accent : Role::MutedText));
        if (m_done) {
            paintIcon(painter, mark.adjusted(px(4), px(4), -px(4), -px(4)), QStringLiteral("check"), Role::OnFill);
            return;
        }
        painter.setFont(fontOf(TextStyle::Section));
        painter.setPen(color(m_open ? Role::Accent : Role::MutedText));
        painter.drawText(mark, Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    RoleLabel* m_title;
    RoleLabel* m_text;
    RoleLabel* m_because;
    bool m_done = false;
    bool m_open = false;
};

/// The seconds that the gateway still waits.
class GuidePanel::Ring final : public QWidget
{
public:
    explicit Ring(QWidget* parent) : QWidget(parent) { setFixedHeight(px(96)); }

    void set(double left, double whole)
    {
        m_share = whole > 0 ? left / whole : 0;
        m_seconds = static_cast<int>(std::ceil(left));
        setAccessibleName(GuidePanel::tr("The gateway waits %n more second(s)", nullptr, m_seconds));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr int kSixteenths = 16;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRectF circle(0, 0, px(72), px(72));
        circle.moveCenter(QRectF(rect()).center());
        painter.setPen(QPen(color(Role::Hairline), px(6)));
        painter.drawEllipse(circle);
        painter.setPen(QPen(color(Role::Attention), px(6), Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(circle, 90 * kSixteenths, static_cast<int>(m_share * 360 * kSixteenths));
        painter.setFont(fontOf(TextStyle::Reading));
        painter.setPen(color(Role::Text));
        painter.drawText(circle, Qt::AlignCenter, GuidePanel::tr("%1 s").arg(m_seconds));
    }

private:
    double m_share = 1;
    int m_seconds = 0;
};

GuidePanel::GuidePanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_story(mirror.model<FirstMinute>())
    , m_ring(new Ring(this))
    , m_button(new QPushButton(this))
{
    setMinimumWidth(px(220));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll, 1);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    scroll->viewport()->setAutoFillBackground(false); // the card shines through
    page->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(8), 0, px(8), px(8));
    column->setSpacing(px(4));
    for (std::size_t at = 0; at < m_cards.size(); ++at) {
        m_cards[at] = new StepCard(static_cast<int>(at) + 1, static_cast<FirstMinute::Step>(at), page);
        column->addWidget(m_cards[at]);
    }
    column->addWidget(m_ring);
    column->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(px(16), px(8), px(16), px(8));
    setKind(*m_button, ButtonKind::Primary);
    m_button->setAutoDefault(true);
    foot->addWidget(m_button, 1);
    outer->addLayout(foot);
    connect(m_button, &QPushButton::clicked, this, &GuidePanel::press);
    connect(&m_story, &FirstMinute::changed, this, &GuidePanel::showStory);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (m_story.countdown())
            showStory();
    });
    showStory();
}

void GuidePanel::takeFocus()
{
    m_button->setFocus(Qt::OtherFocusReason);
}

void GuidePanel::showStory()
{
    for (std::size_t at = 0; at < m_cards.size(); ++at) {
        const auto step = static_cast<FirstMinute::Step>(at);
        const bool open = m_story.hasBegun() && !m_story.isFinished() && step == m_story.step();
        m_cards[at]->set(m_story.isDone(step), open, m_story.because(step));
    }
    const auto countdown = m_story.countdown();
    m_ring->setVisible(countdown.has_value());
    if (countdown)
        m_ring->set(countdown->left, countdown->whole);
    // The button stays where it is and keeps the focus: whoever holds Enter ready finds it there.
    const QString action = m_story.action();
    m_button->setEnabled(true);
    if (!m_story.hasBegun())
        m_button->setText(tr("Begin"));
    else if (m_story.isFinished())
        m_button->setText(tr("Look around"));
    else
        m_button->setText(action.isEmpty() ? tr("Watch …") : action);
    m_button->setAccessibleName(m_button->text());
}

void GuidePanel::press()
{
    if (!m_story.hasBegun())
        m_story.begin();
    else if (m_story.isFinished())
        emit left();
    else
        m_story.act();
}

} // namespace greensward::ui
