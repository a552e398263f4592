// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/classroom/class_model.h"
#include "ui/models/engine_mirror.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

using namespace std::chrono_literals;

/// Who is where, without a window.
class TestClassModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whoIsThereLongestComesFirst();
    void clocksThatDifferDoNotMatter();
    void whoFallsSilentIsTold();
    void whoSaysGoodbyeIsGone();
    void oneNameAtTwoBrokersIsTwoPeople();
    void twoUnderOneNameAreTold();
    void whatABrokerElsewhereKeptIsOld();
    void rubbishIsCounted();
    void itIsBounded();
    void whatMostHaveInCommonIsSaid();

private:
    static ClassReport at(const char* name, int lab, int step, int seconds, const QStringList& codes = {})
    {
        constexpr std::int64_t kNow = 2'000'000'000; // no clock of this test
        return {.name = QString::fromUtf8(name),
                .lab = lab,
                .step = step,
                .of = 7,
                .done = 0,
                .since = kNow - seconds,
                .at = kNow,
                .doctor = codes};
    }
    void hear(const ClassReport& report, const char* origin = "", std::uint8_t flags = 0,
              const char* sender = "somebody")
    {
        const std::string topic = classTopic(report.name);
        const std::string payload = toJson(report);
        m_engine->record({.kind = trace::Kind::MessagePublished,
                          .flags = flags,
                          .subject = sender,
                          .object = topic,
                          .payload = asBytes(payload),
                          .origin = origin});
    }
    void pump(Duration time = {})
    {
        m_engine->advance(time);
        m_engine->flush();
        m_mirror->feed().drainNow();
    }
    ClassModel& model() { return m_mirror->model<ClassModel>(); }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < model().rowCount(); ++row)
            names << text(row, ClassModel::Name);
        return names;
    }
    QString text(int row, int column) { return model().index(row, column).data().toString(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestClassModel::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_tester = std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestClassModel::cleanup()
{
    m_tester.reset();
    m_mirror.reset();
    m_engine.reset();
}

void TestClassModel::whoIsThereLongestComesFirst()
{
    hear(at("Ann", 5, 1, 20));
    hear(at("Bob", 5, 1, 400, {QStringLiteral("D06")}));
    hear(at("Cem", 0, 0, 900));
    hear(at("Dee", 5, 0, 900));
    hear(at("Eve", 5, 2, 60));
    pump();
    QCOMPARE(names(), QStringList({"Bob", "Eve", "Ann", "Cem", "Dee"}));
    QCOMPARE(text(0, ClassModel::Step), QStringLiteral("1 of 7"));
    QCOMPARE(text(0, ClassModel::AtStep), QStringLiteral("6 min"));
    QCOMPARE(text(0, ClassModel::Doctor), QStringLiteral("D06"));
    QVERIFY(model().index(0, 0).data(ClassModel::LongRole).toBool());
    QVERIFY(!model().index(1, 0).data(ClassModel::LongRole).toBool());
    QCOMPARE(text(3, ClassModel::Lab), QStringLiteral("none"));
    QCOMPARE(text(4, ClassModel::Step), QStringLiteral("finished"));
    QPersistentModelIndex bob(model().index(0, 0)); // who is chosen stays chosen
    pump(10s);
    hear(at("Bob", 5, 2, 0));
    pump();
    QCOMPARE(names(), QStringList({"Eve", "Ann", "Bob", "Cem", "Dee"}));
    QCOMPARE(bob.data().toString(), QStringLiteral("Bob"));
    hear(at("Bob", 5, 2, 4)); // a second or two off: no reason to move
    hear(at("Cem", 1, 1, 0));
    hear(at("Eve", 5, 0, 0));
    pump();
    QCOMPARE(names(), QStringList({"Ann", "Bob", "Cem", "Dee", "Eve"}));
}

void TestClassModel::clocksThatDifferDoNotMatter()
{
    hear(at("Ann", 5, 1, 20)); // says 2033
    pump(40s);
    QCOMPARE(text(0, ClassModel::AtStep), QStringLiteral("1 min"));
    QCOMPARE(text(0, ClassModel::Heard), QStringLiteral("40 s"));
    hear({.name = QStringLiteral("Odd"), .lab = 1, .step = 1, .of = 2, .since = 0, .at = 253'000'000'000});
    pump();
    QCOMPARE(text(0, ClassModel::AtStep), QStringLiteral("720 h")); // nonsense is bounded
}

void TestClassModel::whoFallsSilentIsTold()
{
    hear(at("Ann", 5, 1, 20));
    pump(89s);
    QVERIFY(!model().index(0, 0).data(ClassModel::SilentRole).toBool());
    pump(31s);
    QVERIFY(model().index(0, 0).data(ClassModel::SilentRole).toBool());
    QCOMPARE(text(0, ClassModel::Heard), QStringLiteral("silent for 2 min"));
    QCOMPARE(text(0, ClassModel::AtStep), QStringLiteral("20 s")); // more is not known
    hear(at("Ann", 5, 1, 140));
    pump();
    QVERIFY(!model().index(0, 0).data(ClassModel::SilentRole).toBool());
    QCOMPARE(text(0, ClassModel::AtStep), QStringLiteral("2 min"));
}

void TestClassModel::whoSaysGoodbyeIsGone()
{
    hear(at("Ann", 5, 1, 20));
    hear(at("Bob", 5, 1, 10));
    pump();
    ClassReport goodbye = at("Ann", 0, 0, 0);
    goodbye.goodbye = true;
    hear(goodbye);
    goodbye.name = QStringLiteral("Nobody");
    hear(goodbye);
    pump();
    QCOMPARE(names(), QStringList({"Bob"}));
    QCOMPARE(model().ignored(), quint64{0});
}

void TestClassModel::oneNameAtTwoBrokersIsTwoPeople()
{
    hear(at("Ann", 5, 1, 20));
    hear(at("Ann", 1, 1, 10), "north");
    pump();
    QCOMPARE(model().rowCount(), 2);
    QVERIFY(model().index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("north")));
}

void TestClassModel::twoUnderOneNameAreTold()
{
    const auto from = [this](const char* sender) {
        hear(at("Ann", 5, 1, 20), "", 0, sender);
        pump(10s);
        return text(0, ClassModel::Heard);
    };
    QCOMPARE(from("console-1"), QStringLiteral("10 s"));
    QCOMPARE(from("console-2"), QStringLiteral("10 s")); // the same person, connected anew
    QCOMPARE(from("console-2"), QStringLiteral("10 s"));
    QCOMPARE(from("console-1"), QStringLiteral("from two at once"));
    pump(100s);
    from("console-1");
    QCOMPARE(from("console-1"), QStringLiteral("10 s"));
    QCOMPARE(model().rowCount(), 1);
}

void TestClassModel::whatABrokerElsewhereKeptIsOld()
{
    hear(at("Ann", 5, 1, 20), "north", trace::kRetain);
    pump();
    QCOMPARE(model().rowCount(), 0);
    QCOMPARE(model().ignored(), quint64{1});
}

void TestClassModel::rubbishIsCounted()
{
    m_engine->message("somebody", "greensward/class/Ann/progress", "no JSON");
    m_engine->message("somebody", "greensward/class/Ann/progress", std::string(300'000, '{'));
    m_engine->message("somebody", "greensward/class/Ann/other", "not asked for");
    m_engine->message("somebody", "greensward/class/A/n/progress", "{}");
    hear(at("<i>Ann<", 5, 1, 20));
    pump();
    QCOMPARE(model().ignored(), quint64{3});
    QCOMPARE(names(), QStringList({"<i>Ann<"}));
}

void TestClassModel::itIsBounded()
{
    QSignalSpy changes(&model(), &ClassModel::changed);
    const auto add = [this](int from, int to) {
        for (int number = from; number < to; ++number)
            hear(at(qPrintable(QStringLiteral("a%1").arg(number)), 1, 1, number));
    };
    add(0, 700);
    pump();
    QCOMPARE(model().rowCount(), static_cast<int>(ClassModel::kMost));
    QCOMPARE(model().ignored(), quint64{200});
    QCOMPARE(changes.count(), 1);
    pump(31min);
    hear(at("new", 1, 1, 0)); // somebody who is long silent gives way
    pump();
    QCOMPARE(model().rowCount(), static_cast<int>(ClassModel::kMost));
    QVERIFY(names().contains(QStringLiteral("new")));
}

void TestClassModel::whatMostHaveInCommonIsSaid()
{
    const QStringList denied{QStringLiteral("D06")};
    hear(at("Ann", 5, 3, 20, denied));
    pump();
    QVERIFY(model().commonTrouble().code.isEmpty()); // one is no crowd
    hear(at("Bob", 5, 3, 30, denied));
    hear(at("Cem", 5, 3, 30, {QStringLiteral("D06"), QStringLiteral("D07")}));
    hear(at("Dee", 5, 2, 30, denied));
    hear(at("Eve", 5, 0, 30));
    hear(at("Fay", 0, 0, 30));
    pump();
    const ClassModel::Trouble trouble = model().commonTrouble();
    QCOMPARE(trouble.code, QStringLiteral("D06"));
    QCOMPARE(trouble.people, 3);
    QCOMPARE(trouble.step, 3);
    QCOMPARE(model().summary(), QStringLiteral("lab 5, step 2: 1  ·  lab 5, step 3: 3  ·  lab 5 finished: 1  ·  no lab: 1"));
    model().clear();
    QCOMPARE(model().rowCount(), 0);
}

static const bool kRegistered = registerTest<TestClassModel>();

} // namespace greensward::ui

#include "tst_class_model.moc"
