// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/functions/invocation_model.h"
#include "ui/functions/invocations_panel.h"
#include "ui/functions/lambda_calls.h"
#include "ui/models/engine_mirror.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

/// Calls of functions as a list.
class TestInvocationModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void newestComesFirst();
    void anEndedCallSaysHowLong();
    void othersAreToldOfByTheRecorder();
    void aRefusalOfOthersIsTold();
    void theOldestMakeRoom();
    void largePayloadsAreBoundedTogether();
    void oneFunctionAlone();
    void aHostTellsWhatOthersCalled();
    void itsOwnCallsAreNotToldTwice();
    void aCallerThatMayBeAnotherIsNotGuessed();

private:
    /// An engine that remembers calls.
    class Host final : public FakeEngine, public FunctionsPort
    {
    public:
        Host() : FakeEngine(false) {}
        FunctionsPort* functions() override { return this; }
        void callsAfter(std::uint64_t number, std::function<void(std::vector<EndedCall>)> done) override
        {
            std::vector<EndedCall> newer;
            for (const EndedCall& one : calls)
                if (one.number > number)
                    newer.push_back(one);
            done(newer);
        }
        void ends(const char* function, const char* request, bool failed = false)
        {
            calls.push_back({.number = calls.size() + 1,
                             .function = function,
                             .version = "2",
                             .requestId = request,
                             .ended = clock().wall(),
                             .failed = failed,
                             .problem = failed ? "{\"errorType\":\"KeyError\",\"errorMessage\":\"x\"}" : "",
                             .log = std::string("REPORT RequestId: ") + request + "\tDuration: 5.00 ms\tBilled Duration: 5 ms"
                                    "\tMemory Size: 128 MB\tMax Memory Used: 16 MB\tInit Duration: 40.00 ms\n"});
        }
        std::vector<EndedCall> calls;
    };
    Host& host()
    {
        cleanup();
        auto host = std::make_unique<Host>();
        Host& made = *host;
        m_engine = std::move(host);
        watch();
        return made;
    }
    void watch();
    InvocationModel& model() { return m_mirror->model<InvocationModel>(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    trace::EventId called(const char* agent)
    {
        return m_engine->record({.kind = trace::Kind::ApiCalled,
                                 .subject = "arn:aws:iam::123456789012:user/ann",
                                 .object = "lambda Invoke",
                                 .payload = asBytes(std::string_view(agent))});
    }
    void pump()
    {
        m_engine->flush();
        m_mirror->feed().drainNow();
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestInvocationModel::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    watch();
}

void TestInvocationModel::watch()
{
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_tester = std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestInvocationModel::cleanup()
{
    m_tester.reset();
    m_mirror.reset();
    m_engine.reset();
}

void TestInvocationModel::newestComesFirst()
{
    const quint64 first = model().begin({.function = QStringLiteral("a")});
    const quint64 second = model().begin({.function = QStringLiteral("b"), .qualifier = QStringLiteral("prod")});
    QCOMPARE(cell(0, InvocationModel::Function), QStringLiteral("b:prod"));
    QCOMPARE(cell(0, InvocationModel::Outcome), QStringLiteral("running"));
    QCOMPARE(model().rowOf(first), 1);
    QCOMPARE(model().find(second)->function, QStringLiteral("b"));
}

void TestInvocationModel::anEndedCallSaysHowLong()
{
    const quint64 fast = model().begin({.function = QStringLiteral("a")});
    const quint64 slow = model().begin({.function = QStringLiteral("a")});
    Invocation ended{.function = QStringLiteral("a"), .state = Invocation::State::Succeeded};
    ended.report = InvocationReport{.milliseconds = 10, .init = 84};
    model().finish(slow, ended);
    ended.report = InvocationReport{.milliseconds = 5};
    ended.state = Invocation::State::Failed;
    ended.failure.type = QStringLiteral("KeyError");
    model().finish(fast, ended);
    QCOMPARE(cell(0, InvocationModel::Took), QStringLiteral("10 ms"));
    QCOMPARE(cell(0, InvocationModel::Start), QStringLiteral("cold, 84 ms"));
    QCOMPARE(cell(1, InvocationModel::Start), QStringLiteral("warm"));
    QCOMPARE(cell(1, InvocationModel::Outcome), QStringLiteral("KeyError"));
    QCOMPARE(model().index(1, 0).data(InvocationModel::ShareRole).toDouble(), 0.5);
    const auto summary = model().summaryOf(QStringLiteral("a"));
    QCOMPARE(summary.calls, 2);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(summary.last, slow);
}

void TestInvocationModel::othersAreToldOfByTheRecorder()
{
    called("Boto3/1.26.27 Python/3.11");
    called(lambda::kAgent); // this window's own is told with its answer
    m_engine->record({.kind = trace::Kind::ApiCalled, .object = "lambda ListFunctions"});
    pump();
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, InvocationModel::By), QStringLiteral("user/ann · Boto3/1.26.27"));
    QCOMPARE(cell(0, InvocationModel::Function), QStringLiteral("not told"));
}

void TestInvocationModel::aRefusalOfOthersIsTold()
{
    const trace::EventId call = called("aws-cli/2");
    pump();
    m_engine->record({.kind = trace::Kind::ApiRefused,
                      .cause = call,
                      .object = "lambda Invoke",
                      .detail = "ResourceNotFoundException: Function not found"});
    pump();
    QCOMPARE(cell(0, InvocationModel::Outcome), QStringLiteral("refused"));
    QVERIFY(model().at(0).problem.contains(QStringLiteral("not found")));
}

void TestInvocationModel::theOldestMakeRoom()
{
    for (std::size_t at = 0; at < InvocationModel::kMost + 20; ++at)
        model().begin({.function = QString::number(at)});
    QCOMPARE(model().rowCount(), static_cast<int>(InvocationModel::kMost));
    QCOMPARE(cell(0, InvocationModel::Function), QString::number(InvocationModel::kMost + 19));
    QVERIFY(!model().find(1));
    QCOMPARE(model().rowOf(21), static_cast<int>(InvocationModel::kMost) - 1);
}

void TestInvocationModel::largePayloadsAreBoundedTogether()
{
    for (int at = 0; at < 6; ++at)
        model().begin({.function = QStringLiteral("a"), .payload = QByteArray(5 << 20, 'x')});
    QCOMPARE(model().rowCount(), 3);
}

void TestInvocationModel::oneFunctionAlone()
{
    CallsShown shown;
    shown.setSourceModel(&model());
    QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model().begin({.function = QStringLiteral("a")});
    model().begin({.function = QStringLiteral("b")});
    shown.setFunction(QStringLiteral("a"));
    QCOMPARE(shown.rowCount(), 1);
    model().begin({.function = QStringLiteral("a")});
    QCOMPARE(shown.rowCount(), 2);
    shown.setFunction({});
    QCOMPARE(shown.rowCount(), 3);
}

void TestInvocationModel::aHostTellsWhatOthersCalled()
{
    Host& engine = host();
    called("Boto3/1.26.27");
    engine.advance(std::chrono::milliseconds(50));
    engine.ends("theirs", "r1", true);
    pump();
    QCOMPARE(model().rowCount(), 0); // it tells more than the recorder
    model().lookAgain();
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, InvocationModel::Function), QStringLiteral("theirs"));
    QCOMPARE(cell(0, InvocationModel::By), QStringLiteral("user/ann · Boto3/1.26.27"));
    QCOMPARE(cell(0, InvocationModel::Outcome), QStringLiteral("KeyError"));
    QCOMPARE(cell(0, InvocationModel::Start), QStringLiteral("cold, 40 ms"));
    QCOMPARE(model().at(0).version, QStringLiteral("2"));
    model().lookAgain();
    QCOMPARE(model().rowCount(), 1);
}

void TestInvocationModel::itsOwnCallsAreNotToldTwice()
{
    Host& engine = host();
    const quint64 own = model().begin({.function = QStringLiteral("mine")});
    engine.ends("mine", "r1");
    engine.ends("mine", "r2");
    model().lookAgain(); // before the answer came
    QCOMPARE(model().rowCount(), 1);
    Invocation ended{.function = QStringLiteral("mine"), .state = Invocation::State::Succeeded};
    ended.report = InvocationReport{.requestId = QStringLiteral("r1")};
    model().finish(own, ended);
    model().lookAgain();
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(model().at(0).report->requestId, QStringLiteral("r2"));
    QCOMPARE(model().at(0).by, Invocation::By::Other);
}

void TestInvocationModel::aCallerThatMayBeAnotherIsNotGuessed()
{
    Host& engine = host();
    called("Boto3/1.26.27");
    called("aws-cli/2");
    engine.advance(std::chrono::milliseconds(100));
    engine.ends("theirs", "r1");
    pump();
    model().lookAgain();
    QCOMPARE(cell(0, InvocationModel::By), QStringLiteral("not told"));
    const trace::EventId refused = called("aws-cli/3");
    m_engine->record({.kind = trace::Kind::ApiRefused, .cause = refused, .object = "lambda Invoke", .detail = "no"});
    pump();
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(cell(0, InvocationModel::Outcome), QStringLiteral("refused"));
}

static const bool kRegistered = registerTest<TestInvocationModel>();

} // namespace greensward::ui

#include "tst_invocation_model.moc"
