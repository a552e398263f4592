// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/kit/workspace.h"
#include "ui/scope/scope_bar.h"
#include "ui/scope/scope_edit.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_field.h"
#include "ui/why/glossary.h"
#include "ui/why/why_popup.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QScopeGuard>
#include <QTest>

namespace greensward::ui {

/// One filter, one menu of cells and one "Why?" for all workspaces.
class TestScopeEverywhere final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyWorkspaceFiltersByTheSameScope_data();
    void everyWorkspaceFiltersByTheSameScope();
    void whatDoesNotApplyIsSaid_data();
    void whatDoesNotApplyIsSaid();
    void everyListHasAMenuByKeyboard_data();
    void everyListHasAMenuByKeyboard();
    void everyLinkOfTheGlossaryLeadsSomewhere();
    void theGlossaryIsWholeInEveryLanguage_data();
    void theGlossaryIsWholeInEveryLanguage();
    void theGlossarySpeaksTheLanguageOfTheWindow();
    void aStatusFieldSaysWhatItMeans();
    void aNodeOfTheMapIsExplainedByItsLane();
    void aTopicIsExplainedByTheGlossary();

private:
    void pump(Duration time = {});
    ScopeBar* bar();
    template<typename Widget>
    Widget* named(const QString& name);
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestScopeEverywhere::init()
{
    m_engine = std::make_unique<FakeEngine>(true);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump(std::chrono::seconds(3));
}

void TestScopeEverywhere::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestScopeEverywhere::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

ScopeBar* TestScopeEverywhere::bar()
{
    for (auto* one : m_window->findChildren<ScopeBar*>())
        if (one->isVisible())
            return one;
    return nullptr;
}

template<typename Widget>
Widget* TestScopeEverywhere::named(const QString& name)
{
    for (auto* widget : m_window->findChildren<Widget*>())
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    return nullptr;
}

void TestScopeEverywhere::everyWorkspaceFiltersByTheSameScope_data()
{
    QTest::addColumn<QString>("workspace");
    for (const char* id : {"map", "topics", "connections", "plots", "bench"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestScopeEverywhere::everyWorkspaceFiltersByTheSameScope()
{
    QFETCH(QString, workspace);
    m_window->showWorkspace(workspace);
    pump();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bar());
    ScopeEdit& edit = bar()->edit();
    QVERIFY(edit.hasFocus());
    QTest::keyClicks(&edit, QStringLiteral("from:ev-gen"));
    QTest::keyClick(&edit, Qt::Key_Escape); // the completion's list, if it is open
    edit.setText(QStringLiteral("from:ev-gen"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("from:ev-gen"));
    pump();
    bool counted = false;
    for (const auto* label : bar()->findChildren<QLabel*>())
        counted = counted || (label->isVisible() && label->text().contains(QStringLiteral(" match")));
    QVERIFY(counted);
    edit.setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(m_window->mirror().scope().isEmpty());
}

void TestScopeEverywhere::whatDoesNotApplyIsSaid_data()
{
    QTest::addColumn<QString>("workspace");
    for (const char* id : {"map", "connections", "plots", "bench"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestScopeEverywhere::whatDoesNotApplyIsSaid()
{
    QFETCH(QString, workspace);
    m_window->showWorkspace(workspace);
    m_window->mirror().scope().setText(QStringLiteral("qos:1"));
    pump();
    QStringList said;
    for (const auto* label : bar()->findChildren<QLabel*>())
        if (label->isVisible())
            said << label->text();
    const QString all = said.join(QLatin1Char('|'));
    QVERIFY2(all.contains(QStringLiteral("qos:1")) || all.contains(QStringLiteral("series stay")), qPrintable(all));
}

void TestScopeEverywhere::everyListHasAMenuByKeyboard_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("kept");
    QTest::newRow("map") << QStringLiteral("map") << QStringLiteral("Map as a table") << QStringLiteral("from:");
    QTest::newRow("connections") << QStringLiteral("connections") << QStringLiteral("Connections as a table")
                                 << QStringLiteral("from:");
    QTest::newRow("activity") << QStringLiteral("bench") << QStringLiteral("Activity") << QStringLiteral("from:");
    QTest::newRow("fleet") << QStringLiteral("bench") << QStringLiteral("Devices") << QStringLiteral("from:");
}

void TestScopeEverywhere::everyListHasAMenuByKeyboard()
{
    QFETCH(QString, workspace);
    QFETCH(QString, list);
    QFETCH(QString, kept);
    m_window->showWorkspace(workspace);
    pump();
    auto* view = named<QAbstractItemView>(list);
    if (!view) { // behind the other form of the same
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        pump();
        view = named<QAbstractItemView>(list);
    }
    QVERIFY(view);
    view->setFocus();
    int row = 0;
    if (list == QLatin1String("Map as a table"))
        while (view->model()->index(row, 1).data().toString() == QLatin1String("gateway"))
            ++row;
    view->setCurrentIndex(view->model()->index(row, 0));
    QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    QVERIFY(actions.front()->text().startsWith(QStringLiteral("Keep only ") + kept));
    actions.front()->trigger();
    menu->close();
    QVERIFY(m_window->mirror().scope().text().startsWith(kept));
}

void TestScopeEverywhere::everyLinkOfTheGlossaryLeadsSomewhere()
{
    const Glossary& glossary = Glossary::instance();
    QVERIFY(glossary.ids().size() > 20);
    for (const QString& id : glossary.ids()) {
        const auto* term = glossary.find(id);
        QVERIFY2(!term->title.isEmpty() && !term->text.isEmpty(), qPrintable(id));
        for (const QString& other : term->see)
            QVERIFY2(glossary.find(other), qPrintable(id + QStringLiteral(" → ") + other));
    }
}

void TestScopeEverywhere::theGlossaryIsWholeInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& code : languages())
        if (code != QLatin1String("en"))
            QTest::newRow(qPrintable(code)) << code;
}

void TestScopeEverywhere::theGlossaryIsWholeInEveryLanguage()
{
    QFETCH(QString, language);
    const Glossary english = Glossary::inLanguage(QStringLiteral("en"));
    const Glossary own = Glossary::inLanguage(language);
    for (const QString& id : english.ids()) {
        QVERIFY2(own.find(id)->text != english.find(id)->text, qPrintable(id));
        QCOMPARE(own.find(id)->see, english.find(id)->see);
    }
}

void TestScopeEverywhere::theGlossarySpeaksTheLanguageOfTheWindow()
{
    const auto back = qScopeGuard([] { setLanguage(QStringLiteral("en")); });
    setLanguage(QStringLiteral("de"));
    QCOMPARE(Glossary::instance().find(QStringLiteral("dropped"))->title, QStringLiteral("Verworfen"));
    setLanguage(QStringLiteral("en"));
    QCOMPARE(Glossary::instance().find(QStringLiteral("dropped"))->title, QStringLiteral("Dropped"));
}

void TestScopeEverywhere::aStatusFieldSaysWhatItMeans()
{
    StatusField* dropped = nullptr;
    for (auto* field : m_window->findChildren<StatusField*>())
        if (field->text().contains(QStringLiteral("dropped")))
            dropped = field;
    QVERIFY(dropped);
    dropped->setFocus();
    QTest::keyClick(dropped, Qt::Key_F1);
    auto* popup = m_window->findChild<WhyPopup*>();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->title(), QStringLiteral("Dropped"));
    popup->close();
}

void TestScopeEverywhere::aNodeOfTheMapIsExplainedByItsLane()
{
    m_window->showWorkspace(QStringLiteral("map"));
    pump();
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    m_window->workspace(QStringLiteral("map"))->focusStops().constFirst()->setFocus();
    pump();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("connections"));
    QCOMPARE(m_window->mirror().selection().client(), QStringLiteral("ev-gen-123"));
}

void TestScopeEverywhere::aTopicIsExplainedByTheGlossary()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump();
    auto* tree = named<QAbstractItemView>(QStringLiteral("Topics"));
    QVERIFY(tree);
    tree->setCurrentIndex(m_window->mirror().topics().indexOf("turbines/ev-gen/123"));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F1);
    auto* popup = m_window->findChild<WhyPopup*>();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->title(), QStringLiteral("turbines/ev-gen/123"));
    popup->close();
}

static const bool kRegistered = registerTest<TestScopeEverywhere>();

} // namespace greensward::ui

#include "tst_scope_everywhere.moc"
