// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_workspace.h"

#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/icon.h"
#include "ui/map/node_actions.h"
#include "ui/map/node_panel.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_share.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr int kPanelWidth = 288;
constexpr double kZoomStep = 1.2;
enum Page { ViewPage, TablePage, NobodyPage };

} // namespace

MapWorkspace::MapWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("map"), tr("Map"), QStringLiteral("map"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<MapModel>())
    , m_scope(new ScopeBar(mirror, this))
    , m_card(new Card(tr("Live map"), this))
    , m_pages(new QStackedWidget(m_card))
    , m_view(new MapView(mirror, m_model, m_pages))
    , m_tableModel(new MapTableModel(mirror, m_model, this))
    , m_table(new QTableView(m_pages))
    , m_rate(new Chip(Role::MutedText, Chip::Look::Tint, m_card))
    , m_scale(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(px(12));
    outer->addWidget(m_scope);
    outer->addWidget(m_card);
    m_card->head().addWidget(m_rate);
    m_card->head().addStretch();
    addTools();
    makeTable();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_table);
    makeEmptyState();
    m_card->body().setContentsMargins(px(1), 0, px(1), px(2));
    m_card->body().addWidget(m_pages, 1);
    makePanel();
    connect(&m_model, &MapModel::nodesReset, this, &MapWorkspace::showPage);
    connect(&mirror, &EngineMirror::statusChanged, this, &MapWorkspace::showRate);
    connect(m_view, &MapView::scaleChanged, this, &MapWorkspace::showScale);
    connect(m_view, &MapView::opened, this, &MapWorkspace::open);
    connect(&m_model.places(), &MapPlaces::changed, this, [this] { m_tidy->setEnabled(!m_model.places().isEmpty()); });
    connect(&mirror.scope(), &ScopeStack::changed, this, &MapWorkspace::showNode);
    connect(&mirror.scope(), &ScopeStack::changed, this, &MapWorkspace::showScope);
    connect(m_tableModel, &QAbstractItemModel::modelReset, this, &MapWorkspace::showScope);
    const auto why = [this] {
        const MapNode* node = m_view->currentNode();
        return node ? whyNode(*node) : WhySubject{.term = QStringLiteral("gateway")};
    };
    answerWhy(*m_view, why);
    answerWhy(*m_table, why); // what is chosen in one is chosen in the other
    showRate();
    showScale();
    showPage();
    showScope();
}

MapWorkspace::~MapWorkspace()
{
    m_model.setWatched(false);
}

void MapWorkspace::addTools()
{
    const auto add = [this](const QString& iconName, const QString& name, auto work) {
        auto* button = new QToolButton(m_card);
        button->setIcon(icon(iconName));
        button->setIconSize(QSize(px(18), px(18)));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setMinimumSize(px(28), px(28));
        connect(button, &QToolButton::clicked, this, work);
        m_card->head().addWidget(button);
        return button;
    };
    add(QStringLiteral("zoom-out"), tr("Smaller (-)"), [this] { m_view->zoomBy(1 / kZoomStep); });
    m_scale->setMinimumWidth(m_scale->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_scale->setAlignment(Qt::AlignCenter);
    m_card->head().addWidget(m_scale);
    add(QStringLiteral("zoom-in"), tr("Larger (+)"), [this] { m_view->zoomBy(kZoomStep); });
    add(QStringLiteral("fit"), tr("Everything in sight (0)"), [this] { m_view->fit(); });
    m_tidy = add(QStringLiteral("tidy"), tr("Auto layout"), [this] { m_model.places().clear(); });
    m_tidy->setEnabled(!m_model.places().isEmpty());
    m_twin = add(QStringLiteral("table"), tr("The same as a table (Ctrl+Shift+M)"),
                 [this] { showTable(m_twin->isChecked()); });
    m_twin->setCheckable(true);
}

void MapWorkspace::makeTable()
{
    m_table->setModel(m_tableModel);
    m_table->setAccessibleName(tr("Map as a table"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(28));
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const std::array<int, 7> widths{150, 130, 110, 190, 72, 72, 110};
    for (std::size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), px(widths[column]));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid())
            m_view->setCurrent(m_tableModel->node(row.row()).key);
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& row) { open(m_tableModel->node(row.row()).key); });
    new CellMenu(*m_table, m_mirror.scope(),
                 [this](const QModelIndex& cell) { return scopeTerm(m_tableModel->node(cell.row())); });
    const auto mark = [this] {
        if (const int row = m_tableModel->rowOf(m_view->current()); row >= 0 && row != m_table->currentIndex().row())
            m_table->selectRow(row);
    };
    connect(m_view, &MapView::currentChanged, this, mark);
    connect(m_tableModel, &QAbstractItemModel::modelReset, this, mark);
}

void MapWorkspace::makeEmptyState()
{
    auto* nobody = new EmptyState(QStringLiteral("map"), tr("Nobody is connected to the gateway."),
                                  tr("Start a turbine"), m_pages);
    connect(nobody, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_pages->addWidget(nobody);
}

void MapWorkspace::makePanel()
{
    m_panel = new NodePanel(m_mirror, m_model, this);
    m_panelDock = new PanelDock(QStringLiteral("node"), tr("Node"), m_panel, this);
    connect(m_panel, &NodePanel::messagesAsked, this, [this] { open(m_view->current()); });
    connect(m_view, &MapView::currentChanged, this, &MapWorkspace::showNode);
    connect(&m_mirror, &EngineMirror::secondPassed, this, [this] {
        if (isVisible() && !m_mirror.isPaused())
            showNode(); // the gateway's counts
    });
    showNode();
}

void MapWorkspace::setStrip(QWidget* strip)
{
    delete std::exchange(m_strip, strip);
    m_card->body().addWidget(strip);
}

void MapWorkspace::showNode()
{
    if (m_panelDock->isVisible() || !isVisible())
        m_panel->show(m_view->currentNode());
}

void MapWorkspace::showRate()
{
    m_rate->set(tr("%1 msg/s").arg(countText(static_cast<quint64>(std::lround(m_mirror.messageRate())))),
                Role::MutedText);
}

void MapWorkspace::showScale()
{
    m_scale->setText(tr("%1 %").arg(std::lround(m_view->scale() * 100)));
}

bool MapWorkspace::showsTable() const
{
    return m_twin->isChecked();
}

void MapWorkspace::showTable(bool table)
{
    m_twin->setChecked(table);
    const bool focused = m_view->hasFocus() || m_table->hasFocus();
    showPage();
    if (focused)
        focusStops().constFirst()->setFocus(Qt::OtherFocusReason);
}

void MapWorkspace::showPage()
{
    const int page = m_model.isEmpty() ? NobodyPage : showsTable() ? TablePage : ViewPage;
    m_pages->setCurrentIndex(page);
    m_scale->setVisible(page == ViewPage && !m_tight);
    m_rate->setVisible(!m_tight);
}

void MapWorkspace::showScope()
{
    m_scope->setCounts(static_cast<quint64>(m_tableModel->rowCount()), static_cast<quint64>(m_model.nodes().size()));
    const QStringList others = senderShare(m_mirror.scope()).idle;
    m_scope->setNote(
        others.isEmpty()
            ? QString()
            : tr("What moves is chosen by %1; who stands here, by from: alone").arg(others.join(QLatin1Char(' '))));
}

/// Its messages, in the log.
void MapWorkspace::open(const QString& key)
{
    const int row = m_model.rowOf(key);
    if (row < 0)
        return;
    const MapNode node = m_model.nodes()[static_cast<std::size_t>(row)];
    if (node.kind == NodeKind::Group)
        return m_model.setUnfolded(node.key, !node.unfolded);
    if (const auto* device = m_model.device(key))
        m_mirror.selection().setTopic(toQString(device->topic));
    if (node.lastEvent != 0)
        m_mirror.selection().setEvent(node.lastEvent);
    emit workspaceAsked(QStringLiteral("topics"));
}

QList<Workspace::Panel> MapWorkspace::panels() const
{
    return {{m_panelDock, Qt::RightDockWidgetArea, kPanelWidth}};
}

QList<QWidget*> MapWorkspace::focusStops() const
{
    return {showsTable() ? static_cast<QWidget*>(m_table) : m_view};
}

void MapWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

/// Esc: first the filter, then the way the map is looked at, then what is chosen.
bool MapWorkspace::leave()
{
    if (m_scope->leave(*focusStops().constFirst()))
        return true;
    if (!m_view->isFitted()) {
        m_view->fit();
        return true;
    }
    if (m_view->currentNode()) {
        m_view->setCurrent({});
        return true;
    }
    return false;
}

void MapWorkspace::step(int direction)
{
    if (const int count = m_view->nodeCount(); count > 0) {
        const int next = std::clamp(m_view->currentRow() + direction, 0, count - 1);
        m_view->setCurrent(m_model.nodes()[static_cast<std::size_t>(next)].key);
    }
}

void MapWorkspace::setCompact(bool compact)
{
    m_table->verticalHeader()->setDefaultSectionSize(px(compact ? 22 : 28));
}

void MapWorkspace::setSpace(Space space)
{
    m_tight = space == Space::Tight;
    showPage();
}

void MapWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Map");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("map.table", tr("Map or table"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { showTable(!showsTable()); });
    add("map.fit", tr("Everything in sight"), {}, [this] { m_view->fit(); });
    add("map.zoom-in", tr("Larger"), {}, [this] { m_view->zoomBy(kZoomStep); });
    add("map.zoom-out", tr("Smaller"), {}, [this] { m_view->zoomBy(1 / kZoomStep); });
    add("map.auto-layout", tr("Auto layout"), {}, [this] { m_model.places().clear(); });
    add("map.cable", tr("Pull or plug in the cable of the chosen device"), {}, [this] {
        if (const MapNode* node = m_view->currentNode())
            toggleCable(m_mirror, *node);
    });
    add("map.only", tr("Show only the chosen node in every view"), {}, [this] {
        if (const MapNode* node = m_view->currentNode())
            toggleScope(m_mirror, *node);
    });
}

QUndoStack* MapWorkspace::undoStack()
{
    return &m_model.places().undoStack();
}

QByteArray MapWorkspace::memory() const
{
    return (showsTable() ? "table " : "map ") + m_model.places().saved();
}

void MapWorkspace::remember(const QByteArray& memory)
{
    const auto space = memory.indexOf(' ');
    const QByteArray form = memory.left(space);
    if (space < 0 || (form != "table" && form != "map"))
        return;
    m_model.places().restore(memory.mid(space + 1));
    showTable(form == "table");
}

void MapWorkspace::fillForPicture()
{
    if (!m_view->currentNode() && m_view->nodeCount() > 0)
        m_view->setCurrent(m_model.nodes().front().key);
    const MessageLogModel& log = m_mirror.log();
    for (int row = log.rowCount() - 1; row >= 0 && m_mirror.selection().event() == 0; --row)
        if (const auto message = log.message(log.serialAt(row)); message && message->isMessage())
            m_mirror.selection().setEvent(message->event);
}

void MapWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_model.setWatched(true);
    showPage();
    showNode();
}

void MapWorkspace::hideEvent(QHideEvent* event)
{
    Workspace::hideEvent(event);
    m_model.setWatched(false);
}

} // namespace greensward::ui
