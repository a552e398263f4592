// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kWidth = 600;
constexpr double kRow = 32;
constexpr int kVisibleRows = 10;

/// Area, text with the matched letters in bold, keys on the right.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(200), px(kRow)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        if (chosen)
            painters::roundedRect(*painter, option.rect.adjusted(px(6), 0, -px(6), 0), painters::kControlRadius,
                                  color(Role::AccentTint));
        QRect place = option.rect.adjusted(px(16), 0, -px(16), 0);
        if (const QString keys = index.data(PaletteModel::KeysRole).toString(); !keys.isEmpty()) {
            painter->setFont(fontOf(TextStyle::Secondary));
            painter->setPen(color(Role::MutedText));
            painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, keys);
            place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(keys) - px(16));
        }
        painter->setFont(fontOf(TextStyle::Secondary));
        painter->setPen(color(Role::MutedText));
        const QString area = index.data(PaletteModel::AreaRole).toString();
        QRect column = place;
        column.setWidth(px(96));
        painter->drawText(column, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(area, Qt::ElideRight, column.width() - px(8)));
        place.setLeft(column.right());
        painter->setPen(color(enabled ? Role::Text : Role::MutedText));
        drawMatched(*painter, place, index);
    }

private:
    static void drawMatched(QPainter& painter, const QRect& place, const QModelIndex& index)
    {
        const QFont plain = fontOf(TextStyle::Body);
        const QString text =
            QFontMetrics(fontOf(TextStyle::Strong)).elidedText(index.data().toString(), Qt::ElideMiddle, place.width());
        QList<QTextLayout::FormatRange> bold;
        if (text == index.data().toString()) { // an elided text has its letters elsewhere
            QTextCharFormat strong;
            strong.setFont(fontOf(TextStyle::Strong));
            strong.setForeground(color(Role::Accent));
            for (const int position : index.data(PaletteModel::PositionsRole).value<QList<int>>())
                bold.append({position, 1, strong});
        }
        QTextLayout layout(text, plain);
        layout.setFormats(bold);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(place.width());
        layout.endLayout();
        layout.draw(&painter, QPointF(place.left(), place.center().y() - line.height() / 2));
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Nothing is called that."), this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(1), px(12), px(1), px(8));
    column->setSpacing(px(8));
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(px(12), 0, px(12), 0);
    inset->addWidget(m_field);
    column->addLayout(inset);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(px(2 * kRow));
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    m_field->setAccessibleName(tr("Command or thing"));
    m_field->addAction(icon(QStringLiteral("search"), Role::MutedText), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString& placeholder, std::vector<PaletteEntry> entries, const QStringList& recent)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    m_field->setPlaceholderText(placeholder);
    m_model.setEntries(std::move(entries), recent);
    narrow();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::narrow()
{
    m_model.setPattern(m_field->text());
    const int rows = m_model.rowCount();
    m_nothing->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    if (rows > 0)
        m_list->setCurrentIndex(m_model.index(0));
    m_list->setFixedHeight(px(kRow) * std::clamp(rows, 1, kVisibleRows));
    place();
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int width = std::min(px(kWidth), window->width() - px(32));
    layout()->activate();
    const int height = std::min(sizeHint().height(), window->height() - px(80));
    setGeometry((window->width() - width) / 2, px(64), width, height);
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int next = (m_list->currentIndex().row() + rows % count + count) % count;
    m_list->setCurrentIndex(m_model.index(next));
}

void CommandPalette::runCurrent()
{
    const PaletteEntry* chosen = m_model.entry(m_list->currentIndex().row());
    if (!chosen || !chosen->enabled || !chosen->run)
        return;
    const auto work = chosen->run; // what runs may open the palette again
    const QString id = chosen->id;
    close();
    if (!id.isEmpty())
        emit ran(id);
    work();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide(); // somebody clicked elsewhere: the focus stays there
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc leaves the palette, nothing behind it
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        moveBy(+1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(std::min(kVisibleRows, m_model.rowCount() - 1 - m_list->currentIndex().row()));
        return true;
    case Qt::Key_PageUp:
        moveBy(-std::min(kVisibleRows, m_list->currentIndex().row()));
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::roundedRect(painter, rect(), painters::kCardRadius, color(Role::Raised), color(Role::MutedText));
}

} // namespace greensward::ui
