// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/access_page.h"

#include "ui/edge/address_model.h"
#include "ui/edge/edge_desk.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/qt_text.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <chrono>

namespace greensward::ui {

namespace {

QString dayText(WallTime time)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).date().toString(Qt::ISODate);
}

} // namespace

AccessPage::AccessPage(EdgeDesk& desk, NoticeBar& notice, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_notice(notice), m_model(new AddressModel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(4), px(12), px(8));
    column->setSpacing(px(10));
    column->addWidget(addressesPart(), 1);
    column->addWidget(certificatesPart());
    connect(&desk.book(), &GroupBook::stateChanged, this, [this](const std::string& id) {
        if (id == m_group)
            refresh();
    });
    connect(&desk, &EdgeDesk::coresChanged, this, &AccessPage::showEnds);
}

QWidget* AccessPage::addressesPart()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* row = new QHBoxLayout;
    row->addWidget(
        new RoleLabel(TextStyle::Section, Role::MutedText, tr("Addresses of the core, as devices discover them"), part),
        1);
    m_save = new QPushButton(tr("Save"), part);
    m_save->setAccessibleName(tr("Save the addresses of the core"));
    m_remove = new QPushButton(tr("Remove"), part);
    m_remove->setAccessibleName(tr("Remove the chosen address"));
    setKind(*m_remove, ButtonKind::Quiet);
    row->addWidget(m_remove);
    row->addWidget(m_save);
    column->addLayout(row);
    m_table = new ListTable(*m_model, tr("Addresses of the core"), part);
    m_table->setColumns({0, 90, 160});
    m_table->setOptional({AddressModel::Metadata});
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed |
                             QAbstractItemView::DoubleClicked);
    column->addWidget(m_table, 1);
    connect(m_table, &ListTable::opened, m_table, qOverload<const QModelIndex&>(&QAbstractItemView::edit));
    connect(m_model, &AddressModel::edited, this, [this] {
        m_isEdited = true;
        setActing(m_acting);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_model->remove(m_table->currentIndex().row()); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_isEdited = false;
        setActing(m_acting);
        m_desk.setAddresses(m_group, m_model->addresses());
    });
    return part;
}

QWidget* AccessPage::certificatesPart()
{
    auto* part = new QWidget(this);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    const auto value = [part](const QString& name) {
        auto* label = new RoleLabel(TextStyle::Body, Role::Text, {}, part);
        label->setWordWrap(true);
        label->setAccessibleName(name);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    };
    const auto label = [part, grid](const QString& text, int row) {
        grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, text, part), row, 0);
    };
    grid->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, tr("Certificates"), part), 0, 0, 1, 3);
    m_authority = value(tr("Group authority"));
    m_server = value(tr("Certificate of the local server"));
    m_role = value(tr("Role of the group"));
    m_rotate = new QPushButton(tr("Rotate …"), part);
    m_rotate->setAccessibleName(tr("Make a new group authority"));
    m_days = new QSpinBox(part);
    m_days->setRange(7, 30);
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Life of the local server's certificate in days"));
    m_setDays = new QPushButton(tr("Set"), part);
    m_setDays->setAccessibleName(tr("Set the life of the local server's certificate"));
    label(tr("Group authority"), 1);
    grid->addWidget(m_authority, 1, 1);
    grid->addWidget(m_rotate, 1, 2, Qt::AlignTop);
    label(tr("Local server"), 2);
    grid->addWidget(m_server, 2, 1);
    label(tr("Its life"), 3);
    grid->addWidget(m_days, 3, 1, Qt::AlignLeft);
    grid->addWidget(m_setDays, 3, 2);
    label(tr("Group role"), 4);
    grid->addWidget(m_role, 4, 1, 1, 2);
    connect(m_rotate, &QPushButton::clicked, this, [this] {
        m_notice.ask(tr("Make a new group authority? Deploy then; every device must discover its core again."),
                     tr("Rotate"), [this, id = m_group] { m_desk.rotateAuthority(id); });
    });
    connect(m_setDays, &QPushButton::clicked, this, [this] { m_desk.setCertificateDays(m_group, m_days->value()); });
    return part;
}

void AccessPage::setGroup(const std::string& id)
{
    if (id != m_group)
        m_isEdited = false;
    m_group = id;
    refresh();
}

void AccessPage::setActing(bool acting)
{
    m_acting = acting;
    m_save->setEnabled(acting && m_isEdited);
    for (QWidget* one : {static_cast<QWidget*>(m_remove), static_cast<QWidget*>(m_rotate),
                         static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_setDays)})
        one->setEnabled(acting);
}

/// What is being written is not taken away.
void AccessPage::refresh()
{
    const GroupState& state = m_desk.book().state(m_group);
    if (!m_isEdited)
        m_model->set(state.addresses);
    if (!m_days->hasFocus() && state.certificateDays > 0)
        m_days->setValue(state.certificateDays);
    m_role->setText(state.role.isEmpty() ? tr("none: functions get no keys for the cloud") : state.role);
    showEnds();
    setActing(m_acting);
}

void AccessPage::showEnds()
{
    const GroupState& state = m_desk.book().state(m_group);
    QStringList lines;
    for (const GroupAuthorityEntry& one : state.authorities)
        lines << (one.facts ? tr("%1…, until %2").arg(toQString(one.id.substr(0, 10)), dayText(one.facts->notAfter))
                            : toQString(one.id.substr(0, 10)) + QStringLiteral("…"));
    if (lines.size() > 1)
        lines[0] = tr("%1 (current)").arg(lines[0]);
    m_authority->setText(lines.isEmpty() ? tr("not known") : lines.join(QLatin1Char('\n')));
    const CoreView* core = m_desk.core(m_group);
    m_server->setText(!core                   ? tr("nobody tells")
                      : core->certificateEnds ? tr("until %1, renewed before").arg(dayText(*core->certificateEnds))
                                              : tr("none yet: it comes with the first deployment"));
}

} // namespace greensward::ui
