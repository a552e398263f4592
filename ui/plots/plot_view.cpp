// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_view.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_legend.h"
#include "ui/plots/series_picker.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace greensward::ui {

namespace {

constexpr QSize kPicture(1200, 640); ///< of an export, in points

constexpr qsizetype kMostAxes = 32;

/// Times come as text too.
QStringList axisPaths(const QByteArray& payload)
{
    QStringList paths;
    for (const NumericField& field :
         scalarFields({payload.constData(), static_cast<std::size_t>(payload.size())}, kMostAxes))
        paths << QString::fromStdString(field.path);
    return paths;
}

QString spanText(int seconds)
{
    if (seconds < 60)
        return PlotView::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return PlotView::tr("%1 min").arg(seconds / 60);
    return PlotView::tr("%1 h").arg(seconds / 3600);
}

} // namespace

PlotView::PlotView(EngineMirror& mirror, PlotBoard& board, int plot, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_board(board), m_plot(plot), m_export(new PlotExport(this))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 2);
    column->setSpacing(0);
    column->addLayout(makeHead());
    m_legend = new PlotLegend(mirror.scope(), board, plot, this);
    column->addWidget(m_legend);
    m_pages = new QStackedWidget(this);
    m_canvas = new PlotCanvas(board, plot, m_pages);
    m_pages->addWidget(m_canvas);
    auto* nothing = new EmptyState(QStringLiteral("plots"), tr("Drag a number of a message here, or choose one."),
                                   tr("Add series …"), m_pages);
    connect(nothing, &EmptyState::clicked, this, [this] { pickSeries(); });
    m_pages->addWidget(nothing);
    column->addWidget(m_pages, 1);
    column->addSpacing(px(4));

    const auto forThis = [this](void (PlotView::*work)()) {
        return [this, work](int changed) {
            if (changed == m_plot)
                (this->*work)();
        };
    };
    connect(&board, &PlotBoard::viewChanged, this, forThis(&PlotView::refresh));
    connect(&board, &PlotBoard::seriesChanged, this, forThis(&PlotView::refresh));
    connect(&board, &PlotBoard::currentChanged, this, [this] { refresh(); });
    connect(&board, &PlotBoard::shownChanged, this, [this] { refresh(); });
    connect(&board, &PlotBoard::pointsAdded, this, [this](int changed) {
        if (changed == m_plot && isVisible())
            m_legend->refresh();
    });
    connect(m_export, &PlotExport::finished, this, [this](const QString& file, const QString& problem) {
        emit said(problem.isEmpty() ? tr("Written: %1").arg(QFileInfo(file).fileName()) : problem);
    });
    refresh();
}

QToolButton* PlotView::makeButton(const QString& iconName, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(px(18), px(18)));
    button->setFixedSize(px(30), px(28));
    button->setToolTip(name);
    button->setAccessibleName(tr("%1, plot %2").arg(name).arg(m_plot + 1));
    return button;
}

QLayout* PlotView::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(6), px(8), px(6));
    head->setSpacing(px(4));
    m_title = new RoleLabel(TextStyle::Title, Role::Text, tr("Plot %1").arg(m_plot + 1), this);
    head->addWidget(m_title);
    head->addStretch();
    m_follow = makeButton(QStringLiteral("live"), tr("Follow the newest"));
    m_span = new QComboBox(this);
    m_span->setAccessibleName(tr("Time shown in plot %1").arg(m_plot + 1));
    for (const int seconds : PlotBoard::kSpans)
        m_span->addItem(spanText(seconds), seconds);
    m_freeze = makeButton(QStringLiteral("freeze"), tr("Freeze"));
    m_freeze->setCheckable(true);
    m_add = makeButton(QStringLiteral("add"), tr("Add series …"));
    m_more = makeButton(QStringLiteral("more"), tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Show the whole session"), this, [this] { m_board.showEverything(m_plot); });
    auto* axis = menu->addMenu(tr("Draw over"));
    connect(axis, &QMenu::aboutToShow, this, [this, axis] { fillAxisMenu(*axis); });
    menu->addSeparator();
    menu->addAction(tr("Save as PNG …"), this, [this] { askExport(QStringLiteral("png")); });
    menu->addAction(tr("Save as SVG …"), this, [this] { askExport(QStringLiteral("svg")); });
    menu->addAction(tr("Save the points as CSV …"), this, [this] { askExport(QStringLiteral("csv")); });
    menu->addSeparator();
    menu->addAction(tr("Remove all series"), this, [this] { m_board.clear(m_plot); });
    m_more->setMenu(menu);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_follow, m_span, m_freeze, m_add, m_more})
        head->addWidget(widget);
    connect(m_follow, &QToolButton::clicked, this, [this] { m_board.follow(m_plot); });
    connect(m_span, &QComboBox::activated, this, [this] { m_board.setSpan(m_plot, m_span->currentData().toInt()); });
    connect(m_freeze, &QToolButton::toggled, this, [this](bool frozen) { m_board.setFrozen(m_plot, frozen); });
    connect(m_add, &QToolButton::clicked, this, [this] { pickSeries(); });
    return head;
}

void PlotView::refresh()
{
    const bool any = !m_board.series(m_plot).empty();
    m_pages->setCurrentIndex(any ? 0 : 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_span, m_freeze, m_add, m_more})
        widget->setVisible(any);
    m_follow->setVisible(any && !m_board.isFollowing(m_plot));
    m_span->setCurrentIndex(m_span->findData(m_board.span(m_plot)));
    const bool frozen = m_board.isFrozen(m_plot);
    {
        const QSignalBlocker quiet(m_freeze);
        m_freeze->setChecked(frozen);
    }
    m_title->setText(frozen ? tr("Plot %1, frozen").arg(m_plot + 1) : tr("Plot %1").arg(m_plot + 1));
    m_title->setRole(frozen ? Role::Information : Role::Text);
    m_legend->refresh();
    update();
}

void PlotView::pickSeries(const QString& pattern)
{
    m_board.setCurrent(m_plot);
    auto* picker = new SeriesPicker(m_mirror, m_board, m_plot, window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->setPattern(pattern);
    connect(picker, &QDialog::finished, this, [this] {
        if (!m_board.series(m_plot).empty())
            m_canvas->setFocus(Qt::OtherFocusReason);
    });
    picker->open();
}

void PlotView::chooseAxis()
{
    auto* menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillAxisMenu(*menu);
    menu->popup(m_canvas->mapToGlobal(QPoint(px(16), px(16))));
}

void PlotView::fillAxisMenu(QMenu& menu)
{
    menu.clear();
    const PlotAxis now = m_board.axis(m_plot);
    const auto add = [&](QMenu& into, const QString& text, const PlotAxis& axis) {
        QAction* choice = into.addAction(text);
        choice->setCheckable(true);
        choice->setChecked(axis == now);
        connect(choice, &QAction::triggered, this, [this, axis] { m_board.setAxis(m_plot, axis); });
    };
    add(menu, tr("Time of arrival"), {});
    // What the newest message of any of its topics has: all of them are asked for the same field.
    QStringList paths;
    for (const auto& series : m_board.series(m_plot)) {
        const auto& topics = m_mirror.topics();
        const auto last = topics.lastMessage(m_mirror.topics().indexOf(series->ref.topic.toStdString()));
        if (!last)
            continue;
        for (const QString& path : axisPaths(last->payload))
            if (!paths.contains(path) && paths.size() < kMostAxes)
                paths << path;
    }
    auto* times = menu.addMenu(tr("A time in the message"));
    auto* values = menu.addMenu(tr("A number of the message"));
    if (now.kind == PlotAxis::Kind::TimeField && !paths.contains(now.path))
        add(*times, now.path, now);
    if (now.kind == PlotAxis::Kind::Value && !paths.contains(now.path))
        add(*values, now.path, now);
    for (const QString& path : std::as_const(paths)) {
        add(*times, path, {PlotAxis::Kind::TimeField, path});
        add(*values, path, {PlotAxis::Kind::Value, path});
    }
    for (QMenu* fields : {times, values})
        fields->setEnabled(!fields->isEmpty());
    add(menu, tr("The place in the array"), {PlotAxis::Kind::Place, {}});
}

void PlotView::askExport(const QString& suffix)
{
    const QString suggestion = QStringLiteral("plot-%1.%2").arg(m_plot + 1).arg(suffix);
    const QString filter = suffix == QLatin1String("csv")   ? tr("Comma separated values (*.csv)")
                           : suffix == QLatin1String("svg") ? tr("Vector graphics (*.svg)")
                                                            : tr("Picture (*.png)");
    auto* dialog = new QFileDialog(window(), tr("Save plot %1").arg(m_plot + 1), suggestion, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (!exportTo(file))
            emit said(tr("A plot is saved as .png, .svg or .csv."));
    });
    dialog->open();
}

bool PlotView::exportTo(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        m_export->writePoints(file, pointsOf(m_board, m_plot));
    else if (suffix == QLatin1String("svg"))
        m_export->writeBytes(file, m_canvas->svg(kPicture));
    else if (suffix == QLatin1String("png"))
        m_export->writeImage(file, m_canvas->picture(kPicture));
    else
        return false;
    return true;
}

void PlotView::takeAdded(PlotBoard::Adding added)
{
    switch (added) {
    case PlotBoard::Adding::Added:
        break;
    case PlotBoard::Adding::AlreadyThere:
        emit said(tr("Plot %1 shows that number already.").arg(m_plot + 1));
        break;
    case PlotBoard::Adding::PlotFull:
        emit said(tr("Plot %1 has eight series; remove one first.").arg(m_plot + 1));
        break;
    case PlotBoard::Adding::NoSuchPath:
        emit said(tr("What was dropped is not a number of a message."));
        break;
    }
}

void PlotView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!seriesOf(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dropNear = true;
    update();
}

void PlotView::dragLeaveEvent(QDragLeaveEvent* event)
{
    QWidget::dragLeaveEvent(event);
    m_dropNear = false;
    update();
}

void PlotView::dropEvent(QDropEvent* event)
{
    m_dropNear = false;
    update();
    const auto series = seriesOf(event->mimeData());
    if (!series)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_board.setCurrent(m_plot);
    if (series->path.isEmpty())
        pickSeries(series->topic);
    else
        takeAdded(m_board.add(m_plot, *series));
}

void PlotView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::card(painter, rect());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF line = QRectF(rect()).adjusted(1, 1, -1, -2);
    if (m_dropNear)
        painters::roundedRect(painter, line, painters::kCardRadius, color(Role::AccentTint), color(Role::Accent));
    else if (m_board.shown() > 1 && m_board.current() == m_plot)
        painters::roundedRect(painter, line, painters::kCardRadius, {}, color(Role::Accent));
}

} // namespace greensward::ui
