// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/shell/preferences.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

class TestPreferences final : public QObject
{
    Q_OBJECT

private slots:
    void comeBackAsTheyWere();
    void nonsenseGivesSomethingThatWorks();
    void versionOneIsTakenOver();
    void aNewerFileIsLeftAlone();
    void aKillCannotSpoilThem();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("console.ini")); }
    QTemporaryDir m_folder;
};

void TestPreferences::comeBackAsTheyWere()
{
    Preferences kept;
    kept.theme = Theme::HighContrast;
    kept.themeChosen = true;
    kept.zoom = 1.7;
    kept.layout = Layout::Compact;
    kept.motion = false;
    kept.welcomed = true;
    kept.workspace = QStringLiteral("topics");
    kept.docks[QStringLiteral("compact/topics")] = QByteArray("\0\1\2", 3);
    kept.recentCommands = {QStringLiteral("view.dark"), QStringLiteral("edit.undo")};
    {
        QSettings settings(file(), QSettings::IniFormat);
        QVERIFY(kept.write(settings));
    }
    const QSettings settings(file(), QSettings::IniFormat);
    const Preferences read = Preferences::read(settings);
    QCOMPARE(read.theme, kept.theme);
    QCOMPARE(read.zoom, kept.zoom);
    QCOMPARE(read.layout, kept.layout);
    QCOMPARE(read.motion, kept.motion);
    QCOMPARE(read.welcomed, kept.welcomed);
    QCOMPARE(read.workspace, kept.workspace);
    QCOMPARE(read.docks, kept.docks);
    QCOMPARE(read.recentCommands, kept.recentCommands);
}

void TestPreferences::nonsenseGivesSomethingThatWorks()
{
    const QString path = m_folder.filePath(QStringLiteral("nonsense.ini"));
    QFile spoiled(path);
    QVERIFY(spoiled.open(QIODevice::WriteOnly));
    spoiled.write("schema=2\n[view]\nzoom=nan\ntheme=beige\nlayout=sideways\n\xff\xfe]][[\n[window\n");
    spoiled.close();
    const QSettings settings(path, QSettings::IniFormat);
    const Preferences read = Preferences::read(settings);
    QCOMPARE(read.zoom, 1.0);
    QCOMPARE(read.theme, Theme::Light);
    QCOMPARE(read.layout, Layout::Explore);
}

void TestPreferences::versionOneIsTakenOver()
{
    const QString path = m_folder.filePath(QStringLiteral("one.ini"));
    {
        QSettings old(path, QSettings::IniFormat);
        old.setValue(QStringLiteral("window/docks-topics"), QByteArray("docks"));
        old.setValue(QStringLiteral("window/workspace"), QStringLiteral("topics"));
        old.setValue(QStringLiteral("view/theme"), QStringLiteral("dark"));
    }
    QSettings settings(path, QSettings::IniFormat);
    const Preferences read = Preferences::read(settings);
    QCOMPARE(read.docks.value(QStringLiteral("explore/topics")), QByteArray("docks"));
    QCOMPARE(read.theme, Theme::Dark);
    QVERIFY(read.welcomed); // was here before
    QVERIFY(read.write(settings));
    QVERIFY(!settings.contains(QStringLiteral("window/docks-topics")));
}

void TestPreferences::aNewerFileIsLeftAlone()
{
    const QString path = m_folder.filePath(QStringLiteral("newer.ini"));
    QSettings newer(path, QSettings::IniFormat);
    newer.setValue(QStringLiteral("schema"), Preferences::kSchema + 1);
    newer.setValue(QStringLiteral("view/zoom"), 2.0);
    newer.sync();
    QCOMPARE(Preferences::read(newer).zoom, 2.0);
    QString problem;
    QVERIFY(!Preferences().write(newer, &problem));
    QVERIFY2(problem.contains(QStringLiteral("newer.ini")), qPrintable(problem));
    QCOMPARE(newer.value(QStringLiteral("view/zoom")).toDouble(), 2.0);
}

void TestPreferences::aKillCannotSpoilThem()
{
    const QString path = m_folder.filePath(QStringLiteral("killed.ini"));
    for (int round = 0; round < 12; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(SETTINGS_WRITER), {path});
        QVERIFY(writer.waitForStarted());
        QTRY_VERIFY(QFile::exists(path));
        QTest::qSleep(7 + 13 * round % 40);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const QSettings settings(path, QSettings::IniFormat);
        const Preferences read = Preferences::read(settings);
        QVERIFY2(read.welcomed && read.workspace == QLatin1String("topics"), "half a file was left");
        QCOMPARE(read.docks.size(), 40);
        for (const QByteArray& docks : read.docks)
            QVERIFY(docks.size() >= 2000);
    }
}

namespace {
const bool kRegistered = registerTest<TestPreferences>();
} // namespace

} // namespace greensward::ui

#include "tst_preferences.moc"
