// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/handset.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/style_painters.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kWide = 292;
constexpr int kTight = 208;
constexpr double kCorner = 26;
constexpr double kEar = 46; ///< width of the earpiece

QString numberOf(const QJsonObject& said, const char* name, int places)
{
    const QJsonValue value = said[QLatin1String(name)];
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'f', places) : QStringLiteral("–");
}

} // namespace

Handset::Handset(QWidget* parent)
    : QWidget(parent)
    , m_output(new RoleLabel(TextStyle::Reading, Role::Text, {}, this))
    , m_rotor(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_curve(new QWidget(this))
    , m_water(new QPushButton(tr("Water"), this))
    , m_wish(new RoleLabel(TextStyle::Body, Role::Information, {}, this))
    , m_report(new RoleLabel(TextStyle::Body, Role::Accent, {}, this))
    , m_delta(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setTight(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(22), px(38), px(22), px(26));
    column->setSpacing(px(6));
    const auto muted = [this](const QString& text) { return new RoleLabel(TextStyle::Secondary, Role::MutedText, text, this); };
    column->addWidget(muted(QLatin1String(PhonePort::kTurbineTopic)));
    column->addWidget(m_output);
    column->addWidget(m_rotor);
    m_curve->setFixedHeight(px(84));
    column->addWidget(m_curve);
    column->addSpacing(px(12));
    column->addWidget(muted(QLatin1String(PhonePort::kSprinkler)));
    m_water->setCheckable(true);
    m_water->setMinimumHeight(px(44));
    m_water->setEnabled(false);
    column->addWidget(m_water);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(px(12));
    grid->addWidget(muted(tr("desired")), 0, 0);
    grid->addWidget(m_wish, 0, 1);
    grid->addWidget(muted(tr("reported")), 1, 0);
    grid->addWidget(m_report, 1, 1);
    column->addLayout(grid);
    m_delta->setWordWrap(true);
    m_delta->setMinimumHeight(px(34));
    m_delta->setAlignment(Qt::AlignTop);
    column->addWidget(m_delta);
    column->addStretch();
    connect(m_water, &QPushButton::clicked, this, &Handset::waterAsked);
    show(PhonePort::State{});
}

void Handset::setTight(bool tight)
{
    setFixedWidth(px(tight ? kTight : kWide));
}

void Handset::show(const PhonePort::State& state)
{
    if (state.heard < m_heard)
        m_points.clear();
    const QJsonValue output = state.turbine[QLatin1String("output")];
    if (state.heard != m_heard && output.isDouble()) {
        m_points.push_back(output.toDouble());
        if (m_points.size() > kMostPoints)
            m_points.pop_front();
    }
    m_heard = state.heard;
    m_output->setText(tr("%1 kW").arg(numberOf(state.turbine, "output", 1)));
    m_rotor->setText(tr("rotor %1 Hz · %2 °C").arg(numberOf(state.turbine, "rotor-freq", 2), numberOf(state.turbine, "temperature", 1)));
    const bool isOn = state.desired.value_or(state.reported.value_or(QString())) == QLatin1String("on");
    m_water->setChecked(isOn);
    m_water->setText(isOn ? tr("Water: on") : tr("Water: off"));
    m_water->setEnabled(state.isOnline);
    setKind(*m_water, isOn ? ButtonKind::Primary : ButtonKind::Normal);
    m_wish->setText(state.desired.value_or(QString()));
    m_report->setText(state.reported.value_or(QString()));
    const bool differs = state.desired && state.desired != state.reported;
    m_delta->setRole(differs ? Role::Attention : Role::MutedText);
    m_delta->setText(differs ? tr("delta: %1 is desired, and the sprinkler has not said so yet").arg(*state.desired)
                     : !state.isShadowKnown ? QString()
                     : state.desired        ? tr("The sprinkler does what is desired.")
                                            : tr("Nothing is desired yet."));
    update();
}

void Handset::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    painters::roundedRect(painter, body, px(kCorner), color(Role::Raised), color(Role::MutedText));
    painters::roundedRect(painter, QRectF(body.center().x() - px(kEar) / 2.0, body.top() + px(14), px(kEar), px(5)), px(2),
                          color(Role::Hairline));
    const QRectF field = m_curve->geometry();
    painters::roundedRect(painter, field, px(6), color(Role::Surface), color(Role::Hairline));
    if (m_points.size() < 2)
        return;
    const auto [least, most] = std::minmax_element(m_points.begin(), m_points.end());
    const double span = std::max(*most - *least, 1.0);
    const QRectF inner = field.adjusted(px(6), px(8), -px(6), -px(8));
    QPainterPath path;
    for (std::size_t at = 0; at < m_points.size(); ++at) {
        const double x = inner.right() - inner.width() * static_cast<double>(m_points.size() - 1 - at) / (kMostPoints - 1);
        const double y = inner.bottom() - inner.height() * (m_points[at] - *least) / span;
        at == 0 ? path.moveTo(x, y) : path.lineTo(x, y);
    }
    painter.setPen(QPen(color(Role::Accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace greensward::ui
