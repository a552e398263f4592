// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_card.h"

#include "ui/bench/device_portrait.h"
#include "ui/bench/reading.h"
#include "ui/bench/state_look.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/models/device_model.h"
#include "ui/models/number_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

using simulator::DeviceState;

namespace {

constexpr std::array kRates{0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0};
constexpr int kColumns = 3;
constexpr int kMaxWind = 30; ///< m/s

DevicePortrait::Shape shapeOf(const simulator::DeviceView& view)
{
    return view.model == "turbine"     ? DevicePortrait::Shape::Turbine
           : view.model == "sprinkler" ? DevicePortrait::Shape::Sprinkler
                                       : DevicePortrait::Shape::Other;
}

QString rateText(double rate)
{
    return rate >= 1 ? DeviceCard::tr("%1 / s").arg(rate) : DeviceCard::tr("every %1 s").arg(std::round(1 / rate));
}

} // namespace

DeviceCard::DeviceCard(const simulator::DeviceView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_portrait(new DevicePortrait(shapeOf(view), this))
    , m_title(new RoleLabel(TextStyle::Title, Role::Text, {}, this))
    , m_subtitle(new ElidedLabel(TextStyle::Mono, Role::MutedText, Qt::ElideMiddle, this))
    , m_state(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_will(new Chip(Role::Lost, Chip::Look::Tint, this))
    , m_link(new Chip(Role::Information, Chip::Look::Dashed, this))
    , m_fault(new Chip(Role::Lost, Chip::Look::Filled, this))
    , m_counts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_values(new QGridLayout)
    , m_note(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
{
    setAccessibleName(QString::fromStdString(view.title));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_values->setHorizontalSpacing(px(16));
    m_values->setVerticalSpacing(px(8));
    for (int at = 0; at < kColumns; ++at)
        m_values->setColumnStretch(at, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(17));
    column->setSpacing(px(12));
    column->addLayout(makeHead());
    column->addLayout(m_values);
    column->addLayout(makeSettings());
    column->addLayout(makeButtons());
    setView(view);
}

QHBoxLayout* DeviceCard::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(px(16));
    head->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(px(4));
    auto* first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_state);
    texts->addLayout(first);
    texts->addWidget(m_subtitle);
    texts->addWidget(m_note);
    head->addLayout(texts, 1);
    return head;
}

QGridLayout* DeviceCard::makeSettings()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(12));
    grid->setColumnStretch(1, 1);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(px(8));
    m_link->setToolTip(m_view.realTls ? tr("Connected over a TLS socket of this laptop with its own certificate")
                                      : tr("Connected inside this program, without a socket"));
    m_link->set(m_view.realTls ? tr("SIM · TLS") : tr("SIM · in memory"), Role::Information);
    badges->addWidget(m_link);
    badges->addWidget(m_will);
    badges->addWidget(m_fault);
    m_fault->hide();
    badges->addStretch();
    badges->addWidget(m_counts);
    grid->addLayout(badges, 0, 0, 1, 4);

    if (isTurbine()) {
        auto* label = new RoleLabel(TextStyle::Secondary, Role::MutedText, tr("Wind"), this);
        m_wind = new QSlider(Qt::Horizontal, this);
        m_wind->setRange(0, kMaxWind);
        m_wind->setPageStep(5);
        m_wind->setAccessibleName(tr("Wind at %1, metres a second").arg(QString::fromStdString(m_view.title)));
        m_windText = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
        m_windText->setMinimumWidth(px(44));
        m_windText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(label, 1, 0);
        grid->addWidget(m_wind, 1, 1);
        grid->addWidget(m_windText, 1, 2);
        const auto choose = [this] {
            m_windChosen = true;
            command(DeviceCommand::SetWind, m_wind->value());
        };
        // The device is told when the hand rests or lets go, not at every pixel.
        connect(m_wind, &QSlider::valueChanged, this, [this, choose](int wind) {
            m_windText->setText(tr("%1 m/s").arg(wind));
            if (!m_wind->isSliderDown())
                choose();
        });
        connect(m_wind, &QSlider::sliderReleased, this, choose);
    }
    m_rate = new QComboBox(this);
    m_rate->setAccessibleName(tr("Reports of %1").arg(QString::fromStdString(m_view.title)));
    for (const double rate : kRates)
        m_rate->addItem(rateText(rate), rate);
    connect(m_rate, &QComboBox::activated, this,
            [this] { command(DeviceCommand::SetRate, m_rate->currentData().toDouble()); });
    if (isSprinkler())
        grid->addLayout(makeWaterRow(), 1, 0, 1, 3);
    grid->addWidget(m_rate, 1, 3);
    return grid;
}

QPushButton* DeviceCard::makeButton(const QString& text, const QString& iconName, const QString& accessibleName)
{
    auto* button = new QPushButton(text, this);
    button->setIcon(icon(iconName));
    button->setAccessibleName(accessibleName);
    return button;
}

QHBoxLayout* DeviceCard::makeWaterRow()
{
    const QString title = QString::fromStdString(m_view.title);
    const QString topic = QString::fromStdString(m_view.topic);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_waterOn = makeButton(tr("Water on"), QStringLiteral("drop"), tr("Turn the water of %1 on").arg(title));
    m_waterOff = makeButton(tr("Water off"), QStringLiteral("stop"), tr("Turn the water of %1 off").arg(title));
    m_waterOn->setToolTip(tr("Publishes {\"water\":\"on\"} on %1").arg(topic));
    m_waterOff->setToolTip(tr("Publishes {\"water\":\"off\"} on %1").arg(topic));
    row->addWidget(m_waterOn);
    row->addWidget(m_waterOff);
    row->addStretch();
    connect(m_waterOn, &QPushButton::clicked, this, [this] { water(true); });
    connect(m_waterOff, &QPushButton::clicked, this, [this] { water(false); });
    return row;
}

QHBoxLayout* DeviceCard::makeButtons()
{
    const QString title = QString::fromStdString(m_view.title);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_power = makeButton(tr("Stop"), QStringLiteral("stop"), tr("Stop %1").arg(title));
    m_cable = makeButton(tr("Cut cable"), QStringLiteral("cut"), tr("Cut the cable of %1").arg(title));
    m_crash = makeButton(tr("Crash"), QStringLiteral("crash"), tr("Crash %1").arg(title));
    setKind(*m_crash, ButtonKind::Danger);
    m_crash->setIcon(icon(QStringLiteral("crash"), Role::Lost));
    m_crash->setToolTip(tr("The device dies without a word: its last will follows"));
    row->addWidget(m_power);
    row->addWidget(m_cable);
    row->addWidget(m_crash);
    row->addStretch();
    connect(m_power, &QPushButton::clicked, this, [this] {
        const bool off = m_view.state == DeviceState::Stopped || m_view.state == DeviceState::Crashed;
        command(off ? DeviceCommand::Start : DeviceCommand::Stop);
    });
    connect(m_cable, &QPushButton::clicked, this, [this] {
        command(m_view.state == DeviceState::CutOff ? DeviceCommand::HealCable : DeviceCommand::CutCable);
    });
    connect(m_crash, &QPushButton::clicked, this, [this] { command(DeviceCommand::Crash); });
    return row;
}

void DeviceCard::command(DeviceCommand command, double value)
{
    emit commanded(m_view.id, command, value);
}

void DeviceCard::water(bool on)
{
    emit publishAsked({m_view.topic, on ? R"({"water":"on"})" : R"({"water":"off"})", 1, false});
}

double DeviceCard::value(std::string_view name) const
{
    const auto found = std::find_if(m_view.values.begin(), m_view.values.end(),
                                    [name](const auto& reading) { return reading.name == name; });
    return found == m_view.values.end() ? 0 : found->value;
}

void DeviceCard::setView(const simulator::DeviceView& view)
{
    m_view = view;
    m_title->setText(QString::fromStdString(view.title));
    m_subtitle->setText(QString::fromStdString(view.topic));
    m_note->setText(QString::fromStdString(view.note));
    showState();
    showValues();
    showSettings();
}

void DeviceCard::setSelected(bool selected)
{
    if (selected == m_selected)
        return;
    m_selected = selected;
    update();
}

void DeviceCard::setFaults(const QStringList& names)
{
    const bool any = !names.isEmpty();
    if (any) {
        m_fault->set(names.size() == 1 ? names.first() : tr("%n fault(s)", nullptr, static_cast<int>(names.size())),
                     Role::Lost, QStringLiteral("fault"));
        m_fault->setToolTip(names.join(QLatin1Char('\n')));
    }
    m_fault->setVisible(any);
    m_counts->setVisible(!any); // there is room for one of them
}

void DeviceCard::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    emit chosen(m_view.id);
}

void DeviceCard::showState()
{
    const StateLook look = lookOf(m_view.state);
    m_state->set(stateText(m_view.state), look.role, look.icon);
    m_portrait->setRole(look.role);
    m_will->set(m_view.willArmed ? tr("Will armed") : tr("No will armed"),
                m_view.willArmed ? Role::Text : Role::MutedText, QStringLiteral("envelope"));
    m_will->setToolTip(m_view.willArmed ? tr("If the connection is lost, the broker publishes the device's last will")
                                        : tr("The broker holds no last will of this device"));
    m_counts->setText(isSprinkler()
                          ? tr("%1 sent · %2 received").arg(countText(m_view.published), countText(m_view.received))
                          : tr("%1 sent").arg(countText(m_view.published)));
    const QString title = QString::fromStdString(m_view.title);
    const bool off = m_view.state == DeviceState::Stopped || m_view.state == DeviceState::Crashed;
    const QString power = off ? tr("Start") : tr("Stop");
    if (m_power->text() != power) {
        m_power->setText(power);
        m_power->setIcon(icon(off ? QStringLiteral("play") : QStringLiteral("stop"), off ? Role::OnFill : Role::Text));
        m_power->setAccessibleName(off ? tr("Start %1").arg(title) : tr("Stop %1").arg(title));
        setKind(*m_power, off ? ButtonKind::Primary : ButtonKind::Normal);
    }
    const bool cut = m_view.state == DeviceState::CutOff;
    const QString cable = cut ? tr("Heal cable") : tr("Cut cable");
    if (m_cable->text() != cable) {
        m_cable->setText(cable);
        m_cable->setIcon(icon(cut ? QStringLiteral("plug") : QStringLiteral("cut"), cut ? Role::OnFill : Role::Text));
        m_cable->setAccessibleName(cut ? tr("Heal the cable of %1").arg(title) : tr("Cut the cable of %1").arg(title));
        setKind(*m_cable, cut ? ButtonKind::Primary : ButtonKind::Normal);
    }
    m_cable->setEnabled(!off);
    m_crash->setEnabled(!off);
}

void DeviceCard::showValues()
{
    while (m_readings.size() < m_view.values.size()) {
        const int at = static_cast<int>(m_readings.size());
        m_readings.push_back(new Reading(this));
        m_values->addWidget(m_readings.back(), at / kColumns, at % kColumns);
    }
    const bool live = m_view.state == DeviceState::Online || m_view.state == DeviceState::CutOff;
    for (std::size_t at = 0; at < m_readings.size(); ++at) {
        const bool used = at < m_view.values.size();
        m_readings[at]->setVisible(used);
        if (!used)
            continue;
        const auto& reading = m_view.values[at];
        const bool valve = reading.name == "water" && reading.unit.empty();
        m_readings[at]->set(QString::fromStdString(reading.name),
                            valve ? (reading.value > 0 ? tr("on") : tr("off")) : valueText(reading.value),
                            QString::fromStdString(reading.unit));
        m_readings[at]->setLive(live);
    }
    m_portrait->setPace(!live ? 0 : isTurbine() ? value("rotor-freq") : std::min(value("flow"), 1.0));
}

void DeviceCard::showSettings()
{
    const auto nearest = std::min_element(kRates.begin(), kRates.end(), [this](double one, double other) {
        return std::abs(one - m_view.rate) < std::abs(other - m_view.rate);
    });
    if (m_wind && !m_windChosen && !m_wind->isSliderDown()) {
        const QSignalBlocker quiet(m_wind);
        m_wind->setValue(static_cast<int>(std::lround(value("wind"))));
        m_windText->setText(tr("%1 m/s").arg(m_wind->value()));
    }
    if (!m_rate->view()->isVisible())
        m_rate->setCurrentIndex(static_cast<int>(nearest - kRates.begin()));
}

void DeviceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::card(painter, rect());
    if (m_selected) {
        painter.setRenderHint(QPainter::Antialiasing);
        painters::roundedRect(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -1.5), painters::kCardRadius, {},
                              color(Role::Accent));
    }
    if (m_view.state != DeviceState::CutOff && m_view.state != DeviceState::Crashed)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(lookOf(m_view.state).role), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), painters::kCardRadius, painters::kCardRadius);
}

} // namespace greensward::ui
