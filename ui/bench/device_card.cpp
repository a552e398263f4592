// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_card.h"

#include "ui/bench/action_row.h"
#include "ui/bench/device_portrait.h"
#include "ui/bench/reading.h"
#include "ui/bench/rhythm_editor.h"
#include "ui/bench/state_look.h"
#include "ui/bench/way_choice.h"
#include "ui/kit/card.h"
#include "ui/kit/style_painters.h"
#include "ui/models/device_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

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
#include <utility>

namespace greensward::ui {

using simulator::DeviceState;

namespace {

constexpr std::array kRates{1.0 / 60, 1.0 / 30, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0};
constexpr int kColumns = 3;
constexpr int kMaxWind = 30;   ///< m/s
constexpr int kRateLength = 7; ///< letters
constexpr double kPortrait = 64;
constexpr double kTightPortrait = 48;
/// Of the choices: the rest of the rhythm.
constexpr double kMore = 0;

DevicePortrait::Shape shapeOf(const simulator::DeviceView& view)
{
    return view.model == "turbine"     ? DevicePortrait::Shape::Turbine
           : view.model == "sprinkler" ? DevicePortrait::Shape::Sprinkler
                                       : DevicePortrait::Shape::Other;
}

bool sameRate(double one, double other)
{
    return std::abs(one - other) <= 0.02 * other;
}

bool isOff(const simulator::DeviceView& view)
{
    return view.state == DeviceState::Stopped || view.state == DeviceState::Crashed;
}

} // namespace

DeviceCard::DeviceCard(const simulator::DeviceView& view, QWidget* parent)
    : BenchCard(parent)
    , m_view(view)
    , m_portrait(new DevicePortrait(shapeOf(view), this))
    , m_title(new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideRight, this))
    , m_subtitle(new ElidedLabel(TextStyle::Mono, Role::MutedText, Qt::ElideMiddle, this))
    , m_state(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_will(new Chip(Role::Lost, Chip::Look::Tint, this))
    , m_link(new Chip(Role::Information, Chip::Look::Dashed, this))
    , m_fault(new Chip(Role::Lost, Chip::Look::Filled, this))
    , m_counts(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
    , m_column(new QVBoxLayout(this))
    , m_values(new QGridLayout)
    , m_note(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
{
    setAccessibleName(toQString(view.title));
    m_values->setHorizontalSpacing(px(12));
    m_values->setVerticalSpacing(px(4));
    for (int at = 0; at < kColumns; ++at)
        m_values->setColumnStretch(at, 1);
    m_column->setContentsMargins(px(14), px(10), px(14), px(10));
    m_column->setSpacing(px(8));
    m_column->addLayout(makeHead());
    m_column->addLayout(m_values);
    m_column->addLayout(makeBadges());
    makeRate();
    if (isSprinkler()) {
        m_column->addWidget(makeWater());
    } else {
        auto* settings = new QHBoxLayout;
        settings->setSpacing(px(8));
        if (isTurbine())
            makeWind(*settings);
        else
            settings->addStretch();
        settings->addWidget(m_rate);
        m_column->addLayout(settings);
    }
    m_column->addWidget(makeActions());
    showWay();
    setView(view);
}

QHBoxLayout* DeviceCard::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    head->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(px(2));
    auto* first = new QHBoxLayout;
    first->setSpacing(px(8));
    first->addWidget(m_title, 1);
    first->addWidget(m_state);
    texts->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(px(8));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(px(2));
    lines->addWidget(m_subtitle);
    lines->addWidget(m_note);
    second->addLayout(lines, 1);
    if (m_view.hasShadow) {
        m_way = new WayChoice(toQString(m_view.title), this);
        connect(m_way, &WayChoice::chosen, this,
                [this](simulator::Way way) { command(DeviceCommand::SetWay, static_cast<double>(way)); });
        second->addWidget(m_way, 0, Qt::AlignVCenter);
    }
    texts->addLayout(second);
    head->addLayout(texts, 1);
    return head;
}

QHBoxLayout* DeviceCard::makeBadges()
{
    auto* badges = new QHBoxLayout;
    badges->setSpacing(px(8));
    m_link->setToolTip(m_view.realTls
                           ? tr("Simulated; connected over a TLS socket of this laptop with its own certificate")
                           : tr("Simulated; connected inside this program, without a socket"));
    m_link->set(m_view.realTls ? tr("SIM · TLS") : tr("SIM · in memory"), Role::Information);
    badges->addWidget(m_link);
    badges->addWidget(m_will);
    badges->addWidget(m_fault);
    m_fault->hide();
    badges->addWidget(m_counts, 1);
    badges->addStretch(); // while the counts are hidden
    return badges;
}

void DeviceCard::makeWind(QBoxLayout& row)
{
    auto* label = new RoleLabel(TextStyle::Secondary, Role::MutedText, tr("Wind"), this);
    m_wind = new QSlider(Qt::Horizontal, this);
    m_wind->setRange(0, kMaxWind);
    m_wind->setPageStep(5);
    m_wind->setAccessibleName(tr("Wind at %1, metres a second").arg(toQString(m_view.title)));
    m_windText = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_windText->setMinimumWidth(px(44));
    m_windText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.addWidget(label);
    row.addWidget(m_wind, 1);
    row.addWidget(m_windText);
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

void DeviceCard::makeRate()
{
    m_rate = new QComboBox(this);
    m_rate->setAccessibleName(tr("Reports of %1").arg(toQString(m_view.title)));
    m_rate->setToolTip(tr("How often it reports"));
    for (const double rate : kRates)
        m_rate->addItem(rateText(rate), rate);
    m_rate->addItem(tr("More …"), kMore);
    m_rate->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rate->setMinimumContentsLength(kRateLength);
    connect(m_rate, &QComboBox::activated, this, &DeviceCard::chooseRate);
}

void DeviceCard::chooseRate(int index)
{
    const double rate = m_rate->itemData(index).toDouble();
    if (rate != kMore)
        return command(DeviceCommand::SetRate, rate);
    showSettings(); // "More …" is no rhythm
    openRhythm();
}

void DeviceCard::openRhythm()
{
    auto* editor = new RhythmEditor(m_view, this);
    connect(editor, &RhythmEditor::changed, this, &DeviceCard::command);
    editor->popUpAt(*m_rate);
}

ActionRow* DeviceCard::makeWater()
{
    m_waterRow = new ActionRow(this);
    m_waterOn = m_waterRow->add();
    m_waterOff = m_waterRow->add();
    m_waterRow->addControl(m_rate);
    connect(m_waterOn, &QPushButton::clicked, this, [this] { water(true); });
    connect(m_waterOff, &QPushButton::clicked, this, [this] { water(false); });
    return m_waterRow;
}

void DeviceCard::showWay()
{
    if (m_way)
        m_way->setWay(m_view.way);
    if (!m_waterRow)
        return;
    const QString title = toQString(m_view.title);
    const auto show = [&](QPushButton& button, bool on, const QString& word, const QString& icon, const QString& name) {
        const auto [topic, payload] = waterMessage(m_view, on);
        m_waterRow->set(button, word, icon, ButtonKind::Normal, name.arg(title),
                        tr("Publishes %1 on %2").arg(toQString(payload), toQString(topic)));
    };
    show(*m_waterOn, true, tr("Water on"), QStringLiteral("drop"), tr("Turn the water of %1 on"));
    show(*m_waterOff, false, tr("Off"), QStringLiteral("stop"), tr("Turn the water of %1 off"));
}

ActionRow* DeviceCard::makeActions()
{
    m_actions = new ActionRow(this);
    m_power = m_actions->add();
    m_cable = m_actions->add();
    m_crash = m_actions->add();
    connect(m_power, &QPushButton::clicked, this,
            [this] { command(isOff(m_view) ? DeviceCommand::Start : DeviceCommand::Stop); });
    connect(m_cable, &QPushButton::clicked, this, [this] {
        command(m_view.state == DeviceState::CutOff ? DeviceCommand::HealCable : DeviceCommand::CutCable);
    });
    connect(m_crash, &QPushButton::clicked, this, [this] { command(DeviceCommand::Crash); });
    return m_actions;
}

void DeviceCard::command(DeviceCommand command, double value)
{
    emit commanded(m_view.id, command, value);
}

void DeviceCard::water(bool on)
{
    const auto [topic, payload] = waterMessage(m_view, on);
    emit publishAsked({topic, payload, 1, false});
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
    m_title->setText(toQString(view.title));
    m_subtitle->setText(toQString(view.topic));
    m_note->setText(toQString(view.note));
    if (m_way && m_way->currentData().toInt() != static_cast<int>(view.way))
        showWay();
    showState();
    showActions();
    showValues();
    showSettings();
}

void DeviceCard::forbid(const QString& why)
{
    for (ActionRow* row : {m_actions, m_waterRow})
        if (row)
            row->forbid(why);
    for (QWidget* control : {static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_wind)}) {
        if (!control)
            continue;
        control->setEnabled(false);
        control->setToolTip(why);
        control->setAccessibleDescription(why);
    }
}

void DeviceCard::setTight(bool tight)
{
    const int side = px(tight ? kTightPortrait : kPortrait);
    m_portrait->setFixedSize(side, side);
    m_subtitle->setVisible(!tight);
    m_rate->setMinimumContentsLength(tight ? kRateLength - 2 : kRateLength);
    m_column->setSpacing(px(tight ? 6 : 8));
}

void DeviceCard::setFaults(const QStringList& names)
{
    const bool any = !names.isEmpty();
    if (any) {
        m_fault->set(names.size() == 1 ? names.first() : tr("%1 faults").arg(names.size()), Role::Lost,
                     QStringLiteral("fault"));
        m_fault->setToolTip(names.join(QLatin1Char('\n')));
    }
    m_fault->setVisible(any);
    m_counts->setVisible(!any); // there is room for one of them
}

void DeviceCard::showState()
{
    const StateLook look = lookOf(m_view.state);
    if (std::exchange(m_shownState, m_view.state) != m_view.state)
        update(); // the frame tells of it
    m_state->set(stateText(m_view.state), look.role, look.icon);
    m_portrait->setRole(look.role);
    m_will->set(m_view.willArmed ? tr("Will armed") : tr("No will"), m_view.willArmed ? Role::Text : Role::MutedText,
                QStringLiteral("envelope"));
    m_will->setToolTip(m_view.willArmed ? tr("If the connection is lost, the broker publishes the device's last will")
                                        : tr("The broker holds no last will of this device"));
    m_counts->setText(isSprinkler()
                          ? tr("%1 sent · %2 received").arg(countText(m_view.published), countText(m_view.received))
                          : tr("%1 sent").arg(countText(m_view.published)));
}

void DeviceCard::showActions()
{
    const QString title = toQString(m_view.title);
    const bool off = isOff(m_view);
    if (off)
        m_actions->set(*m_power, tr("Start"), QStringLiteral("play"), ButtonKind::Primary, tr("Start %1").arg(title),
                       tr("Switches it on: it connects"));
    else
        m_actions->set(*m_power, tr("Stop"), QStringLiteral("stop"), ButtonKind::Normal, tr("Stop %1").arg(title),
                       tr("It says goodbye: DISCONNECT, no last will"));
    if (m_view.state == DeviceState::CutOff)
        m_actions->set(*m_cable, tr("Heal cable"), QStringLiteral("plug"), ButtonKind::Primary,
                       tr("Heal the cable of %1").arg(title), tr("Plugs the cable in again"));
    else
        m_actions->set(*m_cable, tr("Cut cable"), QStringLiteral("cut"), ButtonKind::Normal,
                       tr("Cut the cable of %1").arg(title),
                       tr("Nobody is told: the last will follows when the keep alive is over"));
    m_actions->set(*m_crash, tr("Crash"), QStringLiteral("crash"), ButtonKind::Danger, tr("Crash %1").arg(title),
                   tr("The process dies without a word: the last will follows at once"));
    m_cable->setEnabled(!off && !m_actions->isForbidden());
    m_crash->setEnabled(!off && !m_actions->isForbidden());
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
        m_readings[at]->set(toQString(reading.name),
                            valve ? (reading.value > 0 ? tr("on") : tr("off")) : valueText(reading.value),
                            toQString(reading.unit));
        m_readings[at]->setLive(live);
    }
    m_portrait->setPace(!live ? 0 : isTurbine() ? value("rotor-freq") : std::min(value("flow"), 1.0));
}

void DeviceCard::showSettings()
{
    if (m_wind && !m_windChosen && !m_wind->isSliderDown()) {
        const QSignalBlocker quiet(m_wind);
        m_wind->setValue(static_cast<int>(std::lround(value("wind"))));
        m_windText->setText(tr("%1 m/s").arg(m_wind->value()));
    }
    if (m_rate->view()->isVisible())
        return;
    // A rhythm beyond the choices stands among them, in its place.
    int at = 0;
    while (at < static_cast<int>(kRates.size()) && !sameRate(kRates[static_cast<std::size_t>(at)], m_view.rate))
        ++at;
    const bool usual = at < static_cast<int>(kRates.size());
    const bool hasOwn = m_rate->count() > static_cast<int>(kRates.size()) + 1;
    if (!usual && !hasOwn)
        m_rate->insertItem(at, QString(), m_view.rate);
    else if (usual && hasOwn)
        m_rate->removeItem(static_cast<int>(kRates.size()));
    if (!usual)
        m_rate->setItemData(at, m_view.rate);
    const QString text = rhythmText(m_view);
    for (int choice = 0; choice < static_cast<int>(kRates.size()); ++choice)
        m_rate->setItemText(choice, choice == at ? text : rateText(kRates[static_cast<std::size_t>(choice)]));
    if (!usual)
        m_rate->setItemText(at, text);
    m_rate->setCurrentIndex(at);
}

void DeviceCard::paintEvent(QPaintEvent* event)
{
    BenchCard::paintEvent(event);
    if (m_view.state != DeviceState::CutOff && m_view.state != DeviceState::Crashed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(lookOf(m_view.state).role), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), painters::kCardRadius, painters::kCardRadius);
}

} // namespace greensward::ui
