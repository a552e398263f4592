// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/labs_workspace.h"

#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/lab_tile.h"
#include "ui/labs/markdown_text.h"
#include "ui/labs/place_card.h"
#include "ui/labs/tell_card.h"
#include "ui/models/engine_mirror.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

QScrollArea* makeScroll(QWidget* inside, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false); // the card shines through
    inside->setAutoFillBackground(false);
    return scroll;
}

} // namespace

LabsWorkspace::LabsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("labs"), tr("Labs"), QStringLiteral("labs"), parent)
    , m_model(mirror.model<LabModel>())
    , m_whole(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_whole);
    auto* full = new QWidget(m_whole);
    auto* row = new QHBoxLayout(full);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    row->addWidget(makeShelf(mirror), 2);
    row->addWidget(makePage(), 5);
    m_whole->addWidget(full);
    auto* none = new EmptyState(QStringLiteral("labs"),
                                m_model.isPossible() ? tr("There are no labs in this program's folder of labs.")
                                                     : tr("A capture is looked at: labs are done where something happens."),
                                tr("Show the map"), m_whole);
    connect(none, &EmptyState::clicked, this, [this] { emit workspaceAsked(QStringLiteral("map")); });
    m_whole->addWidget(none);
    connect(&m_model, &LabModel::changed, this, &LabsWorkspace::refresh);
    connect(&m_model, &LabModel::finished, this, [this] {
        choose(m_model.current()->id);
        emit workspaceAsked(id());
    });
    refresh();
}

QWidget* LabsWorkspace::makeShelf(EngineMirror& mirror)
{
    auto* card = new Card(tr("Labs"), this);
    auto* inside = new QWidget(card);
    m_tilesColumn = new QVBoxLayout(inside);
    m_tilesColumn->setContentsMargins(px(8), 0, px(8), px(8));
    m_tilesColumn->setSpacing(px(4));
    m_findings = new RoleLabel(TextStyle::Secondary, Role::Attention, {}, inside);
    m_findings->setWordWrap(true);
    m_tilesColumn->addWidget(m_findings);
    m_tilesColumn->addStretch();
    m_shelf = makeScroll(inside, card);
    card->body().addWidget(m_shelf, 1);
    card->body().addWidget(new PlaceCard(m_model, card));
    m_tell = new TellCard(mirror, card);
    connect(m_tell, &TellCard::classAsked, this, [this] { emit workspaceAsked(QStringLiteral("class")); });
    card->body().addWidget(m_tell);
    return card;
}

QWidget* LabsWorkspace::makePage()
{
    m_page = new Card({}, this);
    auto* inside = new QWidget(m_page);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(px(16), px(8), px(24), px(16));
    column->setSpacing(px(12));
    m_title = new RoleLabel(TextStyle::Reading, Role::Text, {}, inside);
    m_title->setWordWrap(true);
    m_about = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, inside);
    m_about->setWordWrap(true);
    m_text = new MarkdownText(inside);
    connect(m_text, &MarkdownText::linkAsked, this, &LabsWorkspace::linkAsked);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_begin = new QPushButton(inside);
    setKind(*m_begin, ButtonKind::Primary);
    m_save = new QPushButton(tr("Save this page …"), inside);
    m_save->setToolTip(tr("What was done, when and with how much help, as Markdown"));
    m_reset = new QPushButton(tr("Start the lab over"), inside);
    m_reset->setToolTip(tr("Takes back what the lab has made, and forgets what was done in it"));
    setKind(*m_reset, ButtonKind::Quiet);
    for (QPushButton* button : {m_begin, m_save, m_reset})
        row->addWidget(button);
    row->addStretch();
    connect(m_begin, &QPushButton::clicked, this, [this] {
        if (m_model.current() && m_model.current()->id == m_chosen)
            m_model.recall();
        else
            m_model.begin(m_chosen);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_model.resetLab(); });
    connect(m_save, &QPushButton::clicked, this, &LabsWorkspace::savePage);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addLayout(row);
    column->addWidget(m_text);
    column->addStretch();
    m_page->body().addWidget(makeScroll(inside, m_page));
    return m_page;
}

QList<QWidget*> LabsWorkspace::focusStops() const
{
    if (m_tiles.empty())
        return {m_whole->currentWidget()};
    QWidget* tile = m_tiles.front();
    for (LabTile* each : m_tiles)
        if (each->isChecked())
            tile = each;
    return {tile, m_begin, &m_tell->box()};
}

void LabsWorkspace::addCommands(Commands& commands)
{
    commands.add(this, QStringLiteral("labs.tell"), tr("Labs"), tr("Tell the instructor how I am doing"), {}, [this] {
        emit workspaceAsked(id());
        m_tell->box().setFocus(Qt::OtherFocusReason);
    });
    if (m_model.isPossible())
        commands.add(this, QStringLiteral("labs.place"), tr("Labs"),
                     m_model.place().host.isEmpty() ? tr("Join a class: its cloud in place of this workspace's")
                                                    : tr("Leave the class, and go back to this workspace's cloud"),
                     {}, [this] { changePlace(*this, m_model); });
    for (const labs::LabPtr& lab : m_model.labs())
        commands.add(this, QStringLiteral("labs.begin.%1").arg(lab->number), tr("Labs"),
                     tr("Lab %1: %2").arg(lab->number).arg(QString::fromStdString(lab->title)), {},
                     [this, labId = lab->id] {
                         choose(labId);
                         emit workspaceAsked(id());
                         m_model.begin(labId);
                     });
}

void LabsWorkspace::setSpace(Space space)
{
    m_shelf->setMinimumWidth(space == Space::Tight ? px(170) : px(210));
    m_tell->setTight(space != Space::Wide);
}

void LabsWorkspace::open(const QString& path)
{
    for (const labs::LabPtr& lab : m_model.labs())
        if (path == QString::fromStdString(lab->id) || path == QString::number(lab->number))
            choose(lab->id);
}

void LabsWorkspace::fillForPicture()
{
    if (!m_chosen.empty() && (!m_model.current() || m_model.current()->id != m_chosen))
        m_model.begin(m_chosen);
}

QStringList LabsWorkspace::pages() const
{
    QStringList numbers;
    for (const labs::LabPtr& lab : m_model.labs())
        numbers << QString::number(lab->number);
    return numbers;
}

void LabsWorkspace::choose(const std::string& labId)
{
    m_chosen = labId;
    refresh();
}

void LabsWorkspace::refresh()
{
    const auto& labs = m_model.labs();
    m_whole->setCurrentIndex(labs.empty() ? 1 : 0);
    if (labs.empty())
        return;
    bool same = labs.size() == m_tiles.size();
    for (std::size_t at = 0; same && at < labs.size(); ++at)
        same = &m_tiles[at]->lab() == labs[at].get();
    if (!same) {
        for (LabTile* tile : std::exchange(m_tiles, {}))
            delete tile;
        for (const labs::LabPtr& lab : labs) {
            auto* tile = new LabTile(lab, m_tilesColumn->parentWidget());
            connect(tile, &QAbstractButton::clicked, this, [this, labId = lab->id] { choose(labId); });
            m_tilesColumn->insertWidget(static_cast<int>(m_tiles.size()), tile);
            m_tiles.push_back(tile);
        }
    }
    if (m_chosen.empty())
        m_chosen = m_model.current() ? m_model.current()->id : labs.front()->id;
    const labs::LabPtr current = m_model.current();
    for (LabTile* tile : m_tiles) {
        tile->show(m_model.view(tile->lab().id), current && current->id == tile->lab().id);
        tile->setChecked(tile->lab().id == m_chosen);
    }
    QStringList findings;
    for (const labs::LintFinding& finding : m_model.findings())
        findings << QString::fromStdString(finding.text());
    m_findings->setText(findings.join(QLatin1Char('\n')));
    m_findings->setVisible(!findings.isEmpty());
    showChosen();
}

void LabsWorkspace::showChosen()
{
    labs::LabPtr lab;
    for (const labs::LabPtr& each : m_model.labs())
        if (each->id == m_chosen)
            lab = each;
    if (!lab)
        return;
    const labs::LabView view = m_model.view(lab->id);
    const bool goesOn = m_model.current() == lab;
    m_title->setText(tr("Lab %1: %2").arg(lab->number).arg(QString::fromStdString(lab->title)));
    QStringList about{tr("%1 steps").arg(lab->steps.size()), tr("about %1 minutes").arg(lab->minutes)};
    if (view.begun)
        about << tr("%1 done").arg(view.done);
    m_about->setText(about.join(QStringLiteral("  ·  ")));
    m_begin->setText(!view.begun ? tr("Begin") : goesOn ? tr("Show the guide") : tr("Go on"));
    m_reset->setVisible(goesOn);
    m_save->setVisible(view.finished);
    const QString text = view.finished ? m_model.completionPage(lab->id) : QString::fromStdString(lab->introduction);
    if (m_text->property("markdown").toString() != text) {
        m_text->setProperty("markdown", text);
        m_text->setText(text);
    }
}

void LabsWorkspace::savePage()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save this page"), QString::fromStdString(m_chosen) + QStringLiteral(".md"),
                                                      tr("Markdown (*.md)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(m_model.completionPage(m_chosen).toUtf8()) < 0 || !out.commit())
        QMessageBox::warning(this, tr("Save this page"), tr("It could not be saved: %1").arg(out.errorString()));
}

} // namespace greensward::ui
