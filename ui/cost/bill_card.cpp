// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost/bill_card.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/number_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

BillCard::BillCard(CostModel& model, std::size_t list, QWidget* parent) : QWidget(parent), m_model(model), m_list(list)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card({}, this);
    outer->addWidget(card);
    m_title = new RoleLabel(TextStyle::Strong, Role::Text, {}, card);
    card->head().setContentsMargins(px(16), px(6), px(8), 0);
    card->head().insertWidget(0, m_title);
    m_file = new QPushButton(tr("Open price file"), card);
    setKind(*m_file, ButtonKind::Quiet);
    card->head().addWidget(m_file);
    m_units = new ElidedLabel(TextStyle::Body, Role::Text, Qt::ElideRight, card);
    m_money = new RoleLabel(TextStyle::Reading, Role::Text, {}, card);
    m_source = new ElidedLabel(TextStyle::Caption, Role::MutedText, Qt::ElideRight, card);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(px(16), 0, px(16), px(10));
    column->setSpacing(px(4));
    column->addWidget(m_units);
    column->addWidget(m_money);
    column->addWidget(m_source);
    card->body().addLayout(column);
    connect(m_file, &QPushButton::clicked, this, [this] {
        if (const auto& bill = m_model.bill(); bill && m_list < bill->lists.size())
            emit fileAsked(QString::fromStdString(bill->lists[m_list]->id));
    });
    connect(&model, &CostModel::billChanged, this, &BillCard::refresh);
    refresh();
}

QString BillCard::units() const
{
    return m_units->text();
}

QString BillCard::money() const
{
    return m_money->text();
}

void BillCard::setBrief(bool brief)
{
    m_source->setVisible(!brief);
    m_file->setVisible(!brief);
}

void BillCard::refresh()
{
    const auto& bill = m_model.bill();
    const bool there = bill && m_list < bill->lists.size();
    setVisible(there);
    if (!there)
        return;
    const billing::PriceList& list = *bill->lists[m_list];
    const billing::Counts& counted = bill->total.units[m_list];
    QStringList units;
    for (std::size_t charge = 0; charge < list.charges.size(); ++charge)
        if (const std::uint64_t sum = list.chargeUnits(charge, counted); sum > 0)
            units << QStringLiteral("%1 %2").arg(countText(sum), QString::fromStdString(list.charges[charge].unit));
    m_title->setText(QString::fromStdString(list.title));
    m_units->setText(units.isEmpty() ? tr("nothing that it counts") : units.join(QStringLiteral("  ·  ")));
    m_money->setText(moneyText(bill->cost(m_list)));
    m_source->setText(tr("Prices of %1, %2, from %3")
                          .arg(QString::fromStdString(list.date), QString::fromStdString(list.region),
                               QString::fromStdString(list.source)));
    m_source->setToolTip(QString::fromStdString(list.note + "\n" + list.file).trimmed());
    m_file->setAccessibleName(tr("Open the price file of %1").arg(m_title->text()));
    setAccessibleName(tr("%1: %2, %3").arg(m_title->text(), m_units->text(), m_money->text()));
}

} // namespace greensward::ui
