// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/member_page.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

MemberPage::MemberPage(QAbstractItemModel& model, const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_table(new ListTable(model, words.table, this))
    , m_add(new QPushButton(words.add, this))
    , m_edit(new QPushButton(words.edit, this))
    , m_remove(new QPushButton(words.remove, this))
    , m_nothing(new RoleLabel(TextStyle::Body, Role::MutedText, words.nothing, this))
    , m_canEdit(!words.edit.isEmpty())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(4), px(12), px(8));
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    setKind(*m_remove, ButtonKind::Quiet);
    row->addWidget(m_add);
    row->addStretch();
    row->addWidget(m_edit);
    row->addWidget(m_remove);
    column->addLayout(row);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(px(24));
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing, 1);
    m_table->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &MemberPage::addAsked);
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editAsked(chosenRow()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeAsked(chosenRow()); });
    connect(m_table, &ListTable::opened, this, [this](const QModelIndex& index) { emit editAsked(index.row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &MemberPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MemberPage::refresh);
    refresh();
}

int MemberPage::chosenRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void MemberPage::setActing(bool acting)
{
    m_acting = acting;
    refresh();
}

void MemberPage::refresh()
{
    const bool isEmpty = m_table->model()->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_add->setEnabled(m_acting);
    m_edit->setVisible(m_canEdit && !isEmpty);
    m_remove->setVisible(!isEmpty);
    m_edit->setEnabled(m_acting && chosenRow() >= 0);
    m_remove->setEnabled(m_acting && chosenRow() >= 0);
}

bool MemberPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete)
        return QWidget::eventFilter(watched, event);
    if (m_acting && chosenRow() >= 0)
        emit removeAsked(chosenRow());
    return true;
}

} // namespace greensward::ui
