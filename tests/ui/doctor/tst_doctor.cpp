// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/transport.h"
#include "test_registry.h"
#include "trouble.h"
#include "ui/findings/finding_list.h"
#include "ui/kit/workspace.h"
#include "ui/models/doctor_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/shell/main_window.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

namespace greensward::ui {

namespace {

/// Answers every request of the window's API with the same and keeps what was asked.
class Recorded final : public QObject, public client::Transport
{
public:
    void send(aws::Request request, Received received) override
    {
        asked.push_back(std::move(request));
        QTimer::singleShot(0, this, [this, received = std::move(received)] {
            received(aws::Response{.status = 200, .body = answer});
        });
    }
    std::vector<aws::Request> asked;
    std::string answer = "{}";
};

class ApiEngine final : public FakeEngine
{
public:
    client::Api* api() override { return &m_api; }
    Recorded transport;

private:
    client::Api m_api{transport,
                      clock(),
                      {.key = {.accessKeyId = "AKIA", .secretAccessKey = "x"}, .region = "us-east-1", .host = "here"}};
};

} // namespace

class TestDoctor final : public QObject
{
    Q_OBJECT

private slots:
    void allIsWellAtFirst();
    void aCardIsShownAnnouncedAndCounted();
    void theModelKeepsItsPromises();
    void whatIsUnderstoodIsLearned();
    void theReportIsCopied();
    void aCardKeepsWhatItIsAbout();
    void theButtonActivatesTheCertificate();
    void theButtonAddsTheLine();
    void inACaptureNothingActs();
    void everyControlHasANameAndASize();
};

namespace {

struct Desk
{
    ApiEngine engine;
    MainWindow window{engine, engine.clock()};
    Trouble trouble{engine};

    Desk()
    {
        window.resize(1280, 800);
        window.show();
        window.showWorkspace(QStringLiteral("doctor"));
    }
    void drain()
    {
        window.mirror().feed().drainNow();
        QCoreApplication::processEvents();
    }
    DoctorModel& model() { return window.mirror().model<DoctorModel>(); }
    FindingList* list() { return window.workspace(QStringLiteral("doctor"))->findChild<FindingList*>(); }
    QPushButton* button(const QString& text)
    {
        for (QPushButton* each : list()->findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    /// Of the menu that is open.
    void chooseKeep()
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().front()->text().startsWith(QLatin1String("Keep only")));
        menu->actions().front()->trigger();
        menu->close();
    }
    QString status()
    {
        for (QToolButton* each : window.findChildren<QToolButton*>())
            if (each->text().contains(QLatin1String("checks")))
                return each->text();
        return {};
    }
};

} // namespace

void TestDoctor::allIsWellAtFirst()
{
    Desk desk;
    desk.drain();
    QCOMPARE(desk.list()->count(), 0);
    QVERIFY(!desk.list()->isVisible());
    QCOMPARE(desk.status(), QStringLiteral("19 checks: all well"));
}

void TestDoctor::aCardIsShownAnnouncedAndCounted()
{
    Desk desk;
    QSignalSpy raised(&desk.model(), &DoctorModel::raised);
    desk.trouble.clientId();
    desk.drain();
    QCOMPARE(desk.list()->count(), 1);
    QVERIFY(desk.list()->isVisible());
    QVERIFY(desk.list()->at(0)->accessibleName().contains(QLatin1String("this client is `pumps-1`")));
    QCOMPARE(raised.size(), 1);
    QCOMPARE(desk.status(), QStringLiteral("19 checks: 1 note"));
    QVERIFY(desk.model().concerns(QStringLiteral("pumps-1")));
    FindingCard* card = desk.list()->at(0);
    card->setFocus();
    desk.trouble.clientId();
    desk.trouble.endpoint();
    desk.drain();
    QCOMPARE(desk.list()->count(), 2);
    QCOMPARE(desk.list()->at(1), card);
    QVERIFY2(card->hasFocus(), "a card that happens again keeps the focus");
    QCOMPARE(raised.size(), 2);
}

void TestDoctor::theModelKeepsItsPromises()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.model());
    desk.trouble.clientId();
    desk.trouble.twice();
    desk.drain();
    QCOMPARE(desk.model().rowCount(), 2);
    QCOMPARE(desk.model().index(0).data(DoctorModel::CodeRole).toString(), QStringLiteral("D07"));
}

void TestDoctor::whatIsUnderstoodIsLearned()
{
    Desk desk;
    desk.trouble.endpoint();
    desk.drain();
    QTest::mouseClick(desk.button(QStringLiteral("Understood")), Qt::LeftButton);
    QCOMPARE(desk.list()->count(), 0);
    QCOMPARE(desk.model().learned().size(), std::size_t{1});
}

void TestDoctor::theReportIsCopied()
{
    Desk desk;
    desk.trouble.clientId();
    desk.drain();
    desk.button(QStringLiteral("Copy report"))->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(QLatin1String("D05")));
    QVERIFY2(!text.contains(QLatin1String("123456789012")), qPrintable(text));
}

void TestDoctor::aCardKeepsWhatItIsAbout()
{
    Desk desk;
    desk.trouble.denied();
    desk.drain();
    FindingCard* card = desk.list()->at(0);
    QTest::keyClick(card, Qt::Key_F10, Qt::ShiftModifier);
    desk.chooseKeep();
    ScopeStack& scope = desk.window.mirror().scope();
    QCOMPARE(scope.text(), senderTerm(QString::fromStdString(card->card().client)));
    scope.clear();
    QLabel* resource = nullptr;
    for (auto* label : card->findChildren<QLabel*>())
        if (label->text().remove(QChar(0x200B)).endsWith(QLatin1String("topic/macdonald/status")))
            resource = label;
    QVERIFY(resource);
    const QPoint at = resource->mapTo(card, resource->rect().center());
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, card->mapToGlobal(at));
    QCoreApplication::sendEvent(card, &asked);
    desk.chooseKeep();
    QCOMPARE(scope.text(), QStringLiteral("topic:macdonald/status"));
    scope.clear();
    desk.button(QStringLiteral("Understood"))->click();
    desk.drain();
    QWidget* learned = nullptr;
    for (auto* widget : desk.window.findChildren<QWidget*>())
        if (widget->accessibleName().startsWith(QLatin1String("D06")) && widget->focusPolicy() == Qt::TabFocus)
            learned = widget;
    QVERIFY(learned);
    QTest::keyClick(learned, Qt::Key_F10, Qt::ShiftModifier);
    desk.chooseKeep();
    QVERIFY(scope.text().startsWith(QLatin1String("from:")));
}

void TestDoctor::theButtonActivatesTheCertificate()
{
    Desk desk;
    desk.trouble.inactive();
    desk.drain();
    desk.button(QStringLiteral("Activate the certificate"))->click();
    QCOMPARE(desk.engine.transport.asked.size(), std::size_t{1});
    QCOMPARE(desk.engine.transport.asked[0].method, std::string("PUT"));
    QCOMPARE(desk.engine.transport.asked[0].target,
             std::string("/certificates/4f1c9a77b02e4f1c9a77b02e?newStatus=ACTIVE"));
}

void TestDoctor::theButtonAddsTheLine()
{
    Desk desk;
    desk.engine.transport.answer = kPolicyAnswer;
    desk.trouble.denied();
    desk.drain();
    desk.button(QStringLiteral("Add the line to sprinklers"))->click();
    QTRY_COMPARE(desk.engine.transport.asked.size(), std::size_t{2});
    const aws::Request& made = desk.engine.transport.asked[1];
    QCOMPARE(made.target, std::string("/policies/sprinklers/version?setAsDefault=true"));
    QVERIFY2(made.body.find("topic/macdonald/status") != std::string::npos, made.body.c_str());
    QVERIFY2(made.body.find("iot:Connect") != std::string::npos, "what was allowed before stays allowed");
}

void TestDoctor::inACaptureNothingActs()
{
    FakeEngine engine; // has no API, as a capture has none
    MainWindow window(engine, engine.clock());
    window.showWorkspace(QStringLiteral("doctor"));
    window.show();
    Trouble{engine}.inactive();
    window.mirror().feed().drainNow();
    for (QPushButton* each : window.workspace(QStringLiteral("doctor"))->findChildren<QPushButton*>()) {
        if (each->text() == QLatin1String("Activate the certificate"))
            QVERIFY(!each->isEnabled());
        if (each->text() == QLatin1String("Copy the AWS CLI command"))
            QVERIFY(each->isEnabled());
    }
}

void TestDoctor::everyControlHasANameAndASize()
{
    Desk desk;
    desk.trouble.clientId();
    desk.trouble.denied();
    desk.drain();
    for (QPushButton* each : desk.list()->findChildren<QPushButton*>()) {
        QVERIFY(!each->accessibleName().isEmpty());
        QVERIFY(each->height() >= 24);
        QVERIFY2(each->focusPolicy() & Qt::TabFocus, qPrintable(each->text()));
    }
    QCOMPARE(desk.window.workspace(QStringLiteral("doctor"))->focusStops().size(), 2);
}

static const bool kRegistered = registerTest<TestDoctor>();

} // namespace greensward::ui

#include "tst_doctor.moc"
