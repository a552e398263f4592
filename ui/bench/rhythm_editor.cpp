// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/rhythm_editor.h"

#include "ui/kit/card.h"
#include "ui/kit/style_painters.h"
#include "ui/models/qt_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPainter>
#include <QScreen>
#include <QSpinBox>

#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kShortest = 0.1; ///< seconds: ten readings a second
constexpr double kLongest = 60;
constexpr int kMostBurst = 100;

} // namespace

QString rateText(double perSecond)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("greensward::ui", text); };
    const double seconds = 1 / perSecond;
    if (perSecond > 1.0001)
        return translated(QT_TR_NOOP("%1 / s")).arg(QString::number(perSecond, 'g', 3));
    if (seconds < 1.0001)
        return translated(QT_TR_NOOP("1 / s"));
    if (std::abs(seconds - 60) < 0.05)
        return translated(QT_TR_NOOP("1 / min"));
    return translated(QT_TR_NOOP("every %1 s")).arg(QString::number(seconds, 'g', 3));
}

QString rhythmText(const simulator::DeviceView& view)
{
    QStringList parts{rateText(view.rate)};
    if (view.jitter > 0.001)
        parts << RhythmEditor::tr("+%1 %").arg(std::lround(view.jitter * 100));
    if (view.burst > 1)
        parts << RhythmEditor::tr("by %1").arg(view.burst);
    if (view.onChange)
        parts << RhythmEditor::tr("news");
    return parts.join(QLatin1String(", "));
}

RhythmEditor::RhythmEditor(const simulator::DeviceView& view, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_interval(new QDoubleSpinBox(this))
    , m_jitter(new QSpinBox(this))
    , m_burst(new QSpinBox(this))
    , m_news(new QCheckBox(tr("Only what is new"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("When %1 reports").arg(toQString(view.title)));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(16), px(12), px(16), px(14));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->addWidget(new RoleLabel(TextStyle::Strong, Role::Text, tr("When it reports"), this), 0, 0, 1, 2);
    int line = 1;
    const auto add = [&](const QString& name, QAbstractSpinBox* control, const QString& explanation) {
        auto* label = new RoleLabel(TextStyle::Body, Role::Text, name, this);
        label->setBuddy(control);
        control->setButtonSymbols(QAbstractSpinBox::NoButtons);
        control->setFrame(false);
        control->setMinimumWidth(px(96));
        control->setAccessibleName(name);
        control->setToolTip(explanation);
        control->setAccessibleDescription(explanation);
        label->setToolTip(explanation);
        grid->addWidget(label, line, 0);
        grid->addWidget(control, line++, 1);
    };
    m_interval->setRange(kShortest, kLongest);
    m_interval->setDecimals(1);
    m_interval->setSuffix(tr(" s"));
    m_interval->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_interval->setKeyboardTracking(false);
    m_interval->setValue(1 / view.rate);
    add(tr("A reading every"), m_interval, tr("From ten readings a second to one a minute"));
    m_jitter->setRange(0, 100);
    m_jitter->setSuffix(tr(" %"));
    m_jitter->setSingleStep(10);
    m_jitter->setKeyboardTracking(false);
    m_jitter->setValue(static_cast<int>(std::lround(view.jitter * 100)));
    add(tr("Late by up to"), m_jitter,
        tr("Jitter: each report comes late by its own share of the interval, as in a busy device"));
    m_burst->setRange(1, kMostBurst);
    m_burst->setKeyboardTracking(false);
    m_burst->setValue(view.burst);
    add(tr("Sent together"), m_burst,
        tr("Burst: so many readings are collected and sent at once, as by a device that sleeps in between"));
    m_news->setChecked(view.onChange);
    m_news->setAccessibleName(m_news->text());
    m_news->setToolTip(tr("A reading that shows the same values as the last one sent is left out"));
    grid->addWidget(m_news, line, 0, 1, 2);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this,
            [this](double seconds) { emit changed(DeviceCommand::SetRate, 1 / seconds); });
    connect(m_jitter, &QSpinBox::valueChanged, this,
            [this](int percent) { emit changed(DeviceCommand::SetJitter, percent / 100.0); });
    connect(m_burst, &QSpinBox::valueChanged, this,
            [this](int burst) { emit changed(DeviceCommand::SetBurst, burst); });
    connect(m_news, &QCheckBox::toggled, this, [this](bool on) { emit changed(DeviceCommand::SetOnChange, on); });
}

void RhythmEditor::popUpAt(const QWidget& control)
{
    adjustSize();
    QPoint corner = control.mapToGlobal(QPoint(control.width() - width(), control.height() + px(4)));
    const QRect screen = control.screen()->availableGeometry();
    if (corner.y() + height() > screen.bottom())
        corner.setY(control.mapToGlobal(QPoint(0, 0)).y() - height() - px(4));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(corner);
    show();
    m_interval->setFocus(Qt::PopupFocusReason);
    m_interval->selectAll();
}

void RhythmEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Role::Raised));
    painter.setPen(color(Role::Hairline));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace greensward::ui
