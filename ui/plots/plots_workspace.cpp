// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots_workspace.h"

#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/models/series_requests.h"
#include "ui/plots/field_model.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_view.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"
#include "ui/why/why_subject.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace greensward::ui {

namespace {

enum Page { PlotPage, TablePage };
constexpr std::array kCounts{1, 2, 4};

QTableView* makeTable(QAbstractItemModel& model, const QString& name, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(&model);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(px(28));
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

} // namespace

PlotsWorkspace::PlotsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("plots"), tr("Plots"), QStringLiteral("plots"), parent)
    , m_mirror(mirror)
    , m_board(mirror.model<PlotBoard>())
    , m_scope(new ScopeBar(mirror, this))
    , m_series(m_board)
    , m_points(m_board)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_scope);
    column->addLayout(makeBar());
    m_pages = new QStackedWidget(this);
    auto* plots = new QWidget(m_pages);
    m_grid = new QGridLayout(plots);
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        m_views[static_cast<std::size_t>(plot)] = new PlotView(mirror, m_board, plot, plots);
        connect(&view(plot), &PlotView::said, m_note, &ElidedLabel::setText);
    }
    m_pages->addWidget(plots);
    m_pages->addWidget(makeTables());
    column->addWidget(m_pages, 1);
    connect(&mirror.model<SeriesRequests>(), &SeriesRequests::asked, this,
            [this](const SeriesRef& series) { m_board.add(m_board.current(), series); });
    connect(&m_board, &PlotBoard::shownChanged, this, &PlotsWorkspace::arrange);
    connect(&mirror, &EngineMirror::secondPassed, this, &PlotsWorkspace::refreshTables);
    connect(&mirror.scope(), &ScopeStack::changed, this, &PlotsWorkspace::showScope);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (isVisible() && !m_mirror.isPaused() && !m_mirror.scope().isEmpty())
            showScope();
    });
    m_scope->setNote(tr("It chooses the event marks; the series stay as they were picked"));
    showScope();
    arrange();
}

QLayout* PlotsWorkspace::makeBar()
{
    auto* bar = new QHBoxLayout;
    bar->setSpacing(px(8));
    auto* add = new QPushButton(tr("Add series …"), this);
    add->setIcon(icon(QStringLiteral("add"), Role::OnFill));
    add->setToolTip(tr("Choose a number of a message for the plot that is marked"));
    setKind(*add, ButtonKind::Primary);
    connect(add, &QPushButton::clicked, this, [this] { current().pickSeries(); });
    bar->addWidget(add);
    m_note = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this);
    bar->addWidget(m_note, 1);
    m_counts = new QButtonGroup(this);
    for (const int count : kCounts) {
        auto* button = new QToolButton(this);
        button->setText(QString::number(count));
        button->setCheckable(true);
        button->setFixedSize(px(30), px(30));
        button->setToolTip(tr("Show %n plot(s)", nullptr, count));
        button->setAccessibleName(button->toolTip());
        m_counts->addButton(button, count);
        bar->addWidget(button);
    }
    connect(m_counts, &QButtonGroup::idClicked, &m_board, &PlotBoard::setShown);
    m_table = new QToolButton(this);
    m_table->setText(tr("Table"));
    m_table->setCheckable(true);
    m_table->setMinimumHeight(px(30));
    m_table->setToolTip(tr("The plots as a table (Ctrl+Shift+M)"));
    connect(m_table, &QToolButton::toggled, this, &PlotsWorkspace::setTable);
    bar->addWidget(m_table);
    return bar;
}

QWidget* PlotsWorkspace::makeTables()
{
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    auto* series = new Card(tr("Series"), page);
    m_seriesTable = makeTable(m_series, tr("All series"), series);
    m_seriesTable->horizontalHeader()->setResizeContentsPrecision(24);
    m_seriesTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_seriesTable->horizontalHeader()->setSectionResizeMode(SeriesTableModel::Topic, QHeaderView::Stretch);
    series->body().addWidget(m_seriesTable);
    auto* points = new Card(tr("Newest points of the chosen series"), page);
    m_pointTable = makeTable(m_points, tr("Newest points of the chosen series"), points);
    m_pointTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    points->body().addWidget(m_pointTable);
    answerWhy(*m_seriesTable, QStringLiteral("series"));
    answerWhy(*m_pointTable, QStringLiteral("number"));
    new CellMenu(*m_seriesTable, m_mirror.scope(),
                 [this](const QModelIndex& cell) { return topicTerm(m_series.series(cell.row()).ref.topic); });
    new CellMenu(*m_pointTable, m_mirror.scope(), [this](const QModelIndex&) {
        const int row = m_seriesTable->currentIndex().row();
        return row < 0 ? QString() : topicTerm(m_series.series(row).ref.topic);
    });
    column->addWidget(series, 3);
    column->addWidget(points, 2);
    connect(m_seriesTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                if (row.isValid())
                    m_points.setSeries(m_series.plotOf(row.row()), m_series.series(row.row()).ref);
            });
    connect(&m_series, &QAbstractItemModel::modelReset, this, [this] {
        if (m_series.rowCount() > 0)
            m_seriesTable->selectRow(0);
    });
    return page;
}

void PlotsWorkspace::arrange()
{
    const int shown = m_board.shown();
    m_counts->button(shown)->setChecked(true);
    m_grid->setSpacing(px(m_space == Space::Wide ? 16 : 8));
    // Two plots stand on each other: they share their time.
    const int across = shown == 4 ? 2 : 1;
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        m_grid->removeWidget(&view(plot));
        view(plot).setVisible(plot < shown);
        if (plot < shown)
            m_grid->addWidget(&view(plot), plot / across, plot % across);
    }
    for (int line = 0; line < 2; ++line) {
        m_grid->setColumnStretch(line, line < across ? 1 : 0);
        m_grid->setRowStretch(line, line < shown / across ? 1 : 0);
    }
}

void PlotsWorkspace::setSpace(Space space)
{
    m_space = space;
    arrange();
}

void PlotsWorkspace::setTable(bool table)
{
    m_pages->setCurrentIndex(table ? TablePage : PlotPage);
    m_table->setChecked(table);
    refreshTables();
    if (table && !m_seriesTable->currentIndex().isValid() && m_series.rowCount() > 0)
        m_seriesTable->selectRow(0);
}

void PlotsWorkspace::refreshTables()
{
    if (!isVisible() || m_pages->currentIndex() != TablePage || m_mirror.isPaused())
        return;
    m_series.refresh();
    m_points.refresh();
}

QList<QWidget*> PlotsWorkspace::focusStops() const
{
    if (m_pages->currentIndex() == TablePage)
        return {m_seriesTable, m_pointTable};
    QList<QWidget*> stops;
    for (int plot = 0; plot < m_board.shown(); ++plot)
        stops << &m_views[static_cast<std::size_t>(plot)]->canvas();
    return stops;
}

void PlotsWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

void PlotsWorkspace::showScope()
{
    const EventMarks& marks = m_board.marks();
    m_scope->setCounts(marks.matching(m_mirror.scope().filter()).size(), marks.all().size());
}

bool PlotsWorkspace::leave()
{
    if (m_scope->leave(*focusStops().constFirst()))
        return true;
    if (m_pages->currentIndex() == TablePage) {
        setTable(false);
        return true;
    }
    if (!m_board.isFollowing(m_board.current())) {
        m_board.follow(m_board.current());
        return true;
    }
    return false;
}

void PlotsWorkspace::addCommands(Commands& commands)
{
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), tr("Plots"), text, keys, std::move(work));
    };
    add("plots.add", tr("Add a series …"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, [this] { current().pickSeries(); });
    add("plots.freeze", tr("Freeze or resume the plot"), {},
        [this] { m_board.setFrozen(m_board.current(), !m_board.isFrozen(m_board.current())); });
    add("plots.follow", tr("Follow the newest points"), {}, [this] { m_board.follow(m_board.current()); });
    add("plots.everything", tr("Show the whole session"), {}, [this] { m_board.showEverything(m_board.current()); });
    add("plots.axis", tr("Draw the plot over …"), {}, [this] { current().chooseAxis(); });
    add("plots.clear", tr("Remove all series of the plot"), {}, [this] { m_board.clear(m_board.current()); });
    for (const int count : kCounts)
        add(qPrintable(QStringLiteral("plots.show-%1").arg(count)), tr("Show %n plot(s)", nullptr, count), {},
            [this, count] { m_board.setShown(count); });
    add("plots.next", tr("Next plot"), {}, [this] {
        m_board.setCurrent((m_board.current() + 1) % m_board.shown());
        current().canvas().setFocus(Qt::OtherFocusReason);
    });
    add("plots.table", tr("Plots as a table"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        [this] { setTable(m_pages->currentIndex() != TablePage); });
    add("plots.png", tr("Save the plot as PNG …"), {}, [this] { current().askExport(QStringLiteral("png")); });
    add("plots.svg", tr("Save the plot as SVG …"), {}, [this] { current().askExport(QStringLiteral("svg")); });
    add("plots.csv", tr("Save the points as CSV …"), {}, [this] { current().askExport(QStringLiteral("csv")); });
}

QByteArray PlotsWorkspace::memory() const
{
    return m_board.save();
}

void PlotsWorkspace::remember(const QByteArray& memory)
{
    m_board.restore(memory);
}

void PlotsWorkspace::fillForPicture()
{
    if (!m_board.isEmpty())
        return;
    // Whatever the devices report first.
    FieldModel fields(m_mirror);
    for (int row = 0; row < fields.rowCount(); ++row)
        if (const SeriesRef series = fields.series(row);
            series.path != QLatin1String("timestamp") && !series.topic.startsWith(QLatin1Char('$')))
            m_board.add(0, series);
}

} // namespace greensward::ui
