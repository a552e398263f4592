// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/series_picker.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kRow = 32;

/// A tick where the plot has it, the field, its topic, and the newest value.
class FieldDelegate final : public QStyledItemDelegate
{
public:
    FieldDelegate(const PlotBoard& board, int plot, QObject* parent)
        : QStyledItemDelegate(parent), m_board(board), m_plot(plot)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(200), px(kRow)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painters::viewItem(option, *painter);
        const SeriesRef ref{index.data(FieldModel::TopicRole).toString(), index.data(FieldModel::PathRole).toString()};
        QRect place = option.rect.adjusted(px(12), 0, -px(16), 0);
        const auto& all = m_board.series(m_plot);
        if (std::any_of(all.begin(), all.end(), [&](const auto& series) { return series->ref == ref; }))
            paintIcon(*painter, QRectF(place.left(), place.center().y() - px(8) + 1, px(16), px(16)),
                      QStringLiteral("check"), Role::Accent);
        place.setLeft(place.left() + px(26));
        painter->setPen(color(Role::Text));
        const double number =
            paintNumber(*painter, place, index.data(FieldModel::ValueRole).toString(), fontOf(TextStyle::Body));
        place.setRight(place.right() - static_cast<int>(number) - px(16));
        painter->setFont(fontOf(TextStyle::Strong));
        const int own = std::min(painter->fontMetrics().horizontalAdvance(ref.path) + px(12), place.width() / 2);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(ref.path, Qt::ElideMiddle, own));
        place.setLeft(place.left() + std::max(own, px(140)));
        painter->setFont(fontOf(TextStyle::Mono));
        painter->setPen(color(Role::MutedText));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(ref.topic, Qt::ElideMiddle, place.width()));
    }

private:
    const PlotBoard& m_board;
    int m_plot;
};

} // namespace

SeriesPicker::SeriesPicker(EngineMirror& mirror, PlotBoard& board, int plot, QWidget* parent)
    : QDialog(parent)
    , m_board(board)
    , m_plot(plot)
    , m_fields(mirror)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setWindowTitle(tr("Numbers of plot %1").arg(plot + 1));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    m_field->setPlaceholderText(tr("Letters of topic and field"));
    m_field->setAccessibleName(tr("Find a number"));
    m_field->addAction(icon(QStringLiteral("search"), Role::MutedText), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    column->addWidget(m_field);
    m_list->setModel(&m_fields);
    m_list->setItemDelegate(new FieldDelegate(board, plot, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Numbers that match"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    m_note->setWordWrap(true);
    foot->addWidget(m_note, 1);
    auto* done = new QPushButton(tr("Done"), this);
    done->setAutoDefault(false);
    setKind(*done, ButtonKind::Primary);
    foot->addWidget(done);
    column->addLayout(foot);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_field, &QLineEdit::textChanged, &m_fields, &FieldModel::setPattern);
    connect(&m_fields, &FieldModel::countsChanged, this, &SeriesPicker::refresh);
    connect(&board, &PlotBoard::seriesChanged, this, &SeriesPicker::refresh);
    connect(m_list, &QListView::clicked, this, &SeriesPicker::toggleCurrent);
    connect(m_list, &QListView::activated, this, [this] {
        if (m_list->hasFocus())
            toggleCurrent();
    });
    const QSize room = parent ? parent->window()->size() : QSize(px(800), px(600));
    resize(std::min(px(560), room.width() - px(32)), std::min(px(440), room.height() - px(48)));
    refresh();
}

void SeriesPicker::setPattern(const QString& pattern)
{
    m_field->setText(pattern);
}

void SeriesPicker::refresh()
{
    if (!m_list->currentIndex().isValid() && m_fields.rowCount() > 0)
        m_list->setCurrentIndex(m_fields.index(0));
    m_list->viewport()->update();
    const auto inPlot = static_cast<int>(m_board.series(m_plot).size());
    if (m_fields.fields() == 0 && !m_fields.isReading())
        m_note->setText(tr("No message with a number has come yet."));
    else if (m_fields.rowCount() == 0)
        m_note->setText(tr("No number is called that."));
    else if (inPlot >= static_cast<int>(PlotBoard::kMostSeries))
        m_note->setText(tr("The plot is full: %n series.", nullptr, inPlot));
    else
        m_note->setText(tr("Enter adds the marked number or removes it again."));
}

void SeriesPicker::toggleCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const SeriesRef ref = m_fields.series(current.row());
    if (m_board.add(m_plot, ref) == PlotBoard::Adding::AlreadyThere)
        m_board.remove(m_plot, ref);
}

bool SeriesPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toggleCurrent();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace greensward::ui
