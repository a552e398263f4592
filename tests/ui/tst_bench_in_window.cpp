// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/plots/live_plot.h"
#include "window_test.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QImage>
#include <QSlider>
#include <QTest>

namespace greensward::ui {

/// The bench, driven with mouse and keyboard in the real window.
class TestBenchInWindow final : public WindowTest
{
    Q_OBJECT

private slots:
    void cardButtonsCommandTheDevice_data();
    void cardButtonsCommandTheDevice();
    void cardOffersWhatTheStateAllows();
    void waterButtonsPublish();
    void rateAndWindAreSet();
    void plotShowsChosenFieldsAndFreezes();
};

void TestBenchInWindow::cardButtonsCommandTheDevice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("device");
    QTest::addColumn<int>("command");
    const auto row = [](const char* name, const char* device, DeviceCommand command) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(device) << static_cast<int>(command);
    };
    row("Stop Wind turbine 123", "ev-gen-123", DeviceCommand::Stop);
    row("Crash Wind turbine 123", "ev-gen-123", DeviceCommand::Crash);
    row("Cut the cable of Wind turbine 123", "ev-gen-123", DeviceCommand::CutCable);
    row("Stop Sprinkler 456", "sprinkler-456", DeviceCommand::Stop);
    row("Cut the cable of Sprinkler 456", "sprinkler-456", DeviceCommand::CutCable);
}

void TestBenchInWindow::cardButtonsCommandTheDevice()
{
    QFETCH(QString, name);
    QFETCH(QString, device);
    QFETCH(int, command);
    QAbstractButton* pressed = button(name);
    QVERIFY(pressed);
    QTest::mouseClick(pressed, Qt::LeftButton);
    QCOMPARE(m_engine->commands.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(m_engine->commands[0].device), device);
    QCOMPARE(static_cast<int>(m_engine->commands[0].command), command);
}

void TestBenchInWindow::cardOffersWhatTheStateAllows()
{
    QTest::mouseClick(button(QStringLiteral("Crash Wind turbine 123")), Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QAbstractButton* start = button(QStringLiteral("Start Wind turbine 123"));
    QVERIFY(start);
    QVERIFY(!button(QStringLiteral("Crash Wind turbine 123"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Cut the cable of Wind turbine 123"))->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QVERIFY(button(QStringLiteral("Stop Wind turbine 123")));
    QTest::mouseClick(button(QStringLiteral("Cut the cable of Wind turbine 123")), Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QAbstractButton* heal = button(QStringLiteral("Heal the cable of Wind turbine 123"));
    QVERIFY(heal);
    QTest::mouseClick(heal, Qt::LeftButton);
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::HealCable);
}

void TestBenchInWindow::waterButtonsPublish()
{
    QTest::mouseClick(button(QStringLiteral("Turn the water of Sprinkler 456 on")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Turn the water of Sprinkler 456 off")), Qt::LeftButton);
    QCOMPARE(m_engine->published.size(), std::size_t{2});
    QCOMPARE(m_engine->published[0].topic, std::string("macdonald/sprinkler-456"));
    QCOMPARE(m_engine->published[0].payload, std::string(R"({"water":"on"})"));
    QCOMPARE(m_engine->published[1].payload, std::string(R"({"water":"off"})"));
}

void TestBenchInWindow::rateAndWindAreSet()
{
    auto* rate = named<QComboBox>(QStringLiteral("Reports of Wind turbine 123"));
    QVERIFY(rate);
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_Down);
    QCOMPARE(m_engine->commands.size(), std::size_t{1});
    QCOMPARE(m_engine->commands[0].command, DeviceCommand::SetRate);
    QCOMPARE(m_engine->commands[0].value, 2.0);
    auto* wind = named<QSlider>(QStringLiteral("Wind at Wind turbine 123, metres a second"));
    QVERIFY(wind);
    wind->setFocus();
    pump(std::chrono::seconds(5));
    QCOMPARE(m_engine->commands.size(), std::size_t{1}); // follows the weather without commanding it
    const auto values = m_engine->devices()[0].values;
    QCOMPARE(wind->value(), static_cast<int>(std::lround(values[0].value)));
    const int before = wind->value();
    QTest::keyClick(wind, Qt::Key_Right);
    QCOMPARE(m_engine->commands.size(), std::size_t{2});
    QCOMPARE(m_engine->commands[1].command, DeviceCommand::SetWind);
    QCOMPARE(m_engine->commands[1].value, before + 1.0);
    pump(std::chrono::seconds(5));
    QCOMPARE(wind->value(), before + 1); // chosen by hand: stays
}

void TestBenchInWindow::plotShowsChosenFieldsAndFreezes()
{
    pump(std::chrono::seconds(30));
    LivePlot& plot = bench().plot();
    QCOMPARE(plot.device(), std::string("ev-gen-123"));
    QVERIFY(!plot.fields().empty());
    plot.setFields({"humidity", "output-freq"});
    pump(std::chrono::seconds(1));
    const QImage before = plot.grab().toImage();
    QTest::mouseClick(button(QStringLiteral("Freeze the plot")), Qt::LeftButton);
    QVERIFY(plot.isFrozen());
    const QImage frozen = plot.grab().toImage();
    pump(std::chrono::seconds(20));
    QCOMPARE(plot.grab().toImage(), frozen);
    QTest::mouseClick(button(QStringLiteral("Freeze the plot")), Qt::LeftButton);
    QVERIFY(!plot.isFrozen());
    QCoreApplication::processEvents();
    QVERIFY(plot.grab().toImage() != before);
}

static const bool kRegistered = registerTest<TestBenchInWindow>();

} // namespace greensward::ui

#include "tst_bench_in_window.moc"
