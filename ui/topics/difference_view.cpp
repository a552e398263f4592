// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/difference_view.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_path.h"
#include "ui/topics/comparison_base.h"
#include "ui/topics/difference_delegate.h"
#include "ui/topics/field_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

DifferenceView::DifferenceView(EngineMirror& mirror, QWidget* parent) : QWidget(parent), m_mirror(mirror)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* base = new QHBoxLayout;
    base->setContentsMargins(px(16), 0, px(12), 0);
    m_baseName = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideMiddle, this);
    m_compare = new QPushButton(this);
    setKind(*m_compare, ButtonKind::Quiet);
    base->addWidget(m_baseName, 1);
    base->addWidget(m_compare);
    column->addLayout(base);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        auto& held = m_mirror.model<ComparisonBase>();
        held.set(held.message() ? std::nullopt : std::optional(m_message));
    });
    m_summary = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(px(16), 0, px(16), 0);
    m_changes = makeFieldView(m_difference, tr("Differences to the previous message"), this);
    m_changes->setItemDelegate(new DifferenceDelegate(m_changes));
    m_changes->setRootIsDecorated(false);
    for (const auto& [part, width] : {std::pair{DifferenceModel::Before, 68}, std::pair{DifferenceModel::After, 68},
                                      std::pair{DifferenceModel::Step, 76}}) {
        m_changes->header()->setSectionResizeMode(part, QHeaderView::Interactive);
        m_changes->header()->resizeSection(part, px(width));
    }
    m_changes->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_changes, &QTreeView::customContextMenuRequested, this, &DifferenceView::showChangeMenu);
    column->addWidget(m_summary);
    column->addWidget(m_changes, 1);
}

void DifferenceView::showChangeMenu(const QPoint& where)
{
    const QModelIndex chosen = m_changes->currentIndex();
    if (!chosen.isValid())
        return;
    const QString path = chosen.data(DifferenceModel::PathRole).toString();
    auto& ignored = m_mirror.model<IgnoredFields>();
    QMenu menu(this);
    if (chosen.data(DifferenceModel::IgnoredRole).toBool()) {
        menu.addAction(tr("Heed %1 again").arg(path), this, [&ignored, path] { ignored.heed(path); });
    } else {
        menu.addAction(tr("Ignore %1 here").arg(path), this, [&ignored, path] { ignored.ignore(path); });
        menu.addAction(tr("Ignore every field called %1").arg(lastKey(path)), this,
                       [&ignored, path] { ignored.ignore(lastKey(path)); });
    }
    menu.addAction(tr("Copy path"), this, [path] { QGuiApplication::clipboard()->setText(path); });
    menu.exec(m_changes->viewport()->mapToGlobal(where));
}

void DifferenceView::show(const InspectedMessage& message, const std::optional<InspectedMessage>& previous)
{
    m_message = message;
    const auto& base = m_mirror.model<ComparisonBase>().message();
    const std::optional<InspectedMessage>& older = base ? base : previous;
    m_baseName->setText(base    ? tr("with %1 · %2").arg(clockText(base->time), base->object)
                        : older ? tr("with the one before, %1").arg(clockText(older->time))
                                : QString());
    m_compare->setText(base ? tr("Let go") : tr("Compare with this"));
    m_compare->setAccessibleName(base ? tr("Compare with the one before again")
                                      : tr("Compare others with this message"));
    m_compare->setToolTip(base ? tr("Compare each message with the one before on its topic again")
                               : tr("Hold on to this message: whatever is chosen next is compared with it"));
    if (!older) {
        m_difference.setChanges({});
        m_summary->setText(tr("This is the first message of its topic."));
        return;
    }
    const std::string_view payload = viewOf(m_message.payload);
    PayloadDifference change = difference(viewOf(older->payload), payload, m_mirror.model<IgnoredFields>().fields());
    const int counted = static_cast<int>(change.changes.size()) - change.ignored;
    if (!change.comparable)
        m_summary->setText(older->payload == m_message.payload ? tr("Same octets.")
                                                               : tr("Not JSON: the octets differ."));
    else if (counted == 0)
        m_summary->setText(change.ignored > 0 ? tr("Same content; %n ignored", nullptr, change.ignored)
                                              : tr("Same content."));
    else
        m_summary->setText(
            change.ignored > 0
                ? tr("%1 changed, %2 the same, %3 ignored").arg(counted).arg(change.unchanged).arg(change.ignored)
                : tr("%1 changed, %2 the same").arg(counted).arg(change.unchanged));
    m_difference.setChanges(std::move(change.changes));
}

} // namespace greensward::ui
