// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/matrix_view.h"

#include "ui/edge/route_matrix.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kDenseBelow = 92; ///< lengths of the drawings: narrower, and no subject can be read
constexpr int kLeastColumn = 40;
constexpr int kMostColumn = 240;
constexpr int kLine = 16;
constexpr int kLines = 3; ///< subjects that are shown of a cell

QString iconOf(RouteEnd::Kind kind)
{
    switch (kind) {
    case RouteEnd::Kind::Function:
        return QStringLiteral("function");
    case RouteEnd::Kind::Shadows:
        return QStringLiteral("shadow");
    case RouteEnd::Kind::Cloud:
        return QStringLiteral("cloud");
    case RouteEnd::Kind::Device:
        break;
    }
    return QStringLiteral("chip");
}

/// Ends of routes with what sort they are; upright where columns are narrow.
class EndHeader final : public QHeaderView
{
public:
    EndHeader(Qt::Orientation orientation, const MatrixView& view)
        : QHeaderView(orientation, const_cast<MatrixView*>(&view)), m_view(view)
    {
        setSectionResizeMode(Fixed);
        setHighlightSections(true);
        setSectionsClickable(true);
    }

    /// Of the longest label, with its icon.
    int longest() const
    {
        const QFontMetrics metrics(fontOf(TextStyle::Section));
        int wide = px(60);
        for (int at = 0; at < count(); ++at)
            wide = std::max(wide, metrics.horizontalAdvance(label(at)) + px(38));
        return wide;
    }

    QSize sizeHint() const override
    {
        if (orientation() == Qt::Vertical)
            return {std::clamp(longest(), px(90), px(m_view.isDense() ? 150 : 180)), 0};
        return {0, m_view.isDense() ? std::clamp(longest(), px(60), px(120)) : px(30)};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QHeaderView::paintEvent(event);
        QRect beyond = viewport()->rect();
        if (orientation() == Qt::Horizontal)
            beyond.setLeft(length() - offset());
        else
            beyond.setTop(length() - offset());
        if (beyond.isValid())
            QPainter(viewport()).fillRect(beyond, color(Role::Surface));
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const QModelIndex current = m_view.currentIndex();
        const bool isCurrent = section == (orientation() == Qt::Horizontal ? current.column() : current.row());
        painter->save();
        painter->fillRect(rect, color(isCurrent ? Role::InformationTint : Role::Surface));
        painter->setPen(color(Role::Hairline));
        painter->drawLine(orientation() == Qt::Horizontal ? rect.bottomLeft() : rect.topRight(), rect.bottomRight());
        QRect area = rect;
        if (orientation() == Qt::Horizontal && m_view.isDense()) {
            painter->translate(rect.left(), rect.bottom());
            painter->rotate(-90);
            area = QRect(0, 0, rect.height(), rect.width());
        }
        const auto kind =
            static_cast<RouteEnd::Kind>(model()->headerData(section, orientation(), RouteMatrix::EndKindRole).toInt());
        const int size = px(16);
        const Role ink = isCurrent ? Role::Text : Role::MutedText;
        paintIcon(*painter, QRectF(area.left() + px(8), area.center().y() - size / 2.0 + 0.5, size, size), iconOf(kind),
                  ink);
        painter->setFont(fontOf(TextStyle::Section));
        painter->setPen(color(Role::Text));
        const QRect where = area.adjusted(px(8) + size + px(6), 0, -px(4), 0);
        painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(label(section), Qt::ElideMiddle, where.width()));
        painter->restore();
    }

private:
    QString label(int section) const { return model()->headerData(section, orientation(), Qt::DisplayRole).toString(); }

    const MatrixView& m_view;
};

/// Subjects, one a line: what is new in the colour of what changes, what is to go struck through.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(RouteMatrix& matrix, MatrixView& view) : QStyledItemDelegate(&view), m_matrix(matrix), m_view(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setClipRect(option.rect);
        const bool isSame = index.row() == index.column();
        if (!m_matrix.isPossible(index))
            painter->fillRect(option.rect, QBrush(color(Role::Hairline), Qt::BDiagPattern));
        else if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, color(Role::InformationTint));
        else if (isSame)
            painter->fillRect(option.rect, color(Role::Background));
        painter->setPen(color(Role::Hairline));
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (m_view.isDense())
            paintCount(*painter, option.rect, index);
        else
            paintSubjects(*painter, option.rect, index);
        if (option.state & QStyle::State_HasFocus)
            painters::focusRing(*painter, QRectF(option.rect).adjusted(1.5, 1.5, -2.5, -2.5));
        painter->restore();
    }

private:
    static void paintCount(QPainter& painter, const QRect& rect, const QModelIndex& index)
    {
        const auto subjects = index.data(RouteMatrix::SubjectsRole).toStringList();
        const bool isChanged = !index.data(RouteMatrix::NewRole).toStringList().isEmpty() ||
                               !index.data(RouteMatrix::GoneRole).toStringList().isEmpty();
        if (subjects.isEmpty() && !isChanged)
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        const double size = px(22);
        const QRectF badge(rect.center().x() - size / 2 + 0.5, rect.center().y() - size / 2 + 0.5, size, size);
        const Role role = isChanged ? Role::Attention : Role::Accent;
        painters::roundedRect(painter, badge, size / 2, color(tintOf(role)), color(role));
        painter.setFont(fontOf(TextStyle::Section));
        painter.setPen(color(role));
        painter.drawText(badge, Qt::AlignCenter, QString::number(subjects.size()));
    }

    static void paintSubjects(QPainter& painter, const QRect& rect, const QModelIndex& index)
    {
        const QStringList isNew = index.data(RouteMatrix::NewRole).toStringList();
        const QStringList gone = index.data(RouteMatrix::GoneRole).toStringList();
        QStringList lines = index.data(RouteMatrix::SubjectsRole).toStringList() + gone;
        const int more = static_cast<int>(lines.size()) - kLines;
        if (more > 0)
            lines = lines.mid(0, kLines - 1);
        QFont plain = fontOf(TextStyle::Mono);
        plain.setPixelSize(fontOf(TextStyle::Caption).pixelSize());
        QFont struck = plain;
        struck.setStrikeOut(true);
        const int tall = px(kLine);
        const int shown = static_cast<int>(lines.size()) + (more > 0 ? 1 : 0);
        QRect line(rect.left() + px(8), rect.center().y() - shown * tall / 2 + 1, rect.width() - px(14), tall);
        for (const QString& one : lines) {
            painter.setFont(gone.contains(one) ? struck : plain);
            painter.setPen(color(gone.contains(one) || isNew.contains(one) ? Role::Attention : Role::Text));
            painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(one, Qt::ElideMiddle, line.width()));
            line.translate(0, tall);
        }
        if (more > 0) {
            painter.setFont(fontOf(TextStyle::Caption));
            painter.setPen(color(Role::MutedText));
            painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, MatrixView::tr("and %1 more").arg(more + 1));
        }
    }

    RouteMatrix& m_matrix;
    MatrixView& m_view;
};

} // namespace

MatrixView::MatrixView(RouteMatrix& matrix, QWidget* parent) : QTableView(parent), m_matrix(matrix)
{
    setHorizontalHeader(new EndHeader(Qt::Horizontal, *this));
    setVerticalHeader(new EndHeader(Qt::Vertical, *this));
    setItemDelegate(new CellDelegate(matrix, *this));
    setModel(&matrix);
    setAccessibleName(tr("Routes: from whom in rows, to whom in columns"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setMinimumSectionSize(px(kLeastColumn));
    verticalHeader()->setMinimumSectionSize(px(24));
    connect(&matrix, &QAbstractItemModel::modelReset, this, &MatrixView::layOut);
    connect(&matrix, &QAbstractItemModel::dataChanged, this, &MatrixView::layOut);
    connect(this, &QTableView::clicked, this, &MatrixView::editAsked);
    layOut();
}

/// Columns share the room; rows are as high as the cell with the most subjects wants.
void MatrixView::layOut()
{
    const int ends = m_matrix.rowCount();
    if (ends == 0 || m_isLayingOut)
        return;
    const QScopedValueRollback once(m_isLayingOut, true);
    const int head = verticalHeader()->sizeHint().width();
    const int room = width() - head - px(2);
    m_isDense = room / ends < px(kDenseBelow);
    const int least = px(m_isDense ? kLeastColumn : kDenseBelow);
    const int wide = std::clamp(room / ends, least, px(kMostColumn));
    for (int at = 0; at < ends; ++at)
        horizontalHeader()->resizeSection(at, wide);
    for (int row = 0; row < ends; ++row) {
        int lines = 1;
        for (int column = 0; column < ends && !m_isDense; ++column) {
            const QModelIndex cell = m_matrix.index(row, column);
            const auto all = cell.data(RouteMatrix::SubjectsRole).toStringList().size() +
                             cell.data(RouteMatrix::GoneRole).toStringList().size();
            lines = std::max(lines, std::min(kLines, static_cast<int>(all)));
        }
        verticalHeader()->resizeSection(row, px(kLine) * lines + px(m_isDense ? 12 : 16));
    }
    updateGeometries();
    viewport()->update();
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void MatrixView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    emit cellChosen(current);
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        emit editAsked(currentIndex());
        break;
    case Qt::Key_Delete:
        emit removeAsked(currentIndex());
        break;
    case Qt::Key_Space:
        event->ignore(); // pauses the views, see MainWindow
        break;
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace greensward::ui
