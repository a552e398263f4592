// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A console that teaches and one that learns, each with its engine, joined over TLS by a third program that serves, each
// with a certificate of its own from a kit.
#include "../brokers/foreign_processes.h"
#include "live_engine.h"
#include "test_registry.h"
#include "ui/classroom/class_model.h"
#include "ui/classroom/class_workspace.h"
#include "ui/kit/list_table.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/labs_workspace.h"
#include "ui/labs/tell_card.h"
#include "ui/models/brokers_model.h"
#include "ui/models/pem_folder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QUrl>

namespace greensward::ui {

class TestRealClass final : public QObject
{
    Q_OBJECT

private slots:
    void progressTravelsToTheTeacher();
    void theTeachersOwnGatewayIsEnough();
    void closingTheWindowSaysGoodbye();

private:
    /// What `greensward pi-kit NAME` packs is all that a connection needs.
    BrokerProfile enrolled(const Serve& serve, const QString& thing);
    static void join(LiveEngine& console, const BrokerProfile& profile);
    static void beginTelling(LiveEngine& console, const QString& name);
    /// For looking at: GREENSWARD_PICTURES names a folder.
    static void draw(LiveEngine& console, const QString& id);
    static ClassModel& classOf(LiveEngine& console) { return console.mirror().model<ClassModel>(); }

    QTemporaryDir m_folder;
};

BrokerProfile TestRealClass::enrolled(const Serve& serve, const QString& thing)
{
    const QString zip = m_folder.filePath(thing + QStringLiteral(".zip"));
    QProcess::execute(QStringLiteral(GREENSWARD_BINARY),
                      {QStringLiteral("pi-kit"), thing, QStringLiteral("--out"), zip, QStringLiteral("--data-dir"),
                       serve.told()[QStringLiteral("data_dir")].toString()});
    QProcess::execute(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"),
                                                  zip, m_folder.path()});
    BrokerProfile profile = BrokerProfile::aws();
    profile.name = QStringLiteral("classroom");
    const QJsonObject at = serve.told()[QStringLiteral("mqtts")].toObject();
    profile.host = QStringLiteral("localhost");
    profile.port = at[QStringLiteral("port")].toInt();
    profile.clientId = thing;
    const SystemClock clock;
    const PemRoles roles = guessRoles({m_folder.filePath(QStringLiteral("greensward-") + thing)}, clock.wall());
    profile.caFile = roles.authority.file;
    profile.certificateFile = roles.certificate.file;
    profile.keyFile = roles.key.file;
    return profile;
}

void TestRealClass::join(LiveEngine& console, const BrokerProfile& profile)
{
    console.mirror().model<BrokersModel>().open(profile);
    const auto status = [&console] { return console.port->brokers()->brokers().front(); };
    QTRY_VERIFY2_WITH_TIMEOUT(status().state == BrokerStatus::State::Online, qPrintable(status().why), 10'000);
}

/// As a person does it: in Labs, by the switch.
void TestRealClass::beginTelling(LiveEngine& console, const QString& name)
{
    console.window->showWorkspace(QStringLiteral("labs"));
    auto& card = qobject_cast<LabsWorkspace*>(console.window->workspace(QStringLiteral("labs")))->tellCard();
    card.box().setFocus();
    QTest::keyClick(&card.box(), Qt::Key_Space);
    QVERIFY(card.box().isChecked());
    if (const int at = card.where().findText(QStringLiteral("classroom")); at >= 0) {
        card.where().setCurrentIndex(at);
        emit card.where().activated(at);
    }
    QTest::keyClicks(&card.name(), name);
    QTest::keyClick(&card.name(), Qt::Key_Return);
    QTRY_VERIFY2(card.told().startsWith(QStringLiteral("Told at")), qPrintable(card.told()));
}

void TestRealClass::draw(LiveEngine& console, const QString& id)
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        return;
    MainWindow& window = *console.window;
    for (const char* look : {"light", "dark", "projector"})
        for (const QSize size : {QSize(1280, 800), QSize(1024, 768)}) {
            window.setLayout(look == std::string_view("projector") ? Layout::Present : Layout::Explore);
            if (look != std::string_view("projector"))
                window.setTheme(look == std::string_view("dark") ? Theme::Dark : Theme::Light);
            QTest::qWait(100); // another zoom makes the views anew
            window.resize(size);
            window.resetLayout();
            window.showWorkspace(id);
            QTest::qWait(300);
            QVERIFY(window.grab().save(QDir(folder).filePath(
                QStringLiteral("real-%1-%2-%3.png").arg(id, QLatin1String(look)).arg(size.width()))));
        }
    window.setLayout(Layout::Explore);
    window.setTheme(Theme::Light);
    QTest::qWait(100);
}

void TestRealClass::progressTravelsToTheTeacher()
{
    Serve serve({QStringLiteral("--profile"), QStringLiteral("aws-2017")}); // which hangs up on a retained message
    LiveEngine teacher(false);
    LiveEngine attendee(true);
    join(teacher, enrolled(serve, QStringLiteral("teacher")));
    join(attendee, enrolled(serve, QStringLiteral("ann")));

    teacher.window->showWorkspace(QStringLiteral("class"));
    const auto page = [&teacher] {
        return qobject_cast<ClassWorkspace*>(teacher.window->workspace(QStringLiteral("class")));
    };
    auto* menu = page()->findChild<QMenu*>();
    QTRY_VERIFY(qobject_cast<QWidget*>(menu->parent())->isVisible());
    emit menu->aboutToShow();
    menu->actions().front()->trigger();
    QTRY_VERIFY(!teacher.port->brokers()->brokers().front().subscriptions.empty() &&
                teacher.port->brokers()->brokers().front().subscriptions.front().granted);

    beginTelling(attendee, QStringLiteral("Ann"));
    ClassModel& model = classOf(teacher);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).report.name, QStringLiteral("Ann"));
    QCOMPARE(model.at(0).origin, std::string("classroom"));
    QCOMPARE(model.at(0).report.lab, 0);
    QCOMPARE(classOf(attendee).ignored(), quint64{0});

    auto& labs = attendee.mirror().model<LabModel>();
    labs.begin(labs.labs().front()->id);
    QTRY_COMPARE(model.at(0).report.lab, labs.labs().front()->number);
    QTRY_COMPARE(model.at(0).report.step, 1);
    QTRY_VERIFY(labs.busy().isEmpty());
    labs.skip(labs.current()->steps.front().id);
    QTRY_COMPARE(model.at(0).report.step, 2);
    QVERIFY(page()->table().isVisible());
    draw(attendee, QStringLiteral("labs"));
    draw(teacher, QStringLiteral("class"));

    QTest::keyClick(&qobject_cast<LabsWorkspace*>(attendee.window->workspace(QStringLiteral("labs")))->tellCard().box(),
                    Qt::Key_Space);
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.ignored(), quint64{0});
}

/// The console that teaches is the cloud itself: nothing is to be set up there, and its gateway knows who is who.
void TestRealClass::theTeachersOwnGatewayIsEnough()
{
    LiveEngine teacher(false);
    LiveEngine ann(false);
    LiveEngine bob(false);
    const QUrl url(QString::fromStdString(teacher.engine->whereabouts().wsUrl()));
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("classroom");
    profile.host = url.host();
    profile.port = url.port();
    profile.path = url.path();
    profile.transport = BrokerProfile::Transport::WebSocket;
    join(ann, profile);
    join(bob, profile);
    beginTelling(ann, QStringLiteral("Ann"));
    beginTelling(bob, QStringLiteral("Bob"));
    QTRY_COMPARE(classOf(teacher).rowCount(), 2);
    QVERIFY(classOf(teacher).at(0).origin.empty());
    QVERIFY(classOf(teacher).at(0).sender != classOf(teacher).at(1).sender);
    QVERIFY(classOf(ann).rowCount() > 0); // it listens to # and hears the others: MQTT keeps no secrets within a topic
    QVERIFY(!ann.window->workspace(QStringLiteral("class"))->wantsRail());
    ann.mirror().model<BrokersModel>().close(QStringLiteral("classroom"));
    auto& card = qobject_cast<LabsWorkspace*>(ann.window->workspace(QStringLiteral("labs")))->tellCard();
    QTRY_VERIFY2(card.told().contains(QStringLiteral("no connection to classroom")), qPrintable(card.told()));
}

void TestRealClass::closingTheWindowSaysGoodbye()
{
    Serve serve;
    LiveEngine teacher(false);
    BrokerProfile profile = enrolled(serve, QStringLiteral("teacher"));
    profile.subscriptions = QStringList{QStringLiteral("greensward/#")};
    join(teacher, profile);
    QTRY_VERIFY(!teacher.port->brokers()->brokers().front().subscriptions.empty() &&
                teacher.port->brokers()->brokers().front().subscriptions.front().granted);
    {
        LiveEngine attendee(false);
        join(attendee, enrolled(serve, QStringLiteral("bob")));
        beginTelling(attendee, QStringLiteral("Bob"));
        QTRY_COMPARE(classOf(teacher).rowCount(), 1);
    }
    QTRY_COMPARE(classOf(teacher).rowCount(), 0);
}

static const bool kRegistered = registerTest<TestRealClass>();

} // namespace greensward::ui

#include "tst_real_class.moc"
