// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_list.h"

#include "ui/edge/edge_desk.h"
#include "ui/kit/style_painters.h"
#include "ui/models/qt_text.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>

namespace greensward::ui {

namespace {

// The role of the table of colours; the model's own roles hide the name.
using Ink = ui::Role;

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(80), px(46)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        row.index = index;
        painters::viewItem(row, *painter);
        painter->save();
        const QRect area = option.rect.adjusted(px(12), px(5), -px(8), -px(5));
        QString name = index.data(Qt::DisplayRole).toString();
        if (index.data(GroupListModel::EditedRole).toBool())
            name += QStringLiteral(" •");
        const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
        line(*painter, upper, name, TextStyle::Strong, Ink::Text);
        line(*painter, upper.translated(0, upper.height()), index.data(GroupListModel::StandingRole).toString(),
             TextStyle::Caption, static_cast<Ink>(index.data(GroupListModel::InkRole).toInt()));
        painter->restore();
    }

private:
    static void line(QPainter& painter, const QRect& where, const QString& text, TextStyle style, Ink role)
    {
        painter.setFont(fontOf(style));
        painter.setPen(color(role));
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    }
};

} // namespace

GroupListModel::GroupListModel(EdgeDesk& desk, QObject* parent) : QAbstractListModel(parent), m_desk(desk)
{
    connect(&desk.book(), &GroupBook::changed, this, &GroupListModel::follow);
    connect(&desk, &EdgeDesk::contentChanged, this, &GroupListModel::refresh);
    connect(&desk, &EdgeDesk::coresChanged, this, &GroupListModel::refresh);
    follow();
}

void GroupListModel::follow()
{
    std::vector<std::pair<std::string, QString>> now;
    for (const GroupEntry& one : m_desk.book().groups())
        now.emplace_back(one.id, one.name);
    if (now == m_groups)
        return refresh();
    beginResetModel();
    m_groups = std::move(now);
    endResetModel();
}

void GroupListModel::refresh()
{
    if (!m_groups.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int GroupListModel::rowOf(const std::string& id) const
{
    const auto found =
        std::find_if(m_groups.begin(), m_groups.end(), [&id](const auto& one) { return one.first == id; });
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

QString GroupListModel::standing(const std::string& id) const
{
    if (m_desk.isEdited(id))
        return tr("changed, not deployed");
    if (m_desk.book().isDeploying(id))
        return tr("being deployed");
    for (const CoreView& core : m_desk.cores()) {
        if (core.groupId != id)
            continue;
        if (!core.running)
            return tr("core is off");
        const auto devices = static_cast<int>(core.devices.size());
        if (!core.serving)
            return tr("not serving");
        return devices == 1 ? tr("serving · 1 device") : tr("serving · %1 devices").arg(devices);
    }
    const GroupState& state = m_desk.book().state(id);
    if (!state.isKnown)
        return QString();
    return m_desk.isUndeployed(id) ? tr("not deployed") : tr("deployed");
}

int GroupListModel::ink(const std::string& id) const
{
    if (m_desk.isEdited(id))
        return static_cast<int>(Ink::Attention);
    if (m_desk.book().isDeploying(id))
        return static_cast<int>(Ink::Information);
    for (const CoreView& core : m_desk.cores())
        if (core.groupId == id)
            return static_cast<int>(core.running && core.serving ? Ink::Accent : Ink::Lost);
    return static_cast<int>(Ink::MutedText);
}

int GroupListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

QVariant GroupListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& [id, name] = m_groups[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case IdRole:
        return toQString(id);
    case StandingRole:
        return standing(id);
    case InkRole:
        return ink(id);
    case EditedRole:
        return m_desk.isEdited(id);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString said = standing(id);
        return said.isEmpty() ? name : name + QStringLiteral(", ") + said;
    }
    default:
        return {};
    }
}

GroupListView::GroupListView(GroupListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setAccessibleName(tr("Greengrass groups of the account"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void GroupListView::mark(const std::string& id)
{
    const QScopedValueRollback quiet(m_marking, true);
    const int row = m_model.rowOf(id);
    setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
}

void GroupListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_marking && current.isValid())
        emit chosen(current.data(GroupListModel::IdRole).toString().toStdString());
}

} // namespace greensward::ui
