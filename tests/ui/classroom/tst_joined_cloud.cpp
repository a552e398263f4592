// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Consoles that have an instructor's workspace, served by another program, as their cloud: labs take place there.
#include "../brokers/foreign_processes.h"
#include "app/class_room.h"
#include "live_engine.h"
#include "test_registry.h"
#include "ui/labs/lab_guide.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/labs_workspace.h"
#include "ui/labs/step_card.h"
#include "ui/models/brokers_model.h"
#include "ui/security/registry.h"
#include "ui/security/security_workspace.h"

#include <QPushButton>

namespace greensward::ui {

class TestJoinedCloud final : public QObject
{
    Q_OBJECT

private slots:
    void labsTakePlaceThereUnderNamesOfOnesOwn();
    void whatIsNoSeatIsToldInASentence();
    void aCloudThatDoesNotAnswerIsToldInASentence();

private:
    QString seatOf(const Serve& serve, const QString& person);
    std::unique_ptr<app::ClassRoom> joined(const Serve& serve, const QString& person);

    QTemporaryDir m_folder;
};

QString TestJoinedCloud::seatOf(const Serve& serve, const QString& person)
{
    const QString zip = m_folder.filePath(person + QStringLiteral(".zip"));
    QProcess::execute(QStringLiteral(GREENSWARD_BINARY),
                      {QStringLiteral("seat"), person, QStringLiteral("--out"), zip, QStringLiteral("--data-dir"),
                       serve.told()[QStringLiteral("data_dir")].toString()});
    QProcess::execute(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"),
                                                  zip, m_folder.path()});
    return m_folder.filePath(QStringLiteral("greensward-seat-") + person);
}

std::unique_ptr<app::ClassRoom> TestJoinedCloud::joined(const Serve& serve, const QString& person)
{
    auto room = app::ClassRoom::join(seatOf(serve, person).toStdString(), {});
    if (!room)
        QTest::qFail(room.error().message.c_str(), __FILE__, __LINE__);
    return room ? std::move(*room) : nullptr;
}

void TestJoinedCloud::labsTakePlaceThereUnderNamesOfOnesOwn()
{
    const Serve serve{QStringList{}};
    const auto annas = joined(serve, QStringLiteral("anna"));
    const auto bens = joined(serve, QStringLiteral("ben"));
    QVERIFY(annas && bens);
    LiveEngine anna(false, app::Profile::Complete, "127.0.0.1", &annas->cloud());
    LiveEngine ben(false, app::Profile::Complete, "127.0.0.1", &bens->cloud());
    auto& labs = anna.mirror().model<LabModel>();
    QCOMPARE(labs.place().person, QStringLiteral("anna"));
    QCOMPARE(labs.place().host, QStringLiteral("localhost"));
    const auto begin = [](LiveEngine& console, int number) {
        for (const labs::LabPtr& lab : console.mirror().model<LabModel>().labs())
            if (lab->number == number)
                console.mirror().model<LabModel>().begin(lab->id);
    };
    begin(ben, 1);
    begin(anna, 1);
    const labs::LabPtr lab = labs.current();
    QVERIFY(lab);
    for (const labs::Step& step : lab->steps) {
        QTRY_VERIFY_WITH_TIMEOUT(labs.busy().isEmpty(), 20'000);
        labs.solve(step.id);
        auto* card = anna.window->findChild<LabGuide*>()->card(step.id);
        QVERIFY(card);
        QTRY_VERIFY2_WITH_TIMEOUT(card->state() == QStringLiteral("done") || !labs.problem().isEmpty(), step.id.c_str(),
                                  30'000);
        QVERIFY2(labs.problem().isEmpty(), qPrintable(labs.problem()));
    }
    QVERIFY2(labs.view(lab->id).finished, "a refused connection and its evidence are seen from here, too");
    // A call that makes keys names nobody, so it counts for all who are at that step; everything else has a name.
    const labs::LabView his = ben.mirror().model<LabModel>().view(lab->id);
    QVERIFY(his.done <= 1);
    QVERIFY(his.steps.front().state != labs::StepState::Done && his.steps.back().state != labs::StepState::Done);

    // Security shows the class's things, and the thing is there, not here.
    auto& security = *qobject_cast<SecurityWorkspace*>(anna.window->workspace(QStringLiteral("security")));
    anna.window->showWorkspace(QStringLiteral("security"));
    QTRY_VERIFY(security.registry().isKnown());
    const client::Call there{.service = "iot", .method = "GET", .path = "/things/my-turbine-anna"};
    QCOMPARE(anna.ask(there).status, 200u);
    QCOMPARE(ben.ask(there).status, 200u);
    LiveEngine elsewhere(false);
    QCOMPARE(elsewhere.ask(there).status, 404u);
    anna.mirror().model<BrokersModel>().open(annas->broker());
    QTRY_VERIFY_WITH_TIMEOUT(anna.port->brokers()->brokers().front().state == BrokerStatus::State::Online, 10'000);

    QTest::qWait(1500);
    const BrokerStatus status = anna.port->brokers()->brokers().front();
    QVERIFY2(status.state == BrokerStatus::State::Online, qPrintable(status.why));
    auto& page = *qobject_cast<LabsWorkspace*>(anna.window->workspace(QStringLiteral("labs")));
    anna.window->showWorkspace(QStringLiteral("labs"));
    QString asked = QStringLiteral("nobody asked");
    connect(&labs, &LabModel::placeAsked, this, [&asked](const QString& folder) { asked = folder; });
    auto* leave = page.findChild<QPushButton*>(QStringLiteral("place"));
    QVERIFY(leave && leave->isVisible());
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QCOMPARE(asked, QString());
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty())
        anna.window->grab().save(folder + QStringLiteral("/joined.png"));
}

void TestJoinedCloud::whatIsNoSeatIsToldInASentence()
{
    const auto room = app::ClassRoom::join(m_folder.path().toStdString(), {});
    QVERIFY(!room);
    QVERIFY2(room.error().message.find("is no seat in a class") != std::string::npos, room.error().message.c_str());
}

void TestJoinedCloud::aCloudThatDoesNotAnswerIsToldInASentence()
{
    QString seat;
    {
        const Serve serve{QStringList{}};
        seat = seatOf(serve, QStringLiteral("late"));
    }
    const auto room = app::ClassRoom::join(seat.toStdString(), {});
    QVERIFY(!room);
    QVERIFY2(room.error().message.find("cannot be joined") != std::string::npos, room.error().message.c_str());
}

[[maybe_unused]] const bool kRegistered = registerTest<TestJoinedCloud>();

} // namespace greensward::ui

#include "tst_joined_cloud.moc"
