// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost/cost_workspace.h"

#include "ui/cost/bill_card.h"
#include "ui/cost/cost_bars.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/models/engine_mirror.h"
#include "ui/scope/cell_menu.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

namespace greensward::ui {

namespace {

constexpr int kRowsMeasured = 24; ///< for the width of columns: lists are long and change every second

} // namespace

CostWorkspace::CostWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("cost"), tr("Cost"), QStringLiteral("cost"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<CostModel>())
    , m_counted(m_model)
    , m_clients(m_model, LineTable::Of::Clients)
    , m_topics(m_model, LineTable::Of::Topics)
    , m_month(m_model)
    , m_hints(m_model)
    , m_opener([](const QString& file) { return QDesktopServices::openUrl(QUrl::fromLocalFile(file)); })
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_whole = new QStackedWidget(this);
    outer->addWidget(m_whole);
    auto* full = new QWidget(m_whole);
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeSummary());
    column->addWidget(makeBar());
    column->addWidget(makePages(), 1);
    m_whole->addWidget(full);
    const bool capture = mirror.engine().player();
    auto* empty = new EmptyState(QStringLiteral("cost"),
                                 capture ? tr("A capture has no bill: what things cost is counted while they happen.")
                                         : tr("Nothing has been counted yet. Start a turbine and it will be."),
                                 capture ? QString() : tr("Go to the bench"), m_whole);
    connect(empty, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_whole->addWidget(empty);
    connect(&m_model, &CostModel::billChanged, this, &CostWorkspace::refresh);
    connect(&m_model, &CostModel::monthChanged, this, &CostWorkspace::refresh);
    m_toldGoes.setSingleShot(true);
    connect(&m_toldGoes, &QTimer::timeout, this, [this] {
        m_told.clear();
        showNote();
    });
    showPage(Counted);
    refresh();
}

QWidget* CostWorkspace::makeSummary()
{
    auto* summary = new QWidget(this);
    auto* row = new QHBoxLayout(summary);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    for (std::size_t list = 0; list < billing::kMostLists; ++list) {
        m_cards[list] = new BillCard(m_model, list, summary);
        connect(m_cards[list], &BillCard::fileAsked, this, &CostWorkspace::openPriceFile);
        row->addWidget(m_cards[list], 1);
    }
    return summary;
}

QWidget* CostWorkspace::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_choice = new QButtonGroup(this);
    const std::array<QString, kPages> words{tr("What"), tr("Clients"), tr("Topics"), tr("A month"), tr("Hints")};
    for (int page = 0; page < kPages; ++page) {
        auto* button = new QToolButton(bar);
        button->setText(words[static_cast<std::size_t>(page)]);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setCheckable(true);
        button->setMinimumHeight(px(30));
        button->setAccessibleName(tr("Show: %1").arg(button->text()));
        m_choice->addButton(button, page);
        row->addWidget(button);
    }
    connect(m_choice, &QButtonGroup::idClicked, this, [this](int page) { showPage(static_cast<Page>(page)); });
    m_note = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, bar);
    row->addWidget(m_note, 1);
    row->addStretch();
    m_undo = new QPushButton(tr("Undo"), bar);
    m_undo->setToolTip(tr("Brings back what was counted before, with what came since (Ctrl+Z)"));
    m_undo->setAccessibleName(tr("Undo the reset of the meter"));
    setKind(*m_undo, ButtonKind::Quiet);
    connect(m_undo, &QPushButton::clicked, &m_model.undoStack(), &QUndoStack::undo);
    m_reset = new QPushButton(tr("Reset"), bar);
    m_reset->setToolTip(tr("Everything is counted from nought again"));
    m_reset->setAccessibleName(tr("Reset the meter"));
    connect(m_reset, &QPushButton::clicked, &m_model, &CostModel::reset);
    connect(&m_model.undoStack(), &QUndoStack::indexChanged, this, &CostWorkspace::refresh);
    row->addWidget(m_undo);
    row->addWidget(m_reset);
    return bar;
}

QTableView* CostWorkspace::makeTable(Page page, QAbstractItemModel& model, const QString& name)
{
    auto* table = new QTableView(this);
    table->setModel(&model);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(px(28));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(px(78));
    m_tables[static_cast<std::size_t>(page)] = table;
    new CellMenu(*table, m_mirror.scope(), [this, page](const QModelIndex& cell) { return termOf(page, cell); });
    connect(&model, &QAbstractItemModel::modelReset, this, &CostWorkspace::arrangeColumns);
    return table;
}

/// What a row counts, as far as the filter language has a word for it.
QString CostWorkspace::termOf(Page page, const QModelIndex& cell) const
{
    using billing::Quantity;
    if (page == Clients)
        return m_clients.name(cell.row()).isEmpty() ? QString() : senderTerm(m_clients.name(cell.row()));
    if (page == Topics)
        return m_topics.name(cell.row()).isEmpty() ? QString() : topicTerm(m_topics.name(cell.row()), true);
    if (page != Counted)
        return {};
    switch (m_counted.quantity(cell.row())) {
    case Quantity::Published:
        return QStringLiteral("is:message");
    case Quantity::Retained:
        return QStringLiteral("is:retained");
    case Quantity::ShadowOperation:
        return QStringLiteral("is:shadow");
    default:
        return {};
    }
}

QWidget* CostWorkspace::makePages()
{
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeCountedPage());
    const auto addTable = [this](Page page, LineTable& model, const QString& title) {
        auto* card = new Card(title, m_pages);
        card->body().addWidget(makeTable(page, model, title));
        m_pages->addWidget(card);
    };
    addTable(Clients, m_clients, tr("By client"));
    addTable(Topics, m_topics, tr("By topic"));
    m_pages->addWidget(makeMonthPage());
    m_pages->addWidget(makeHintsPage());
    connect(&table(Clients), &QTableView::activated, this, [this](const QModelIndex& row) {
        m_model.setReference(m_clients.name(row.row()));
        showPage(Month);
    });
    return m_pages;
}

QWidget* CostWorkspace::makeCountedPage()
{
    auto* page = new QWidget(m_pages);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* card = new Card(tr("What was counted"), page);
    card->body().addWidget(makeTable(Counted, m_counted, tr("What was counted")));
    row->addWidget(card, 3);
    auto* bars = new Card(tr("Money by what was counted"), page);
    m_barsCard = bars;
    m_bars = new CostBars(m_model, bars);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(px(16), 0, px(12), px(12));
    inset->addWidget(m_bars);
    bars->body().addLayout(inset);
    row->addWidget(bars, 1);
    return page;
}

QWidget* CostWorkspace::makeMonthPage()
{
    auto* card = new Card(tr("If this ran a month"), m_pages);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), px(8));
    row->setSpacing(px(8));
    m_devices = new QSpinBox(card);
    m_devices->setRange(1, CostModel::kMostDevices);
    m_devices->setGroupSeparatorShown(true);
    m_devices->setValue(m_model.devices());
    m_devices->setAccessibleName(tr("How many devices"));
    row->addWidget(m_devices);
    row->addWidget(new RoleLabel(TextStyle::Body, Role::Text, tr("devices like"), card));
    m_reference = new QComboBox(card);
    m_reference->setAccessibleName(tr("Like which client"));
    m_reference->setMinimumContentsLength(14);
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_reference);
    m_monthSum = new RoleLabel(TextStyle::Strong, Role::Text, {}, card);
    m_monthSum->setWordWrap(true);
    row->addWidget(m_monthSum, 1);
    card->body().addLayout(row);
    card->body().addWidget(makeTable(Month, m_month, tr("A month by price list")));
    connect(m_devices, &QSpinBox::valueChanged, &m_model, &CostModel::setDevices);
    connect(m_reference, &QComboBox::textActivated, &m_model, &CostModel::setReference);
    return card;
}

QWidget* CostWorkspace::makeHintsPage()
{
    auto* card = new Card(tr("What could be chosen differently"), m_pages);
    m_hintView = new QListView(card);
    m_hintView->setModel(&m_hints);
    m_hintView->setAccessibleName(tr("Hints"));
    m_hintView->setFrameShape(QFrame::NoFrame);
    m_hintView->setWordWrap(true);
    m_hintView->setSpacing(px(4));
    m_hintView->setResizeMode(QListView::Adjust);
    m_hintView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new CellMenu(*m_hintView, m_mirror.scope(), {});
    card->body().addWidget(m_hintView);
    return card;
}

// --- what is shown -------------------------------------------------------------------------------------------------

void CostWorkspace::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_choice->button(page)->setChecked(true);
    arrangeColumns();
}

CostWorkspace::Page CostWorkspace::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

QString CostWorkspace::note() const
{
    return m_note->text();
}

void CostWorkspace::refresh()
{
    m_undo->setVisible(m_model.undoStack().canUndo());
    m_whole->setCurrentIndex(m_model.isEmpty() && !m_model.undoStack().canUndo() ? 1 : 0);
    const auto& bill = m_model.bill();
    if (!bill)
        return;
    showNote();
    refreshClients();
    QStringList sums;
    const billing::Use month = m_model.month();
    for (std::size_t list = 0; list < bill->lists.size(); ++list)
        sums << tr("%1: %2 a month")
                    .arg(yearOf(*bill->lists[list]), moneyText(bill->lists[list]->cost(month.units[list])));
    m_monthSum->setText(sums.join(QStringLiteral("  ·  ")));
    m_devices->setValue(m_model.devices());
}

/// What was just done, else a price file that is broken, else since when is counted.
void CostWorkspace::showNote()
{
    const auto& bill = m_model.bill();
    const bool broken = bill && !bill->problems.empty();
    QString note = m_told;
    if (note.isEmpty() && broken)
        note = QString::fromStdString(bill->problems.front());
    else if (note.isEmpty() && bill) {
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(bill->since.time_since_epoch());
        note = tr("counted since %1")
                   .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(since.count()), QLocale::ShortFormat));
    }
    const bool isProblem = m_told.isEmpty() ? broken : m_toldProblem;
    m_note->setRole(isProblem ? Role::Lost : m_told.isEmpty() ? Role::MutedText : Role::Text);
    m_note->setText(note);
    m_note->setVisible(m_space != Space::Tight || isProblem || !m_told.isEmpty());
}

void CostWorkspace::tell(const QString& note, bool isProblem)
{
    constexpr int kShownMillis = 8000;
    m_told = note;
    m_toldProblem = isProblem;
    m_toldGoes.start(kShownMillis);
    showNote();
}

void CostWorkspace::refreshClients()
{
    QStringList names;
    for (const auto& line : m_model.bill()->clients)
        if (!line.name.empty() && line.use.connectedMillis > 0)
            names << QString::fromStdString(line.name);
    names.sort();
    QStringList shown;
    for (int at = 0; at < m_reference->count(); ++at)
        shown << m_reference->itemText(at);
    if (names != shown && !m_reference->view()->isVisible()) {
        m_reference->clear();
        m_reference->addItems(names);
    }
    m_reference->setCurrentText(m_model.reference());
}

/// Where there is little room the prices go first, then what happened, then the units of the past.
void CostWorkspace::arrangeColumns()
{
    for (int page = 0; page < Hints; ++page) {
        QTableView* view = m_tables[static_cast<std::size_t>(page)];
        if (!view)
            return;
        QHeaderView* head = view->horizontalHeader();
        head->setResizeContentsPrecision(kRowsMeasured);
        // What nobody sees is not measured with each bill.
        const auto widths = page == m_pages->currentIndex() ? QHeaderView::ResizeToContents : QHeaderView::Interactive;
        for (int column = 0; column < head->count(); ++column) {
            view->setColumnHidden(column, false);
            head->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : widths);
        }
    }
    QTableView& counted = table(Counted);
    for (int list = 0; list < m_counted.lists(); ++list) {
        counted.setColumnHidden(m_counted.column(list, CountedTable::Rate), m_space != Space::Wide);
        counted.setColumnHidden(m_counted.column(list, CountedTable::Units), m_space == Space::Tight);
    }
    for (QTableView* view : {&table(Clients), &table(Topics)})
        if (m_space == Space::Tight && view->model()->columnCount() > LineTable::kFixed)
            for (const int column : {LineTable::Pings, LineTable::Minutes, LineTable::Shadows})
                view->setColumnHidden(column, true);
}

void CostWorkspace::setSpace(Space space)
{
    m_space = space;
    m_barsCard->setVisible(space == Space::Wide);
    for (BillCard* card : m_cards)
        card->setBrief(space == Space::Tight);
    showNote();
    arrangeColumns();
}

void CostWorkspace::setCompact(bool compact)
{
    for (QTableView* view : m_tables)
        if (view)
            view->verticalHeader()->setDefaultSectionSize(px(compact ? 24 : 28));
}

// --- what can be done ----------------------------------------------------------------------------------------------

QList<QWidget*> CostWorkspace::focusStops() const
{
    if (m_whole->currentIndex() == 1)
        return {m_whole};
    const auto shown = static_cast<std::size_t>(page());
    QWidget* list = m_tables[shown] ? static_cast<QWidget*>(m_tables[shown]) : m_hintView;
    return {list, m_choice->checkedButton()};
}

void CostWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Cost");
    const auto add = [&](const char* id, const QString& text, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, {}, std::move(work));
    };
    add("cost.what", tr("What was counted"), [this] { showPage(Counted); });
    add("cost.clients", tr("Cost by client"), [this] { showPage(Clients); });
    add("cost.topics", tr("Cost by topic"), [this] { showPage(Topics); });
    add("cost.month", tr("If this ran a month"), [this] {
        showPage(Month);
        m_devices->setFocus(Qt::OtherFocusReason);
        m_devices->selectAll();
    });
    add("cost.hints", tr("Hints for a smaller bill"), [this] { showPage(Hints); });
    add("cost.reset", tr("Reset the meter"), [this] { m_model.reset(); });
    add("cost.reread", tr("Read the price files again"), [this] {
        m_model.rereadPrices();
        tell(tr("The price files were read again."), false);
    });
    add("cost.open-2017", tr("Open the price file of 2017"), [this] { openPriceFile(QStringLiteral("aws-2017")); });
    add("cost.open-today", tr("Open the price file of today"), [this] { openPriceFile(QStringLiteral("aws-today")); });
}

void CostWorkspace::openPriceFile(const QString& listId)
{
    const auto file = m_mirror.engine().ownPriceFile(listId.toStdString());
    if (!file)
        return tell(QString::fromStdString(file.error().message), true);
    const QString path = QString::fromStdString(*file);
    if (m_opener(path))
        tell(tr("Opened %1. Its prices hold once it is read again.").arg(path), false);
    else
        tell(tr("No editor opened. The file is %1.").arg(path), true);
}

QUndoStack* CostWorkspace::undoStack()
{
    return &m_model.undoStack();
}

QByteArray CostWorkspace::memory() const
{
    return QByteArray::number(m_model.devices());
}

void CostWorkspace::remember(const QByteArray& memory)
{
    bool isNumber = false;
    const int devices = memory.toInt(&isNumber);
    if (isNumber)
        m_model.setDevices(devices);
}

void CostWorkspace::fillForPicture()
{
    m_model.refresh();
    table(Counted).selectRow(0);
}

} // namespace greensward::ui
