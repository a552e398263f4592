// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/fuzzy.h"
#include "ui/shell/palette_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

class TestPalette final : public QObject
{
    Q_OBJECT

private slots:
    void lettersInOrderMatch_data();
    void lettersInOrderMatch();
    void wordStartsCountMore();
    void matchedLettersAreTold();
    void bestComesFirst();
    void recentComesFirstWhenNothingIsTyped();
    void areaMayBeTyped();
    void aThousandAreCutToAPage();
};

namespace {

PaletteEntry entry(const char* text, const char* area = "View", const char* id = "")
{
    return {QLatin1String(id), QLatin1String(area), QLatin1String(text), {}, true, {}};
}

} // namespace

void TestPalette::lettersInOrderMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("whole") << "dark"
                           << "Dark theme" << true;
    QTest::newRow("initials") << "dt"
                              << "Dark theme" << true;
    QTest::newRow("blank between") << "d t"
                                   << "Dark theme" << true;
    QTest::newRow("wrong order") << "td"
                                 << "Dark" << false;
    QTest::newRow("missing letter") << "darkz"
                                    << "Dark theme" << false;
    QTest::newRow("levels of a topic") << "t/e/1"
                                       << "turbines/ev-gen/123" << true;
    QTest::newRow("nothing typed") << ""
                                   << "anything" << true;
    QTest::newRow("nothing there") << "a"
                                   << "" << false;
    QTest::newRow("too long") << QString(65, 'a') << QString(80, 'a') << false;
}

void TestPalette::lettersInOrderMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(fuzzyMatch(pattern, text).has_value(), matches);
}

void TestPalette::wordStartsCountMore()
{
    const auto score = [](const char* pattern, const char* text) {
        return fuzzyMatch(QString::fromLatin1(pattern), QString::fromLatin1(text))->score;
    };
    QVERIFY(score("rl", "Reset layout") > score("rl", "Scroll to end"));
    QVERIFY(score("zoom", "Zoom in") > score("zoom", "zebra on open moor"));
    QVERIFY(score("gen", "turbines/ev-gen/123") > score("gen", "regent"));
}

void TestPalette::matchedLettersAreTold()
{
    const auto match = fuzzyMatch(u"rl", u"Reset layout");
    QVERIFY(match);
    QCOMPARE(match->positions, (std::vector<int>{0, 6})); // the l that starts a word
}

void TestPalette::bestComesFirst()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({entry("Show or hide the guide"), entry("Dark theme"), entry("Record to a file")}, {});
    QCOMPARE(model.rowCount(), 3);
    model.setPattern(QStringLiteral("dark"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entry(0)->text, QStringLiteral("Dark theme"));
    model.setPattern(QStringLiteral("xyz"));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.entry(0));
}

void TestPalette::recentComesFirstWhenNothingIsTyped()
{
    PaletteModel model;
    model.setEntries({entry("one", "A", "1"), entry("two", "A", "2"), entry("three", "A", "3")},
                     {QStringLiteral("3"), QStringLiteral("2")});
    QCOMPARE(model.entry(0)->id, QStringLiteral("3"));
    QCOMPARE(model.entry(1)->id, QStringLiteral("2"));
    QCOMPARE(model.entry(2)->id, QStringLiteral("1"));
}

void TestPalette::areaMayBeTyped()
{
    PaletteModel model;
    model.setEntries({entry("Undo", "Edit"), entry("Larger", "View")}, {});
    model.setPattern(QStringLiteral("view larg"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entry(0)->text, QStringLiteral("Larger"));
}

void TestPalette::aThousandAreCutToAPage()
{
    PaletteModel model;
    std::vector<PaletteEntry> many;
    for (int at = 0; at < 1000; ++at)
        many.push_back(entry("turbine", "Topic"));
    model.setEntries(std::move(many), {});
    QCOMPARE(model.matches(), std::size_t{1000});
    QCOMPARE(model.rowCount(), static_cast<int>(PaletteModel::kMostRows));
}

namespace {
const bool kRegistered = registerTest<TestPalette>();
} // namespace

} // namespace greensward::ui

#include "tst_palette.moc"
