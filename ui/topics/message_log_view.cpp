// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/message_log_view.h"

#include "ui/models/message_log_model.h"
#include "ui/topics/row_delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace greensward::ui {

MessageLogView::MessageLogView(MessageLogModel& model, QWidget* parent) : QTableView(parent), m_log(model)
{
    setModel(&model);
    setAccessibleName(tr("Messages"));
    setItemDelegate(new LogDelegate(this));
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
    verticalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setSectionsClickable(false);
    setRowHeight(28);

    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_changing)
            setFollowing(isAtBottom());
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_changing = true; });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        const int gone = (last - first + 1) * verticalHeader()->defaultSectionSize();
        if (!m_following)
            verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - gone));
        m_changing = false;
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setFollowing(true);
        scrollToBottom();
    });
}

void MessageLogView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(pixels);
    verticalScrollBar()->setSingleStep(pixels);
    if (m_following)
        scrollToBottom();
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
    emit followingChanged(following);
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
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void MessageLogView::layOutColumns()
{
    constexpr int kTime = 108;
    constexpr int kQos = 46;
    constexpr int kBytes = 60;
    constexpr int kPayloadFrom = 640;
    const int width = viewport()->width();
    const bool withPayload = width >= kPayloadFrom;
    const bool withFrom = width >= 380;
    setColumnHidden(MessageLogModel::Payload, !withPayload);
    setColumnHidden(MessageLogModel::From, !withFrom);
    const int rest = width - kTime - kQos - kBytes;
    const int from = !withFrom ? 0 : std::clamp(rest * 2 / 5, 88, 112);
    const int topic = withPayload ? std::min(260, (rest - from) / 2) : rest - from;
    auto* header = horizontalHeader();
    header->resizeSection(MessageLogModel::Time, kTime);
    header->resizeSection(MessageLogModel::From, from);
    header->resizeSection(MessageLogModel::Topic, topic);
    header->resizeSection(MessageLogModel::Qos, kQos);
    header->resizeSection(MessageLogModel::Size, kBytes);
    if (withPayload)
        header->resizeSection(MessageLogModel::Payload, rest - from - topic);
}

void MessageLogView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    if (m_following)
        scrollToBottom();
}

void MessageLogView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the view, see MainWindow
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
