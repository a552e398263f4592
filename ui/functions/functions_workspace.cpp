// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/functions_workspace.h"

#include "ui/functions/code_edit.h"
#include "ui/functions/configuration_page.h"
#include "ui/functions/function_desk.h"
#include "ui/functions/function_list_model.h"
#include "ui/functions/function_list_view.h"
#include "ui/functions/invocation_model.h"
#include "ui/functions/invocation_view.h"
#include "ui/functions/invocations_panel.h"
#include "ui/functions/test_event_panel.h"
#include "ui/functions/versions_page.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/kit/head_button.h"
#include "ui/kit/icon.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/engine_mirror.h"
#include "ui/why/why_subject.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

enum Page { Nothing, Waiting, Work };

} // namespace

FunctionsWorkspace::FunctionsWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("functions"), tr("Functions"), QStringLiteral("function"), parent)
    , m_mirror(mirror)
    , m_desk(mirror.model<FunctionDesk>())
    , m_listModel(new FunctionListModel(mirror, m_desk, this))
    , m_card(new Card({}, this))
    , m_notice(new NoticeBar(m_card))
    , m_pages(new QStackedWidget(m_card))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    addHead();
    addPages();
    addFoot();
    addDocks();
    join();
    choose(m_desk.chosen);
    showCall(m_desk.chosenCall);
    showState();
}

void FunctionsWorkspace::addHead()
{
    m_choice = new QComboBox(m_card);
    m_choice->setModel(m_listModel);
    m_choice->setAccessibleName(tr("Function"));
    m_choice->setMinimumContentsLength(10);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->hide();
    m_title = new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideMiddle, m_card);
    m_unsaved = new Chip(Role::Attention, Chip::Look::Tint, m_card);
    m_unsaved->setText(tr("not saved"));
    m_run = new QPushButton(icon(QStringLiteral("play"), Role::OnFill), tr("Run"), m_card);
    m_run->setAccessibleName(tr("Save and run the function"));
    m_run->setToolTip(tr("Save and run the function with its test event (Ctrl+Enter)"));
    setKind(*m_run, ButtonKind::Primary);
    m_save = new QPushButton(tr("Save"), m_card);
    m_save->setAccessibleName(tr("Save the function"));
    m_save->setToolTip(tr("Save the function: $LATEST is what is written from then on (Ctrl+S)"));
    m_new = headButton(QStringLiteral("add"), tr("New function (Ctrl+N)"), m_card);
    m_more = headButton(QStringLiteral("more"), tr("More: files, versions, delete"), m_card);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    QHBoxLayout& head = m_card->head();
    head.setContentsMargins(px(16), px(8), px(8), px(4));
    head.addStrut(px(32));
    head.addWidget(m_choice, 1);
    head.addWidget(m_title, 1);
    head.addWidget(m_unsaved);
    head.addWidget(m_save);
    head.addWidget(m_run);
    head.addWidget(m_new);
    head.addWidget(m_more);
    if (m_mirror.engine().player())
        for (QWidget* one : {static_cast<QWidget*>(m_new), static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_run)})
            disableInCapture(*one);
}

void FunctionsWorkspace::addPages()
{
    const bool isCapture = m_mirror.engine().player() != nullptr;
    const bool isThere = m_desk.account().isThere();
    m_nothing = new EmptyState(QStringLiteral("function"),
                               isCapture ? tr("A capture has no functions. Calls that were recorded are listed below.")
                               : isThere ? tr("A function answers an event with a few lines of Python.")
                                         : tr("There is no account here that could keep functions."),
                               isThere && !isCapture ? tr("New function") : QString(), m_pages);
    connect(m_nothing, &EmptyState::clicked, this, &FunctionsWorkspace::makeFunction);
    m_waiting = new RoleLabel(TextStyle::Body, Role::MutedText, tr("Asking the account …"), m_pages);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(px(32));
    auto* work = new QWidget(m_pages);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_tabs = new QTabBar(work);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Pages of the function"));
    for (const QString& title : {tr("Code"), tr("Configuration"), tr("Versions")})
        m_tabs->addTab(title);
    m_files = new QComboBox(work);
    m_files->setAccessibleName(tr("File of the package"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(10), 0, px(12), 0);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_files);
    column->addLayout(row);
    m_parts = new QStackedWidget(work);
    m_codePages = new QStackedWidget(m_parts);
    m_edit = new CodeEdit(tr("Code of the function"), m_codePages);
    m_edit->setObjectName(QStringLiteral("code"));
    m_noCode = new RoleLabel(TextStyle::Body, Role::MutedText, {}, m_codePages);
    m_noCode->setAlignment(Qt::AlignCenter);
    m_noCode->setWordWrap(true);
    m_noCode->setMargin(px(32));
    m_codePages->addWidget(m_edit);
    m_codePages->addWidget(m_noCode);
    m_configuration = new ConfigurationPage(m_desk, m_parts);
    m_versions = new VersionsPage(m_desk, *m_notice, m_parts);
    m_parts->addWidget(m_codePages);
    m_parts->addWidget(m_configuration);
    m_parts->addWidget(m_versions);
    column->addWidget(m_parts, 1);
    for (QWidget* page : {static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_waiting), work})
        m_pages->addWidget(page);
    m_card->body().addWidget(m_pages, 1);
}

/// How the last call went, for when the panel that says more is closed.
void FunctionsWorkspace::addFoot()
{
    m_foot = new QWidget(m_card);
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(px(16), px(4), px(12), px(6));
    row->setSpacing(px(8));
    m_told = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, m_foot);
    auto* show = new QPushButton(tr("Show"), m_foot);
    show->setAccessibleName(tr("Show what the call answered"));
    setKind(*show, ButtonKind::Quiet);
    row->addWidget(m_told, 1);
    row->addWidget(show);
    m_foot->hide();
    m_card->body().addWidget(m_foot);
    m_card->body().addWidget(m_notice);
    connect(show, &QPushButton::clicked, this, [this] {
        m_testDock->show();
        m_testDock->raise();
    });
}

void FunctionsWorkspace::addDocks()
{
    m_list = new FunctionListView(*m_listModel, this);
    m_listDock = new PanelDock(QStringLiteral("function-list"), tr("Functions"), m_list, this);
    auto* test = new QSplitter(Qt::Vertical, this);
    m_test = new TestEventPanel(m_desk, test);
    m_test->setObjectName(QStringLiteral("event"));
    m_result = new InvocationView(test);
    m_result->setObjectName(QStringLiteral("result"));
    test->setChildrenCollapsible(false);
    test->setSizes({px(220), px(360)});
    test->setStretchFactor(1, 1);
    m_testDock = new PanelDock(QStringLiteral("function-test"), tr("Test"), test, this);
    m_calls = new InvocationsPanel(m_mirror, m_desk.invocations(), this);
    m_callsDock = new PanelDock(QStringLiteral("function-calls"), tr("Calls"), m_calls, this);
    m_callsDock->addToHead(&m_calls->scopeButton());
    answerWhy(*m_list, QStringLiteral("function"));
    answerWhy(*m_edit, QStringLiteral("function"));
    answerWhy(*m_configuration, QStringLiteral("function"));
    answerWhy(*m_versions, QStringLiteral("function-version"));
    answerWhy(*m_test, QStringLiteral("test-event"));
    answerWhy(*m_result, QStringLiteral("cold-start"));
    answerWhy(*m_calls, QStringLiteral("cold-start"));
}

void FunctionsWorkspace::join()
{
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        choose(m_listModel->index(row).data(FunctionListModel::NameRole).toString());
    });
    connect(m_list, &FunctionListView::chosen, this, &FunctionsWorkspace::choose);
    connect(m_new, &QToolButton::clicked, this, &FunctionsWorkspace::makeFunction);
    connect(m_save, &QPushButton::clicked, this, &FunctionsWorkspace::save);
    connect(m_run, &QPushButton::clicked, this, &FunctionsWorkspace::run);
    connect(m_test, &TestEventPanel::runAsked, this, &FunctionsWorkspace::run);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &FunctionsWorkspace::fillMenu);
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showFiles(); });
    connect(m_files, &QComboBox::activated, this, [this] { showFile(m_files->currentText()); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling || m_edit->toPlainText() == m_desk.draft(chosen()).text(m_edit->file()))
            return; // new colours count as a change of the text
        m_edit->markLine(0);
        m_desk.write(chosen(), m_edit->file(), m_edit->toPlainText());
    });
    connect(m_result, &InvocationView::placeAsked, this, &FunctionsWorkspace::goTo);
    connect(m_result, &InvocationView::replayAsked, this, &FunctionsWorkspace::replay);
    connect(m_result, &InvocationView::keepAsked, this, &FunctionsWorkspace::keepAsEvent);
    connect(m_calls, &InvocationsPanel::chosen, this, &FunctionsWorkspace::showCall);
    connect(m_calls, &InvocationsPanel::opened, this, [this](quint64 number) {
        showCall(number);
        m_testDock->show();
        m_testDock->raise();
    });
    connect(m_testDock, &QDockWidget::visibilityChanged, this, &FunctionsWorkspace::showHead);
    connect(&m_mirror, &EngineMirror::secondPassed, this, [this] {
        if (isVisible())
            m_desk.invocations().lookAgain();
    });
    connect(&m_desk.account(), &FunctionAccount::changed, this, &FunctionsWorkspace::followAccount);
    connect(&m_desk, &FunctionDesk::draftChanged, this, [this](const QString& name) {
        if (name != chosen())
            return;
        showHead();
        showFiles();
        m_configuration->refresh();
    });
    connect(&m_desk, &FunctionDesk::created, this, [this](const QString& name) { choose(name); });
    connect(&m_desk, &FunctionDesk::began, this, &FunctionsWorkspace::showCall);
    connect(&m_desk, &FunctionDesk::ended, this, &FunctionsWorkspace::tellCall);
    connect(&m_desk, &FunctionDesk::done, this, [this](const QString& sentence) { m_notice->tell(sentence); });
    connect(&m_desk, &FunctionDesk::failed, this, [this](const QString& sentence) { m_notice->complain(sentence); });
}

QList<Workspace::Panel> FunctionsWorkspace::panels() const
{
    return {{m_testDock, Qt::RightDockWidgetArea, 330},
            {m_listDock, Qt::LeftDockWidgetArea, 210},
            {m_callsDock, Qt::BottomDockWidgetArea, 190}};
}

QList<QWidget*> FunctionsWorkspace::focusStops() const
{
    if (m_pages->currentIndex() != Work)
        return {m_nothing};
    switch (tab()) {
    case Configuration:
        return {m_configuration->firstStop(), m_tabs};
    case Versions:
        return {m_versions->firstStop(), m_tabs};
    case Code:
        break;
    }
    return {m_codePages->currentIndex() == 0 ? static_cast<QWidget*>(m_edit) : m_tabs, m_tabs};
}

void FunctionsWorkspace::focusFilter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool FunctionsWorkspace::leave()
{
    return m_notice->dismiss();
}

/// The call before or behind in the list.
void FunctionsWorkspace::step(int direction)
{
    ListTable& table = m_calls->table();
    const int rows = table.model()->rowCount();
    if (rows > 0)
        table.selectRow(std::clamp(table.currentIndex().row() + direction, 0, rows - 1));
}

void FunctionsWorkspace::setCompact(bool compact)
{
    m_list->setCompact(compact);
    m_calls->setCompact(compact);
}

void FunctionsWorkspace::setSpace(Space space)
{
    m_choice->setVisible(space == Space::Tight);
    m_title->setVisible(space != Space::Tight);
    m_calls->setNarrow(space != Space::Wide);
    m_versions->setTight(space == Space::Tight);
}

void FunctionsWorkspace::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

FunctionsWorkspace::Tab FunctionsWorkspace::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

} // namespace greensward::ui
