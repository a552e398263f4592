// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/activity_view.h"

#include "ui/bench/activity_filter.h"
#include "ui/kit/card.h"
#include "ui/kit/discretion.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/activity_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/why/why_subject.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace greensward::ui {

namespace {

constexpr int kRowHeight = 28;

class ActivityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(120), px(kRowHeight)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painters::viewItem(option, *painter);
        const QRect row = option.rect.adjusted(px(16), 0, -px(16), 0);
        painter->setPen(color(Role::MutedText));
        paintNumber(*painter, row, index.data(ActivityModel::TimeRole).toString(), fontOf(TextStyle::Secondary),
                    Qt::AlignLeft);
        const Role role = roleOf(static_cast<ActivityModel::Tone>(index.data(ActivityModel::ToneRole).toInt()));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(role));
        painter->drawEllipse(QPointF(row.left() + px(104), row.center().y() + 1), px(4), px(4));
        QRect rest = row.adjusted(px(120), 0, 0, 0);
        painter->setFont(fontOf(TextStyle::Strong));
        painter->setPen(color(Role::Text));
        const QString subject = discreet(index.data(ActivityModel::SubjectRole).toString());
        const int wide = std::min(painter->fontMetrics().horizontalAdvance(subject), rest.width() / 3);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(subject, Qt::ElideRight, wide + 1));
        rest.setLeft(rest.left() + (subject.isEmpty() ? 0 : wide + px(12)));
        painter->setFont(fontOf(TextStyle::Body));
        painter->setPen(color(role == Role::Lost ? Role::Lost : Role::MutedText));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(discreet(index.data(ActivityModel::SentenceRole).toString()),
                                                            Qt::ElideRight, rest.width()));
    }

private:
    static Role roleOf(ActivityModel::Tone tone)
    {
        switch (tone) {
        case ActivityModel::Tone::Good:
            return Role::Accent;
        case ActivityModel::Tone::Attention:
            return Role::Attention;
        case ActivityModel::Tone::Lost:
            return Role::Lost;
        case ActivityModel::Tone::Plain:
            break;
        }
        return Role::MutedText;
    }
};

} // namespace

ActivityView::ActivityView(EngineMirror& mirror, QWidget* parent)
    : QListView(parent)
    , m_mirror(mirror)
    , m_shown(new ActivityFilter(mirror, this))
    , m_counts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setModel(m_shown);
    new CellMenu(*this, mirror.scope(), [](const QModelIndex& cell) {
        const QString subject = cell.data(ActivityModel::SubjectRole).toString();
        return subject.isEmpty() ? QString() : senderTerm(subject);
    });
    answerWhy(*this, [this] {
        return WhySubject{.client = currentIndex().data(ActivityModel::SubjectRole).toString(),
                          .title = currentIndex().data(ActivityModel::SubjectRole).toString(),
                          .text = currentIndex().data(ActivityModel::SentenceRole).toString()};
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, changed, this, &ActivityView::showCounts);
    connect(&mirror.scope(), &ScopeStack::changed, this, &ActivityView::showCounts);
    showCounts();
    setItemDelegate(new ActivityDelegate(this));
    setAccessibleName(tr("Activity"));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, last = 0](int, int maximum) mutable {
        if (verticalScrollBar()->value() >= last)
            verticalScrollBar()->setValue(maximum);
        last = maximum;
    });
}

void ActivityView::showCounts()
{
    m_counts->setText(tr("%1 of %2 match")
                          .arg(countText(static_cast<quint64>(m_shown->rowCount())),
                               countText(static_cast<quint64>(m_mirror.activity().rowCount()))));
    m_counts->setVisible(!m_mirror.scope().isEmpty());
}

void ActivityView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the view, see MainWindow
    else
        QListView::keyPressEvent(event);
}

} // namespace greensward::ui
