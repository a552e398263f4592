// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_workspace.h"

#include "ui/connections/client_panel.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/icon.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

enum Page { Lanes, Table, Nobody };
constexpr double kZoomStep = 1.5;

/// What the shapes mean; each beside its word.
class Legend final : public QWidget
{
public:
    explicit Legend(QWidget* parent) : QWidget(parent)
    {
        setFixedHeight(px(32));
        setAccessibleName(ConnectionsWorkspace::tr("Legend of the marks"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(fontOf(TextStyle::Secondary));
        double x = px(24);
        const double y = height() / 2.0;
        const auto word = [&](const QString& text) {
            painter.setPen(color(Role::MutedText));
            const double wide = painter.fontMetrics().horizontalAdvance(text);
            painter.drawText(QRectF(x + px(14), 0, wide + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += px(14) + wide + px(26);
        };
        const auto fits = [&](const QString& text) {
            return x + px(20) + painter.fontMetrics().horizontalAdvance(text) < width();
        };
        for (const EndShape shape : {EndShape::Square, EndShape::Spike, EndShape::Clock, EndShape::Chevrons,
                                     EndShape::Lock, EndShape::Cross, EndShape::Stop}) {
            if (!fits(nameOf(shape)))
                return;
            paintEnd(painter, QPointF(x, y), shape);
            word(nameOf(shape));
        }
        const std::pair<WillStory::State, QString> wills[] = {
            {WillStory::State::Armed, ConnectionsWorkspace::tr("will armed")},
            {WillStory::State::Sent, ConnectionsWorkspace::tr("will sent")},
            {WillStory::State::Withheld, ConnectionsWorkspace::tr("will withheld")}};
        for (const auto& [state, text] : wills) {
            if (!fits(text))
                return;
            paintWill(painter, QPointF(x, y), state);
            word(text);
        }
    }
};

} // namespace

ConnectionsWorkspace::ConnectionsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("connections"), tr("Connections"), QStringLiteral("plug"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<ConnectionsModel>())
    , m_pages(new QStackedWidget(this))
    , m_lanes(new LanesView(mirror, m_model, m_pages))
    , m_table(new QTableView(m_pages))
    , m_counts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_legend(new Legend(this))
    , m_twin(new QToolButton(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Connections"), this);
    outer->addWidget(card);
    card->head().addWidget(m_counts);
    card->head().addStretch();
    const auto addTool = [&](QToolButton* button, const QString& iconName, const QString& name, auto work) {
        button->setIcon(icon(iconName));
        button->setIconSize(QSize(px(18), px(18)));
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, work);
        card->head().addWidget(button);
    };
    addTool(new QToolButton(this), QStringLiteral("zoom-in"), tr("Less time, larger"),
            [this] { m_lanes->setSecondsWide(m_lanes->secondsWide() / kZoomStep); });
    addTool(new QToolButton(this), QStringLiteral("zoom-out"), tr("More time, smaller"),
            [this] { m_lanes->setSecondsWide(m_lanes->secondsWide() * kZoomStep); });
    addTool(new QToolButton(this), QStringLiteral("live"), tr("Follow now"), [this] { m_lanes->follow(); });
    m_twin->setCheckable(true);
    addTool(m_twin, QStringLiteral("table"), tr("The same as a table (Ctrl+Shift+M)"),
            [this] { showTable(m_twin->isChecked()); });
    makeTable();
    m_pages->addWidget(m_lanes);
    m_pages->addWidget(m_table);
    auto* nobody = new EmptyState(QStringLiteral("plug"), tr("Nobody is connected."), tr("Start a device"), m_pages);
    connect(nobody, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("bench")); });
    m_pages->addWidget(nobody);
    card->body().addWidget(m_pages, 1);
    card->body().addWidget(m_legend);
    auto* client = new ClientPanel(mirror, m_model, *m_lanes, this);
    m_clientDock = new PanelDock(QStringLiteral("client"), tr("Client"), client, this);
    for (const auto signal : {&QAbstractItemModel::modelReset})
        connect(&m_model, signal, this, &ConnectionsWorkspace::updateCounts);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ConnectionsWorkspace::updateCounts);
    connect(&m_model, &ConnectionsModel::lanesChanged, this, &ConnectionsWorkspace::updateCounts);
    updateCounts();
}

void ConnectionsWorkspace::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Connections as a table"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(28));
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const std::array widths{130, 110, 80, 250, 60, 80};
    for (std::size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), px(widths[column]));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    m_mirror.selection().setClient(m_model.lane(current.row()).client);
            });
    connect(&m_mirror.selection(), &Selection::clientChanged, this, [this](const QString& client) {
        if (const int row = m_model.rowOf(client); row >= 0 && row != m_table->currentIndex().row())
            m_table->selectRow(row);
    });
}

void ConnectionsWorkspace::updateCounts()
{
    int online = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        online += m_model.lane(row).isOnline();
    QString text = tr("%1 of %2 online").arg(online).arg(m_model.rowCount());
    if (m_model.forgotten() > 0)
        text = tr("%1, %2 forgotten").arg(text).arg(m_model.forgotten());
    m_counts->setText(text);
    showTable(showsTable());
}

bool ConnectionsWorkspace::showsTable() const
{
    return m_twin->isChecked();
}

void ConnectionsWorkspace::showTable(bool table)
{
    m_twin->setChecked(table);
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? Nobody : table ? Table : Lanes);
    m_legend->setVisible(m_pages->currentIndex() == Lanes);
}

QList<Workspace::Panel> ConnectionsWorkspace::panels() const
{
    return {{m_clientDock, Qt::RightDockWidgetArea, 320}};
}

QList<QWidget*> ConnectionsWorkspace::focusStops() const
{
    return {showsTable() ? static_cast<QWidget*>(m_table) : m_lanes};
}

void ConnectionsWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Connections");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("connections.table", tr("Lanes or table"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        [this] { showTable(!showsTable()); });
    add("connections.zoom-in", tr("Less time, larger"), {},
        [this] { m_lanes->setSecondsWide(m_lanes->secondsWide() / kZoomStep); });
    add("connections.zoom-out", tr("More time, smaller"), {},
        [this] { m_lanes->setSecondsWide(m_lanes->secondsWide() * kZoomStep); });
    add("connections.follow", tr("Follow now"), {}, [this] { m_lanes->follow(); });
}

void ConnectionsWorkspace::setSpace(Space space)
{
    m_legend->setFixedHeight(space == Space::Tight ? 0 : px(32));
}

void ConnectionsWorkspace::fillForPicture()
{
    if (m_model.rowCount() > 0 && m_lanes->currentLane() < 0)
        m_lanes->setCurrentLane(0);
}

} // namespace greensward::ui
