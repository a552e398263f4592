// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_engine.h"
#include "test_registry.h"
#include "ui/kit/card.h"
#include "ui/labs/lab_guide.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/passage_view.h"
#include "ui/labs/step_card.h"
#include "ui/phone/handset.h"
#include "ui/phone/phone_keeper.h"
#include "ui/phone/phone_workspace.h"

#include <QPushButton>

namespace greensward::ui {

/// What labs 4 and 6 say under "In the console" brings them to their ends, by keys: the buttons of their texts, and the
/// window's telephone.
class TestConsoleWays final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_live.reset(); }
    void aPumpIsLostInEveryWay();
    void aTelephoneComesInAsAGuest();
    void whereNobodyLendsItSaysSo();

private:
    LabModel& model() { return m_live->mirror().model<LabModel>(); }
    LabGuide& guide() { return *m_live->window->findChild<LabGuide*>(); }
    void begin(int number);
    /// Presses the buttons of the step's way in the console, one after the other.
    void pressAll(const char* step);
    bool isDone(const char* step, int patience = 30'000);
    void press(QWidget& control);

    std::unique_ptr<LiveEngine> m_live;
};

void TestConsoleWays::init()
{
    m_live = std::make_unique<LiveEngine>(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_live->window.get()));
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
}

void TestConsoleWays::begin(int number)
{
    for (const labs::LabPtr& lab : model().labs())
        if (lab->number == number)
            model().begin(lab->id);
    QTRY_VERIFY(guide().currentCard());
}

void TestConsoleWays::press(QWidget& control)
{
    QTRY_VERIFY(control.isVisible() && control.isEnabled());
    control.setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), &control);
    QTest::keyClick(&control, Qt::Key_Space);
}

void TestConsoleWays::pressAll(const char* step)
{
    StepCard* card = guide().card(step);
    QVERIFY(card);
    QTRY_VERIFY2(card->isOpen(), step);
    QList<QPushButton*> buttons;
    for (const PassageView* way : card->findChildren<PassageView*>())
        buttons << way->findChildren<QPushButton*>();
    QVERIFY2(!buttons.isEmpty(), step);
    for (QPushButton* button : buttons) {
        press(*button);
        QTRY_VERIFY2_WITH_TIMEOUT(model().busy().isEmpty(), step, 20'000);
        QVERIFY2(model().problem().isEmpty(), qPrintable(model().problem()));
    }
}

bool TestConsoleWays::isDone(const char* step, int patience)
{
    return QTest::qWaitFor([&] { return guide().card(step)->state() == QStringLiteral("done"); }, patience);
}

void TestConsoleWays::aPumpIsLostInEveryWay()
{
    begin(6);
    m_live->port->subscribe("lastwill/#", 1);
    for (const char* step : {"arm", "lost", "goodbye", "keep-alive", "retained"}) {
        pressAll(step);
        QVERIFY2(isDone(step), step);
    }
    m_live->port->subscribe("$aws/events/presence/#", 1);
    QTest::qWait(300);
    pressAll("lifecycle");
    QVERIFY(isDone("lifecycle"));
    const labs::LabView view = model().view(model().current()->id);
    QVERIFY(view.finished);
    for (const labs::StepView& step : view.steps)
        QVERIFY2(!step.solvedForMe, "a person pressed each button");
}

void TestConsoleWays::aTelephoneComesInAsAGuest()
{
    begin(4);
    auto& page = *qobject_cast<PhoneWorkspace*>(m_live->window->workspace(QStringLiteral("phone")));
    auto& comeIn = *page.findChild<QPushButton*>(QStringLiteral("come-in"));
    pressAll("caller");
    QVERIFY(isDone("caller"));
    pressAll("pool");
    QVERIFY(isDone("pool"));
    m_live->window->showWorkspace(QStringLiteral("phone"));
    PhonePort& phone = *m_live->mirror().model<PhoneKeeper>().phone();
    press(comeIn);
    QVERIFY(isDone("borrow"));
    QVERIFY(isDone("refused"));
    QTRY_COMPARE(phone.state().trouble, PhonePort::Trouble::SubscribeDenied);
    QCOMPARE(phone.state().heard, 0u);
    pressAll("hear");
    press(comeIn); // leaves
    QTRY_VERIFY(!phone.state().isOnline);
    press(comeIn);
    QVERIFY2(isDone("hear"), qPrintable(phone.state().told));
    QTRY_VERIFY(phone.state().heard > 0);
    QCOMPARE(phone.state().trouble, PhonePort::Trouble::None);
    QCOMPARE(phone.state().steps.size(), 6u);
    QVERIFY(phone.state().turbine[QLatin1String("output")].isDouble());
    press(page.findChild<Handset*>()->water());
    QVERIFY(isDone("switch"));
    QTRY_VERIFY(phone.state().desired.has_value());
    QTRY_COMPARE(phone.state().reported, phone.state().desired);
    pressAll("cost");
    QVERIFY(isDone("cost"));
    pressAll("late");
    QVERIFY(isDone("late"));
    QVERIFY(model().view(model().current()->id).finished);
}

void TestConsoleWays::whereNobodyLendsItSaysSo()
{
    m_live->window->showWorkspace(QStringLiteral("phone"));
    auto& page = *qobject_cast<PhoneWorkspace*>(m_live->window->workspace(QStringLiteral("phone")));
    press(*page.findChild<QPushButton*>(QStringLiteral("come-in")));
    QTRY_COMPARE(m_live->mirror().model<PhoneKeeper>().phone()->state().trouble, PhonePort::Trouble::NoPool);
    const auto says = [&page](const char* words) {
        for (const RoleLabel* label : page.findChildren<RoleLabel*>())
            if (label->isVisible() && label->text().contains(QLatin1String(words)))
                return true;
        return false;
    };
    QTRY_VERIFY(says("Nobody lends it credentials"));
    QTRY_VERIFY(says("Lab 4 makes one"));
}

[[maybe_unused]] const bool kRegistered = registerTest<TestConsoleWays>();

} // namespace greensward::ui

#include "tst_console_ways.moc"
