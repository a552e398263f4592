// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_workspace.h"

#include "ui/connections/client_panel.h"
#include "ui/connections/indented_delegate.h"
#include "ui/connections/lane_legend.h"
#include "ui/connections/lanes_view.h"
#include "ui/connections/moments_table.h"
#include "ui/findings/finding_list.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/models/scope_share.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

enum Page { Lanes, Table, Nobody, NoHits };

/// What is left below the lanes is the chosen client's story where it has room for a few lines.
constexpr double kLeastStory = 140;

} // namespace

ConnectionsWorkspace::ConnectionsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("connections"), tr("Connections"), QStringLiteral("plug"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<ConnectionsModel>())
    , m_scope(new ScopeBar(mirror, this))
    , m_card(new Card(tr("Connections"), this))
    , m_pages(new QStackedWidget(m_card))
    , m_lanes(new LanesView(mirror, m_model, m_pages))
    , m_moments(new MomentsTable(m_model, *m_lanes, m_pages))
    , m_table(new QTableView(m_pages))
    , m_counts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_span(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_legend(new LaneLegend(m_card))
    , m_spoken(new ElidedLabel(TextStyle::Secondary, Role::Text, Qt::ElideRight, m_card))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(px(12));
    outer->addWidget(m_scope);
    outer->addWidget(m_card);
    m_card->head().addWidget(m_counts);
    m_card->head().addStretch();
    addTools();
    makeTable();
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_lanes);
    column->addWidget(m_moments, 1);
    page->installEventFilter(this);
    m_pages->addWidget(page);
    m_pages->addWidget(m_table);
    makeEmptyStates();
    m_card->body().addWidget(m_pages, 1);
    m_spoken->setContentsMargins(px(16), px(4), px(16), px(4));
    m_card->body().addWidget(m_spoken);
    m_card->body().addWidget(m_legend);

    auto* client = new ClientPanel(mirror, m_model, *m_lanes, this);
    m_clientDock = new PanelDock(QStringLiteral("client"), tr("Client"), client, this);
    auto* doctor = new FindingStrip(mirror, this);
    m_doctorDock = new PanelDock(QStringLiteral("connections-doctor"), tr("Doctor"), doctor, this);
    connect(doctor, &FindingStrip::workspaceAsked, this, &Workspace::workspaceAsked);
    connect(client, &ClientPanel::eventAsked, this, &ConnectionsWorkspace::goTo);
    connect(m_lanes, &LanesView::eventAsked, this, &ConnectionsWorkspace::goTo);
    connect(m_moments, &MomentsTable::eventAsked, this, &ConnectionsWorkspace::goTo);
    connect(m_lanes, &LanesView::currentChanged, this, &ConnectionsWorkspace::shareRoom);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ConnectionsWorkspace::shareRoom);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ConnectionsWorkspace::shareRoom);
    connect(m_lanes, &LanesView::currentChanged, this, [this] { m_spoken->setText(m_lanes->spokenText()); });
    connect(m_lanes, &LanesView::spanChanged, this, &ConnectionsWorkspace::showSpan);
    connect(m_lanes, &LanesView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(&m_model, &ConnectionsModel::countsChanged, this, &ConnectionsWorkspace::showCounts);
    connect(&mirror.scope(), &ScopeStack::changed, this, &ConnectionsWorkspace::showCounts);
    showSpan();
    showCounts();
}

void ConnectionsWorkspace::addTools()
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
    m_card->head().addWidget(m_span);
    add(QStringLiteral("zoom-in"), tr("Less time, larger (+)"), [this] { m_lanes->zoomIn(); });
    add(QStringLiteral("zoom-out"), tr("More time, smaller (-)"), [this] { m_lanes->zoomOut(); });
    m_follow = add(QStringLiteral("live"), tr("Follow now (End)"), [this] {
        m_lanes->follow();
        m_follow->setChecked(true);
    });
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_twin = add(QStringLiteral("table"), tr("The same as a table (Ctrl+Shift+M)"),
                 [this] { showTable(m_twin->isChecked()); });
    m_twin->setCheckable(true);
}

void ConnectionsWorkspace::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new IndentedDelegate(m_table));
    m_table->setAccessibleName(tr("Connections as a table"));
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
    const std::array<int, 7> widths{150, 130, 80, 90, 84, 64, 84};
    for (std::size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), px(widths[column]));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid())
            m_mirror.selection().setClient(m_model.lane(row.row()).client);
    });
    const auto ofClient = [this](const QModelIndex& cell) { return senderTerm(m_model.lane(cell.row()).client); };
    new CellMenu(*m_table, m_mirror.scope(), ofClient);
    new CellMenu(*m_moments, m_mirror.scope(), [this](const QModelIndex&) {
        const int lane = m_lanes->currentLane();
        return lane < 0 ? QString() : senderTerm(m_model.lane(lane).client);
    });
    const auto mark = [this] {
        if (const int row = m_model.rowOf(m_mirror.selection().client());
            row >= 0 && row != m_table->currentIndex().row())
            m_table->selectRow(row);
    };
    connect(&m_mirror.selection(), &Selection::clientChanged, this, mark);
    connect(&m_model, &QAbstractItemModel::modelReset, this, mark);
    mark();
}

void ConnectionsWorkspace::makeEmptyStates()
{
    auto* nobody = new EmptyState(QStringLiteral("plug"), tr("Nobody is connected."), tr("Start a turbine"), m_pages);
    connect(nobody, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_pages->addWidget(nobody);
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_pages);
    connect(m_noHits, &EmptyState::clicked, this, [this] { m_mirror.scope().clear(); });
    m_pages->addWidget(m_noHits);
}

/// The message or event in the log; nothing happens where a client never published.
void ConnectionsWorkspace::goTo(trace::EventId event)
{
    if (event == 0)
        return;
    m_mirror.selection().setEvent(event);
    emit workspaceAsked(QStringLiteral("topics"));
}

void ConnectionsWorkspace::showCounts()
{
    const auto all = static_cast<quint64>(m_model.laneCount());
    const auto shown = static_cast<quint64>(m_model.rowCount());
    const QString online = countText(static_cast<quint64>(m_model.onlineCount()));
    const quint64 forgotten = m_model.forgottenLanes() + m_model.forgottenSessions();
    QString text = m_model.isFiltered()
                       ? tr("%1 online, %2 of %3 clients match").arg(online, countText(shown), countText(all))
                       : tr("%1 of %2 online").arg(online, countText(all));
    if (forgotten > 0)
        text = m_model.isFiltered()
                   ? tr("%1 online, %2 of %3 clients match, %4 older ones forgotten")
                         .arg(online, countText(shown), countText(all), countText(forgotten))
                   : tr("%1 of %2 online, %3 older ones forgotten").arg(online, countText(all), countText(forgotten));
    m_counts->setText(text);
    m_scope->setCounts(shown, all);
    m_scope->setNote(clientShare(m_mirror.scope()).idleText());
    m_counts->setToolTip(tr("%1 clients and %2 earlier connections were forgotten to keep within the memory budget.")
                             .arg(countText(m_model.forgottenLanes()), countText(m_model.forgottenSessions())));
    m_noHits->setSentence(tr("0 of %1 clients match").arg(countText(all)));
    m_spoken->setText(m_lanes->spokenText());
    showPage();
}

/// "2 min", "8 h": how much time the lanes show.
void ConnectionsWorkspace::showSpan()
{
    const double seconds = m_lanes->secondsWide();
    const auto whole = [](double number) { return QLocale().toString(std::round(number * 10) / 10, 'g', 4); };
    m_span->setText(seconds < 120    ? tr("%1 s shown").arg(whole(seconds))
                    : seconds < 7200 ? tr("%1 min shown").arg(whole(seconds / 60))
                                     : tr("%1 h shown").arg(whole(seconds / 3600)));
}

bool ConnectionsWorkspace::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        shareRoom();
    return Workspace::eventFilter(watched, event);
}

/// Few lanes take what they need, and the chosen client's story the rest.
void ConnectionsWorkspace::shareRoom()
{
    const int wished = m_lanes->wishedHeight();
    const bool story = m_lanes->currentLane() >= 0 && m_pages->height() - wished >= px(kLeastStory);
    m_lanes->setMinimumHeight(story ? wished : 0);
    m_lanes->setMaximumHeight(story ? wished : QWIDGETSIZE_MAX);
    m_moments->setVisible(story);
    m_spoken->setVisible(m_pages->currentIndex() == Lanes && m_lanes->currentLane() >= 0 && !story);
}

bool ConnectionsWorkspace::showsTable() const
{
    return m_twin->isChecked();
}

void ConnectionsWorkspace::showTable(bool table)
{
    m_twin->setChecked(table);
    const bool focused = m_lanes->hasFocus() || m_table->hasFocus();
    showPage();
    if (focused)
        focusStops().constFirst()->setFocus(Qt::OtherFocusReason);
}

void ConnectionsWorkspace::showPage()
{
    const int page = m_model.laneCount() == 0  ? Nobody
                     : m_model.rowCount() == 0 ? NoHits
                     : showsTable()            ? Table
                                               : Lanes;
    m_pages->setCurrentIndex(page);
    m_legend->setVisible(page == Lanes && !m_tight);
    m_span->setVisible(page == Lanes && !m_tight);
    shareRoom();
}

QList<Workspace::Panel> ConnectionsWorkspace::panels() const
{
    return {{m_clientDock, Qt::RightDockWidgetArea, 320}, {m_doctorDock, Qt::RightDockWidgetArea, 320}};
}

QList<QWidget*> ConnectionsWorkspace::focusStops() const
{
    if (showsTable())
        return {m_table};
    return m_moments->isVisible() ? QList<QWidget*>{m_lanes, m_moments} : QList<QWidget*>{m_lanes};
}

void ConnectionsWorkspace::focusFilter()
{
    m_scope->focusEdit();
}

bool ConnectionsWorkspace::leave()
{
    if (m_scope->leave(*focusStops().constFirst()))
        return true;
    if (!m_lanes->isFollowing()) {
        m_lanes->follow();
        return true;
    }
    return false;
}

void ConnectionsWorkspace::step(int direction)
{
    if (m_model.rowCount() > 0)
        m_lanes->setCurrentLane(std::clamp(m_lanes->currentLane() + direction, 0, m_model.rowCount() - 1));
}

/// The panel beside the lanes answers; nothing is chosen: the first lane.
bool ConnectionsWorkspace::explain()
{
    if (m_model.rowCount() == 0)
        return false;
    if (m_lanes->currentLane() < 0)
        m_lanes->setCurrentLane(0);
    m_clientDock->show();
    m_clientDock->raise();
    return true;
}

void ConnectionsWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Connections");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("connections.table", tr("Lanes or table"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        [this] { showTable(!showsTable()); });
    add("connections.zoom-in", tr("Less time, larger"), {}, [this] { m_lanes->zoomIn(); });
    add("connections.zoom-out", tr("More time, smaller"), {}, [this] { m_lanes->zoomOut(); });
    add("connections.follow", tr("Follow now"), {}, [this] { m_lanes->follow(); });
    add("connections.keep-only", tr("Keep only the chosen client"), {}, [this] {
        if (const QString client = m_mirror.selection().client(); !client.isEmpty())
            m_mirror.scope().add(senderTerm(client));
    });
    add("connections.last-message", tr("Go to the chosen client's last message"), {}, [this] {
        if (const ClientSession* session = m_lanes->currentSession())
            goTo(session->lastMessage);
    });
}

void ConnectionsWorkspace::setCompact(bool compact)
{
    m_lanes->setCompact(compact);
    shareRoom();
    m_table->verticalHeader()->setDefaultSectionSize(px(compact ? 22 : 28));
}

void ConnectionsWorkspace::setSpace(Space space)
{
    m_tight = space == Space::Tight;
    m_lanes->setTight(m_tight);
    showPage();
}

QByteArray ConnectionsWorkspace::memory() const
{
    return (showsTable() ? "table " : "lanes ") + QByteArray::number(m_lanes->secondsWide());
}

void ConnectionsWorkspace::remember(const QByteArray& memory)
{
    const QList<QByteArray> words = memory.split(' ');
    bool isNumber = false;
    const double seconds = words.size() == 2 ? words.at(1).toDouble(&isNumber) : 0;
    if (!isNumber || (words.at(0) != "table" && words.at(0) != "lanes"))
        return;
    m_lanes->setSecondsWide(seconds);
    showTable(words.at(0) == "table");
}

void ConnectionsWorkspace::fillForPicture()
{
    if (m_model.rowCount() > 0 && m_lanes->currentLane() < 0)
        m_lanes->setCurrentLane(0);
}

} // namespace greensward::ui
