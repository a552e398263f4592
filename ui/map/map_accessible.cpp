// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_accessible.h"

#include "ui/map/map_view.h"

#include <QAccessibleWidget>

#include <utility>

namespace greensward::ui {

namespace {

/// One node of the map.
class AccessibleNode final : public QAccessibleInterface
{
public:
    AccessibleNode(MapView& view, int row) : m_view(view), m_row(row) {}

    bool isValid() const override { return m_row < m_view.nodeCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view.window()->windowHandle(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text what) const override
    {
        return isValid() && what == QAccessible::Name ? m_view.spokenText(m_row) : QString();
    }

    QRect rect() const override
    {
        return isValid() ? m_view.nodePlace(m_row).toAlignedRect().translated(m_view.mapToGlobal(QPoint())) : QRect();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.invalid = !isValid();
        state.selected = isValid() && m_view.currentRow() == m_row;
        state.focused = state.selected && m_view.hasFocus();
        return state;
    }

private:
    MapView& m_view;
    int m_row;
};

class AccessibleMap final : public QAccessibleWidget
{
public:
    explicit AccessibleMap(MapView* view) : QAccessibleWidget(view, QAccessible::List), m_view(*view) {}
    ~AccessibleMap() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view.nodeCount(); }

    QAccessibleInterface* child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= row)
            m_ids.push_back(
                QAccessible::registerAccessibleInterface(new AccessibleNode(m_view, static_cast<int>(m_ids.size()))));
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(row)]);
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (std::size_t row = 0; row < m_ids.size(); ++row)
            if (QAccessible::accessibleInterface(m_ids[row]) == wanted)
                return static_cast<int>(row);
        return -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int row = childCount(); row-- > 0;)
            if (QAccessibleInterface* node = child(row); node->rect().contains(x, y))
                return node;
        return nullptr;
    }

    QAccessibleInterface* focusChild() const override { return child(m_view.currentRow()); }

private:
    MapView& m_view;
    mutable std::vector<QAccessible::Id> m_ids; ///< by row, made when somebody asks
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<MapView*>(object);
    return view ? new AccessibleMap(view) : nullptr;
}

} // namespace

void announceMapAccessibility()
{
    static const bool kAnnounced = (QAccessible::installFactory(makeAccessible), true);
    std::ignore = kAnnounced;
}

void tellFocusedNode(MapView& view, int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace greensward::ui
