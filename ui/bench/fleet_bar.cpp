// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fleet_bar.h"

#include "ui/kit/card.h"
#include "ui/models/number_text.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr int kStepsOfTen = 100;
/// So long the engine's number is not taken over after another one was asked for.
constexpr qint64 kAnswerMillis = 2000;

/// "9 998": digits in groups, in the box as everywhere else.
class CountBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    QString textFromValue(int value) const override { return countText(static_cast<quint64>(value)); }
    int valueFromText(const QString& text) const override { return digitsOf(text).toInt(); }
    QValidator::State validate(QString& text, int&) const override
    {
        const QString digits = digitsOf(text);
        if (digits.isEmpty())
            return QValidator::Intermediate;
        bool valid = false;
        const int value = digits.toInt(&valid);
        return !valid || value > maximum() ? QValidator::Invalid
               : value < minimum()         ? QValidator::Intermediate
                                           : QValidator::Acceptable;
    }

private:
    QString digitsOf(QString text) const
    {
        if (text.endsWith(suffix()))
            text.chop(suffix().size());
        return text.remove(QChar(0x2009)).remove(QLatin1Char(' '));
    }
};

} // namespace

FleetBar::FleetBar(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_box(new CountBox(this))
    , m_online(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_cost(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kStepsOfTen / 2);
    m_slider->setAccessibleName(tr("Number of devices, from 1 to 10,000"));
    m_slider->setMinimumHeight(px(28));
    m_box->setRange(1, kMostDevices);
    m_box->setKeyboardTracking(false);
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_box->setFrame(false);
    m_box->setAccessibleName(tr("Number of devices"));
    m_box->setSuffix(tr(" devices"));
    m_box->setMinimumWidth(px(124));
    row->addWidget(m_slider, 1);
    row->addWidget(m_box);
    column->addLayout(row);
    m_texts = new QWidget(this);
    auto* texts = new QHBoxLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(px(8));
    texts->addWidget(m_online);
    texts->addStretch();
    m_cost->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    texts->addWidget(m_cost);
    column->addWidget(m_texts);
    // The engine is told when the hand rests or lets go, not at every pixel.
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        {
            const QSignalBlocker quiet(m_box);
            m_box->setValue(devicesAt(step));
        }
        if (!m_slider->isSliderDown())
            ask(devicesAt(step));
    });
    connect(m_slider, &QSlider::sliderReleased, this, [this] { ask(devicesAt(m_slider->value())); });
    connect(m_box, &QSpinBox::valueChanged, this, [this](int devices) {
        {
            const QSignalBlocker quiet(m_slider);
            m_slider->setValue(stepOf(devices));
        }
        ask(devices);
    });
    connect(&mirror, &EngineMirror::statusChanged, this, &FleetBar::refresh);
    refresh();
}

int FleetBar::devicesAt(int step)
{
    const double devices = std::pow(10, static_cast<double>(step) / kStepsOfTen);
    // Round numbers, two digits of them: nobody means 4,786.
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(devices) + 1e-9) - 1));
    return std::clamp(static_cast<int>(std::lround(devices / unit) * std::lround(unit)), 1, kMostDevices);
}

int FleetBar::stepOf(int devices)
{
    return static_cast<int>(std::lround(std::log10(std::clamp(devices, 1, kMostDevices)) * kStepsOfTen));
}

void FleetBar::setTight(bool tight)
{
    m_texts->setVisible(!tight);
}

QString FleetBar::onlineText() const
{
    return m_online->text();
}

void FleetBar::ask(int devices)
{
    m_sinceAsked.start();
    m_mirror.engine().setFleetSize(static_cast<std::uint64_t>(devices));
    m_mirror.feed().hurry();
}

void FleetBar::show(int devices)
{
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietBox(m_box);
    if (devicesAt(m_slider->value()) != devices)
        m_slider->setValue(stepOf(devices));
    m_box->setValue(devices);
}

void FleetBar::refresh()
{
    const EngineStatus& status = m_mirror.status();
    const auto size = static_cast<int>(std::min<std::uint64_t>(status.fleetSize, kMostDevices));
    const bool answered = !m_sinceAsked.isValid() || m_sinceAsked.elapsed() > kAnswerMillis;
    if (answered && size > 0 && size != m_box->value() && !m_slider->isSliderDown() && !m_box->hasFocus())
        show(size);
    const QString online = tr("%1 of %2 online").arg(countText(status.fleetOnline), countText(status.fleetSize));
    if (online != m_online->text())
        m_online->setText(online);
    m_online->setRole(status.fleetOnline < status.fleetSize ? Role::Attention : Role::MutedText);
    const QString cost =
        tr("%1 messages/s · %2")
            .arg(countText(static_cast<quint64>(std::lround(m_mirror.messageRate()))), byteText(status.residentBytes));
    if (cost != m_cost->text())
        m_cost->setText(cost);
}

} // namespace greensward::ui
