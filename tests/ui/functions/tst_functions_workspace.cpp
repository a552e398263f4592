// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with an engine that runs what is written in it.
#include "live_engine.h"
#include "test_registry.h"
#include "ui/functions/code_edit.h"
#include "ui/functions/configuration_page.h"
#include "ui/functions/function_desk.h"
#include "ui/functions/function_list_model.h"
#include "ui/functions/function_list_view.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/invocation_model.h"
#include "ui/functions/invocation_view.h"
#include "ui/functions/invocations_panel.h"
#include "ui/functions/lambda_calls.h"
#include "ui/functions/new_function_dialog.h"
#include "ui/functions/test_event_panel.h"
#include "ui/functions/versions_page.h"
#include "ui/kit/card.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

namespace greensward::ui {

class TestFunctionsWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyOffersAFirstFunction();
    void byKeyboardFromTemplateToReplay();
    void badCodeShowsTheStackAndLeadsToTheLine();
    void aSyntaxErrorLeadsToTheLine();
    void theCounterIsWarmUntilItIsSaved();
    void configurationIsSavedWithTheCode();
    void anAliasKeepsAnsweringWhatItDid();
    void whatOthersMakeAppears();
    void aCallIsKeptAsATestEvent();
    void whatIsWrittenSurvivesAnotherZoom();
    void aDeletionIsAskedFor();

private:
    FunctionsWorkspace& space()
    {
        return *qobject_cast<FunctionsWorkspace*>(m_live->window->workspace(QStringLiteral("functions")));
    }
    FunctionDesk& desk() { return space().desk(); }
    void make(const char* which, const QString& name);
    /// Runs the chosen function and waits; what came back.
    const Invocation* ranBy(const std::function<void()>& act);
    const Invocation* run()
    {
        return ranBy([this] { key(space().edit(), Qt::Key_Return, Qt::ControlModifier); });
    }
    void key(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        widget.setFocus();
        QTest::keyClick(&widget, key, with);
    }
    void writeCode(const QString& text)
    {
        space().edit().selectAll();
        space().edit().insertPlainText(text);
    }
    void press(QWidget& in, const QString& name);
    void draw(const QString& name);

    std::unique_ptr<LiveEngine> m_live;
};

void TestFunctionsWorkspace::init()
{
    m_live = std::make_unique<LiveEngine>(false);
    m_live->window->resize(1280, 800);
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    m_live->window->showWorkspace(QStringLiteral("functions"));
    QTRY_VERIFY(desk().account().isKnown());
}

void TestFunctionsWorkspace::cleanup()
{
    m_live.reset();
}

void TestFunctionsWorkspace::make(const char* which, const QString& name)
{
    for (const FunctionTemplate& one : functionTemplates())
        if (one.id == QLatin1String(which))
            desk().create(name, one);
    QTRY_VERIFY(desk().account().find(name) && space().chosen() == name);
    QTRY_VERIFY(!space().edit().toPlainText().isEmpty());
}

const Invocation* TestFunctionsWorkspace::ranBy(const std::function<void()>& act)
{
    const quint64 before = desk().chosenCall;
    act();
    const auto over = [&] {
        const Invocation* call = desk().invocations().find(desk().chosenCall);
        return call && call->number != before && call->state != Invocation::State::Running;
    };
    if (!QTest::qWaitFor(over, 15'000))
        return nullptr;
    if (desk().invocations().find(desk().chosenCall)->state == Invocation::State::Refused)
        qWarning("refused: %s", qPrintable(desk().invocations().find(desk().chosenCall)->problem));
    return desk().invocations().find(desk().chosenCall);
}

void TestFunctionsWorkspace::press(QWidget& in, const QString& name)
{
    for (auto* button : in.findChildren<QAbstractButton*>())
        if (button->accessibleName() == name && button->isVisible()) {
            QVERIFY2(button->isEnabled(), qPrintable(name));
            button->setFocus();
            return QTest::keyClick(button, Qt::Key_Space);
        }
    QFAIL(qPrintable(QStringLiteral("no button ") + name));
}

/// For looking at: GREENSWARD_PICTURES names a folder.
void TestFunctionsWorkspace::draw(const QString& name)
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(300);
    QVERIFY(m_live->window->grab().save(QDir(folder).filePath(QStringLiteral("live-%1.png").arg(name))));
}

void TestFunctionsWorkspace::emptyOffersAFirstFunction()
{
    auto* nothing = space().findChild<EmptyState*>();
    QVERIFY(nothing && nothing->isVisible());
    draw(QStringLiteral("empty"));
    auto* button = nothing->findChild<QPushButton*>();
    QVERIFY(button);
    key(*button, Qt::Key_Space);
    auto* dialog = space().findChild<NewFunctionDialog*>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->templates().count(), 3);
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty())
        dialog->grab().save(QDir(folder).filePath(QStringLiteral("live-dialog.png")));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestFunctionsWorkspace::byKeyboardFromTemplateToReplay()
{
    QTest::keyClick(m_live->window.get(), Qt::Key_N, Qt::ControlModifier);
    auto* dialog = space().findChild<NewFunctionDialog*>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->name().text(), QStringLiteral("hello-world"));
    QTest::keyClick(&dialog->templates(), Qt::Key_Down);
    QCOMPARE(dialog->name().text(), QStringLiteral("counter"));
    QTest::keyClick(&dialog->templates(), Qt::Key_Up);
    dialog->name().setFocus();
    dialog->name().selectAll();
    QTest::keyClicks(&dialog->name(), QStringLiteral("greet"));
    QTest::keyClick(&dialog->name(), Qt::Key_Return);
    QTRY_COMPARE(space().chosen(), QStringLiteral("greet"));
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    QTRY_VERIFY(space().edit().isVisible() && space().edit().toPlainText().contains(QStringLiteral("somebody greets")));
    QCOMPARE(space().test().event(), QStringLiteral("greeting"));

    const Invocation* first = run();
    QVERIFY(first);
    QVERIFY2(first->state == Invocation::State::Succeeded, qPrintable(first->problem + QString::fromUtf8(first->answer)));
    QCOMPARE(first->answer, QByteArray("{\"hello\": \"Ann\"}"));
    QVERIFY(first->isCold());
    QVERIFY(first->log.contains(QStringLiteral("somebody greets Ann")));
    QVERIFY(first->log.contains(QStringLiteral("START RequestId:")) && first->log.contains(QStringLiteral("END RequestId:")));

    space().edit().setFocus();
    space().edit().moveCursor(QTextCursor::End);
    QTest::keyClicks(&space().edit(), QStringLiteral("# more"));
    QVERIFY(desk().isDirty(QStringLiteral("greet")));
    QTest::keyClick(&space().edit(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!desk().isDirty(QStringLiteral("greet")));
    QTRY_COMPARE(space().notice().text(), QStringLiteral("greet is saved"));

    const Invocation* replayed =
        ranBy([this] { QTest::keyClick(&space().edit(), Qt::Key_R, Qt::ControlModifier); });
    QVERIFY(replayed && replayed->by == Invocation::By::Replay);
    QCOMPARE(replayed->payload, desk().invocations().find(1)->payload);
    QCOMPARE(replayed->answer, QByteArray("{\"hello\": \"Ann\"}"));
    QCOMPARE(desk().invocations().rowCount(), 2);
    auto* model = static_cast<QAbstractItemModel*>(space().list().model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(model->index(0, 0).data(FunctionListModel::CallsRole).toString().contains(QStringLiteral("cold")));
}

void TestFunctionsWorkspace::badCodeShowsTheStackAndLeadsToTheLine()
{
    make("hello-world", QStringLiteral("bad"));
    writeCode(QStringLiteral("def deeper(event):\n    return event[\"missing\"]\n\n\ndef handler(event, context):\n"
                             "    return deeper(event)\n"));
    const Invocation* call = run(); // which saves first
    QVERIFY(call);
    QCOMPARE(call->state, Invocation::State::Failed);
    QCOMPARE(call->failure.type, QStringLiteral("KeyError"));
    QCOMPARE(space().result().tab(), InvocationView::Error);
    QListWidget& stack = space().result().stack();
    QCOMPARE(stack.count(), 2);
    QVERIFY(stack.item(1)->text().contains(QStringLiteral("line 2 in deeper")));
    QCOMPARE(space().edit().markedLine(), 2);
    draw(QStringLiteral("stack"));

    space().showTab(FunctionsWorkspace::Versions);
    stack.setCurrentRow(0);
    key(stack, Qt::Key_Return);
    QCOMPARE(space().tab(), FunctionsWorkspace::Code);
    QCOMPARE(space().edit().currentLine(), 6);
    QCOMPARE(space().edit().markedLine(), 6);
    QTRY_VERIFY(space().edit().hasFocus());
    QTest::keyClicks(&space().edit(), QStringLiteral(" "));
    QCOMPARE(space().edit().markedLine(), 0);
}

void TestFunctionsWorkspace::aSyntaxErrorLeadsToTheLine()
{
    make("hello-world", QStringLiteral("broken"));
    writeCode(QStringLiteral("def handler(event, context):\n    x = 1\n    return (\n"));
    const Invocation* call = run();
    QVERIFY(call);
    QCOMPARE(call->state, Invocation::State::Failed);
    QCOMPARE(call->failure.type, QStringLiteral("Runtime.UserCodeSyntaxError"));
    QVERIFY(!call->failure.stack.empty());
    QCOMPARE(call->failure.stack.back().line, 3);
    QCOMPARE(space().edit().markedLine(), 3);
}

void TestFunctionsWorkspace::theCounterIsWarmUntilItIsSaved()
{
    make("counter", QStringLiteral("counter"));
    QVERIFY(run()->isCold());
    const Invocation* warm = run();
    QVERIFY(!warm->isCold());
    QVERIFY2(warm->answer.contains("\"count\": 2"), warm->answer.constData());
    QCOMPARE(InvocationModel::startText(*warm), QStringLiteral("warm"));
    space().edit().moveCursor(QTextCursor::End);
    space().edit().insertPlainText(QStringLiteral("# changed\n"));
    const Invocation* cold = run();
    QVERIFY(cold->isCold());
    QVERIFY2(cold->answer.contains("\"count\": 1"), cold->answer.constData());
    draw(QStringLiteral("counter"));
}

void TestFunctionsWorkspace::configurationIsSavedWithTheCode()
{
    make("filter-check", QStringLiteral("check"));
    space().showTab(FunctionsWorkspace::Configuration);
    auto& page = space().configuration();
    page.findChild<QSpinBox*>()->setValue(7);
    auto* table = page.findChild<ListTable*>();
    table->model()->setData(table->model()->index(0, 1), QStringLiteral("3"), Qt::EditRole);
    QVERIFY(desk().isDirty(QStringLiteral("check")));
    draw(QStringLiteral("configuration"));
    press(space(), QStringLiteral("Save the function"));
    QTRY_VERIFY(!desk().isDirty(QStringLiteral("check")));
    QTRY_COMPARE(desk().account().find(QStringLiteral("check"))->settings.timeoutSeconds, 7);
    const Invocation* call = run(); // the first event, which was clean at the limit of 12
    QVERIFY(call);
    QVERIFY2(call->answer.contains("change now"), call->answer.constData());

    page.findChild<QLineEdit*>()->setText(QStringLiteral("nowhere"));
    emit page.findChild<QLineEdit*>()->textEdited(QStringLiteral("nowhere"));
    call = run();
    QVERIFY(call);
    QCOMPARE(call->failure.type, QStringLiteral("Runtime.MalformedHandlerName"));
}

void TestFunctionsWorkspace::anAliasKeepsAnsweringWhatItDid()
{
    make("hello-world", QStringLiteral("greet"));
    desk().publishVersion(QStringLiteral("greet"), QStringLiteral("the first"));
    QTRY_COMPARE(desk().account().find(QStringLiteral("greet"))->versions.size(), std::size_t{2});
    space().showTab(FunctionsWorkspace::Versions);
    auto* table = space().versions().findChild<ListTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    auto* alias = space().versions().findChild<QLineEdit*>();
    alias->setFocus();
    QTest::keyClicks(alias, QStringLiteral("prod"));
    QTest::keyClick(alias, Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(1, VersionsModel::Aliases).data().toString(), QStringLiteral("prod"));
    draw(QStringLiteral("versions"));

    space().showTab(FunctionsWorkspace::Code);
    writeCode(QStringLiteral("def handler(event, context):\n    return \"new\"\n"));
    QCOMPARE(run()->answer, QByteArray("\"new\""));
    for (auto* box : space().test().findChildren<QComboBox*>())
        if (const int at = box->findData(QStringLiteral("prod")); at >= 0)
            box->setCurrentIndex(at);
    const Invocation* call = run();
    QVERIFY(call->answer.contains("hello"));
    QCOMPARE(call->version, QStringLiteral("1"));
}

void TestFunctionsWorkspace::whatOthersMakeAppears()
{
    make("hello-world", QStringLiteral("mine"));
    const FunctionEntry mine = *desk().account().find(QStringLiteral("mine"));
    const QByteArray zip = desk().draft(QStringLiteral("mine")).zip();
    QVERIFY(m_live->ask(lambda::createFunction(QStringLiteral("theirs"), mine.settings, mine.role, zip)).ok());
    QTRY_VERIFY(desk().account().find(QStringLiteral("theirs")));
    QTRY_COMPARE(space().list().model()->rowCount(), 2);
    QCOMPARE(space().chosen(), QStringLiteral("mine"));

    client::Call call = lambda::invoke(QStringLiteral("theirs"), {}, "{}");
    call.fields = {{"User-Agent", "Boto3/1.26"}};
    QVERIFY(m_live->ask(call).ok());
    QTRY_COMPARE(desk().invocations().rowCount(), 1);
    const Invocation& other = desk().invocations().at(0);
    QCOMPARE(other.by, Invocation::By::Other);
    QCOMPARE(other.function, QStringLiteral("theirs"));
    QVERIFY2(other.caller.contains(QStringLiteral("Boto3/1.26")), qPrintable(other.caller));
    QVERIFY(other.isCold() && other.log.contains(QStringLiteral("somebody greets world")));
    QVERIFY(run()); // of this window: not told twice
    QTest::qWait(1500);
    QCOMPARE(desk().invocations().rowCount(), 2);
}

void TestFunctionsWorkspace::aCallIsKeptAsATestEvent()
{
    make("hello-world", QStringLiteral("greet"));
    space().test().edit().setPlainText(QStringLiteral("{\"name\":\"Bob\"}"));
    QVERIFY(run());
    space().test().edit().setPlainText(QStringLiteral("{"));
    QVERIFY2(!space().test().isRunnable(), "what is no JSON is not sent");
    press(space().result(), QStringLiteral("Keep the event as a test event"));
    QVERIFY(space().test().event().startsWith(QStringLiteral("call of ")));
    QCOMPARE(space().test().payload(), QByteArray("{\"name\":\"Bob\"}"));
}

void TestFunctionsWorkspace::whatIsWrittenSurvivesAnotherZoom()
{
    make("hello-world", QStringLiteral("greet"));
    QVERIFY(run());
    writeCode(QStringLiteral("# unfinished"));
    m_live->window->setLayout(Layout::Present); // makes the views anew
    QTest::qWait(100);
    QCOMPARE(space().chosen(), QStringLiteral("greet"));
    QCOMPARE(space().edit().toPlainText(), QStringLiteral("# unfinished"));
    QVERIFY(desk().isDirty(QStringLiteral("greet")));
    QCOMPARE(desk().invocations().rowCount(), 1);
    m_live->window->setLayout(Layout::Explore);
    QTest::qWait(100);
}

void TestFunctionsWorkspace::aDeletionIsAskedFor()
{
    make("hello-world", QStringLiteral("greet"));
    for (const auto& entry : m_live->window->commands().entries())
        if (entry.id == QLatin1String("functions.delete"))
            entry.action->trigger();
    QVERIFY(space().notice().text().contains(QStringLiteral("greet")));
    QVERIFY(desk().account().find(QStringLiteral("greet")));
    press(space().notice(), QStringLiteral("Delete"));
    QTRY_VERIFY(!desk().account().find(QStringLiteral("greet")));
    QTRY_VERIFY(space().findChild<EmptyState*>()->isVisible());
}

static const bool kRegistered = registerTest<TestFunctionsWorkspace>();

} // namespace greensward::ui

#include "tst_functions_workspace.moc"
