// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow_cloud.h"
#include "test_registry.h"
#include "ui/models/shadow_book.h"
#include "ui/models/shadow_desk.h"
#include "ui/shadows/exchange_row.h"
#include "ui/shadows/shadow_notice.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_fields_view.h"
#include "ui/shadows/shadows_workspace.h"
#include "ui/shadows/version_rail.h"
#include "ui/shell/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

namespace greensward::ui {

class TestShadowsWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyOffersToReportOnce();
    void aDesiredValueIsEditedInPlaceAndUndone();
    void anotherTypeIsAskedAboutFirst();
    void aConflictShowsBothWritersAndSendsAgain();
    void keysScrubThroughTheVersions();
    void theExchangeOpensItsMessage();
    void theDeviceHasItsOwnView();
    void whyIsAnsweredAndMended();
    void aDeletionIsExplained();
    void nothingCanBeEditedInThePast();
    void aChangedCellStandsOutForAWhile();

private:
    void pump();
    ShadowsWorkspace& space()
    {
        return *qobject_cast<ShadowsWorkspace*>(m_window->workspace(QStringLiteral("shadows")));
    }
    ShadowFieldsModel& model() { return *static_cast<ShadowFieldsModel*>(space().fields().model()); }
    QString cell(const ShadowPath& path, int column) { return model().find(path).siblingAtColumn(column).data().toString(); }
    void type(const ShadowPath& path, const QString& text);
    void press(const QString& word);
    std::string desired() { return m_engine->service().view("wt-1", "")->desired; }

    std::unique_ptr<ShadowCloud> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestShadowsWorkspace::init()
{
    m_engine = std::make_unique<ShadowCloud>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showWorkspace(QStringLiteral("shadows"));
    if (qstrcmp(QTest::currentTestFunction(), "emptyOffersToReportOnce") != 0) {
        m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":25,"mode":"eco"}}})");
        m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":20}},"clientToken":"a7"})");
    }
    pump();
}

void TestShadowsWorkspace::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestShadowsWorkspace::pump()
{
    for (int turn = 0; turn < 4; ++turn) { // answers of the API, and what follows from them
        QCoreApplication::processEvents();
        m_engine->flush();
        m_window->mirror().feed().drainNow();
    }
}

void TestShadowsWorkspace::type(const ShadowPath& path, const QString& text)
{
    space().fields().setFocus();
    space().fields().setCurrentIndex(model().find(path));
    QTest::keyClick(&space().fields(), Qt::Key_F2);
    auto* edit = space().fields().findChild<QLineEdit*>();
    QVERIFY2(edit, "F2 opens an editor");
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
    pump();
}

void TestShadowsWorkspace::press(const QString& word)
{
    for (QPushButton* button : space().notice().buttons())
        if (button->text() == word) {
            button->click();
            return pump();
        }
    QFAIL(qPrintable(QStringLiteral("the notice has no such button: ") + word));
}

void TestShadowsWorkspace::emptyOffersToReportOnce()
{
    QPushButton* report = nullptr;
    for (auto* button : space().findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == QStringLiteral("Report once"))
            report = button;
    QVERIFY(report);
    report->click();
    pump();
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::ReportShadow);
    QCOMPARE(space().shown().thing, m_engine->commands.back().device);
    QVERIFY(space().fields().isVisible());
}

void TestShadowsWorkspace::aDesiredValueIsEditedInPlaceAndUndone()
{
    type({"limit"}, QStringLiteral("18"));
    QCOMPARE(desired(), std::string(R"({"limit":18})"));
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Desired), QStringLiteral("18"));
    QVERIFY2(cell({"limit"}, ShadowFieldsModel::Writer).contains(QStringLiteral("this console")) ||
                 cell({"limit"}, ShadowFieldsModel::Writer).contains(QStringLiteral("API")),
             qPrintable(cell({"limit"}, ShadowFieldsModel::Writer)));
    QCOMPARE(m_engine->calls.back(), std::string("POST /things/wt-1/shadow"));
    space().undoStack()->undo();
    pump();
    QCOMPARE(desired(), std::string(R"({"limit":20})"));
    type({"mode"}, QStringLiteral("fast")); // was not desired before
    QCOMPARE(desired(), std::string(R"({"limit":20,"mode":"fast"})"));
    space().undoStack()->undo();
    pump();
    QCOMPARE(desired(), std::string(R"({"limit":20})"));
    type({"limit"}, QStringLiteral("12.5"));
    QCOMPARE(desired(), std::string("{\"limit\":12.5}")); // and not 1.25E1
    type({"limit"}, QStringLiteral("null"));
    QCOMPARE(desired(), std::string());
}

void TestShadowsWorkspace::anotherTypeIsAskedAboutFirst()
{
    const auto before = m_engine->service().view("wt-1", "")->version;
    type({"limit"}, QStringLiteral("\"12\""));
    QVERIFY2(space().notice().text().contains(QStringLiteral("Send \"12\" as text anyway?")), qPrintable(space().notice().text()));
    QCOMPARE(m_engine->service().view("wt-1", "")->version, before);
    press(QStringLiteral("Send as text"));
    QCOMPARE(desired(), std::string(R"({"limit":"12"})"));
    QVERIFY(cell({"limit"}, ShadowFieldsModel::Delta).startsWith(QStringLiteral("≠ type")));
}

void TestShadowsWorkspace::aConflictShowsBothWritersAndSendsAgain()
{
    // The phone is faster.
    space().fields().setFocus();
    space().fields().setCurrentIndex(model().find({"limit"}));
    QTest::keyClick(&space().fields(), Qt::Key_F2);
    m_engine->update("phone", "wt-1", R"({"state":{"desired":{"limit":10}}})");
    pump(); // the table shows it already; what is being typed was meant for v2
    auto* edit = space().fields().findChild<QLineEdit*>();
    QVERIFY(edit);
    edit->setText(QStringLiteral("15"));
    QTest::keyClick(edit, Qt::Key_Return);
    pump();
    const QString text = space().notice().text();
    QVERIFY2(text.contains(QStringLiteral("you wrote desired.limit = 15 for v2")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("phone wrote v3")) && text.contains(QStringLiteral("That is the same field.")),
             qPrintable(text));
    QCOMPARE(desired(), std::string(R"({"limit":10})"));
    press(QStringLiteral("Send mine again"));
    QCOMPARE(desired(), std::string(R"({"limit":15})"));
    QVERIFY(space().notice().text().isEmpty());
}

void TestShadowsWorkspace::keysScrubThroughTheVersions()
{
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":20}}})");
    pump();
    space().rail().setFocus();
    QTest::keyClick(&space().rail(), Qt::Key_Left);
    QVERIFY(!space().rail().isFollowing());
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Reported), QStringLiteral("25"));
    QTest::keyClick(&space().rail(), Qt::Key_Left);
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Desired), QString());
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":21}}})");
    pump();
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Reported), QStringLiteral("25")); // it stays where it is looked at
    QVERIFY(space().leave());
    QVERIFY(space().rail().isFollowing());
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Reported), QStringLiteral("21"));
}

void TestShadowsWorkspace::theExchangeOpensItsMessage()
{
    QStringList words;
    for (const QPushButton* step : space().exchange().steps())
        words << step->text();
    QCOMPARE(words, QStringList({"update a7", "accepted v2", "delta v2", "documents v2"}));
    space().exchange().steps()[2]->click();
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    const auto& change = m_window->mirror().model<ShadowBook>().classic("wt-1")->changes().back();
    QCOMPARE(m_window->mirror().selection().event(), change.messages[1].event);
}

void TestShadowsWorkspace::theDeviceHasItsOwnView()
{
    space().setView(ShadowsWorkspace::View::Device);
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Reported), QStringLiteral("25"));
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Desired), QString()); // nobody told it
    m_engine->listen("wt-1", "$aws/things/wt-1/shadow/update/delta");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":19}}})");
    pump();
    QCOMPARE(cell({"limit"}, ShadowFieldsModel::Desired), QStringLiteral("19"));
}

void TestShadowsWorkspace::whyIsAnsweredAndMended()
{
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":"20"}}})");
    pump();
    QVERIFY(space().explain());
    QVERIFY2(space().notice().text().contains(QStringLiteral("(text), reported is 25 (number)")), qPrintable(space().notice().text()));
    press(QStringLiteral("Send 20 as number"));
    QCOMPARE(desired(), std::string(R"({"limit":20})"));
}

void TestShadowsWorkspace::aDeletionIsExplained()
{
    m_window->commands().find(QStringLiteral("shadows.delete"))->trigger();
    QVERIFY(space().notice().text().contains(QStringLiteral("at v2")));
    press(QStringLiteral("Delete it"));
    QVERIFY(m_engine->service().view("wt-1", "")->deleted);
    QVERIFY2(space().notice().text().contains(QStringLiteral("begins at v4")), qPrintable(space().notice().text()));
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":1}}})");
    QCOMPARE(m_engine->service().view("wt-1", "")->version, 4); // as was said
}

void TestShadowsWorkspace::nothingCanBeEditedInThePast()
{
    QVERIFY(model().flags(model().find({"limit"}).siblingAtColumn(ShadowFieldsModel::Desired)).testFlag(Qt::ItemIsEditable));
    space().rail().choose(0);
    QVERIFY(!model().flags(model().find({"limit"}).siblingAtColumn(ShadowFieldsModel::Desired)).testFlag(Qt::ItemIsEditable));
}

void TestShadowsWorkspace::aChangedCellStandsOutForAWhile()
{
    const auto standsOut = [this](const ShadowPath& path, int column) {
        return model().find(path).siblingAtColumn(column).data(ShadowFieldsModel::ChangedRole).toBool();
    };
    m_window->setMotion(true);
    QVERIFY(!standsOut({"limit"}, ShadowFieldsModel::Desired));
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":19}}})");
    pump();
    QVERIFY(standsOut({"limit"}, ShadowFieldsModel::Desired));
    QVERIFY(!standsOut({"limit"}, ShadowFieldsModel::Reported)); // the device has not answered
    QVERIFY(!standsOut({"mode"}, ShadowFieldsModel::Reported));
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":19}}})");
    pump();
    QVERIFY(standsOut({"limit"}, ShadowFieldsModel::Reported));
    QVERIFY(!standsOut({"limit"}, ShadowFieldsModel::Desired)); // that was the change before
    QTRY_VERIFY_WITH_TIMEOUT(!standsOut({"limit"}, ShadowFieldsModel::Reported), 10'000);
}

namespace {
const bool kRegistered = registerTest<TestShadowsWorkspace>();
} // namespace

} // namespace greensward::ui

#include "tst_shadows_workspace.moc"
