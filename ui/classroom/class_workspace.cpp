// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_workspace.h"

#include "mqtt/topic.h"
#include "ui/classroom/class_model.h"
#include "ui/classroom/code_panel.h"
#include "ui/classroom/code_text.h"
#include "ui/classroom/place_strip.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/scope/cell_menu.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

enum Page { Nobody, Everybody };

/// Who is silent stands back; codes and long times come to the front.
class AttendeeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isSilent = index.data(ClassModel::SilentRole).toBool();
        Role ink = isSilent ? Role::MutedText : Role::Text;
        if (!isSilent && index.column() == ClassModel::Doctor)
            ink = Role::Lost;
        else if (!isSilent && index.column() == ClassModel::AtStep && index.data(ClassModel::LongRole).toBool())
            ink = Role::Attention;
        else if (isSilent && index.column() == ClassModel::Heard)
            ink = Role::Attention;
        option->palette.setColor(QPalette::Text, color(ink));
        option->palette.setColor(QPalette::HighlightedText, color(ink));
        if (ink == Role::Lost || ink == Role::Attention)
            option->font.setWeight(QFont::DemiBold);
    }
};

/// The connection's filter that lets reports in; empty: none.
QString hearingFilter(const BrokerStatus& broker)
{
    for (const ConsoleSubscription& one : broker.subscriptions)
        if (mqtt::topicMatches(one.filter, classTopic(QStringLiteral("x"))))
            return QString::fromStdString(one.filter);
    return {};
}

} // namespace

ClassWorkspace::ClassWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("class"), tr("Class"), QStringLiteral("class"), parent)
    , m_mirror(mirror)
    , m_model(mirror.model<ClassModel>())
    , m_brokers(mirror.model<BrokersModel>())
    , m_titles(mirror)
    , m_card(new Card(tr("Class"), this))
    , m_count(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_ignored(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card))
    , m_listen(new QPushButton(tr("Listen elsewhere"), m_card))
    , m_menu(new QMenu(m_listen))
    , m_pages(new QStackedWidget(m_card))
    , m_codes(new CodePanel(this))
    , m_codesDock(new PanelDock(QStringLiteral("class-codes"), tr("What the codes mean"), m_codes, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->head().addWidget(m_count);
    m_card->head().addStretch();
    m_card->head().addWidget(m_ignored);
    m_ignored->setContentsMargins(0, 0, px(8), 0);
    m_card->head().addWidget(m_listen);
    m_ignored->setToolTip(tr("No reports, too large, from before this console listened, or from somebody for whom the "
                             "list of %1 has no more room").arg(ClassModel::kMost));
    m_listen->setToolTip(tr("At a broker to which this console is connected"));
    m_listen->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ClassWorkspace::fillMenu);
    const bool isCapture = mirror.engine().player() != nullptr;
    m_nobody = new EmptyState(QStringLiteral("class"),
                              isCapture ? tr("In this capture nobody tells how they are doing.")
                                        : tr("Nobody tells how it goes yet. Whoever wants to tell connects to this "
                                             "console and ticks it in Labs, under a name of their choice."),
                              isCapture ? QString() : tr("Show where it is ticked"), m_pages);
    connect(m_nobody, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("labs")); });
    m_pages->addWidget(m_nobody);
    m_pages->addWidget(makeClass());
    m_card->body().addWidget(m_pages, 1);
    connect(&m_model, &ClassModel::changed, this, &ClassWorkspace::follow);
    connect(&m_brokers, &BrokersModel::namesChanged, this, &ClassWorkspace::follow);
    follow();
}

QWidget* ClassWorkspace::makeClass()
{
    auto* part = new QWidget(m_pages);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* head = new QVBoxLayout;
    head->setContentsMargins(px(16), px(4), px(16), 0);
    head->setSpacing(px(8));
    m_places = new PlaceStrip(m_model, part);
    m_trouble = new RoleLabel(TextStyle::Title, Role::Attention, {}, part);
    m_trouble->setWordWrap(true);
    head->addWidget(m_places);
    head->addWidget(m_trouble);
    column->addLayout(head);
    m_table = new ListTable(m_model, tr("Attendees, longest at their step first"), part);
    m_table->setColumns({0, 56, 84, 100, 140, 128});
    m_table->setOptional({ClassModel::Lab, ClassModel::Heard}, 140);
    m_table->setItemDelegate(new AttendeeDelegate(m_table));
    new CellMenu(*m_table, m_mirror.scope(), [](const QModelIndex&) { return QString(); });
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClassWorkspace::showChosen);
    connect(m_table, &ListTable::opened, this, &ClassWorkspace::showCodes);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& cell) {
        if (cell.column() == ClassModel::Doctor)
            showCodes();
    });
    return part;
}

void ClassWorkspace::follow()
{
    const int people = m_model.rowCount();
    m_pages->setCurrentIndex(people == 0 ? Nobody : Everybody);
    m_count->setText(people == 1 ? tr("1 attendee") : tr("%1 attendees").arg(people));
    m_count->setVisible(people > 0);
    m_ignored->setText(m_model.ignored() == 1 ? tr("1 message ignored")
                                              : tr("%1 messages ignored").arg(countText(m_model.ignored())));
    m_ignored->setVisible(m_model.ignored() > 0);
    m_listen->setVisible(!m_brokers.names().isEmpty());
    m_places->refresh();
    const ClassModel::Trouble trouble = m_model.commonTrouble();
    m_trouble->setVisible(!trouble.code.isEmpty());
    if (!trouble.code.isEmpty())
        m_trouble->setText(tr("%1 people at %2 have %3: %4")
                               .arg(trouble.people)
                               .arg(ClassModel::placeText(trouble.lab, trouble.step), trouble.code,
                                    titleOfCode(trouble.code)));
    showChosen();
}

void ClassWorkspace::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return m_codes->show(nullptr);
    const ClassModel::Attendee& chosen = m_model.at(current.row());
    m_codes->show(&chosen, m_titles.of(chosen.report.lab, chosen.report.step));
}

void ClassWorkspace::showCodes()
{
    showChosen();
    m_codesDock->show();
    m_codesDock->raise();
}

void ClassWorkspace::fillMenu()
{
    m_menu->clear();
    for (const BrokerStatus& broker : m_brokers.brokers()) {
        const QString filter = hearingFilter(broker);
        const bool isOurs = filter == QLatin1String(kClassFilter);
        QAction* action = m_menu->addAction(filter.isEmpty() || isOurs ? broker.name
                                                                       : tr("%1 (by %2)").arg(broker.name, filter));
        action->setCheckable(true);
        action->setChecked(!filter.isEmpty());
        action->setEnabled(filter.isEmpty() || isOurs); // a wider filter is not ours to take back
        connect(action, &QAction::toggled, this, [this, name = broker.name](bool listen) {
            if (BrokersPort* port = m_brokers.port())
                listen ? port->subscribe(name, kClassFilter, 0) : port->unsubscribe(name, kClassFilter);
            m_mirror.feed().hurry();
        });
    }
}

void ClassWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_model.setOpened();
}

bool ClassWorkspace::wantsRail() const
{
    return m_model.isOpened();
}

QList<Workspace::Panel> ClassWorkspace::panels() const
{
    return {{m_codesDock, Qt::RightDockWidgetArea, 300}};
}

QList<QWidget*> ClassWorkspace::focusStops() const
{
    QList<QWidget*> stops{m_pages->currentIndex() == Nobody ? static_cast<QWidget*>(m_nobody) : m_table};
    if (m_listen->isVisible())
        stops << m_listen;
    return stops;
}

bool ClassWorkspace::explain()
{
    if (!m_table->currentIndex().isValid())
        return false;
    showCodes();
    return true;
}

void ClassWorkspace::step(int direction)
{
    const int rows = m_model.rowCount();
    if (rows > 0)
        m_table->selectRow(std::clamp(m_table->currentIndex().row() + direction, 0, rows - 1));
}

void ClassWorkspace::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void ClassWorkspace::setSpace(Space space)
{
    m_table->setColumns(space == Space::Wide ? QList<int>{0, 56, 84, 100, 140, 128} : QList<int>{0, 44, 76, 92, 116, 112});
}

void ClassWorkspace::addCommands(Commands& commands)
{
    commands.add(this, QStringLiteral("class.clear"), tr("Class"), tr("Forget who was heard, and begin a new list"), {},
                 [this] { m_model.clear(); });
}

void ClassWorkspace::fillForPicture()
{
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->selectRow(0);
}

} // namespace greensward::ui
