// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/history_panel.h"

#include "ui/kit/card.h"
#include "ui/kit/style_painters.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/topics/panel_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

HistoryScrubber::HistoryScrubber(TopicHistory& history, QWidget* parent) : QAbstractSlider(parent), m_history(history)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Moment in the history of the topic"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractSlider::rangeChanged, this, qOverload<>(&QWidget::update));
}

QRectF HistoryScrubber::plot() const
{
    return QRectF(rect()).adjusted(px(8), px(6), -px(8), -px(8));
}

double HistoryScrubber::xOf(int row) const
{
    const QRectF area = plot();
    return maximum() <= 0 ? area.right() : area.left() + area.width() * row / maximum();
}

void HistoryScrubber::moveTo(double x)
{
    const QRectF area = plot();
    const double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    setSliderPosition(static_cast<int>(std::lround(share * maximum())));
}

void HistoryScrubber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position().x());
}

void HistoryScrubber::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->position().x());
}

void HistoryScrubber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    painters::roundedRect(painter, QRectF(rect()).adjusted(1, 1, -1, -1), painters::kControlRadius, color(Role::Chip));
    const auto& points = m_history.points();
    if (points.size() > 1) {
        const auto [low, high] = std::minmax_element(
            points.begin(), points.end(), [](const auto& one, const auto& other) { return one.value < other.value; });
        const double span = high->value - low->value;
        // More points than pixels: of each pixel the lowest and the highest.
        QPolygonF line;
        const std::size_t step =
            std::max<std::size_t>(1, points.size() / static_cast<std::size_t>(std::max(1.0, area.width())));
        for (std::size_t from = 0; from < points.size(); from += step) {
            const auto begin = points.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = points.begin() + static_cast<std::ptrdiff_t>(std::min(points.size(), from + step));
            const auto [least, most] = std::minmax_element(
                begin, end, [](const auto& one, const auto& other) { return one.value < other.value; });
            for (const auto& point : {std::min(least, most), std::max(least, most)}) {
                const double share = span > 0 ? (point->value - low->value) / span : 0.5;
                line << QPointF(xOf(m_history.rowAt(point->serial)), area.bottom() - share * area.height());
            }
        }
        painter.setPen(QPen(color(Role::Accent), 1.5));
        painter.drawPolyline(line);
    }
    const double here = xOf(sliderPosition());
    painter.setPen(QPen(color(Role::Information), 1.5));
    painter.drawLine(QPointF(here, 2), QPointF(here, height() - 3));
    painter.setBrush(color(Role::Information));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(here, height() - px(7)), px(5), px(5));
    if (hasFocus())
        painters::focusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1));
}

HistoryPanel::HistoryPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_history(mirror.model<TopicHistory>())
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_pages->addWidget(new EmptyState(
        QStringLiteral("clock"), tr("Choose a topic or a message to see all that came on its topic."), {}, m_pages));
    auto* page = new QWidget(m_pages);
    m_pages->addWidget(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(12), 0);
    m_name = new ElidedLabel(TextStyle::Mono, Role::Text, Qt::ElideMiddle, page);
    m_number = new QComboBox(page);
    m_number->setAccessibleName(tr("Number to draw"));
    m_number->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_number->setMinimumContentsLength(8);
    head->addWidget(m_name, 1);
    head->addWidget(m_number);
    column->addLayout(head);
    auto* scrub = new QHBoxLayout;
    scrub->setContentsMargins(px(12), 0, px(12), 0);
    m_scrubber = new HistoryScrubber(m_history, page);
    scrub->addWidget(m_scrubber);
    column->addLayout(scrub);
    m_table = new PanelTable(m_history, tr("Messages of the topic"), page);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({108, 88, 40, 56, 0});
    m_table->setOptional({TopicHistory::From, TopicHistory::Qos, TopicHistory::Size}, 120);
    new CellMenu(*m_table, mirror.scope(), [this](const QModelIndex& cell) {
        const QString text = cell.data().toString();
        switch (cell.column()) {
        case TopicHistory::From:
            return senderTerm(text);
        case TopicHistory::Qos:
            return QStringLiteral("qos:") + text;
        case TopicHistory::Payload:
            return text.isEmpty() || text.endsWith(QChar(0x2026)) ? topicTerm(m_topic) : textTerm(text);
        default:
            return topicTerm(m_topic);
        }
    });
    column->addWidget(m_table, 1);
    m_counts = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, page);
    m_counts->setContentsMargins(px(16), 0, px(16), 0);
    m_counts->setWordWrap(true);
    column->addWidget(m_counts);
    connect(&m_history, &TopicHistory::changed, this, &HistoryPanel::refresh);
    connect(m_number, &QComboBox::activated, this, [this] { m_history.setNumber(m_number->currentText()); });
    connect(m_scrubber, &QAbstractSlider::valueChanged, this, &HistoryPanel::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) { choose(row.row()); });
}

void HistoryPanel::setTopic(const QString& topic)
{
    m_topic = topic;
    if (isVisible())
        takeTopic();
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    takeTopic();
}

void HistoryPanel::takeTopic()
{
    m_history.setTopic(m_topic);
    refresh();
}

void HistoryPanel::showMessage(std::optional<Serial> serial)
{
    m_shown = serial;
    if (isVisible())
        refresh();
}

void HistoryPanel::refresh()
{
    m_choosing = true;
    const int rows = m_history.rowCount();
    m_pages->setCurrentIndex(rows > 0 ? 1 : 0);
    m_name->setText(m_history.topic());
    const QStringList numbers = m_history.numbers();
    QStringList listed;
    for (int at = 0; at < m_number->count(); ++at)
        listed << m_number->itemText(at);
    if (listed != numbers) {
        m_number->clear();
        m_number->addItems(numbers);
    }
    m_number->setCurrentText(m_history.number());
    m_number->setVisible(!numbers.isEmpty());
    m_scrubber->setRange(0, std::max(0, rows - 1));
    const int row = m_shown ? m_history.rowAt(*m_shown) : rows - 1;
    if (row >= 0) {
        m_scrubber->setValue(row);
        const QModelIndex index = m_history.index(row, 0);
        if (m_table->currentIndex().row() != row) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
        }
    }
    m_scrubber->update();
    QString text = tr("%1 kept · %2").arg(countText(static_cast<quint64>(rows)), byteText(m_history.bytes()));
    if (m_history.trimmed() > 0)
        text += tr(" · %1 trimmed").arg(countText(m_history.trimmed()));
    m_counts->setText(
        tr("%1 · log %2 of %3").arg(text, byteText(m_mirror.logBytes()), byteText(MessageStore::Limits().bytes)));
    m_choosing = false;
}

void HistoryPanel::choose(int row)
{
    if (m_choosing || row < 0 || row >= m_history.rowCount())
        return;
    emit messageChosen(m_history.serialAt(row));
}

} // namespace greensward::ui
