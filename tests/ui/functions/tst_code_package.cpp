// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/functions/code_package.h"
#include "ui/functions/function_draft.h"

#include <QTest>

namespace greensward::ui {

/// Packages that are read, changed and written, and what is being written beside them.
class TestCodePackage final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedIsUnpacked();
    void aChangeLeavesTheRestAsItIs();
    void whatIsNoZipIsSaid();
    void whatIsWrittenAndTakenBackIsNoChange();
    void whatWasWrittenDuringASaveStays();
    void pathsAtRunTimeAreFilesOfThePackage();
};

void TestCodePackage::whatIsPackedIsUnpacked()
{
    const SourceFiles files{{QStringLiteral("index.py"), "print('ü')\n"}, {QStringLiteral("lib/rules.py"), ""}};
    const auto zip = packSources({}, files);
    QVERIFY(zip.has_value());
    const auto unpacked = unpackSources(*zip);
    QVERIFY(unpacked.has_value());
    QCOMPARE(*unpacked, files);
}

void TestCodePackage::aChangeLeavesTheRestAsItIs()
{
    const QByteArray library("\x7f""ELF\0\1", 6);
    const auto zip = packSources({}, {{QStringLiteral("index.py"), "one"}, {QStringLiteral("native.so"), library}});
    QVERIFY(zip.has_value());
    QVERIFY2(!unpackSources(*zip)->contains(QStringLiteral("native.so")), "what is no text is not shown");
    const auto changed = packSources(*zip, {{QStringLiteral("index.py"), "two"}});
    QVERIFY(changed.has_value());
    QCOMPARE(unpackSources(*changed)->at(QStringLiteral("index.py")), QByteArray("two"));
    QVERIFY(changed->contains(library));
    QCOMPARE(changed->count("native.so"), 2); // of its entry and of the directory at the end
}

void TestCodePackage::whatIsNoZipIsSaid()
{
    QVERIFY(!unpackSources("no zip").has_value());
    QVERIFY(!packSources("no zip", {{QStringLiteral("a"), "b"}}).has_value());
}

void TestCodePackage::whatIsWrittenAndTakenBackIsNoChange()
{
    FunctionDraft draft;
    draft.take("zip", QStringLiteral("sha"), {{QStringLiteral("index.py"), "one"}});
    draft.write(QStringLiteral("index.py"), QStringLiteral("two"));
    QVERIFY(draft.isDirty());
    QCOMPARE(draft.text(QStringLiteral("index.py")), QStringLiteral("two"));
    draft.write(QStringLiteral("index.py"), QStringLiteral("one"));
    QVERIFY(!draft.isDirty());
}

void TestCodePackage::whatWasWrittenDuringASaveStays()
{
    FunctionDraft draft;
    draft.take("zip", QStringLiteral("sha"), {{QStringLiteral("index.py"), "one"}});
    draft.write(QStringLiteral("index.py"), QStringLiteral("two"));
    const auto written = draft.written();
    draft.write(QStringLiteral("index.py"), QStringLiteral("three"));
    draft.saved("zip2", QStringLiteral("sha2"), written);
    QVERIFY(draft.isDirty());
    QCOMPARE(draft.text(QStringLiteral("index.py")), QStringLiteral("three"));
}

void TestCodePackage::pathsAtRunTimeAreFilesOfThePackage()
{
    FunctionDraft draft;
    draft.take("zip", QStringLiteral("sha"),
               {{QStringLiteral("rules.py"), "1"}, {QStringLiteral("lib/rules.py"), "2"}, {QStringLiteral("index.py"), "3"}});
    QCOMPARE(draft.fileOf(QStringLiteral("/var/task/lib/rules.py")), QStringLiteral("lib/rules.py"));
    QCOMPARE(draft.fileOf(QStringLiteral("/var/task/rules.py")), QStringLiteral("rules.py"));
    QCOMPARE(draft.fileOf(QStringLiteral("/usr/lib/python3/json.py")), QString());
    QCOMPARE(draft.files(QStringLiteral("index.handler")).front(), QStringLiteral("index.py"));
}

static const bool kRegistered = registerTest<TestCodePackage>();

} // namespace greensward::ui

#include "tst_code_package.moc"
