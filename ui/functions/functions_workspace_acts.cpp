// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is shown of the functions, and what is done with them.
#include "ui/functions/code_edit.h"
#include "ui/functions/configuration_page.h"
#include "ui/functions/function_desk.h"
#include "ui/functions/function_list_model.h"
#include "ui/functions/function_list_view.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/invocation_model.h"
#include "ui/functions/invocation_view.h"
#include "ui/functions/invocations_panel.h"
#include "ui/functions/new_function_dialog.h"
#include "ui/functions/test_event_panel.h"
#include "ui/functions/versions_page.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"

#include <QComboBox>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace greensward::ui {

namespace {

enum Page { Nothing, Waiting, Work };
enum CodePage { Editor, NoCode };

} // namespace

// --- what is shown --------------------------------------------------------------------------------------------------

QString FunctionsWorkspace::chosen() const
{
    return m_desk.chosen;
}

void FunctionsWorkspace::choose(const QString& name)
{
    m_desk.chosen = name;
    if (m_listModel->rowOf(name) >= 0) {
        m_list->mark(name);
        m_choice->setCurrentIndex(m_listModel->rowOf(name));
    }
    m_desk.wantCode(name);
    m_test->setFunction(name);
    m_calls->setFunction(name);
    m_configuration->setFunction(name);
    m_versions->setFunction(name);
    m_files->clear();
    showState();
    showFiles();
}

void FunctionsWorkspace::followAccount()
{
    const auto& functions = m_desk.account().functions();
    if (!m_desk.account().find(chosen()))
        choose(functions.empty() ? QString() : functions.front().name);
    else
        choose(chosen());
    if (!m_desk.account().problem().isEmpty())
        m_notice->complain(m_desk.account().problem());
}

void FunctionsWorkspace::showState()
{
    const FunctionAccount& account = m_desk.account();
    if (account.find(chosen()))
        m_pages->setCurrentIndex(Work);
    else
        m_pages->setCurrentIndex(account.isThere() && !account.isKnown() ? Waiting : Nothing);
    showHead();
}

void FunctionsWorkspace::showHead()
{
    const bool isThere = m_desk.account().find(chosen()) != nullptr;
    const bool isDirty = m_desk.isDirty(chosen());
    m_title->setText(isThere ? chosen() : tr("Functions"));
    m_unsaved->setVisible(isThere && isDirty);
    m_save->setVisible(isThere);
    m_save->setEnabled(isDirty);
    m_run->setVisible(isThere && !m_testDock->isVisible());
    m_more->setEnabled(isThere);
    m_foot->setVisible(isThere && !m_testDock->isVisible() && m_desk.invocations().find(m_desk.chosenCall));
}

void FunctionsWorkspace::showFiles()
{
    const FunctionEntry* entry = m_desk.account().find(chosen());
    FunctionDraft& draft = m_desk.draft(chosen());
    const QStringList files = draft.files(entry ? entry->settings.handler : QString());
    const bool isShown = !files.isEmpty();
    m_codePages->setCurrentIndex(isShown ? Editor : NoCode);
    m_noCode->setText(draft.problem().isEmpty() ? tr("Asking for the code …") : draft.problem());
    m_files->setVisible(files.size() > 1 && tab() == Code);
    QStringList listed;
    for (int at = 0; at < m_files->count(); ++at)
        listed << m_files->itemText(at);
    if (listed != files) {
        const QString before = m_files->currentText();
        m_files->clear();
        m_files->addItems(files);
        m_files->setCurrentIndex(std::max(0, static_cast<int>(files.indexOf(before))));
    }
    if (isShown)
        showFile(m_files->currentText());
}

void FunctionsWorkspace::showFile(const QString& file)
{
    const QScopedValueRollback quiet(m_filling, true);
    m_files->setCurrentText(file);
    const QString text = m_desk.draft(chosen()).text(file);
    const QString shown = chosen() + QLatin1Char('/') + file;
    if (m_edit->property("shown") == shown && m_edit->toPlainText() == text)
        return;
    m_edit->setProperty("shown", shown);
    m_edit->show(file, text);
    m_edit->setReadOnly(!m_desk.account().isThere());
}

void FunctionsWorkspace::showCall(quint64 number)
{
    m_desk.chosenCall = number;
    const Invocation* call = m_desk.invocations().find(number);
    m_result->show(call);
    m_calls->mark(number);
    markFailure(call);
    if (call) {
        const bool well = call->state == Invocation::State::Succeeded || call->state == Invocation::State::Running;
        m_told->setText(InvocationView::sentence(*call));
        m_told->setRole(well ? Role::MutedText : Role::Lost);
    }
    showHead();
}

/// A call has ended: shown where it was waited for.
void FunctionsWorkspace::tellCall(quint64 number)
{
    if (number == m_desk.chosenCall)
        showCall(number);
}

/// The innermost line of the file shown that the call failed at, while the file still is what was run.
void FunctionsWorkspace::markFailure(const Invocation* call)
{
    FunctionDraft& draft = m_desk.draft(chosen());
    int line = 0;
    if (call && call->function == chosen() && call->state == Invocation::State::Failed && !draft.isWritten(m_edit->file()))
        for (const StackFrame& frame : call->failure.stack)
            if (draft.fileOf(frame.file) == m_edit->file())
                line = frame.line;
    m_edit->markLine(line);
}

void FunctionsWorkspace::goTo(const QString& path, int line)
{
    const Invocation* call = m_desk.invocations().find(m_desk.chosenCall);
    if (call && !call->function.isEmpty() && call->function != chosen() && m_desk.account().find(call->function))
        choose(call->function);
    const QString file = m_desk.draft(chosen()).fileOf(path);
    if (file.isEmpty())
        return m_notice->complain(tr("%1 is no file of this package.").arg(path));
    showTab(Code);
    showFile(file);
    m_edit->markLine(line);
    m_edit->goToLine(line);
}

// --- what is done ---------------------------------------------------------------------------------------------------

void FunctionsWorkspace::makeFunction()
{
    if (m_desk.account().isThere())
        (new NewFunctionDialog(m_desk, this))->open();
}

void FunctionsWorkspace::save()
{
    m_desk.save(chosen());
}

void FunctionsWorkspace::run()
{
    if (!m_desk.account().find(chosen()) || !m_test->isRunnable())
        return;
    m_notice->dismiss();
    m_desk.run(chosen(), m_test->qualifier(), m_test->payload());
}

void FunctionsWorkspace::replay()
{
    if (const Invocation* call = m_desk.invocations().find(m_desk.chosenCall))
        m_desk.replay(*call);
}

void FunctionsWorkspace::keepAsEvent()
{
    const Invocation* call = m_desk.invocations().find(m_desk.chosenCall);
    if (!call || call->by == Invocation::By::Other)
        return;
    const QString function = call->function;
    TestEvents& events = m_desk.events();
    const QString name = events.freeName(function, tr("call of %1").arg(clockText(call->time).left(8)));
    const QString why = events.write(function, {name, QString::fromUtf8(call->payload)});
    if (!why.isEmpty())
        return m_notice->complain(why);
    if (function != chosen())
        choose(function);
    m_test->choose(name);
    m_notice->tell(tr("Kept as the test event “%1”").arg(name));
}

void FunctionsWorkspace::addFile()
{
    bool agreed = false;
    const QString file = QInputDialog::getText(this, tr("New file"), tr("Its name, with folders before it if wanted:"),
                                               QLineEdit::Normal, QStringLiteral("module.py"), &agreed)
                             .trimmed();
    if (!agreed || file.isEmpty())
        return;
    if (file.startsWith(QLatin1Char('/')) || file.endsWith(QLatin1Char('/')) || file.contains(QLatin1String("..")))
        return m_notice->complain(tr("%1 is no name of a file in a package.").arg(file));
    FunctionDraft& draft = m_desk.draft(chosen());
    if (!draft.files({}).contains(file))
        m_desk.write(chosen(), file, QStringLiteral("\n"));
    showTab(Code);
    showFile(file);
    m_edit->setFocus();
}

void FunctionsWorkspace::askDelete()
{
    if (m_desk.account().find(chosen()))
        m_notice->ask(tr("Delete %1 with all its versions? It cannot be brought back.").arg(chosen()), tr("Delete"),
                      [this, name = chosen()] { m_desk.removeFunction(name); });
}

void FunctionsWorkspace::fillMenu()
{
    QMenu& menu = *m_more->menu();
    menu.clear();
    menu.addAction(tr("New file …"), this, &FunctionsWorkspace::addFile);
    menu.addAction(tr("Publish version …"), m_versions, &VersionsPage::publishVersion);
    QAction* revert = menu.addAction(tr("Back to what is saved"), this, [this] { m_desk.revert(chosen()); });
    revert->setEnabled(m_desk.isDirty(chosen()));
    menu.addSeparator();
    menu.addAction(tr("Delete the function …"), this, &FunctionsWorkspace::askDelete);
}

void FunctionsWorkspace::addCommands(Commands& commands)
{
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, auto work) {
        return commands.add(this, QStringLiteral("functions.") + QLatin1String(id), tr("Functions"), text, keys, work);
    };
    add("new", tr("New function"), Qt::CTRL | Qt::Key_N, [this] { makeFunction(); });
    add("save", tr("Save the function"), Qt::CTRL | Qt::Key_S, [this] { save(); });
    add("run", tr("Save and run the function"), Qt::CTRL | Qt::Key_Return, [this] { run(); })
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    add("replay", tr("Send the event of the chosen call again"), Qt::CTRL | Qt::Key_R, [this] { replay(); });
    add("keep", tr("Keep the event of the chosen call as a test event"), {}, [this] { keepAsEvent(); });
    add("event", tr("New test event"), {}, [this] { m_test->makeNew(); });
    add("file", tr("New file in the package"), {}, [this] { addFile(); });
    add("publish", tr("Publish a version"), {}, [this] { m_versions->publishVersion(); });
    add("delete", tr("Delete the function"), {}, [this] { askDelete(); });
    add("refresh", tr("Ask the account for its functions again"), Qt::Key_F5, [this] { m_desk.account().refresh(); });
}

QByteArray FunctionsWorkspace::memory() const
{
    return chosen().toUtf8();
}

void FunctionsWorkspace::remember(const QByteArray& memory)
{
    m_desk.chosen = QString::fromUtf8(memory);
}

void FunctionsWorkspace::open(const QString& what)
{
    const QString name = what.section(QLatin1Char('/'), 0, 0);
    if (name == QLatin1String("new"))
        makeFunction();
    else if (!name.isEmpty())
        choose(name);
}

void FunctionsWorkspace::fillForPicture()
{
    if (!m_desk.invocations().find(m_desk.chosenCall) && m_desk.invocations().rowCount() > 0)
        showCall(m_desk.invocations().at(0).number);
}

void FunctionsWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_desk.account().setWatched(true);
}

void FunctionsWorkspace::hideEvent(QHideEvent* event)
{
    Workspace::hideEvent(event);
    m_desk.account().setWatched(false);
}

} // namespace greensward::ui
