// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_engine.h"
#include "test_registry.h"
#include "ui/kit/card.h"
#include "ui/kit/discretion.h"
#include "ui/kit/list_table.h"
#include "ui/security/certificate_page.h"
#include "ui/security/chain_view.h"
#include "ui/security/evaluation_page.h"
#include "ui/security/identity_page.h"
#include "ui/security/new_device_dialog.h"
#include "ui/security/node_card.h"
#include "ui/security/policy_edit.h"
#include "ui/security/policy_page.h"
#include "ui/security/refusal_page.h"
#include "ui/security/register_authority_dialog.h"
#include "ui/security/security_workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

namespace greensward::ui {

/// The workspace on a real engine, driven by its buttons and keys; clients come over the wire.
class TestSecurity final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void drawsTheChainOfADevice();
    void makesADeviceThatReallyConnects();
    void refusesADetachedDeviceAndShowsTheSmallestPolicy();
    void gapHasAButtonThatMendsItAndUndoTakesItBack();
    void evaluationAgreesWithTheAccount();
    void certificateOfAConnectionLeadsToTheRoot();
    void cellsKeepTheirDeviceAndOfferActs();
    void policyIsWrittenByKeyboard();
    void f5AsksAgainAndChangesOfOthersAreSeen();
    void badFolderMakesNoCertificate();
    void anAuthorityOfOnesOwnIsRegistered();
    void accountsInAPolicyAreCoveredAtAProjector();

private:
    SecurityWorkspace& page()
    {
        return *qobject_cast<SecurityWorkspace*>(m_live->window->workspace(QStringLiteral("security")));
    }
    template<typename T>
    T* named(QWidget& in, const QString& accessibleName);
    bool makeDevice(const QString& name);
    /// What mosquitto_pub came to: its exit code.
    int publish(const QString& device, const QString& topic, const QString& clientId);
    void choose(QMenu* menu, const QString& entry);
    std::string certificateOf(const std::string& thing);
    std::size_t cards(bool gaps);
    QPushButton* button(const QString& text);

    std::unique_ptr<LiveEngine> m_live;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSecurity::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_live = std::make_unique<LiveEngine>(true);
    m_live->window->showWorkspace(QStringLiteral("security"));
    QVERIFY(QTest::qWaitForWindowExposed(m_live->window.get()));
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    QTRY_VERIFY(page().registry().isKnown());
}

void TestSecurity::cleanup()
{
    m_live.reset();
    m_folder.reset();
}

template<typename T>
T* TestSecurity::named(QWidget& in, const QString& accessibleName)
{
    for (T* one : in.findChildren<T*>())
        if (one->accessibleName() == accessibleName && !one->isHidden())
            return one;
    return nullptr;
}

bool TestSecurity::makeDevice(const QString& name)
{
    page().makeDevice();
    auto* dialog = page().findChild<NewDeviceDialog*>();
    if (!dialog)
        return false;
    named<QLineEdit>(*dialog, QStringLiteral("Folder for certificate, private key and root"))
        ->setText(m_folder->path());
    auto* field = named<QLineEdit>(*dialog, QStringLiteral("Name of the thing"));
    field->setFocus();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    return QTest::qWaitFor([this] { return page().notice().text().contains(QStringLiteral("is ready")); }, 20'000);
}

int TestSecurity::publish(const QString& device, const QString& topic, const QString& clientId)
{
    QProcess process;
    const QString folder = m_folder->path() + QLatin1Char('/');
    process.start(QStringLiteral("mosquitto_pub"),
                  {"-h", "localhost", "-p", QString::number(m_live->engine->whereabouts().ports.mqtts), "--cafile",
                   folder + "root.pem", "--cert", folder + device + ".pem", "--key", folder + device + ".key", "-i",
                   clientId, "-q", "1", "-t", topic, "-m", "wet"});
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20'000))
        return -1;
    return process.exitCode();
}

void TestSecurity::choose(QMenu* menu, const QString& entry)
{
    for (QAction* action : menu->actions())
        if (action->text() == entry)
            return action->trigger();
    QFAIL(qPrintable(QStringLiteral("no entry ") + entry));
}

std::string TestSecurity::certificateOf(const std::string& thing)
{
    const auto answer = m_live->ask({"iot", "GET", "/things/" + thing + "/principals"}).object();
    return std::string(answer.at("principals").as_array().at(0).as_string());
}

std::size_t TestSecurity::cards(bool gaps)
{
    std::size_t count = 0;
    for (const NodeCard* card : page().identities().findChildren<NodeCard*>())
        count += card->isVisible() && card->isGap() == gaps;
    return count;
}

QPushButton* TestSecurity::button(const QString& text)
{
    for (QPushButton* one : page().identities().findChildren<QPushButton*>())
        if (one->text() == text && one->isVisible())
            return one;
    return nullptr;
}

void TestSecurity::drawsTheChainOfADevice()
{
    page().identities().showThing(QStringLiteral("ev-gen-123"));
    QTRY_VERIFY(page().identities().lookup().isKnown());
    const Identity& identity = page().identities().lookup().identity();
    QCOMPARE(identity.principals.size(), std::size_t(1));
    QCOMPARE(identity.gap(), Identity::Gap::None);
    QVERIFY(identity.principals[0].certificate.isActive());
    QCOMPARE(identity.principals[0].policies.at(0).entry.name, std::string("workshop-devices"));
    QTRY_COMPARE(cards(false), std::size_t(3));
    QCOMPARE(cards(true), std::size_t(0));
}

void TestSecurity::makesADeviceThatReallyConnects()
{
    if (QStandardPaths::findExecutable(QStringLiteral("mosquitto_pub")).isEmpty())
        QSKIP("mosquitto_pub is not installed");
    QVERIFY(makeDevice(QStringLiteral("pump-1")));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const auto permissions = QFileInfo(m_folder->filePath(QStringLiteral("pump-1.key"))).permissions();
    QVERIFY(permissions.testFlag(QFile::ReadOwner) && !(permissions & others));
    QTRY_COMPARE(QString::fromStdString(page().identities().lookup().thing()), QStringLiteral("pump-1"));
    QTRY_VERIFY(page().identities().lookup().isKnown() &&
                page().identities().lookup().identity().gap() == Identity::Gap::None);
    QCOMPARE(publish(QStringLiteral("pump-1"), QStringLiteral("pump-1/flow"), QStringLiteral("pump-1")), 0);
    // The commands that would have done the same were offered.
    auto* copy = named<QPushButton>(page(), QStringLiteral("Copy as AWS CLI"));
    QVERIFY(copy);
    copy->click();
    QVERIFY(
        QGuiApplication::clipboard()->text().startsWith(QStringLiteral("aws iot create-thing --thing-name pump-1")));
}

void TestSecurity::refusesADetachedDeviceAndShowsTheSmallestPolicy()
{
    if (QStandardPaths::findExecutable(QStringLiteral("mosquitto_pub")).isEmpty())
        QSKIP("mosquitto_pub is not installed");
    QVERIFY(makeDevice(QStringLiteral("pump-1")));
    // Somewhere it may not: the policy has no statement for it.
    QVERIFY(publish(QStringLiteral("pump-1"), QStringLiteral("lawn/east"), QStringLiteral("pump-1")) != 0);
    page().showTab(SecurityWorkspace::Refusals);
    auto& refusals = m_live->mirror().model<RefusalModel>();
    QTRY_VERIFY(refusals.rowCount() > 0 && refusals.refusal(0).question.action == "iot:Publish");
    QCOMPARE(refusals.refusal(0).who, std::string("pump-1"));
    page().refusals().choose(refusals.refusal(0).event);
    auto* difference = named<PolicyEdit>(page().refusals(), QStringLiteral("What the policy lacks"));
    QTRY_VERIFY2(difference->toPlainText().contains(QStringLiteral("+")) &&
                     difference->toPlainText().contains(QStringLiteral(":topic/lawn/east")),
                 qPrintable(difference->toPlainText()));
    // … and with that statement in the policy, saved by the keyboard, it may.
    named<QPushButton>(page().refusals(), QStringLiteral("Open the policy with this statement added"))->click();
    QCOMPARE(page().tab(), SecurityWorkspace::Policies);
    auto* editor = named<PolicyEdit>(page().policies(), QStringLiteral("Policy document"));
    QTRY_VERIFY(editor->toPlainText().contains(QStringLiteral("topic/lawn/east")));
    // The dialog is gone; offscreen nobody makes the window active again.
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(page().notice().text().contains(QStringLiteral("new version of pump-1-only counts")),
                 qPrintable(page().notice().text()));
    QCOMPARE(publish(QStringLiteral("pump-1"), QStringLiteral("lawn/east"), QStringLiteral("pump-1")), 0);

    // Its policy taken away, it cannot even connect.
    const std::string certificate = certificateOf("pump-1");
    m_live->ask(iot::detachPolicy("pump-1-only", certificate).call);
    QVERIFY(publish(QStringLiteral("pump-1"), QStringLiteral("lawn/east"), QStringLiteral("pump-1")) != 0);
    QTRY_COMPARE(refusals.refusal(0).question.action, std::string("iot:Connect"));
    page().showTab(SecurityWorkspace::Refusals);
    page().refusals().choose(refusals.refusal(0).event);
    QTRY_VERIFY2(difference->toPlainText().contains(QStringLiteral(":client/pump-1")),
                 qPrintable(difference->toPlainText()));
}

void TestSecurity::gapHasAButtonThatMendsItAndUndoTakesItBack()
{
    const std::string certificate = certificateOf("my-device");
    m_live->ask(iot::updateCertificate(certificateIdOf(certificate), "INACTIVE").call);
    m_live->ask(iot::detachPolicy("workshop-devices", certificate).call);
    page().identities().showThing(QStringLiteral("my-device"));
    QTRY_VERIFY(page().identities().lookup().isKnown() &&
                page().identities().lookup().identity().gap() == Identity::Gap::NoneActive);
    QTRY_COMPARE(cards(true), std::size_t(1));
    QTRY_VERIFY(button(QStringLiteral("Activate")) != nullptr);
    QPushButton* activate = button(QStringLiteral("Activate"));
    activate->setFocus();
    QTest::keyClick(activate, Qt::Key_Space);
    QTRY_VERIFY(page().identities().lookup().identity().gap() == Identity::Gap::NoPolicy);
    QTRY_VERIFY(button(QStringLiteral("Attach policy …")) != nullptr);
    QPushButton* attach = button(QStringLiteral("Attach policy …"));
    choose(attach->menu(), QStringLiteral("Attach the policy workshop-devices"));
    QTRY_VERIFY(page().identities().lookup().identity().gap() == Identity::Gap::None);
    QVERIFY(page().undoStack()->canUndo());
    page().undoStack()->undo();
    QTRY_VERIFY(page().identities().lookup().identity().gap() == Identity::Gap::NoPolicy);
    // What the account refuses is said, and is nothing to undo.
    page().undoStack()->clear();
    QVERIFY(page().notice().text().startsWith(QStringLiteral("Taken back")));
}

void TestSecurity::evaluationAgreesWithTheAccount()
{
    const std::string arn = certificateOf("my-device");
    m_live->ask(iot::detachPolicy("workshop-devices", arn).call);
    const std::string document = "{\"Version\":\"2012-10-17\",\"Statement\":["
                                 "{\"Sid\":\"c\",\"Effect\":\"Allow\",\"Action\":\"iot:Connect\",\"Resource\":\"arn:"
                                 "aws:iot:*:*:client/${iot:Connection.Thing.ThingName}\"},"
                                 "{\"Sid\":\"p\",\"Effect\":\"Allow\",\"Action\":[\"iot:Publish\",\"iot:Receive\"],"
                                 "\"Resource\":\"arn:aws:iot:*:*:topic/my/*\"},"
                                 "{\"Sid\":\"s\",\"Effect\":\"Allow\",\"Action\":\"iot:Subscribe\",\"Resource\":\"arn:"
                                 "aws:iot:*:*:topicfilter/my/#\"},"
                                 "{\"Sid\":\"d\",\"Effect\":\"Deny\",\"Action\":\"iot:Publish\",\"Resource\":\"arn:aws:"
                                 "iot:*:*:topic/my/secret\"}]}";
    QVERIFY(m_live->ask(iot::createPolicy("mixed", document).call).ok());
    QVERIFY(m_live->ask(iot::attachPolicy("mixed", arn).call).ok());
    page().showTab(SecurityWorkspace::Evaluate);
    const auto verdict = [&](const std::string& client, const std::string& action, const std::string& name) {
        page().evaluation().ask({.certificateArn = arn, .clientId = client}, {.action = action, .name = name});
        const Evaluation& evaluation = page().evaluation().evaluation();
        if (!QTest::qWaitFor([&] {
                return evaluation.judgement() && evaluation.principal()->policies.size() == 1 &&
                       evaluation.principal()->policies[0].entry.name == "mixed" && !evaluation.accountSays().empty();
            }))
            return std::string("no answer");
        return evaluation.agrees() ? evaluation.accountSays() : "here it is otherwise";
    };
    QCOMPARE(verdict("my-device", "iot:Connect", "my-device"), std::string("ALLOWED"));
    QCOMPARE(verdict("my-device", "iot:Connect", "other"), std::string("IMPLICIT_DENY"));
    QCOMPARE(verdict("stranger", "iot:Connect", "stranger"), std::string("IMPLICIT_DENY"));
    QCOMPARE(verdict("my-device", "iot:Publish", "my/flow"), std::string("ALLOWED"));
    QCOMPARE(verdict("my-device", "iot:Publish", "yours/flow"), std::string("IMPLICIT_DENY"));
    QCOMPARE(verdict("my-device", "iot:Publish", "my/secret"), std::string("EXPLICIT_DENY"));
    QCOMPARE(page().evaluation().evaluation().judgement()->statement, 3);
    QCOMPARE(verdict("my-device", "iot:Subscribe", "my/#"), std::string("ALLOWED"));
    QCOMPARE(verdict("my-device", "iot:Subscribe", "#"), std::string("IMPLICIT_DENY"));
    QCOMPARE(verdict("my-device", "iot:Receive", "my/flow"), std::string("ALLOWED"));
}

void TestSecurity::certificateOfAConnectionLeadsToTheRoot()
{
    page().showTab(SecurityWorkspace::Certificates);
    QTRY_VERIFY(page().certificates().showClient(QStringLiteral("sprinkler-456")));
    QStringList names;
    for (const NodeCard* card : page().certificates().findChildren<NodeCard*>())
        if (card->isVisible())
            names << card->accessibleName();
    QCOMPARE(names.size(), 2);
    QVERIFY2(names.join(' ').contains(QStringLiteral("root")), qPrintable(names.join(' ')));
    QVERIFY(!page().certificates().showClient(QStringLiteral("nobody")));
}

void TestSecurity::cellsKeepTheirDeviceAndOfferActs()
{
    const auto menuOf = [this](const QString& list, QWidget& in) -> QMenu* {
        auto* table = named<ListTable>(in, list);
        if (!table || table->model()->rowCount() == 0)
            return nullptr;
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    };
    QMenu* things = menuOf(QStringLiteral("Things"), page().identities());
    QVERIFY(things);
    QVERIFY2(things->actions().front()->text().startsWith(QStringLiteral("Keep only from:")),
             qPrintable(things->actions().front()->text()));
    things->actions().front()->trigger();
    things->close();
    QVERIFY(m_live->window->mirror().scope().text().startsWith(QStringLiteral("from:")));
    m_live->window->mirror().scope().clear();
    QMenu* certificates = menuOf(QStringLiteral("Certificates"), page());
    QVERIFY(certificates);
    QStringList entries;
    for (const QAction* action : certificates->actions())
        entries << action->text();
    QVERIFY2(entries.contains(QStringLiteral("Copy cell")) && entries.contains(QStringLiteral("Copy as AWS CLI")),
             qPrintable(entries.join(QLatin1Char('|'))));
    certificates->close();
}

void TestSecurity::policyIsWrittenByKeyboard()
{
    page().showTab(SecurityWorkspace::Policies);
    named<QPushButton>(page().policies(), QStringLiteral("Write a new policy"))->click();
    auto* name = named<QLineEdit>(page().policies(), QStringLiteral("Name of the policy"));
    QTest::keyClicks(name, QStringLiteral("mine"));
    auto* editor = named<PolicyEdit>(page().policies(), QStringLiteral("Policy document"));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, QStringLiteral("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Sure\"}]}"));
    QVERIFY(!editor->problem().sentence.isEmpty());
    QVERIFY(!named<QPushButton>(page().policies(), QStringLiteral("Create the policy"))->isEnabled());
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, QStringLiteral("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                            "\"Action\":\"iot:*\",\"Resource\":\"*\"}]}"));
    QVERIFY2(editor->problem().sentence.isEmpty(), qPrintable(editor->problem().sentence));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_live->ask({"iot", "GET", "/policies/mine"}).ok());
    QTRY_VERIFY(page().notice().text().contains(QStringLiteral("mine is there")));
    QTest::keyClick(m_live->window.get(), Qt::Key_Z, Qt::ControlModifier);
    page().undoStack()->undo();
    QTRY_VERIFY(!m_live->ask({"iot", "GET", "/policies/mine"}).ok());
}

void TestSecurity::f5AsksAgainAndChangesOfOthersAreSeen()
{
    const std::size_t before = page().registry().things().size();
    QVERIFY(m_live->ask(iot::createThing("fan-9").call).ok());
    QTRY_COMPARE(page().registry().things().size(), before + 1); // the recorder told of it
    QSignalSpy stale(&page().registry(), &Registry::stale);
    QTest::keyClick(m_live->window.get(), Qt::Key_F5);
    QTRY_VERIFY(!stale.isEmpty());
}

void TestSecurity::badFolderMakesNoCertificate()
{
    DevicePlan plan{.thing = "pump-3",
                    .makeThing = true,
                    .policy = {},
                    .document = {},
                    .folder = m_folder->path().toStdString(),
                    .trustedRoot = {}};
    QVERIFY(DeviceCreation::problemOf(plan).isEmpty());
    plan.thing = "a b";
    QVERIFY(!DeviceCreation::problemOf(plan).isEmpty());
    plan.thing = "pump-3";
    plan.folder = "/nowhere/at/all";
    QVERIFY(!DeviceCreation::problemOf(plan).isEmpty());
    // It was there when asked, and is gone when the key arrives: the certificate is taken back.
    const auto count = [this] {
        return m_live->ask({"iot", "GET", "/certificates"}).object().at("certificates").as_array().size();
    };
    const std::size_t before = count();
    DeviceCreation creation(m_live->port->api(), plan);
    QSignalSpy finished(&creation, &DeviceCreation::finished);
    creation.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!finished.front().front().toBool());
    QCOMPARE(count(), before);
}

/// Two accounts look alike, also when everything is selected; the text itself stays whole, so it can be edited.
void TestSecurity::accountsInAPolicyAreCoveredAtAProjector()
{
    const auto document = [](const std::string& account) {
        return "{\"Resource\": \"arn:aws:iot:us-east-1:" + account + ":client/pump-1\"}";
    };
    const auto picture = [&document](const std::string& account, bool selected) {
        PolicyEdit edit(QStringLiteral("Policy document"), nullptr);
        edit.resize(320, 200); // narrow: the name wraps
        edit.setDocumentText(document(account));
        if (selected)
            edit.selectAll();
        edit.show();
        const QImage image = edit.viewport()->grab().toImage();
        return std::make_pair(image, edit.documentText());
    };
    const std::string mine = "123456789012";
    const std::string theirs = "129876543212";
    for (const bool selected : {false, true}) {
        setDiscreet(false);
        QVERIFY(picture(mine, selected).first != picture(theirs, selected).first);
        setDiscreet(true);
        const auto [covered, text] = picture(mine, selected);
        const auto [other, otherText] = picture(theirs, selected);
        setDiscreet(false);
        QCOMPARE(covered, other);
        QVERIFY(text.find(mine) != std::string::npos && otherText.find(theirs) != std::string::npos);
    }
    const QList<SecretRange> expected{{24, 8}};
    QCOMPARE(secretRanges(QStringLiteral("arn:aws:iot:us-east-1:123456789012:thing/a")), expected);
    QVERIFY(secretRanges(QStringLiteral("turbines/ev-gen/123 at 10:42:07")).isEmpty());
}

[[maybe_unused]] const bool kRegistered = registerTest<TestSecurity>();

void TestSecurity::anAuthorityOfOnesOwnIsRegistered()
{
    const auto openssl = [this](const QString& words) {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral("openssl"), words.split(QLatin1Char(' ')));
        return process.waitForFinished(20'000) && process.exitCode() == 0;
    };
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("openssl is not installed");
    for (const char* name : {"farm", "other"})
        QVERIFY(openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout %1.key -out "
                                       "%1.pem -days 30 -subj /CN=%1")
                            .arg(QLatin1String(name))));
    page().showTab(SecurityWorkspace::Certificates);
    auto* open = named<QPushButton>(page(), QStringLiteral("Register an authority of your own"));
    QVERIFY(open);
    open->click();
    auto* dialog = page().findChild<RegisterAuthorityDialog*>();
    QVERIFY(dialog);
    const auto* lines = dialog->findChild<QPlainTextEdit*>();
    static const QRegularExpression kCode(QStringLiteral("/CN=([0-9a-f]{64})"));
    QTRY_VERIFY(kCode.match(lines->toPlainText()).hasMatch());
    const QString code = kCode.match(lines->toPlainText()).captured(1);
    QVERIFY(openssl(QStringLiteral("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout proof.key -out proof.csr "
                                   "-subj /CN=%1").arg(code)));
    QVERIFY(openssl(QStringLiteral("x509 -req -in proof.csr -CA farm.pem -CAkey farm.key -CAcreateserial -out proof.pem")));

    auto* certificate = named<QLineEdit>(*dialog, QStringLiteral("File of the authority's certificate"));
    auto* verification = named<QLineEdit>(*dialog, QStringLiteral("File of the verification certificate"));
    const auto said = [dialog](const QString& words) {
        for (const RoleLabel* label : dialog->findChildren<RoleLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    QPushButton* send = nullptr;
    for (QPushButton* one : dialog->findChildren<QPushButton*>())
        if (one->text() == QLatin1String("Register"))
            send = one;
    QVERIFY(send && !send->isEnabled());
    certificate->setText(m_folder->filePath(QStringLiteral("other.pem")));
    verification->setText(m_folder->filePath(QStringLiteral("proof.pem")));
    QVERIFY(said(QStringLiteral("not signed by this authority")));
    verification->setText(m_folder->filePath(QStringLiteral("farm.pem")));
    QVERIFY(said(QStringLiteral("not for the registration code")));
    QVERIFY(!send->isEnabled());
    certificate->setText(m_folder->filePath(QStringLiteral("farm.pem")));
    verification->setText(m_folder->filePath(QStringLiteral("proof.pem")));
    QVERIFY(send->isEnabled());
    send->click();
    QTRY_COMPARE(page().registry().authorities().size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(page().registry().authorities().front().status), QStringLiteral("ACTIVE"));
    QTRY_VERIFY(page().notice().text().contains(QStringLiteral("The authority is registered")));
}

} // namespace greensward::ui

#include "tst_security.moc"
