// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metered_engine.h"
#include "test_registry.h"
#include "ui/cost/bill_card.h"
#include "ui/cost/cost_bars.h"
#include "ui/cost/cost_workspace.h"
#include "ui/kit/card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_strip.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

namespace greensward::ui {

using namespace std::chrono_literals;

/// What a person does with the bill.
class TestCostWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingCountedShowsTheWayToTheBench();
    void unitsComeBeforeMoney();
    void stripSaysWhatItWouldCost();
    void barsAndTableSayTheSame();
    void resetIsUndoneByCtrlZ();
    void monthIsReachedByKeyboard();
    void enterOnAClientAsksForItsMonth();
    void cellsKeepClientsTopicsAndKinds_data();
    void cellsKeepClientsTopicsAndKinds();
    void priceFileIsOpenedOrItIsSaidWhyNot();
    void brokenPriceFileIsTold();
    void everyControlHasANameAndASize();
    void aZoomKeepsWhatWasChosen();

private:
    void use();
    CostWorkspace& cost() { return *qobject_cast<CostWorkspace*>(m_window->workspace(QStringLiteral("cost"))); }
    CostModel& model() { return m_window->mirror().model<CostModel>(); }

    std::unique_ptr<MeteredEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestCostWorkspace::init()
{
    m_engine = std::make_unique<MeteredEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->showWorkspace(QStringLiteral("cost"));
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestCostWorkspace::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestCostWorkspace::use()
{
    auto& meter = m_engine->meter();
    const auto turbine = meter.join("wt-1", 0);
    for (int message = 0; message < 10; ++message) {
        m_engine->advance(1s);
        meter.publish(turbine, "turbine/wt-1", 600, false);
    }
    model().refresh();
}

void TestCostWorkspace::nothingCountedShowsTheWayToTheBench()
{
    auto* empty = cost().findChild<EmptyState*>();
    QVERIFY(empty && empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("bench"));
    m_window->showWorkspace(QStringLiteral("cost"));
    use();
    QVERIFY(!empty->isVisible());
}

void TestCostWorkspace::unitsComeBeforeMoney()
{
    use();
    QCOMPARE(cost().card(0).units(), QStringLiteral("20 messages"));
    QCOMPARE(cost().card(0).money(), QStringLiteral("0.00010 USD"));
    QVERIFY2(cost().card(1).units().contains(QStringLiteral("11 messages")), qPrintable(cost().card(1).units()));
    QVERIFY(cost().card(1).units().contains(QStringLiteral("1 minutes")));
    QVERIFY(!cost().card(2).isVisible());
    QVERIFY(cost().card(0).accessibleName().contains(QStringLiteral("0.00010 USD")));
}

void TestCostWorkspace::stripSaysWhatItWouldCost()
{
    use();
    QStringList texts;
    for (const QLabel* label : m_window->findChild<StatusStrip*>()->findChildren<QLabel*>())
        texts << label->text();
    QVERIFY2(texts.contains(QStringLiteral("would cost 0.000011 USD")), qPrintable(texts.join(QLatin1Char('|'))));
}

void TestCostWorkspace::barsAndTableSayTheSame()
{
    use();
    const auto& bars = cost().bars().bars();
    QCOMPARE(bars.size(), std::size_t{3}); // messages, the connection and its minute
    QCOMPARE(bars[0].what, QStringLiteral("Messages from devices"));
    QCOMPARE(moneyText(bars[0].money[0]), QStringLiteral("0.00010 USD"));
    QVERIFY(cost().bars().accessibleDescription().contains(QStringLiteral("0.00010 USD")));
    QStringList cells;
    const QAbstractItemModel& table = *cost().table(CostWorkspace::Counted).model();
    for (int row = 0; row < table.rowCount(); ++row)
        cells << table.index(row, 0).data().toString();
    for (const auto& bar : bars)
        QVERIFY2(cells.contains(bar.what), qPrintable(bar.what));
}

void TestCostWorkspace::resetIsUndoneByCtrlZ()
{
    use();
    m_window->commands().find(QStringLiteral("cost.reset"))->trigger();
    QCOMPARE(cost().card(0).money(), QStringLiteral("0.00 USD"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cost().card(0).money(), QStringLiteral("0.00010 USD"));
}

void TestCostWorkspace::monthIsReachedByKeyboard()
{
    use();
    m_window->commands().find(QStringLiteral("cost.month"))->trigger();
    QCOMPARE(cost().page(), CostWorkspace::Month);
    auto* devices = cost().findChild<QSpinBox*>();
    QTRY_VERIFY(devices->hasFocus());
    QTest::keyClicks(devices, QStringLiteral("42"));
    QTest::keyClick(devices, Qt::Key_Return);
    QCOMPARE(model().devices(), 42);
}

void TestCostWorkspace::enterOnAClientAsksForItsMonth()
{
    use();
    m_engine->meter().join("other", 0);
    model().refresh();
    cost().showPage(CostWorkspace::Clients);
    QTableView& clients = cost().table(CostWorkspace::Clients);
    clients.selectRow(1);
    const QString name = clients.model()->index(1, 0).data().toString();
    clients.setFocus();
    QTest::keyClick(&clients, Qt::Key_Return);
    QCOMPARE(model().reference(), name);
    QCOMPARE(cost().page(), CostWorkspace::Month);
}

void TestCostWorkspace::cellsKeepClientsTopicsAndKinds_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("kept");
    QTest::newRow("clients") << int{CostWorkspace::Clients} << QStringLiteral("from:wt-1");
    QTest::newRow("topics") << int{CostWorkspace::Topics} << QStringLiteral("topic:turbine/wt-1/#");
    QTest::newRow("counted") << int{CostWorkspace::Counted} << QStringLiteral("is:message");
}

void TestCostWorkspace::cellsKeepClientsTopicsAndKinds()
{
    QFETCH(int, page);
    QFETCH(QString, kept);
    use();
    cost().showPage(static_cast<CostWorkspace::Page>(page));
    QTableView& table = cost().table(static_cast<CostWorkspace::Page>(page));
    int row = 0;
    while (page == CostWorkspace::Counted && row < table.model()->rowCount() &&
           table.model()->index(row, 0).data() != QStringLiteral("Messages from devices"))
        ++row;
    table.setCurrentIndex(table.model()->index(row, 1));
    QTest::keyClick(&table, Qt::Key_F10, Qt::ShiftModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().front()->text(), QStringLiteral("Keep only ") + kept);
    menu->actions().front()->trigger();
    menu->close();
    QCOMPARE(m_window->mirror().scope().text(), kept);
}

void TestCostWorkspace::priceFileIsOpenedOrItIsSaidWhyNot()
{
    use();
    QStringList opened;
    cost().setOpener([&opened](const QString& file) {
        opened << file;
        return true;
    });
    m_window->commands().find(QStringLiteral("cost.open-today"))->trigger();
    QCOMPARE(opened, QStringList{QStringLiteral("/workspace/prices/aws-today.json")});
    QVERIFY(cost().note().contains(opened[0]));
    cost().setOpener([](const QString&) { return false; });
    cost().openPriceFile(QStringLiteral("aws-2017"));
    QVERIFY(cost().note().contains(QStringLiteral("No editor")));
    m_engine->fileProblem = "the disk is full";
    cost().openPriceFile(QStringLiteral("aws-2017"));
    QCOMPARE(cost().note(), QStringLiteral("the disk is full"));
}

void TestCostWorkspace::brokenPriceFileIsTold()
{
    use();
    m_engine->problems = {"prices/aws-2017.json: charges[0].prices must be a list of 1 to 16 prices"};
    m_engine->rereadPrices();
    model().refresh();
    QCOMPARE(cost().note(), QString::fromStdString(m_engine->problems[0]));
}

void TestCostWorkspace::everyControlHasANameAndASize()
{
    use();
    for (int page = 0; page < CostWorkspace::kPages; ++page) {
        cost().showPage(static_cast<CostWorkspace::Page>(page));
        QCoreApplication::processEvents();
        for (const QWidget* widget : cost().findChildren<QWidget*>()) {
            const QWidget* parent = widget->parentWidget();
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || parent->inherits("QComboBox") ||
                parent->inherits("QAbstractSpinBox"))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
            if (button)
                QVERIFY2(button->height() >= 24 && button->width() >= 24, qPrintable(button->text()));
        }
        QVERIFY(!cost().focusStops().isEmpty());
    }
}

void TestCostWorkspace::aZoomKeepsWhatWasChosen()
{
    use();
    model().setDevices(77);
    m_window->setZoom(1.5);
    QTRY_COMPARE(zoom(), 1.5);
    QCoreApplication::processEvents();
    QCOMPARE(cost().findChild<QSpinBox*>()->value(), 77);
    QCOMPARE(cost().memory(), QByteArray("77"));
    m_window->setZoom(1);
    QCoreApplication::processEvents();
    cost().remember("12");
    QCOMPARE(model().devices(), 12);
    cost().remember("nonsense");
    QCOMPARE(model().devices(), 12);
}

static const bool kRegistered = registerTest<TestCostWorkspace>();

} // namespace greensward::ui

#include "tst_cost_workspace.moc"
