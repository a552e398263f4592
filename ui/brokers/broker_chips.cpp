// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/broker_chips.h"

#include "ui/kit/theme.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace greensward::ui {

namespace {

using State = BrokerStatus::State;

class LiveBadge final : public QToolButton
{
public:
    using QToolButton::QToolButton;
    void set(const QString& text, Role role)
    {
        m_role = role;
        setText(text);
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        return {QFontMetrics(fontOf(TextStyle::Secondary)).horizontalAdvance(text()) + px(20), px(26)};
    }
    QSize minimumSizeHint() const override { return {px(64), px(26)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(m_role), hasFocus() ? 2.5 : 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 2.5, -1.5, -2.5), px(6), px(6));
        painter.setFont(fontOf(TextStyle::Secondary));
        const QRect inner = rect().adjusted(px(8), 0, -px(8), 0);
        painter.drawText(inner, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    }

private:
    Role m_role = Role::Accent;
};

} // namespace

BrokerChips::BrokerChips(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_scope(mirror.scope()), m_brokers(mirror.model<BrokersModel>()), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Brokers elsewhere"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(6));
    connect(&m_brokers, &BrokersModel::namesChanged, this, &BrokerChips::fill);
    connect(&m_brokers, &BrokersModel::changed, this, &BrokerChips::showStates);
    fill();
}

void BrokerChips::setMasked(bool masked)
{
    m_masked = masked;
    showStates();
}

void BrokerChips::fill()
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the caller
        item->widget()->hide();
        delete item;
    }
    for (const QString& name : m_brokers.names()) {
        auto* badge = new LiveBadge(this);
        badge->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(badge);
        menu->addAction(tr("Change the connection …"), this, [this, name] { emit editAsked(name); });
        menu->addAction(tr("Enter the password …"), this, [this, name] { emit passwordAsked(name); });
        menu->addAction(tr("Disconnect %1").arg(name), this, [this, name] { m_brokers.close(name); });
        menu->addSeparator();
        CellMenu::fillOrigin(*menu, m_scope, name);
        badge->setMenu(menu);
        m_row->addWidget(badge);
    }
    setVisible(m_row->count() > 0);
    showStates();
}

void BrokerChips::showStates()
{
    for (int at = 0; at < m_row->count() && at < static_cast<int>(m_brokers.brokers().size()); ++at) {
        const BrokerStatus& broker = m_brokers.brokers()[static_cast<std::size_t>(at)];
        auto* badge = static_cast<LiveBadge*>(m_row->itemAt(at)->widget());
        const QString name = m_masked ? broker.name : tr("%1 (%2)").arg(broker.name, broker.address);
        switch (broker.state) {
        case State::Online:
            badge->set(tr("LIVE · %1").arg(name), Role::Accent);
            break;
        case State::Connecting:
            badge->set(tr("LIVE · %1 · connecting …").arg(name), Role::Attention);
            break;
        case State::Waiting:
            badge->set(tr("LIVE · %1 · lost, again in %2 s").arg(name).arg(static_cast<int>(std::ceil(broker.nextTry))),
                       Role::Lost);
            break;
        }
        QStringList lines{tr("Real: %1").arg(m_masked ? broker.name : broker.address), BrokersModel::standing(broker)};
        if (broker.dropped > 0)
            lines << tr("%1 messages came too fast and were not recorded").arg(countText(broker.dropped));
        badge->setToolTip(lines.join(QLatin1Char('\n')));
    }
}

} // namespace greensward::ui
