// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/retained_model.h"
#include "ui/models/send_template.h"
#include "ui/models/subscription_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

/// What the broker keeps, what the console subscribed to, and the templates.
class TestPublishModels final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void retainedMessagesComeAndGo();
    void clearingIsUndone();
    void manyAreClearedInBatches();
    void cutPayloadsCannotBeBroughtBack();
    void badFiltersAreExplained_data();
    void badFiltersAreExplained();
    void subscriptionsShowWhatCame();
    void mutedSubscriptionsMarkNothing();
    void refusalsSayWhy();
    void retainedOnesAreReceivedAsRetained();
    void templatesSurviveARestart();
    void builtInTemplatesCannotBeLost();
    void brokenTemplateFilesAreSetAside();
    void ignoredFieldsAreRemembered();

private:
    void pump()
    {
        m_engine->flush();
        m_mirror->feed().drainNow();
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPublishModels::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<FakeEngine>(false);
    m_engine->dataDirectory = m_folder->path().toStdString();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
}

void TestPublishModels::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

void TestPublishModels::retainedMessagesComeAndGo()
{
    auto& model = m_mirror->model<RetainedModel>();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_engine->message("wt-1", "b", "22", trace::kRetain | 1);
    m_engine->message("wt-1", "a", "1", trace::kRetain);
    m_engine->message("wt-1", "c", "3");
    pump();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
    QCOMPARE(model.row(1).flags & trace::kQosMask, 1);
    m_engine->message("wt-1", "b", "333", trace::kRetain);
    m_engine->message("wt-1", "a", "", trace::kRetain);
    pump();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).payload, std::string("333"));
    QCOMPARE(model.bytes(), 3U);
    QVERIFY(model.matches(0, Filter::parse(QStringLiteral("333"))));
    QVERIFY(!model.matches(0, Filter::parse(QStringLiteral("from:wt-2"))));
}

void TestPublishModels::clearingIsUndone()
{
    auto& model = m_mirror->model<RetainedModel>();
    m_engine->message("wt-1", "a", "1", trace::kRetain | 1);
    m_engine->message("wt-1", "b", "2", trace::kRetain);
    pump();
    model.clear({QStringLiteral("a"), QStringLiteral("nowhere")});
    QTRY_VERIFY(!model.job().isRunning());
    pump();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(m_engine->retained.contains("b") && !m_engine->retained.contains("a"));
    QVERIFY(model.undoStack().canUndo());
    model.undoStack().undo();
    QTRY_VERIFY(!model.job().isRunning());
    pump();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(m_engine->published.back().payload, std::string("1"));
    QCOMPARE(m_engine->published.back().qos, 1);
    model.undoStack().redo();
    QTRY_VERIFY(!model.job().isRunning());
    pump();
    QCOMPARE(model.rowCount(), 1);
}

void TestPublishModels::manyAreClearedInBatches()
{
    auto& model = m_mirror->model<RetainedModel>();
    QStringList topics;
    for (int at = 0; at < 500; ++at) {
        const std::string topic = fmt::format("site/{:03}", at);
        topics << QString::fromStdString(topic);
        m_engine->message("wt-1", topic, "x", trace::kRetain);
    }
    pump();
    QCOMPARE(model.rowCount(), 500);
    QSignalSpy progress(&model.job(), &PublishJob::progressed);
    model.clear(topics);
    QCOMPARE(model.job().total(), 500U);
    QVERIFY(m_engine->published.empty()); // nothing at once
    QTRY_VERIFY(!model.job().isRunning());
    QVERIFY(progress.count() >= 500 / PublishJob::kBatch);
    pump();
    QCOMPARE(model.rowCount(), 0);
}

void TestPublishModels::cutPayloadsCannotBeBroughtBack()
{
    auto& model = m_mirror->model<RetainedModel>();
    m_engine->message("wt-1", "large", std::string(200 << 10, 'x'), trace::kRetain); // more than the recorder keeps
    pump();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0, 0).data(RetainedModel::RestorableRole).toBool());
    model.clear({QStringLiteral("large")});
    QTRY_VERIFY(!model.job().isRunning());
    model.undoStack().undo();
    QTRY_VERIFY(!model.job().isRunning());
    QCOMPARE(m_engine->published.size(), std::size_t{1}); // a cut payload is never published as if it were whole
}

void TestPublishModels::badFiltersAreExplained_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("why");
    QTest::newRow("fine") << QStringLiteral("turbines/+/#") << QString();
    QTest::newRow("shared") << QStringLiteral("$share/g/a") << QString();
    QTest::newRow("empty") << QString() << QStringLiteral("at least one");
    QTest::newRow("hash inside") << QStringLiteral("a/#/b") << QStringLiteral("comes last");
    QTest::newRow("hash glued") << QStringLiteral("a/b#") << QStringLiteral("# stands alone");
    QTest::newRow("plus glued") << QStringLiteral("wt+/a") << QStringLiteral("+ stands for one whole level");
    QTest::newRow("half shared") << QStringLiteral("$share/g") << QStringLiteral("$share/group/filter");
}

void TestPublishModels::badFiltersAreExplained()
{
    QFETCH(QString, filter);
    QFETCH(QString, why);
    const QString said = SubscriptionModel::problemOf(filter);
    QVERIFY2(why.isEmpty() ? said.isEmpty() : said.contains(why), qPrintable(said));
}

void TestPublishModels::subscriptionsShowWhatCame()
{
    auto& model = m_mirror->model<SubscriptionModel>();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.subscribe(QStringLiteral("turbines/#"), 1);
    QCOMPARE(model.rowCount(), 1);
    m_engine->message("wt-1", "turbines/1", "1");
    m_engine->message("wt-1", "other", "1");
    emit m_mirror->feed().snapshotDue();
    QCOMPARE(model.index(0, SubscriptionModel::Received).data().toString(), QStringLiteral("1"));
    QCOMPARE(model.index(0, SubscriptionModel::State).data().toString(), QStringLiteral("granted"));
    model.unsubscribe(0);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(m_engine->subscribed.empty());
}

void TestPublishModels::mutedSubscriptionsMarkNothing()
{
    auto& model = m_mirror->model<SubscriptionModel>();
    model.subscribe(QStringLiteral("turbines/#"), 0);
    model.subscribe(QStringLiteral("#"), 0);
    QVERIFY(model.markOf("turbines/1") && model.markOf("x"));
    QVERIFY(model.markOf("turbines/1") != model.markOf("x"));
    model.setMuted(0, true);
    QCOMPARE(model.markOf("turbines/1"), model.markOf("x")); // the next one that matches
    model.setMuted(1, true);
    QVERIFY(!model.markOf("x"));
    QVERIFY(!model.markOf("$SYS/x"));
}

void TestPublishModels::refusalsSayWhy()
{
    auto& model = m_mirror->model<SubscriptionModel>();
    m_engine->subscribeProblem = "not authorized";
    model.subscribe(QStringLiteral("secret/#"), 1);
    QCOMPARE(model.index(0, SubscriptionModel::State).data().toString(), QStringLiteral("refused: not authorized"));
    QVERIFY(!model.markOf("secret/1"));
}

void TestPublishModels::retainedOnesAreReceivedAsRetained()
{
    auto& received = m_mirror->model<ReceivedModel>();
    const QAbstractItemModelTester tester(&received, QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_engine->message("wt-1", "a", "kept", trace::kRetain);
    m_mirror->model<SubscriptionModel>().subscribe(QStringLiteral("a"), 0);
    m_engine->message("wt-1", "a", "live", trace::kRetain);
    pump();
    QCOMPARE(received.rowCount(), 2);
    QVERIFY(received.index(0, 0).data(ReceivedModel::AsRetainedRole).toBool());
    QVERIFY(!received.index(1, 0).data(ReceivedModel::AsRetainedRole).toBool());
    for (std::size_t at = 0; at < 2 * ReceivedModel::kMost; ++at)
        m_engine->message("wt-1", "a", "more");
    pump();
    QCOMPARE(received.rowCount(), static_cast<int>(ReceivedModel::kMost));
}

void TestPublishModels::templatesSurviveARestart()
{
    const SendTemplate mine{
        QStringLiteral("Mine"), QStringLiteral("a/b"), QStringLiteral("{\"n\":${n}}"), 1, true, false, true};
    {
        TemplateLibrary library(*m_mirror);
        const QAbstractItemModelTester tester(&library, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(library.save(mine) >= 0);
        SendTemplate other = mine;
        other.name = QStringLiteral("Other");
        const int row = library.save(other);
        QVERIFY(library.rename(row, QStringLiteral("Renamed")));
        QVERIFY(!library.rename(row, QStringLiteral("Mine"))); // two of one name
        library.setInRow(0, false);
        QVERIFY(library.problem().isEmpty());
    }
    TemplateLibrary again(*m_mirror);
    QVERIFY(again.find(QStringLiteral("Mine")) >= 0);
    QCOMPARE(again.at(again.find(QStringLiteral("Mine"))), mine);
    QVERIFY(again.find(QStringLiteral("Renamed")) >= 0);
    QVERIFY(!again.at(0).inRow);
    QVERIFY(again.remove(again.find(QStringLiteral("Mine"))));
    QCOMPARE(TemplateLibrary(*m_mirror).find(QStringLiteral("Mine")), -1);
}

void TestPublishModels::builtInTemplatesCannotBeLost()
{
    TemplateLibrary library(*m_mirror);
    QVERIFY(library.at(0).builtIn);
    QVERIFY(!library.remove(0));
    QVERIFY(!library.rename(0, QStringLiteral("x")));
    SendTemplate same = library.at(0);
    QCOMPARE(library.save(same), -1);
}

void TestPublishModels::brokenTemplateFilesAreSetAside()
{
    const QString path = m_folder->filePath(QStringLiteral("console/templates.json"));
    TemplateLibrary(*m_mirror).setInRow(0, true); // makes folder and file
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ half a fi");
    file.close();
    TemplateLibrary library(*m_mirror);
    QVERIFY(library.rowCount() > 0); // the built-in ones
    QVERIFY(QFile::exists(path + QStringLiteral(".broken")));
}

void TestPublishModels::ignoredFieldsAreRemembered()
{
    auto& fields = m_mirror->model<IgnoredFields>();
    QVERIFY(fields.fields().contains(QStringLiteral("timestamp")));
    fields.ignore(QStringLiteral("state.uptime"));
    fields.heed(QStringLiteral("a.timestamp")); // the bare name ignored it
    const IgnoredFields again(*m_mirror);
    QVERIFY(again.fields().contains(QStringLiteral("state.uptime")));
    QVERIFY(!again.fields().contains(QStringLiteral("timestamp")));
}

static const bool kRegistered = registerTest<TestPublishModels>();

} // namespace greensward::ui

#include "tst_publish_models.moc"
