// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../brokers/fake_brokers.h"
#include "test_registry.h"
#include "ui/classroom/class_model.h"
#include "ui/classroom/class_workspace.h"
#include "ui/classroom/code_panel.h"
#include "ui/kit/list_table.h"
#include "ui/labs/labs_workspace.h"
#include "ui/labs/progress_teller.h"
#include "ui/labs/tell_card.h"
#include "ui/models/brokers_model.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace greensward::ui {

using namespace std::chrono_literals;

/// The window of who teaches, driven by keys.
class TestClassWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itComesToTheRailOnceAskedFor();
    void aCodeIsReadByKeys();
    void namesAreText();
    void aConnectionIsListenedTo();
    void theChosenOneStaysChosen();
    void pictures();

private:
    void hear(const char* name, int lab, int step, int seconds, const QStringList& codes = {})
    {
        constexpr std::int64_t kNow = 2'000'000'000;
        const ClassReport report{.name = QString::fromUtf8(name), .lab = lab, .step = step, .of = 7,
                                 .done = step > 0 ? step - 1 : 7, .since = kNow - seconds, .at = kNow, .doctor = codes};
        m_engine->message("somebody", classTopic(report.name), toJson(report));
    }
    void pump(Duration time = {})
    {
        m_engine->advance(time);
        m_engine->flush();
        m_window->mirror().feed().drainNow();
        QCoreApplication::processEvents();
    }
    void fillClass();
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key, with);
    }
    ClassWorkspace& page() { return *qobject_cast<ClassWorkspace*>(m_window->workspace(QStringLiteral("class"))); }
    QWidget* railButton() { return m_window->findChild<Rail*>()->findChild<QWidget*>(QStringLiteral("class")); }

    std::unique_ptr<EngineWithBrokers> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestClassWorkspace::init()
{
    m_engine = std::make_unique<EngineWithBrokers>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

void TestClassWorkspace::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestClassWorkspace::itComesToTheRailOnceAskedFor()
{
    QVERIFY(railButton()->isHidden());
    hear("Ann", 5, 3, 30);
    pump();
    QVERIFY(railButton()->isHidden()); // an attendee's console hears others, too
    press(Qt::Key_P, Qt::ControlModifier);
    auto* field = m_window->findChild<CommandPalette*>()->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("Class"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("class"));
    QVERIFY(!railButton()->isHidden());
    m_window->showWorkspace(QStringLiteral("map"));
    m_window->setZoom(1.2); // views are made anew
    pump();
    QTRY_VERIFY(!railButton()->isHidden());
    m_window->setZoom(1);
    pump();
}

void TestClassWorkspace::aCodeIsReadByKeys()
{
    m_window->showWorkspace(QStringLiteral("class"));
    hear("Ann", 5, 3, 30, {QStringLiteral("D06")});
    hear("Bob", 5, 3, 20);
    pump();
    for (QDockWidget* dock : m_window->findChildren<QDockWidget*>(QStringLiteral("class-codes")))
        dock->hide();
    press(Qt::Key_F6);
    for (int tries = 0; tries < 6 && QApplication::focusWidget() != &page().table(); ++tries)
        press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &page().table());
    press(Qt::Key_Down);
    page().table().selectRow(0);
    QVERIFY(!page().codes().isVisible());
    press(Qt::Key_Return);
    QVERIFY(page().codes().isVisible());
    auto* entry = page().codes().findChild<QWidget*>(QStringLiteral("D06"));
    QVERIFY(entry);
    QVERIFY2(entry->accessibleName().contains(QStringLiteral("iot:Subscribe")), qPrintable(entry->accessibleName()));
    press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(!page().codes().findChild<QWidget*>(QStringLiteral("D06"))); // Bob has none
}

void TestClassWorkspace::namesAreText()
{
    m_window->showWorkspace(QStringLiteral("class"));
    hear("<h1>Ann", 5, 3, 30);
    pump();
    page().table().selectRow(0);
    const auto labels = page().codes().findChildren<QLabel*>();
    const auto named = std::find_if(labels.begin(), labels.end(),
                                    [](const QLabel* one) { return one->text() == QStringLiteral("<h1>Ann"); });
    QVERIFY(named != labels.end());
    QCOMPARE((*named)->textFormat(), Qt::PlainText);
    QVERIFY(page().table().currentIndex().data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;h1&gt;Ann")));
}

void TestClassWorkspace::aConnectionIsListenedTo()
{
    m_window->showWorkspace(QStringLiteral("class"));
    auto* menu = page().findChild<QMenu*>();
    QVERIFY(!qobject_cast<QPushButton*>(menu->parentWidget())->isVisible());
    BrokerProfile profile = BrokerProfile::aws();
    profile.name = QStringLiteral("teacher");
    m_window->mirror().model<BrokersModel>().open(profile);
    pump();
    QTRY_VERIFY(qobject_cast<QPushButton*>(menu->parentWidget())->isVisible());
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().front()->isChecked());
    menu->actions().front()->trigger();
    QCOMPARE(m_engine->elsewhere.subscribed.back(), std::string("teacher:greensward/class/+/progress"));
}

void TestClassWorkspace::theChosenOneStaysChosen()
{
    m_window->showWorkspace(QStringLiteral("class"));
    hear("Ann", 5, 3, 300);
    hear("Bob", 5, 3, 20);
    pump();
    page().table().selectRow(0);
    hear("Ann", 5, 4, 0);
    pump();
    QCOMPARE(page().table().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Ann"));
    QCOMPARE(page().table().currentIndex().row(), 1);
}

void TestClassWorkspace::fillClass()
{
    const char* names[] = {"Ada",   "Bram",  "Chidi", "Dagny", "Eun-ji", "Farid", "Greta", "Hiro",
                           "Ines",  "Jonas", "Kofi",  "Lena",  "Mateo",  "Nadia", "Olu",   "Priya"};
    int number = 0;
    for (const char* name : names) {
        const int step = number % 5 == 4 ? 0 : 2 + number % 3;
        QStringList codes;
        if (number == 10 || number == 13)
            codes << QStringLiteral("D06");
        if (number == 7)
            codes << QStringLiteral("D03") << QStringLiteral("D17");
        hear(name, number == 15 ? 0 : 5, number == 15 ? 0 : step, 12 + number * 47, codes);
        ++number;
        if (number == 4)
            pump(100s);
    }
    m_engine->message("somebody", "greensward/class/x/progress", "no report");
    pump(3s);
}

/// For looking at: GREENSWARD_PICTURES names a folder.
void TestClassWorkspace::pictures()
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        QSKIP("GREENSWARD_PICTURES names no folder");
    fillClass();
    m_window->showWorkspace(QStringLiteral("class"));
    for (const char* look : {"light", "dark", "projector"})
        for (const QSize size : {QSize(1280, 800), QSize(1024, 768)}) {
            m_window->setLayout(look == std::string_view("projector") ? Layout::Present : Layout::Explore);
            if (look != std::string_view("projector"))
                m_window->setTheme(look == std::string_view("dark") ? Theme::Dark : Theme::Light);
            QTest::qWait(100);
            m_window->resize(size);
            m_window->resetLayout();
            for (const char* id : {"class", "labs"}) {
                m_window->showWorkspace(QLatin1String(id));
                QTest::qWait(100);
                if (id == std::string_view("labs")) {
                    auto& card = qobject_cast<LabsWorkspace*>(m_window->workspace(QStringLiteral("labs")))->tellCard();
                    card.box().setChecked(true);
                }
                m_window->workspace(QLatin1String(id))->fillForPicture();
                QTest::qWait(150);
                QVERIFY(m_window->grab().save(QDir(folder).filePath(
                    QStringLiteral("%1-%2-%3.png").arg(QLatin1String(id), QLatin1String(look)).arg(size.width()))));
            }
        }
    m_window->setLayout(Layout::Explore);
    m_window->setTheme(Theme::Light);
    QTest::qWait(100);
}

static const bool kRegistered = registerTest<TestClassWorkspace>();

} // namespace greensward::ui

#include "tst_class_workspace.moc"
