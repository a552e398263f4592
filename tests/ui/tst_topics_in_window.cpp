// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/topic_tree_view.h"
#include "window_test.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

namespace greensward::ui {

/// The topics, driven with mouse and keyboard in the real window.
class TestTopicsInWindow final : public WindowTest
{
    Q_OBJECT

private slots:
    void publishBarSendsOnCtrlEnter();
    void publishBarRefusesWildcards();
    void altArrowsWalkThroughTheTopic();
    void inspectorFollowsAChosenTopic();
    void inspectorShowsTreeRawHexAndDifference();
    void filterFieldByKeyboard();
    void logFollowsOnlyAtTheBottom();
    void rowsKeepTheirPlaceWhenTheOldestLeave();
    void emptyWindowOffersOneButton();
};

void TestTopicsInWindow::publishBarSendsOnCtrlEnter()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* topic = named<QLineEdit>(QStringLiteral("Topic to publish on"));
    QTest::keyClicks(topic, QStringLiteral("macdonald/orders"));
    auto* payload = named<QPlainTextEdit>(QStringLiteral("Payload"));
    payload->setFocus();
    QTest::keyClicks(payload, QStringLiteral("{\"crop\": \"barley\"}"));
    named<QComboBox>(QStringLiteral("Quality of service"))->setCurrentIndex(1);
    QTest::mouseClick(button(QStringLiteral("Retain the message")), Qt::LeftButton, {}, QPoint(8, 12));
    payload->setFocus();
    QTest::keyClick(payload, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_engine->published.size(), std::size_t{1});
    QCOMPARE(m_engine->published[0].topic, std::string("macdonald/orders"));
    QCOMPARE(m_engine->published[0].payload, std::string("{\"crop\": \"barley\"}"));
    QCOMPARE(m_engine->published[0].qos, 1);
    QVERIFY(m_engine->published[0].retain);
    pump();
    QVERIFY(m_window->mirror().topics().indexOf("macdonald/orders").isValid());
}

void TestTopicsInWindow::publishBarRefusesWildcards()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* topic = named<QLineEdit>(QStringLiteral("Topic to publish on"));
    auto* send = button(QStringLiteral("Send the message"));
    QVERIFY(!send->isEnabled());
    topic->setFocus();
    QTest::keyClicks(topic, QStringLiteral("turbines/+"));
    QVERIFY(!send->isEnabled());
    QTest::keyClick(topic, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_engine->published.empty());
    QTest::keyClick(topic, Qt::Key_Backspace);
    QTest::keyClicks(topic, QStringLiteral("1"));
    QVERIFY(send->isEnabled());
}

void TestTopicsInWindow::altArrowsWalkThroughTheTopic()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(12));
    MessageLogModel& log = m_window->mirror().log();
    const Serial newest = *log.newestOfTopic("turbines/ev-gen/123");
    topics().logView().showMessage(newest);
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
    const Serial previous = *topics().inspector().shown();
    QVERIFY(previous < newest);
    QCOMPARE(log.message(previous)->object, QStringLiteral("turbines/ev-gen/123"));
    QCOMPARE(log.serialAt(topics().logView().currentIndex().row()), previous);
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier); // there is none: stays
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
}

void TestTopicsInWindow::inspectorFollowsAChosenTopic()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(3));
    topics().tree().setCurrentIndex(m_window->mirror().topics().indexOf("turbines/ev-gen/123"));
    const auto first = topics().inspector().shown();
    QVERIFY(first);
    pump(std::chrono::seconds(3));
    QVERIFY(*topics().inspector().shown() > *first);
    m_window->setPaused(true);
    const auto held = topics().inspector().shown();
    pump(std::chrono::seconds(3));
    QCOMPARE(topics().inspector().shown(), held);
}

void TestTopicsInWindow::inspectorShowsTreeRawHexAndDifference()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    m_engine->message("wt-1", "t", R"({"rpm":1480,"on":true})");
    m_engine->message("wt-1", "t", R"({"rpm":1502,"on":true})");
    pump();
    topics().logView().showMessage(*m_window->mirror().log().newestOfTopic("t"));
    auto* fields = named<QAbstractItemView>(QStringLiteral("Fields of the payload"));
    QVERIFY(fields);
    QCOMPARE(fields->model()->index(0, 1).data().toString(), QStringLiteral("1502"));
    topics().inspector().setPage(PayloadInspector::RawPage);
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload as text"))->toPlainText().contains(QStringLiteral("1502")));
    topics().inspector().setPage(PayloadInspector::HexPage);
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload octet by octet"))
                ->toPlainText()
                .startsWith(QStringLiteral("0000  7b 22 72 70 6d")));
    topics().inspector().setPage(PayloadInspector::DifferencePage);
    auto* changes = named<QAbstractItemView>(QStringLiteral("Differences to the previous message"));
    QVERIFY(changes);
    QCOMPARE(changes->model()->rowCount(), 1);
    QCOMPARE(changes->model()->index(0, 3).data().toString(), QStringLiteral("+22"));
}

void TestTopicsInWindow::filterFieldByKeyboard()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(20));
    const int all = m_window->mirror().log().rowCount();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* filter = named<QLineEdit>(QStringLiteral("Filter"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("turbines/#"));
    QTRY_VERIFY(m_window->mirror().log().isFiltered());
    QVERIFY(m_window->mirror().log().rowCount() < all);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QTRY_COMPARE(m_window->mirror().log().rowCount(), all);
}

void TestTopicsInWindow::logFollowsOnlyAtTheBottom()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    for (int at = 0; at < 300; ++at)
        m_engine->message("a", "t", "x");
    pump();
    MessageLogView& view = topics().logView();
    QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(view.isFollowing());

    view.verticalScrollBar()->setValue(40);
    QVERIFY(!view.isFollowing());
    const QModelIndex top = view.indexAt(QPoint(5, 5));
    for (int at = 0; at < 300; ++at)
        m_engine->message("a", "t", "x");
    pump();
    QCOMPARE(view.indexAt(QPoint(5, 5)).row(), top.row());
    QAbstractButton* jump = button(QStringLiteral("Jump to the newest message"));
    QVERIFY(jump);
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
}

void TestTopicsInWindow::rowsKeepTheirPlaceWhenTheOldestLeave()
{
    // The view over a small log of its own: the window's is too large to fill here.
    MessageLogModel log({.rows = 9'000, .bytes = 1u << 30});
    MessageLogView view(log);
    view.resize(700, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto feed = [&](int messages) {
        for (int at = 0; at < messages; ++at)
            m_engine->message("a", "t", "x");
        m_engine->flush();
        for (const auto& chunk : m_engine->drain())
            log.ingest(*chunk);
        log.publish();
        QCoreApplication::processEvents();
    };
    feed(8'900);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2 + 7);
    const QModelIndex before = view.indexAt(QPoint(5, 5));
    const Serial serial = log.serialAt(before.row());
    const int y = view.visualRect(before).y();
    feed(300);
    QCOMPARE(log.trimmed(), quint64{4096});
    const QModelIndex after = view.indexAt(QPoint(5, 5));
    QCOMPARE(log.serialAt(after.row()), serial);
    QCOMPARE(view.visualRect(after).y(), y);
}

void TestTopicsInWindow::emptyWindowOffersOneButton()
{
    open(false);
    m_window->showWorkspace(QStringLiteral("topics"));
    QCoreApplication::processEvents();
    for (QAbstractButton* offered : topics().findChildren<QAbstractButton*>())
        if (offered->isVisible() && offered->text() == QLatin1String("Go to the bench")) {
            QTest::mouseClick(offered, Qt::LeftButton);
            QCOMPARE(m_window->currentWorkspace(), QStringLiteral("bench"));
            return;
        }
    QFAIL("an empty tree offers no way on");
}

static const bool kRegistered = registerTest<TestTopicsInWindow>();

} // namespace greensward::ui

#include "tst_topics_in_window.moc"
