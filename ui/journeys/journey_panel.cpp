// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/journey_panel.h"

#include "ui/journeys/tone.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/scope/cell_menu.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

/// Receivers beyond so many stay folded until somebody asks.
constexpr int kFew = 8;
constexpr double kRow = 26;

/// The step's icon in its tone before its title; details muted.
class StepDelegate final : public QStyledItemDelegate
{
public:
    StepDelegate(const JourneyModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), px(kRow)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const JourneyStep* step = m_model.stepAt(index);
        if (!step)
            return;
        const Role role = roleOf(step->tone);
        if (index.column() == JourneyModel::Step) {
            option->icon = icon(step->icon, role);
            option->decorationSize = QSize(px(16), px(16));
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->font = fontOf(index.parent().isValid() ? TextStyle::Body : TextStyle::Strong);
            option->palette.setColor(QPalette::Text, color(step->tone == Tone::Bad ? Role::Lost : Role::Text));
        } else {
            option->font = fontOf(TextStyle::Secondary);
            option->palette.setColor(QPalette::Text, color(Role::MutedText));
        }
    }

private:
    const JourneyModel& m_model;
};

} // namespace

JourneyPanel::JourneyPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_model(mirror.model<JourneyModel>())
    , m_viewer(m_model)
    , m_pages(new QStackedWidget(this))
    , m_tree(new QTreeView(m_pages))
    , m_nothing(new EmptyState(QStringLiteral("journey"), {}, {}, m_pages))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, px(8));
    column->addWidget(m_pages);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_tree);
    m_tree->setAccessibleName(tr("Steps of the journey"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new StepDelegate(m_model, m_tree));
    m_tree->setIndentation(px(20));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setMinimumHeight(px(96));
    m_tree->installEventFilter(this);
    new CellMenu(*m_tree, mirror.scope(), [this](const QModelIndex& cell) {
        const JourneyStep* step = m_model.stepAt(cell.siblingAtColumn(0));
        return !step                     ? QString()
               : !step->topic.isEmpty()  ? topicTerm(step->topic)
               : !step->client.isEmpty() ? senderTerm(step->client)
                                         : QString();
    });
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(JourneyModel::Step, QHeaderView::Stretch);
    header->setSectionResizeMode(JourneyModel::Detail, QHeaderView::Stretch);
    header->setSectionResizeMode(JourneyModel::When, QHeaderView::Fixed);
    header->resizeSection(JourneyModel::When, px(112));
    connect(m_tree, &QTreeView::doubleClicked, this, &JourneyPanel::goTo);
    connect(&m_model, &JourneyModel::journeyChanged, this, &JourneyPanel::showJourney);
    showJourney(true);
}

void JourneyPanel::showEvent(QShowEvent* event)
{
    m_viewer.set(true);
    showJourney(false);
    QWidget::showEvent(event);
}

void JourneyPanel::hideEvent(QHideEvent* event)
{
    m_viewer.set(false);
    QWidget::hideEvent(event);
}

void JourneyPanel::takeFocus(bool why)
{
    m_tree->setFocus(Qt::OtherFocusReason);
    // Behind the walk from hop to hop, which says it in short.
    for (int row = m_model.journey().isMessage() ? 1 : 0; why && row < m_model.rowCount(); ++row)
        if (const QModelIndex index = m_model.index(row, 0); m_model.stepAt(index)->tone == Tone::Bad)
            return m_tree->setCurrentIndex(index);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model.index(0, 0));
}

void JourneyPanel::showJourney(bool another)
{
    const auto standing = m_model.journey().standing();
    m_nothing->setSentence(standing == Journey::Standing::Forgotten
                               ? tr("This event is no longer recorded: the newest events have taken its place.")
                               : tr("Choose a message to see where it came from, what was decided and who got it."));
    m_pages->setCurrentIndex(standing == Journey::Standing::Found ? 1 : 0);
    openFewParts();
    if (another)
        m_tree->scrollToTop();
    emit titleChanged(m_model.title());
}

void JourneyPanel::openFewParts()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const QModelIndex step = m_model.index(row, 0);
            m_model.rowCount(step) > 0 && m_model.rowCount(step) <= kFew)
            m_tree->expand(step);
}

bool JourneyPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goTo(m_tree->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// To the journey it has of its own, else to its client's lane, else to its topic.
void JourneyPanel::goTo(const QModelIndex& index)
{
    const JourneyStep* found = m_model.stepAt(index.siblingAtColumn(0));
    if (!found)
        return;
    const JourneyStep step = *found; // the selection may bring another journey
    if (step.hasOwnJourney) {
        m_mirror.selection().setEvent(step.event);
    } else if (!step.topic.isEmpty()) {
        m_mirror.selection().setTopic(step.topic);
        emit workspaceAsked(QStringLiteral("topics"));
    } else if (!step.client.isEmpty()) {
        m_mirror.selection().setClient(step.client);
        emit workspaceAsked(QStringLiteral("connections"));
    }
}

} // namespace greensward::ui
