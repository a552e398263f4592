// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/retained_model.h"
#include "ui/models/send_desk.h"
#include "ui/models/series_drag.h"
#include "ui/shell/main_window.h"
#include "ui/topics/history_panel.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/send_panel.h"
#include "ui/topics/topics_workspace.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

#include <fmt/format.h>

namespace greensward::ui {

/// Inspector, history, subscriptions, retained messages and sending, in the real window.
class TestMessagePanels final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void numbersAreDraggedAndFiltered();
    void valueAndPathAreCopied();
    void binaryIsShownAsOctets();
    void aMessageIsHeldForComparison();
    void ignoredFieldsAreShownAsSuch();
    void largePayloadsDoNotStall();
    void historyScrubs();
    void badFiltersCannotBeSubscribedTo();
    void subscriptionsAreMadeAndEndedByKeyboard();
    void clearedRetainedMessagesComeBackWithCtrlZ();
    void brokenJsonIsLocatedAndStillSent();
    void draftSurvivesAnotherZoom();
    void templatesFillThePanel();
    void repeatsAreStartedAndStopped();
    void panelsAreTabs();
    void aTightWindowGivesTheEditorItsCentre();

private:
    void pump(Duration time = {});
    template<typename Widget>
    Widget* named(const QString& name);
    void inspect(const std::string& topic);
    void raise(const QString& dock);
    TopicsWorkspace& topics() { return *qobject_cast<TopicsWorkspace*>(m_window->workspace(QStringLiteral("topics"))); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestMessagePanels::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showWorkspace(QStringLiteral("topics"));
    pump();
}

void TestMessagePanels::cleanup()
{
    m_window.reset();
    m_engine.reset();
    setZoom(1);
}

void TestMessagePanels::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

template<typename Widget>
Widget* TestMessagePanels::named(const QString& name)
{
    for (Widget* one : m_window->findChildren<Widget*>())
        if (one->accessibleName() == name)
            return one;
    return nullptr;
}

void TestMessagePanels::inspect(const std::string& topic)
{
    pump();
    topics().inspector().showMessage(*m_window->mirror().log().newestOfTopic(topic));
}

void TestMessagePanels::raise(const QString& dock)
{
    auto* found = m_window->findChild<QDockWidget*>(dock);
    QVERIFY(found);
    found->show();
    found->raise();
    QCoreApplication::processEvents();
}

void TestMessagePanels::numbersAreDraggedAndFiltered()
{
    m_engine->message("wt-1", "t", R"({"gear":{"heat":41.5},"state":"RUN"})");
    inspect("t");
    auto* tree = named<QTreeView>(QStringLiteral("Fields of the payload"));
    auto* model = qobject_cast<PayloadModel*>(tree->model());
    const QModelIndex heat = model->find(QStringLiteral("gear.heat"));
    QVERIFY(heat.flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model->find(QStringLiteral("state")).flags().testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> mime(model->mimeData({heat}));
    QCOMPARE(seriesOf(mime.get()), std::optional(SeriesRef{QStringLiteral("t"), QStringLiteral("gear.heat")}));
    tree->setCurrentIndex(heat);
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Keep only messages with this value")), Qt::LeftButton);
    QCOMPARE(m_window->mirror().scope().terms(), QStringList{"gear.heat=41.5"});
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Plot the chosen number")), Qt::LeftButton);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("plots"));
}

void TestMessagePanels::valueAndPathAreCopied()
{
    m_engine->message("wt-1", "t", R"({"gear":{"heat":41.5}})");
    inspect("t");
    auto* tree = named<QTreeView>(QStringLiteral("Fields of the payload"));
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral(R"({"heat":41.5})"));
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("gear.heat"));
}

void TestMessagePanels::binaryIsShownAsOctets()
{
    m_engine->message("wt-1", "t", std::string("\x00\x01\xff\xfe", 4));
    inspect("t");
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload octet by octet"))->isVisible());
    m_engine->message("wt-1", "t", "\xc3\x28 half a character");
    inspect("t");
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload octet by octet"))->isVisible());
    m_engine->message("wt-1", "t", "plain text");
    inspect("t");
    QCOMPARE(named<QPlainTextEdit>(QStringLiteral("Payload as text"))->toPlainText(), QStringLiteral("plain text"));
}

void TestMessagePanels::aMessageIsHeldForComparison()
{
    m_engine->message("wt-1", "a", R"({"rpm":1000})");
    m_engine->message("wt-2", "b", R"({"rpm":1500})");
    inspect("a");
    topics().inspector().setPage(PayloadInspector::DifferencePage);
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Compare others with this message")), Qt::LeftButton);
    inspect("b");
    auto* changes = named<QTreeView>(QStringLiteral("Differences to the previous message"));
    QCOMPARE(changes->model()->rowCount(), 1);
    QCOMPARE(changes->model()->index(0, DifferenceModel::Step).data().toString(), QStringLiteral("+500"));
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Compare with the one before again")), Qt::LeftButton);
    QCOMPARE(changes->model()->rowCount(), 0); // the first of its topic
}

void TestMessagePanels::ignoredFieldsAreShownAsSuch()
{
    m_engine->message("wt-1", "a", R"({"timestamp":1,"n":1,"rpm":5})");
    m_engine->message("wt-1", "a", R"({"timestamp":2,"n":2,"rpm":5})");
    inspect("a");
    topics().inspector().setPage(PayloadInspector::DifferencePage);
    auto* changes = named<QTreeView>(QStringLiteral("Differences to the previous message"));
    const auto word = [changes](int row) {
        return changes->model()->index(row, DifferenceModel::Step).data().toString();
    };
    QCOMPARE(word(0), QStringLiteral("+1"));
    QCOMPARE(word(1), QStringLiteral("ignored"));
    m_window->mirror().model<IgnoredFields>().ignore(QStringLiteral("n"));
    QCOMPARE(word(0), QStringLiteral("ignored"));
}

void TestMessagePanels::largePayloadsDoNotStall()
{
    std::string json = "[0";
    while (json.size() < (1U << 20U))
        json += R"(,{"name":"sensor","value":12.5})";
    m_engine->message("wt-1", "json", json + "]");
    m_engine->message("wt-1", "line", std::string(120'000, 'x'));
    pump();
    topics().inspector().setPage(PayloadInspector::RawPage);
    for (const std::string& topic : {std::string("json"), std::string("line")}) {
        QElapsedTimer watch;
        watch.start();
        inspect(topic);
        QCoreApplication::processEvents();
        qInfo("%s: %lld ms", topic.c_str(), watch.elapsed());
        QVERIFY(watch.elapsed() < 2000); // a guard against seconds, not a measurement
    }
}

void TestMessagePanels::historyScrubs()
{
    for (int at = 0; at < 20; ++at)
        m_engine->message("wt-1", "a", fmt::format(R"({{"rpm":{}}})", at));
    raise(QStringLiteral("history"));
    inspect("a");
    auto* scrubber = m_window->findChild<HistoryScrubber*>();
    QVERIFY(scrubber->isVisible());
    QCOMPARE(scrubber->maximum(), 19);
    QCOMPARE(scrubber->value(), 19);
    scrubber->setFocus();
    QTest::keyClick(scrubber, Qt::Key_Left);
    const Serial before = *topics().inspector().shown();
    QCOMPARE(m_window->mirror().log().message(before)->payload, QByteArray(R"({"rpm":18})"));
    QTest::keyClick(scrubber, Qt::Key_Home);
    QCOMPARE(m_window->mirror().log().message(*topics().inspector().shown())->payload, QByteArray(R"({"rpm":0})"));
    QCOMPARE(topics().logView().currentIndex().row(), m_window->mirror().log().rowOf(*topics().inspector().shown()));
}

void TestMessagePanels::badFiltersCannotBeSubscribedTo()
{
    raise(QStringLiteral("subscriptions"));
    auto* filter = named<QLineEdit>(QStringLiteral("Topic filter to subscribe to"));
    QTest::keyClicks(filter, QStringLiteral("a/b#"));
    QVERIFY(!named<QAbstractButton>(QStringLiteral("Subscribe to the filter"))->isEnabled());
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(m_engine->subscribed.empty());
}

void TestMessagePanels::subscriptionsAreMadeAndEndedByKeyboard()
{
    raise(QStringLiteral("subscriptions"));
    auto* filter = named<QLineEdit>(QStringLiteral("Topic filter to subscribe to"));
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("turbines/#"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_engine->subscribed.size(), std::size_t{1});
    auto* list = named<QAbstractItemView>(QStringLiteral("Subscriptions of the console"));
    QTRY_VERIFY(list->isVisible());
    m_engine->message("wt-1", "turbines/1", "x");
    pump();
    auto* received = named<QAbstractItemView>(QStringLiteral("What the console received"));
    QCOMPARE(received->model()->rowCount(), 1);
    received->setCurrentIndex(received->model()->index(0, 0));
    QCOMPARE(topics().inspector().topic(), QStringLiteral("turbines/1"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(m_engine->subscribed.empty());
}

void TestMessagePanels::clearedRetainedMessagesComeBackWithCtrlZ()
{
    m_engine->message("wt-1", "site/1", "one", trace::kRetain);
    m_engine->message("wt-1", "site/2", "two", trace::kRetain);
    m_engine->message("wt-1", "other", "three", trace::kRetain);
    pump();
    raise(QStringLiteral("retained"));
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("Filter of the retained messages")), QStringLiteral("site/#"));
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("Clear all retained messages that are shown")),
                      Qt::LeftButton);
    auto& model = m_window->mirror().model<RetainedModel>();
    QTRY_VERIFY(!model.job().isRunning());
    pump();
    QCOMPARE(m_engine->retained.size(), std::size_t{1}); // the filter's, not the others
    topics().logView().setFocus();
    QTest::keyClick(&topics().logView(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!model.job().isRunning());
    pump();
    QCOMPARE(m_engine->retained.size(), std::size_t{3});
    QCOMPARE(m_engine->retained.at("site/2").second, std::string("two"));
}

void TestMessagePanels::brokenJsonIsLocatedAndStillSent()
{
    topics().sendPanel().setTopic(QStringLiteral("a"));
    auto* payload = named<QPlainTextEdit>(QStringLiteral("Payload"));
    payload->setFocus();
    QTest::keyClicks(payload, QStringLiteral("{\"a\":1,}"));
    bool said = false;
    for (auto* label : topics().sendPanel().findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(QStringLiteral("line 1, column 8"));
    QVERIFY(said);
    QTest::keyClick(payload, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_engine->published.size(), std::size_t{1});
    QCOMPARE(m_engine->published[0].payload, std::string("{\"a\":1,}"));
}

void TestMessagePanels::draftSurvivesAnotherZoom()
{
    topics().sendPanel().setTopic(QStringLiteral("a/b"));
    named<QPlainTextEdit>(QStringLiteral("Payload"))->setPlainText(QStringLiteral("kept"));
    m_window->setZoom(1.3);
    QTRY_COMPARE(zoom(), 1.3);
    QCoreApplication::processEvents();
    QTRY_COMPARE(named<QPlainTextEdit>(QStringLiteral("Payload"))->toPlainText(), QStringLiteral("kept"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Topic to publish on"))->text(), QStringLiteral("a/b"));
}

void TestMessagePanels::templatesFillThePanel()
{
    auto* button = named<QAbstractButton>(QStringLiteral("Send Sprinkler: water on"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_engine->published.size(), std::size_t{1});
    QCOMPARE(m_engine->published[0].payload, std::string("{\"water\":\"on\"}"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Topic to publish on"))->text(),
             QStringLiteral("macdonald/sprinkler-456"));
    QVERIFY(m_window->mirror().model<SendDesk>().templates().save({.name = QStringLiteral("Mine"),
                                                                   .topic = QStringLiteral("m"),
                                                                   .payload = {},
                                                                   .qos = 0,
                                                                   .retain = false,
                                                                   .builtIn = false,
                                                                   .inRow = true}) >= 0);
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("Send Mine")));
}

void TestMessagePanels::repeatsAreStartedAndStopped()
{
    topics().sendPanel().setTopic(QStringLiteral("a"));
    topics().sendPanel().setOpen(true);
    auto* start = named<QAbstractButton>(QStringLiteral("Send again and again"));
    QVERIFY(start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(m_window->mirror().model<SendDesk>().isRunning());
    QCOMPARE(start->text(), QStringLiteral("Stop"));
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(!m_window->mirror().model<SendDesk>().isRunning());
}

void TestMessagePanels::panelsAreTabs()
{
    auto* inspector = m_window->findChild<QDockWidget*>(QStringLiteral("inspector"));
    auto* history = m_window->findChild<QDockWidget*>(QStringLiteral("history"));
    QVERIFY(inspector && history);
    QVERIFY(m_window->tabifiedDockWidgets(inspector).contains(history));
    QVERIFY(topics().inspector().isVisible()); // the first is in front
    const auto tabs = [this] {
        int seen = 0;
        for (auto* bar : m_window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            seen += bar->isVisible() ? std::max(1, bar->count()) : 0;
        return seen;
    };
    QCOMPARE(tabs(), 4);
    m_window->showWorkspace(QStringLiteral("plots"));
    QTRY_COMPARE(tabs(), 0);
    m_window->showWorkspace(QStringLiteral("topics"));
    QTRY_COMPARE(tabs(), 4);
}

void TestMessagePanels::aTightWindowGivesTheEditorItsCentre()
{
    m_engine->message("wt-1", "a", "1");
    pump();
    topics().setSpace(Space::Tight);
    QVERIFY(topics().logView().isVisible());
    topics().sendPanel().setOpen(true);
    QVERIFY(!topics().logView().isVisible());
    topics().sendPanel().setOpen(false);
    QVERIFY(topics().logView().isVisible());
}

static const bool kRegistered = registerTest<TestMessagePanels>();

} // namespace greensward::ui

#include "tst_message_panels.moc"
