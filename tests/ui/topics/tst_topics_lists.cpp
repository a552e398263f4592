// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/scope/scope_bar.h"
#include "ui/scope/scope_chip.h"
#include "ui/scope/scope_edit.h"
#include "ui/scope/scope_suggestions.h"
#include "ui/shell/main_window.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/topics/topics_workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTest>

namespace greensward::ui {

/// The real window, driven by keys and mouse, on its Topics page.
class TestTopicsLists final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void enterMakesAChipAndBackspaceTakesIt();
    void aWrongTermIsUnderlinedAndExplained();
    void chipIsRemovedByKeyAndCross();
    void suggestionsKnowKeysTopicsAndClients();
    void noHitsOfferToClear();
    void filterShowsOnlyMatchingBranchesOpen();
    void rightClickKeepsHidesAndCopies();
    void selectionGoesBothWays();
    void newRowsAreCountedWhileNotFollowing();
    void selectedRowKeepsItsPlaceUnderAFilter();
    void spacePausesOneListAlone();
    void topicUnderThePointerStaysWhenTopicsCome();
    void choicesAreRemembered();

private:
    void pump(Duration time = {});
    void choose(QAbstractItemView& view, const QModelIndex& cell, const QString& entry);
    TopicsWorkspace& topics() { return *qobject_cast<TopicsWorkspace*>(m_window->workspace(QStringLiteral("topics"))); }
    MessageLogView& log() { return topics().logView(); }
    ScopeStack& scope() { return m_window->mirror().scope(); }
    ScopeEdit& edit() { return *topics().findChild<ScopeEdit*>(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestTopicsLists::init()
{
    m_engine = std::make_unique<FakeEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump(std::chrono::seconds(5));
}

void TestTopicsLists::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestTopicsLists::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

void TestTopicsLists::enterMakesAChipAndBackspaceTakesIt()
{
    const int all = m_window->mirror().log().rowCount();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(edit().hasFocus());
    QTest::keyClicks(&edit(), QStringLiteral("turbines/# output>-1"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(scope().terms(), (QStringList{QStringLiteral("turbines/#"), QStringLiteral("output>-1")}));
    QVERIFY(edit().text().isEmpty());
    QCOMPARE(topics().findChildren<ScopeChip*>().size(), 2);
    const int few = m_window->mirror().log().rowCount();
    QVERIFY(few > 0 && few < all);
    QTest::keyClick(&edit(), Qt::Key_Backspace);
    QCOMPARE(scope().terms(), QStringList{QStringLiteral("turbines/#")});
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(scope().terms().size(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(scope().terms().size(), 1);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QVERIFY(scope().isEmpty());
    QCOMPARE(m_window->mirror().log().rowCount(), all);
}

void TestTopicsLists::aWrongTermIsUnderlinedAndExplained()
{
    const int all = m_window->mirror().log().rowCount();
    edit().setFocus();
    QTest::keyClicks(&edit(), QStringLiteral("hot is:retaned"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QVERIFY(scope().isEmpty());
    QCOMPARE(edit().wrongStart(), 4);
    QCOMPARE(edit().wrongLength(), 10);
    QVERIFY(edit().accessibleDescription().contains(QStringLiteral("retained")));
    QCOMPARE(m_window->mirror().log().rowCount(), all);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QCOMPARE(edit().wrongLength(), 0);
}

void TestTopicsLists::chipIsRemovedByKeyAndCross()
{
    topics().setFilterText(QStringLiteral("from:ev-gen qos:0"));
    auto chips = topics().findChildren<ScopeChip*>();
    QCOMPARE(chips.size(), 2);
    QTest::keyClick(chips[0], Qt::Key_Delete);
    QCOMPARE(scope().terms(), QStringList{QStringLiteral("qos:0")});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* chip = m_window->findChild<ScopeChip*>();
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 6, chip->height() / 2));
    QVERIFY(scope().isEmpty());
    topics().setFilterText(QStringLiteral("from:ev-gen"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::mouseClick(m_window->findChild<ScopeChip*>(), Qt::LeftButton, {}, QPoint(10, 12)); // back into the field
    QCOMPARE(edit().text(), QStringLiteral("from:ev-gen"));
}

void TestTopicsLists::suggestionsKnowKeysTopicsAndClients()
{
    EngineMirror& mirror = m_window->mirror();
    QCOMPARE(suggestionsFor(QStringLiteral("is:ret"), mirror), QStringList{QStringLiteral("is:retained")});
    QVERIFY(suggestionsFor(QStringLiteral("turb"), mirror).contains(QStringLiteral("turbines/#")));
    QVERIFY(suggestionsFor(QStringLiteral("turbines/ev-gen/"), mirror).contains(QStringLiteral("turbines/ev-gen/123")));
    QVERIFY(suggestionsFor(QStringLiteral("-from:ev"), mirror).contains(QStringLiteral("-from:ev-gen-123")));
    QVERIFY(suggestionsFor(QStringLiteral("zzz"), mirror).isEmpty());
    edit().setFocus();
    QTest::keyClicks(&edit(), QStringLiteral("is:ret"));
    QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : &edit(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : &edit(), Qt::Key_Return);
    QCOMPARE(edit().text(), QStringLiteral("is:retained"));
}

void TestTopicsLists::noHitsOfferToClear()
{
    topics().setFilterText(QStringLiteral("nowhere-at-all"));
    QTRY_COMPARE(m_window->mirror().log().rowCount(), 0);
    QAbstractButton* clear = nullptr;
    for (auto* button : topics().findChildren<QAbstractButton*>())
        if (button->text() == QStringLiteral("Clear filter") && button->isVisible())
            clear = button;
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(scope().isEmpty());
    QVERIFY(log().isVisible());
}

void TestTopicsLists::filterShowsOnlyMatchingBranchesOpen()
{
    for (int at = 0; at < 60; ++at)
        m_engine->message("a", "site/" + std::to_string(at) + "/x", at == 42 ? "needle" : "hay");
    pump();
    TopicTreeModel& model = m_window->mirror().topics();
    QVERIFY(!topics().tree().isExpanded(model.indexOf("site/42/x").parent()));
    topics().setFilterText(QStringLiteral("needle"));
    QCOMPARE(model.keptTopics(), std::size_t{1});
    QVERIFY(topics().tree().visualRect(model.indexOf("site/42/x")).isValid());
    topics().setFilterText({});
    QVERIFY(!topics().tree().isExpanded(model.indexOf("site/42/x").parent()));
    QVERIFY(topics().tree().isExpanded(model.indexOf("turbines/ev-gen/123").parent()));
}

/// Right click on the cell, then the entry.
void TestTopicsLists::choose(QAbstractItemView& view, const QModelIndex& cell, const QString& entry)
{
    view.scrollTo(cell);
    const QPoint at = view.visualRect(cell).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(view.viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    for (QAction* action : menu->actions())
        if (action->text().startsWith(entry)) {
            action->trigger();
            menu->close();
            return;
        }
    menu->close();
    QFAIL(qPrintable(QStringLiteral("no entry ") + entry));
}

void TestTopicsLists::rightClickKeepsHidesAndCopies()
{
    MessageLogModel& model = m_window->mirror().log();
    const int row = model.rowOf(*model.newestOfTopic("turbines/ev-gen/123"));
    choose(log(), model.index(row, MessageLogModel::Topic), QStringLiteral("Copy as filter"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("topic:turbines/ev-gen/123"));
    choose(log(), model.index(row, MessageLogModel::Topic), QStringLiteral("Keep only"));
    QCOMPARE(scope().terms(), QStringList{QStringLiteral("topic:turbines/ev-gen/123")});
    choose(log(), model.index(0, MessageLogModel::Topic), QStringLiteral("Hide"));
    QCOMPARE(scope().terms(), QStringList{QStringLiteral("-topic:turbines/ev-gen/123")});
    scope().clear();
    choose(topics().tree(), m_window->mirror().topics().index(0, 0), QStringLiteral("Keep only"));
    QCOMPARE(scope().terms().size(), 1);
    QVERIFY(scope().text().endsWith(QStringLiteral("/#")));
}

void TestTopicsLists::selectionGoesBothWays()
{
    MessageLogModel& model = m_window->mirror().log();
    Selection& selection = m_window->mirror().selection();
    const Serial serial = *model.newestOfTopic("turbines/ev-gen/123");
    log().showMessage(serial);
    QCOMPARE(selection.event(), model.message(serial)->event);
    QCOMPARE(selection.topic(), QStringLiteral("turbines/ev-gen/123"));
    QCOMPARE(selection.client(), QStringLiteral("ev-gen-123"));
    QCOMPARE(topics().tree().currentIndex().data(TopicTreeModel::PathRole).toString(), selection.topic());
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(serial)); // the tree did not take it over

    selection.setEvent(model.message(model.serialAt(0))->event); // as a lane or the map would
    QCOMPARE(log().currentIndex().row(), 0);
    m_engine->message("wt-9", "other/topic", "1");
    pump();
    selection.setTopic(QStringLiteral("other/topic"));
    QCOMPARE(topics().tree().currentIndex().data(TopicTreeModel::PathRole).toString(), QStringLiteral("other/topic"));
}

void TestTopicsLists::newRowsAreCountedWhileNotFollowing()
{
    for (int at = 0; at < 300; ++at)
        m_engine->message("a", "t", "x");
    pump();
    log().verticalScrollBar()->setValue(40);
    QVERIFY(!log().isFollowing());
    for (int at = 0; at < 1'204; ++at)
        m_engine->message("a", "t", "x");
    pump();
    QCOMPARE(log().newRows(), quint64{1'204});
    QAbstractButton* jump = nullptr;
    for (auto* button : log().findChildren<QAbstractButton*>())
        if (button->accessibleName() == QStringLiteral("Jump to the newest message"))
            jump = button;
    QVERIFY(jump->isVisible());
    QVERIFY(jump->text().contains(QStringLiteral("+1\u2009204 new")));
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(log().isFollowing());
    QVERIFY(!jump->isVisible());
}

void TestTopicsLists::selectedRowKeepsItsPlaceUnderAFilter()
{
    for (int at = 0; at < 600; ++at)
        m_engine->message("a", at % 2 == 0 ? "even" : "odd", "x");
    pump();
    MessageLogModel& model = m_window->mirror().log();
    const int row = model.rowCount() - 300;
    log().showMessage(model.serialAt(row % 2 == 0 ? row : row + 1));
    const Serial serial = model.serialAt(log().currentIndex().row());
    const int y = log().visualRect(log().currentIndex()).y();
    const QString term = topicTerm(model.message(serial)->object);
    topics().setFilterText(term);
    QTRY_VERIFY(!model.isScanning());
    QCOMPARE(model.serialAt(log().currentIndex().row()), serial);
    QCOMPARE(log().visualRect(log().currentIndex()).y(), y);
    topics().setFilterText({});
    QCOMPARE(model.serialAt(log().currentIndex().row()), serial);
    QCOMPARE(log().visualRect(log().currentIndex()).y(), y);
}

void TestTopicsLists::spacePausesOneListAlone()
{
    MessageLogModel& model = m_window->mirror().log();
    const int rows = model.rowCount();
    log().setFocus();
    QTest::keyClick(&log(), Qt::Key_Space);
    QVERIFY(model.isHeld());
    QVERIFY(!m_window->mirror().isPaused());
    QVERIFY(!m_window->mirror().topics().isHeld());
    for (int at = 0; at < 1'204; ++at)
        m_engine->message("a", "while/paused", "x");
    pump();
    QCOMPARE(model.rowCount(), rows);
    QVERIFY(m_window->mirror().topics().indexOf("while/paused").isValid());
    bool badge = false;
    for (auto* widget : topics().findChildren<QWidget*>())
        badge |= widget->isVisible() && widget->accessibleName() == QStringLiteral("paused, 1\u2009204 new");
    QVERIFY(badge);
    QTest::keyClick(&log(), Qt::Key_Space);
    QCOMPARE(model.rowCount(), rows + 1'204);
    topics().tree().setFocus();
    QTest::keyClick(&topics().tree(), Qt::Key_Space);
    QVERIFY(m_window->mirror().topics().isHeld());
    QTest::keyClick(m_window.get(), Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->mirror().isPaused());
}

void TestTopicsLists::topicUnderThePointerStaysWhenTopicsCome()
{
    TopicTreeView& tree = topics().tree();
    TopicTreeModel& model = m_window->mirror().topics();
    for (int at = 0; at < 15; ++at)
        m_engine->message("a", "first/" + std::to_string(at), "x");
    for (int at = 0; at < 40; ++at)
        m_engine->message("a", "later" + std::to_string(at), "x");
    pump();
    tree.setCurrentIndex(model.indexOf("later20"));
    tree.scrollTo(tree.currentIndex(), QAbstractItemView::PositionAtCenter);
    const int y = tree.visualRect(tree.currentIndex()).y();
    for (int at = 15; at < 22; ++at)
        m_engine->message("a", "first/" + std::to_string(at), "x"); // above it
    pump();
    QCOMPARE(tree.visualRect(model.indexOf("later20")).y(), y);
}

void TestTopicsLists::choicesAreRemembered()
{
    QVERIFY(scope().save(QStringLiteral("Turbines that run"), QStringLiteral("turbines/# output>0")));
    QVERIFY(!scope().save(QStringLiteral("Wrong"), QStringLiteral("is:nothing")));
    log().setColumnWanted(MessageLogModel::Qos, false);
    m_window->mirror().log().setTimeStyle(MessageLogModel::TimeStyle::SincePrevious);
    m_window->mirror().log().setLimits({.rows = 100'000, .bytes = 64u << 20});
    const QByteArray memory = topics().memory();
    cleanup();
    init();
    topics().remember(QByteArrayLiteral("no such thing"));
    QCOMPARE(m_window->mirror().log().store().limits().rows, std::size_t{1'000'000});
    topics().remember(memory);
    QCOMPARE(scope().saved().size(), 1);
    QCOMPARE(scope().saved().constFirst().text, QStringLiteral("turbines/# output>0"));
    QVERIFY(!log().isColumnWanted(MessageLogModel::Qos));
    QVERIFY(log().isColumnHidden(MessageLogModel::Qos));
    QCOMPARE(m_window->mirror().log().store().limits().rows, std::size_t{100'000});
    QVERIFY(m_window->mirror().log().timeStyle() == MessageLogModel::TimeStyle::SincePrevious);
}

static const bool kRegistered = registerTest<TestTopicsLists>();

} // namespace greensward::ui

#include "tst_topics_lists.moc"
