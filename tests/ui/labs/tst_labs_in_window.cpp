// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_engine.h"
#include "test_registry.h"
#include "ui/labs/command_block.h"
#include "ui/labs/lab_guide.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/labs_workspace.h"
#include "ui/labs/markdown_text.h"
#include "ui/labs/step_card.h"
#include "ui/models/brokers_model.h"
#include "ui/models/device_creation.h"
#include "ui/security/identity_page.h"
#include "ui/security/new_device_dialog.h"
#include "ui/security/policy_edit.h"
#include "ui/security/policy_page.h"
#include "ui/security/security_workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>

namespace greensward::ui {

/// Labs in the window, on a real engine, by keys.
class TestLabsInWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aLabIsBegunAndSolvedByKeys_data();
    void aLabIsBegunAndSolvedByKeys();
    void theConsolesWayThroughTheFirstLab();
    void whatAPersonDoesElsewhereCounts();
    void aWindowThatIsPutAwayGoesOnWatching();
    void aNearMissIsTold();
    void hintsComeOneByOne();
    void aStepIsSkippedAndBegunAgain();
    void commandsAreCopied();
    void linksAndSpotlightsLeadToTheirPlace();
    void aTextIsAsTallAsItIs();

private:
    LabsWorkspace& page() { return *qobject_cast<LabsWorkspace*>(m_live->window->workspace(QStringLiteral("labs"))); }
    LabModel& model() { return m_live->mirror().model<LabModel>(); }
    LabGuide& guide() { return *m_live->window->findChild<LabGuide*>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_live->window.get(), key, with);
    }
    /// Begins the lab by its number, as a person without a mouse would.
    void begin(int number);
    labs::StepView now() const;
    std::string labId(int number);

    std::unique_ptr<LiveEngine> m_live;
};

void TestLabsInWindow::init()
{
    m_live = std::make_unique<LiveEngine>(true);
    m_live->window->showWorkspace(QStringLiteral("labs"));
    QVERIFY(QTest::qWaitForWindowExposed(m_live->window.get()));
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    QVERIFY(!model().labs().empty());
    for (const labs::LintFinding& finding : model().findings())
        QFAIL(finding.text().c_str());
}

void TestLabsInWindow::cleanup()
{
    m_live.reset();
}

std::string TestLabsInWindow::labId(int number)
{
    for (const labs::LabPtr& lab : model().labs())
        if (lab->number == number)
            return lab->id;
    return {};
}

void TestLabsInWindow::begin(int number)
{
    page().focusStops().front()->setFocus();
    page().choose(labId(number));
    page().beginButton().setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(model().current());
    QTRY_VERIFY(guide().isVisible());
    QTRY_VERIFY(guide().currentCard());
}

labs::StepView TestLabsInWindow::now() const
{
    auto& model = m_live->mirror().model<LabModel>();
    const labs::LabView view = model.view(model.current()->id);
    return view.current < 0 ? labs::StepView() : view.steps[static_cast<std::size_t>(view.current)];
}

void TestLabsInWindow::aLabIsBegunAndSolvedByKeys_data()
{
    QTest::addColumn<int>("number");
    for (const int number : {1, 4, 5, 6})
        QTest::newRow(qPrintable(QString::number(number))) << number;
}

void TestLabsInWindow::aLabIsBegunAndSolvedByKeys()
{
    constexpr int kPatience = 30'000; // a keep alive has to run out
    QFETCH(int, number);
    begin(number);
    const labs::LabPtr lab = model().current();
    for (const labs::Step& step : lab->steps) {
        StepCard* card = guide().card(step.id);
        QVERIFY(card);
        QTRY_VERIFY2(card->isOpen(), step.id.c_str());
        QVERIFY(!now().missing.empty());
        QTRY_VERIFY(card->solveButton().isEnabled());
        card->solveButton().setFocus();
        QCOMPARE(QApplication::focusWidget(), &card->solveButton());
        press(Qt::Key_Space);
        QTRY_VERIFY2_WITH_TIMEOUT(card->state() == QStringLiteral("done") || !model().problem().isEmpty(), step.id.c_str(),
                                  kPatience);
        QVERIFY2(model().problem().isEmpty(), qPrintable(model().problem()));
        QVERIFY(card->accessibleName().contains(QStringLiteral("done")));
    }
    QVERIFY(model().view(lab->id).finished);
    QTRY_COMPARE(m_live->window->currentWorkspace(), QStringLiteral("labs")); // the page that says so
    const auto texts = page().findChildren<MarkdownText*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [&](const MarkdownText* text) {
        return text->toPlainText().contains(QString::fromStdString(lab->steps.front().title));
    }));
}

/// What lab 1 says under "In the console" is there and brings it to its end: the device from the dialog, knocking
/// without a policy, a policy, the dashed card's entry, and a message through the connection that was refused.
void TestLabsInWindow::theConsolesWayThroughTheFirstLab()
{
    begin(1);
    const auto waitsFor = [this](const char* step) {
        return QTest::qWaitFor(
            [this, step] {
                const labs::LabView view = model().view(model().current()->id);
                return view.current >= 0 && model().current()->steps[static_cast<std::size_t>(view.current)].id == step;
            },
            20'000);
    };
    auto& security = *qobject_cast<SecurityWorkspace*>(m_live->window->workspace(QStringLiteral("security")));
    m_live->window->showWorkspace(QStringLiteral("security"));
    QTRY_VERIFY(security.registry().isKnown());
    const QTemporaryDir folder;
    security.makeDevice();
    auto* dialog = security.findChild<NewDeviceDialog*>();
    QVERIFY(dialog);
    const auto field = [dialog](const char* name) {
        const auto fields = dialog->findChildren<QLineEdit*>();
        return *std::find_if(fields.begin(), fields.end(),
                             [name](const QLineEdit* one) { return one->accessibleName() == QLatin1String(name); });
    };
    field("Folder for certificate, private key and root")->setText(folder.path());
    field("Name of the thing")->setText(QStringLiteral("my-turbine"));
    for (auto* choice : dialog->findChildren<QComboBox*>())
        if (choice->accessibleName() == QStringLiteral("Policy of its certificate"))
            choice->setCurrentText(QStringLiteral("None yet"));
    QTest::keyClick(field("Name of the thing"), Qt::Key_Return);
    QVERIFY2(waitsFor("no-policy"), now().missing.c_str());

    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("mine");
    profile.host = QStringLiteral("localhost");
    profile.port = m_live->engine->whereabouts().ports.mqtts;
    profile.transport = BrokerProfile::Transport::Tls;
    profile.clientId = QStringLiteral("my-turbine");
    profile.caFile = folder.filePath(QStringLiteral("root.pem"));
    profile.certificateFile = folder.filePath(QStringLiteral("my-turbine.pem"));
    profile.keyFile = folder.filePath(QStringLiteral("my-turbine.key"));
    m_live->mirror().model<BrokersModel>().open(profile);
    QVERIFY2(waitsFor("policy"), now().missing.c_str());

    m_live->window->showWorkspace(QStringLiteral("security"));
    security.showTab(SecurityWorkspace::Policies);
    security.policies().findChild<QPushButton*>(QStringLiteral("new"))->click();
    for (auto* name : security.policies().findChildren<QLineEdit*>())
        if (name->accessibleName() == QStringLiteral("Name of the policy"))
            name->setText(QStringLiteral("my-turbine-policy"));
    auto* editor = security.policies().findChild<PolicyEdit*>();
    editor->setPlainText(QString::fromStdString(policyForOne("arn:aws:iot:*:*:*", "my-turbine")).replace(
        QStringLiteral("topic/my-turbine/*"), QStringLiteral("topic/turbines/my-turbine")));
    m_live->window->activateWindow(); // offscreen nobody does it when a dialog has gone
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(waitsFor("attach"), qPrintable(security.notice().text()));
    m_live->window->showWorkspace(QStringLiteral("security"));
    security.identities().showThing(QStringLiteral("my-turbine"));
    const auto attach = [&security]() -> QAction* {
        for (const QPushButton* button : security.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Attach policy …") && !button->isHidden() && button->menu())
                for (QAction* action : button->menu()->actions())
                    if (action->text() == QStringLiteral("Attach the policy my-turbine-policy"))
                        return action;
        return nullptr;
    };
    QTRY_VERIFY(attach());
    attach()->trigger();
    QVERIFY2(waitsFor("connect"), now().missing.c_str());

    m_live->window->showWorkspace(QStringLiteral("testclient"));
    m_live->port->subscribe("turbines/my-turbine", 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_live->port->brokers()->brokers().front().state == BrokerStatus::State::Online, 30'000);
    PublishRequest message;
    message.topic = "turbines/my-turbine";
    message.payload = "{\"rpm\": 12}";
    m_live->port->brokers()->publish(profile.name, message);
    QTRY_VERIFY2_WITH_TIMEOUT(model().view(labId(1)).finished, now().missing.c_str(), 20'000);
}

/// The checks do not care who does it: here a call of the API from elsewhere.
void TestLabsInWindow::whatAPersonDoesElsewhereCounts()
{
    begin(1);
    StepCard* card = guide().currentCard();
    QVERIFY(m_live->ask({.service = "iot", .method = "POST", .path = "/things/my-turbine"}).ok());
    QTRY_COMPARE(card->state(), QStringLiteral("done"));
    QTRY_VERIFY(guide().currentCard() != card);
    QVERIFY(!card->isOpen());
    const auto labels = card->findChildren<QLabel*>();
    QVERIFY2(std::any_of(labels.begin(), labels.end(),
                         [](const QLabel* one) { return one->isVisible() && one->text().contains(QLatin1String("my-turbine")); }),
             "it does not say because of what");
}

void TestLabsInWindow::aWindowThatIsPutAwayGoesOnWatching()
{
    begin(1);
    StepCard* card = guide().currentCard();
    m_live->window->hide();
    QTest::qWait(5000); // the questions asked at the beginning have been answered
    QVERIFY(m_live->ask({.service = "iot", .method = "POST", .path = "/things/my-turbine"}).ok());
    QTRY_COMPARE(card->state(), QStringLiteral("done"));
}

void TestLabsInWindow::aNearMissIsTold()
{
    begin(1);
    QVERIFY(m_live->ask({.service = "iot", .method = "POST", .path = "/things/my-turbin"}).ok());
    QTRY_VERIFY2(QString::fromStdString(now().nearest).contains(QLatin1String("my-turbin")), now().nearest.c_str());
    QCOMPARE(guide().currentCard()->state(), QStringLiteral("to do now"));
}

void TestLabsInWindow::hintsComeOneByOne()
{
    begin(1);
    for (int hints = 1; hints <= 3; ++hints) {
        QTest::keyClick(m_live->window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(now().hints, hints);
        int shown = 0;
        for (const MarkdownText* text : guide().currentCard()->findChildren<MarkdownText*>())
            shown += text->isVisible() && text->toPlainText().startsWith(QStringLiteral("Hint "));
        QCOMPARE(shown, hints);
    }
    QVERIFY(!guide().currentCard()->hintButton().isEnabled());
}

void TestLabsInWindow::aStepIsSkippedAndBegunAgain()
{
    begin(1);
    StepCard* first = guide().currentCard();
    model().skip(first->step().id);
    QTRY_COMPARE(first->state(), QStringLiteral("skipped"));
    QTRY_VERIFY(guide().currentCard() != first);
    model().resetStep(first->step().id);
    QTRY_COMPARE(guide().currentCard(), first);
    QCOMPARE(first->state(), QStringLiteral("to do now"));
}

void TestLabsInWindow::commandsAreCopied()
{
    begin(1);
    StepCard* card = guide().currentCard();
    for (QToolButton* button : card->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Terminal")) {
            button->setFocus();
            press(Qt::Key_Space);
        }
    auto blocks = card->findChildren<CommandBlock*>();
    blocks.erase(std::remove_if(blocks.begin(), blocks.end(), [](const CommandBlock* one) { return !one->isVisible(); }),
                 blocks.end());
    QVERIFY(!blocks.isEmpty());
    blocks.front()->copyButton().setFocus();
    press(Qt::Key_Space);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.trimmed(), blocks.front()->commands());
    QVERIFY2(!copied.contains(QStringLiteral("{{")), qPrintable(copied));
}

void TestLabsInWindow::linksAndSpotlightsLeadToTheirPlace()
{
    begin(5);
    emit guide().linkAsked(QStringLiteral("console:shadows/sprinkler-456"));
    QCOMPARE(m_live->window->currentWorkspace(), QStringLiteral("shadows"));
    QCOMPARE(m_live->mirror().selection().client(), QStringLiteral("sprinkler-456"));
    QVERIFY(guide().isVisible()); // the guide comes along
    emit guide().spotlightAsked(QStringLiteral("testclient/subscribe"));
    QCOMPARE(m_live->window->currentWorkspace(), QStringLiteral("testclient"));
    QVERIFY(guide().isVisible());
    QVERIFY(m_live->window->spotlit());
    QCOMPARE(m_live->window->spotlit()->objectName(), QStringLiteral("subscribe"));
    press(Qt::Key_Shift); // whatever a person does next ends it
    QVERIFY(!m_live->window->spotlit());
    emit guide().spotlightAsked(QStringLiteral("security/policies/new"));
    QCOMPARE(m_live->window->currentWorkspace(), QStringLiteral("security"));
    QVERIFY(m_live->window->spotlit());
    emit guide().spotlightAsked(QStringLiteral("security/things/my-turbine/certificates"));
    QCOMPARE(m_live->mirror().selection().client(), QStringLiteral("my-turbine"));
    emit guide().linkAsked(QStringLiteral("console:testclient"));
    emit guide().linkAsked(QStringLiteral("console:nowhere"));
    QCOMPARE(m_live->window->currentWorkspace(), QStringLiteral("testclient"));
}

/// Rendered once, within the budget of a page; no text is cut off.
void TestLabsInWindow::aTextIsAsTallAsItIs()
{
    QWidget frame;
    frame.resize(300, 200);
    MarkdownText text(&frame);
    text.setGeometry(0, 0, 300, 100);
    text.setText(QStringLiteral("One paragraph that is long enough to need several lines in three hundred pixels.\n\nTwo.\n\n- a\n- b\n"));
    frame.show();
    QVERIFY(text.height() >= static_cast<int>(text.document()->size().height()));
    const int tall = text.height();
    text.resize(150, tall);
    QTRY_VERIFY(text.height() > tall);
}

[[maybe_unused]] const bool kRegistered = registerTest<TestLabsInWindow>();

} // namespace greensward::ui

#include "tst_labs_in_window.moc"
