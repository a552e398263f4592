// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_brokers.h"
#include "pem_files.h"
#include "test_registry.h"
#include "ui/brokers/broker_chips.h"
#include "ui/brokers/broker_desk.h"
#include "ui/brokers/broker_dialog.h"
#include "ui/brokers/password_dialog.h"
#include "ui/brokers/pem_fields.h"
#include "ui/brokers/probe_list.h"
#include "ui/models/brokers_model.h"
#include "ui/models/profile_shelf.h"
#include "ui/shell/main_window.h"
#include "ui/topics/broker_choice.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace greensward::ui {

/// Pictures go to this folder when the environment names one.
void keepPicture(QWidget& widget, const char* name)
{
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty())
        widget.grab().save(QDir(folder).filePath(QLatin1String(name)));
}

class TestBrokerDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aBrokerIsConnectedByKeyboardAlone();
    void wrongEndpointIsMendedByItsButton();
    void droppedFolderFillsTheFiles();
    void wrongFilesHoldTheConnectionBack();
    void testTellsEveryStep();
    void badgeSaysLiveAndHowItStands();
    void sendAndSubscribeChooseTheBroker();
    void savedConnectionComesBack();
    void deletedConnectionIsBroughtBackByUndo();
    void whatWasOpenIsOpenedAgainAtTheNextStart();
    void passwordThatWasNotKeptIsAskedFor();
    void refusedPasswordIsAskedForAgain();
    void hereIsNoNameOfABroker();
    void welcomeLeadsToAws();

private:
    void connectTo(BrokerProfile profile);
    void restart();
    BrokerProfile factory() const;
    BrokerDialog* dialog() { return m_window->findChild<BrokerDialog*>(); }
    template<typename W>
    W* named(QWidget& in, const char* name)
    {
        for (W* one : in.findChildren<W*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    QPushButton* button(QWidget& in, const char* text)
    {
        for (auto* one : in.findChildren<QPushButton*>())
            if (one->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
                return one;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EngineWithBrokers> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestBrokerDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<EngineWithBrokers>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestBrokerDialog::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestBrokerDialog::aBrokerIsConnectedByKeyboardAlone()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("another broker"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTRY_COMPARE(QApplication::focusWidget(), named<QLineEdit>(*dialog(), "Host"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("broker.example.com"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget(), named<QLineEdit>(*dialog(), "Name"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("factory"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_engine->elsewhere.opened.size(), std::size_t{1});
    const BrokerProfile& made = m_engine->elsewhere.opened.front();
    QCOMPARE(made.name, QStringLiteral("factory"));
    QCOMPARE(made.address(), QStringLiteral("broker.example.com:1883"));
    QCOMPARE(made.subscriptions, QStringList{QStringLiteral("#")});
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QTRY_VERIFY(!dialog());
}

void TestBrokerDialog::wrongEndpointIsMendedByItsButton()
{
    BrokerDialog* open = m_window->brokers().connectToAws();
    auto* host = named<QLineEdit>(*open, "Host");
    host->setText(QStringLiteral("https://a1b2c3d4e5f6g7.iot.us-east-1.amazonaws.com"));
    QVERIFY(!button(*open, "Connect")->isEnabled());
    QTest::keyClick(button(*open, "Use a1b2c3d4e5f6g7.iot.us-east-1.amazonaws.com:8883"), Qt::Key_Space);
    QTest::keyClick(button(*open, "Use a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com"), Qt::Key_Space);
    QCOMPARE(host->text(), QStringLiteral("a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com"));
    QVERIFY(button(*open, "Connect")->isEnabled());
}

void TestBrokerDialog::droppedFolderFillsTheFiles()
{
    PemFiles files;
    files.remove("server.pem");
    files.remove("server.key");
    BrokerDialog* open = m_window->brokers().connectToBroker();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(files.folder())});
    QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open, &drop);
    const BrokerProfile made = open->profile();
    QCOMPARE(made.caFile, files.path("root.pem"));
    QCOMPARE(made.certificateFile, files.path("device.pem"));
    QCOMPARE(made.keyFile, files.path("device.key"));
    QCOMPARE(made.address(), QStringLiteral(":8883"));
    named<QLineEdit>(*open, "Name")->setText(QStringLiteral("mine"));
    named<QLineEdit>(*open, "Host")->setText(QStringLiteral("a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com"));
    QVERIFY(button(*open, "Connect")->isEnabled());
    keepPicture(*open, "dialog-good.png");
}

void TestBrokerDialog::wrongFilesHoldTheConnectionBack()
{
    PemFiles files;
    BrokerDialog* open = m_window->brokers().connectToAws();
    named<QLineEdit>(*open, "Host")->setText(QStringLiteral("a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com"));
    named<QLineEdit>(*open, "Root certificate")->setText(files.path("device.pem"));
    named<QLineEdit>(*open, "Device certificate")->setText(files.path("device.pem"));
    named<QLineEdit>(*open, "Private key")->setText(files.path("server.key"));
    QTRY_VERIFY(!button(*open, "Connect")->isEnabled());
    QVERIFY(open->files().roles().authority.sentence.contains(QStringLiteral("is your device certificate")));
    QVERIFY(open->files().roles().key.sentence.contains(QStringLiteral("does not belong to")));
    keepPicture(*open, "dialog-wrong.png");
}

void TestBrokerDialog::testTellsEveryStep()
{
    using Stage = ProbeStep::Stage;
    using Outcome = ProbeStep::Outcome;
    BrokerDialog* open = m_window->brokers().connectToBroker();
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("broker.example.com");
    profile.setTransport(BrokerProfile::Transport::Tls);
    open->fill(profile);
    m_engine->elsewhere.steps = {
        {Stage::Name, Outcome::Good, QStringLiteral("broker.example.com"), 12},
        {Stage::Tcp, Outcome::Good, QStringLiteral("203.0.113.7:8883"), 31},
        {Stage::Tls, Outcome::Bad,
         QStringLiteral("the server's certificate was signed by Example CA, which is not among root.pem"), 64}};
    QTest::keyClick(button(*open, "Test the connection"), Qt::Key_Space);
    QTRY_VERIFY(open->probe().text().contains(QStringLiteral("✗ TLS, 64 ms: the server's certificate was signed by")));
    QVERIFY(open->probe().text().startsWith(QStringLiteral("✓ Name, 12 ms")));
    QTRY_VERIFY(button(*open, "Test the connection")->isEnabled());
    QCOMPARE(m_engine->elsewhere.probed.host, profile.host);
    keepPicture(*open, "dialog-test.png");
}

void TestBrokerDialog::badgeSaysLiveAndHowItStands()
{
    auto* chips = m_window->findChild<BrokerChips*>();
    QVERIFY(!chips->isVisible());
    BrokerDialog* open = m_window->brokers().connectToBroker();
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("broker.example.com");
    open->fill(profile);
    button(*open, "Connect")->click();
    QTRY_VERIFY(chips->isVisible());
    const auto says = [chips] { return chips->findChildren<QToolButton*>().constLast()->text(); };
    QVERIFY2(says().contains(QStringLiteral("LIVE · factory (broker.example.com:1883)")), qPrintable(says()));
    BrokerStatus& status = m_engine->elsewhere.statuses.front();
    status.state = BrokerStatus::State::Waiting;
    status.nextTry = 3.2;
    status.why = QStringLiteral("nobody listens");
    QTRY_VERIFY2(says().contains(QStringLiteral("again in 4 s")), qPrintable(says()));
    m_engine->elsewhere.close(QStringLiteral("factory"));
    QTRY_VERIFY(!chips->isVisible());
}

void TestBrokerDialog::sendAndSubscribeChooseTheBroker()
{
    BrokerDialog* open = m_window->brokers().connectToBroker();
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("broker.example.com");
    open->fill(profile);
    button(*open, "Connect")->click();
    QTRY_COMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    for (auto* choice : m_window->findChildren<BrokerChoice*>()) {
        QTRY_COMPARE(choice->count(), 2);
        choice->setBroker(QStringLiteral("factory"));
    }
    named<QLineEdit>(*m_window, "Topic to publish on")->setText(QStringLiteral("lawn"));
    auto* send = named<QPushButton>(*m_window, "Send the message");
    QTRY_VERIFY(send->isEnabled());
    send->click();
    QTRY_COMPARE(m_engine->published.size(), std::size_t{1});
    QCOMPARE(m_engine->published.front().broker, std::string("factory"));
    named<QLineEdit>(*m_window, "Topic filter to subscribe to")->setText(QStringLiteral("lawn/#"));
    named<QPushButton>(*m_window, "Subscribe to the filter")->click();
    QCOMPARE(m_engine->elsewhere.subscribed, std::vector<std::string>{"factory:lawn/#"});
}

void TestBrokerDialog::savedConnectionComesBack()
{
    BrokerDialog* open = m_window->brokers().connectToBroker();
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("broker.example.com");
    profile.keepAlive = 17;
    open->fill(profile);
    button(*open, "Connect")->click();
    QTRY_VERIFY(!dialog());
    BrokerDialog* again = m_window->brokers().edit(QStringLiteral("factory"));
    QCOMPARE(again->profile(), profile);
    QVERIFY2(button(*again, "Connect")->isEnabled(), "its own name is not taken");
}

void TestBrokerDialog::connectTo(BrokerProfile profile)
{
    BrokerDialog* open = m_window->brokers().connectToBroker();
    open->fill(profile);
    button(*open, "Connect")->click();
    QTRY_VERIFY(!dialog());
}

/// The same workspace, another run.
void TestBrokerDialog::restart()
{
    m_window.reset();
    m_engine = std::make_unique<EngineWithBrokers>();
    m_engine->dataDirectory = m_folder->path().toStdString();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
}

BrokerProfile TestBrokerDialog::factory() const
{
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("broker.example.com");
    return profile;
}

void TestBrokerDialog::deletedConnectionIsBroughtBackByUndo()
{
    connectTo(factory());
    BrokerDialog* open = m_window->brokers().edit(QStringLiteral("factory"));
    auto* remove = named<QPushButton>(*open, "Delete the saved connection");
    QVERIFY(remove && remove->isEnabled());
    remove->click();
    QVERIFY2(m_engine->elsewhere.statuses.empty(), "it is disconnected");
    auto& shelf = m_window->mirror().model<ProfileShelf>();
    QCOMPARE(shelf.rowCount(), 0);
    QCOMPARE(remove->text(), QStringLiteral("Undo"));
    QVERIFY(open->profile().host.isEmpty());
    keepPicture(*open, "dialog-deleted.png");
    remove->click();
    QCOMPARE(shelf.names(), QStringList{QStringLiteral("factory")});
    QCOMPARE(m_engine->elsewhere.statuses.size(), std::size_t{1});
    QCOMPARE(open->profile(), factory());
    QCOMPARE(remove->text(), QStringLiteral("Delete"));
}

void TestBrokerDialog::whatWasOpenIsOpenedAgainAtTheNextStart()
{
    restart();
    connectTo(factory());
    BrokerProfile quiet = factory();
    quiet.name = QStringLiteral("quiet");
    quiet.connectAtStart = false;
    connectTo(quiet);
    BrokerProfile ended = factory();
    ended.name = QStringLiteral("ended");
    connectTo(ended);
    m_window->mirror().model<BrokersModel>().close(QStringLiteral("ended"));
    restart();
    QTRY_COMPARE(m_engine->elsewhere.opened.size(), std::size_t{1});
    QCOMPARE(m_engine->elsewhere.opened.front(), factory());
    QTRY_VERIFY(m_window->findChild<BrokerChips*>()->isVisible());
    m_window->setZoom(1.25); // makes the views anew
    QTest::qWait(100);
    m_window->setZoom(1);
    QTest::qWait(100);
    QCOMPARE(m_engine->elsewhere.opened.size(), std::size_t{1});
}

void TestBrokerDialog::passwordThatWasNotKeptIsAskedFor()
{
    restart();
    BrokerProfile profile = factory();
    profile.userName = QStringLiteral("anna");
    profile.password = QStringLiteral("rosebud");
    connectTo(profile);
    QFile kept(QDir(m_folder->path()).filePath(QStringLiteral("console/connections.json")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("rosebud"));
    restart();
    QTRY_VERIFY(m_window->findChild<PasswordDialog*>());
    QVERIFY2(m_engine->elsewhere.opened.empty(), "it does not knock without a password");
    auto* asks = m_window->findChild<PasswordDialog*>();
    keepPicture(*asks, "password.png");
    QVERIFY(QTest::qWaitForWindowActive(asks));
    QTRY_COMPARE(QApplication::focusWidget(), named<QLineEdit>(*asks, "Password"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("rosebud"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_engine->elsewhere.opened.size(), std::size_t{1});
    QCOMPARE(m_engine->elsewhere.opened.front().password, QStringLiteral("rosebud"));
    QFile again(kept.fileName());
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(!again.readAll().contains("rosebud"));
}

void TestBrokerDialog::refusedPasswordIsAskedForAgain()
{
    BrokerProfile profile = factory();
    profile.userName = QStringLiteral("anna");
    profile.password = QStringLiteral("wrong");
    connectTo(profile);
    QVERIFY(!m_window->findChild<PasswordDialog*>());
    m_engine->elsewhere.statuses.front().passwordRefused = true;
    QTRY_VERIFY(m_window->findChild<PasswordDialog*>());
    auto* asks = m_window->findChild<PasswordDialog*>();
    QVERIFY(asks->accessibleDescription().contains(QStringLiteral("did not take")));
    asks->reject();
    QTRY_VERIFY(!m_window->findChild<PasswordDialog*>());
    QTest::qWait(300);
    QVERIFY2(!m_window->findChild<PasswordDialog*>(), "not now means not now");
    for (QAction* action : m_window->findChild<BrokerChips*>()->findChild<QMenu*>()->actions())
        if (action->text() == QStringLiteral("Enter the password …"))
            action->trigger();
    QTRY_VERIFY(m_window->findChild<PasswordDialog*>());
}

void TestBrokerDialog::hereIsNoNameOfABroker()
{
    BrokerProfile profile = factory();
    profile.name = QStringLiteral("Here");
    QCOMPARE(flawsOf(profile).size(), 1);
    QVERIFY(flawsOf(profile).front().fatal);
}

void TestBrokerDialog::welcomeLeadsToAws()
{
    m_window->showWelcome();
    keepPicture(*m_window, "welcome.png");
    QPushButton* aws = button(*m_window, "Connect my AWS account …");
    QVERIFY(aws);
    QTest::keyClick(aws, Qt::Key_Return);
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->profile().kind == BrokerProfile::Kind::Aws);
    QVERIFY(dialog()->profile().subscriptions.isEmpty());
}

static const bool kRegistered = registerTest<TestBrokerDialog>();

} // namespace greensward::ui

#include "tst_broker_dialog.moc"
