// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/message_log_view.h"

#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/topics/row_delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace greensward::ui {

MessageLogView::MessageLogView(MessageLogModel& model, QWidget* parent)
    : QTableView(parent), m_log(model), m_delegate(new LogDelegate(this)), m_jump(new QPushButton(this))
{
    setAccessibleName(tr("Messages"));
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoScroll(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(px(16));
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(px(24));
    header->setSectionsClickable(false);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(header->mapToGlobal(at));
    });
    m_jump->setIcon(icon(QStringLiteral("live"), Role::OnFill));
    m_jump->setAccessibleName(tr("Jump to the newest message"));
    m_jump->setFocusPolicy(Qt::TabFocus);
    setKind(*m_jump, ButtonKind::Primary);
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, &MessageLogView::jumpToNewest);
    setRowHeight(28);
    setModel(&model); // after the rows' height, which is told of row by row
    watchModel();
}

void MessageLogView::watchModel()
{
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_changing)
            setFollowing(isAtBottom());
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
    connect(&m_log, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        if (m_following || m_log.isScanning())
            return;
        m_newRows += static_cast<quint64>(last - first + 1);
        placeButton();
    });
    connect(&m_log, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_changing = true; });
    connect(&m_log, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        const int gone = (last - first + 1) * verticalHeader()->defaultSectionSize();
        if (!m_following)
            verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - gone));
        m_changing = false;
    });
    connect(&m_log, &QAbstractItemModel::modelAboutToBeReset, this, &MessageLogView::takeAnchor);
    connect(&m_log, &QAbstractItemModel::modelReset, this, &MessageLogView::restoreAnchor);
    // A filter shows its first rows at once and finds the others later, perhaps the one that is to keep its place.
    connect(&m_log, &MessageLogModel::countsChanged, this, [this] {
        if (m_anchor && !m_log.isScanning())
            restoreAnchor();
    });
}

void MessageLogView::setRowHeight(int height)
{
    if (px(height) != verticalHeader()->defaultSectionSize()) {
        // One signal a row is far too much for a million of them; the view only has to lay itself out again.
        const QSignalBlocker noSignalPerRow(verticalHeader());
        verticalHeader()->setDefaultSectionSize(px(height));
        scheduleDelayedItemsLayout();
    }
    verticalScrollBar()->setSingleStep(px(height));
    if (m_following)
        scrollToBottom();
}

void MessageLogView::setMarks(const Selection& selection)
{
    m_delegate->setSelection(selection);
}

bool MessageLogView::isAtBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - verticalHeader()->defaultSectionSize() / 2;
}

void MessageLogView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    m_newRows = 0;
    placeButton();
    emit followingChanged(following);
}

void MessageLogView::placeButton()
{
    m_jump->setVisible(!m_following);
    if (m_following)
        return;
    m_jump->setText(m_newRows > 0 ? tr("+%1 new · Jump to live").arg(countText(m_newRows)) : tr("Jump to live"));
    m_jump->adjustSize();
    const QRect place = viewport()->geometry();
    m_jump->move(place.center().x() - m_jump->width() / 2, place.bottom() - m_jump->height() - px(8));
}

void MessageLogView::jumpToNewest()
{
    setFollowing(true);
    scrollToBottom();
}

void MessageLogView::showMessage(quint64 serial)
{
    const int row = m_log.rowOf(serial);
    if (row < 0) {
        clearSelection();
        return;
    }
    const QModelIndex index = m_log.index(row, 0);
    if (row == currentIndex().row() && selectionModel()->isRowSelected(row))
        return;
    setCurrentIndex(index);
    scrollTo(m_log.index(row, MessageLogModel::Time), EnsureVisible);
}

void MessageLogView::takeAnchor()
{
    m_anchor.reset();
    const QModelIndex top = indexAt(QPoint(px(4), px(4)));
    const bool showsCurrent = viewport()->rect().intersects(visualRect(currentIndex()));
    const QModelIndex index = showsCurrent ? currentIndex() : top;
    if (index.isValid() && (showsCurrent || !m_following))
        m_anchor = Anchor{m_log.serialAt(index.row()), visualRect(index).y(), showsCurrent};
}

void MessageLogView::restoreAnchor()
{
    const int row = m_anchor ? m_log.rowOf(m_anchor->serial) : -1;
    if (row < 0) {
        setFollowing(true);
        scrollToBottom();
        return;
    }
    const Anchor anchor = *std::exchange(m_anchor, {});
    if (anchor.current)
        setCurrentIndex(m_log.index(row, 0));
    const int at = row * verticalHeader()->defaultSectionSize() - anchor.y;
    updateGeometries();
    verticalScrollBar()->setValue(at);
    setFollowing(isAtBottom());
}

bool MessageLogView::isColumnWanted(MessageLogModel::Column column) const
{
    return m_wanted[static_cast<std::size_t>(column)].value_or(!isColumnHidden(column));
}

void MessageLogView::setColumnWanted(MessageLogModel::Column column, bool wanted)
{
    m_wanted[static_cast<std::size_t>(column)] = wanted;
    layOutColumns();
}

void MessageLogView::fillColumnMenu(QMenu& menu)
{
    for (int column = 0; column < MessageLogModel::kColumnCount; ++column) {
        if (column == MessageLogModel::Topic)
            continue; // a row without it says nothing
        const auto one = static_cast<MessageLogModel::Column>(column);
        QAction* action = menu.addAction(m_log.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), this,
                                         [this, one](bool on) { setColumnWanted(one, on); });
        action->setCheckable(true);
        action->setChecked(isColumnWanted(one));
    }
}

/// "0+ 1 2 3- …": the columns from left to right, with what was chosen.
QByteArray MessageLogView::columnText() const
{
    QByteArray text;
    for (int place = 0; place < MessageLogModel::kColumnCount; ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        const auto& wanted = m_wanted[static_cast<std::size_t>(column)];
        text += QByteArray::number(column) + (!wanted ? "" : *wanted ? "+" : "-") + ' ';
    }
    return text.trimmed();
}

void MessageLogView::setColumnText(const QByteArray& text)
{
    const QList<QByteArray> words = text.split(' ');
    if (words.size() != MessageLogModel::kColumnCount)
        return;
    std::array<std::optional<bool>, MessageLogModel::kColumnCount> wanted{};
    QList<int> order;
    for (const QByteArray& word : words) {
        const int column = word.isEmpty() ? -1 : word.front() - '0';
        if (column < 0 || column >= MessageLogModel::kColumnCount || order.contains(column))
            return;
        order << column;
        if (word.endsWith('+') || word.endsWith('-'))
            wanted[static_cast<std::size_t>(column)] = word.endsWith('+');
    }
    for (int place = 0; place < order.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(order[place]), place);
    m_wanted = wanted;
    m_wanted[MessageLogModel::Topic].reset();
    layOutColumns();
}

void MessageLogView::layOutColumns()
{
    using Model = MessageLogModel;
    const int width = viewport()->width();
    const auto shows = [&](Model::Column column, double from) {
        const bool shown = m_wanted[static_cast<std::size_t>(column)].value_or(width >= px(from));
        setColumnHidden(column, !shown);
        return shown;
    };
    const int time = shows(Model::Time, 0) ? px(108) : 0;
    const int qos = shows(Model::Qos, 0) ? px(46) : 0;
    const int size = shows(Model::Size, 0) ? px(60) : 0;
    const bool withFrom = shows(Model::From, 380);
    const bool withPayload = shows(Model::Payload, 640);
    const int rest = std::max(width - time - qos - size, px(120));
    const int from = withFrom ? std::clamp(rest * 2 / 5, px(88), px(112)) : 0;
    const int topic = withPayload ? std::min(px(260), (rest - from) / 2) : rest - from;
    QHeaderView* header = horizontalHeader();
    const auto set = [&](Model::Column column, int pixels) {
        if (pixels > 0)
            header->resizeSection(column, pixels);
    };
    set(Model::Time, time);
    set(Model::Qos, qos);
    set(Model::Size, size);
    set(Model::From, from);
    set(Model::Topic, topic);
    if (withPayload)
        set(Model::Payload, std::max(rest - from - topic, px(60)));
}

void MessageLogView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    if (m_following)
        scrollToBottom();
    placeButton();
}

void MessageLogView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        m_log.setHeld(!m_log.isHeld());
    else if (event->key() == Qt::Key_End)
        jumpToNewest();
    else
        QTableView::keyPressEvent(event);
}

void MessageLogView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        emit messageChosen(m_log.serialAt(current.row()));
}

} // namespace greensward::ui
