// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/kit/list_export.h"
#include "ui/shell/main_window.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/topics_workspace.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

/// What a list leaves in a file.
class TestListExport final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void payloadsAreWholeAndOctetsAreKept();
    void jsonLinesAreJson();
    void onlyWhatIsShownIsWritten();
    void aPlaceThatCannotBeWrittenIsTold();

private:
    QByteArray exported(const QString& name);
    MessageLogView& log()
    {
        return qobject_cast<TopicsWorkspace*>(m_window->workspace(QStringLiteral("topics")))->logView();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestListExport::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->show();
    m_window->showWorkspace(QStringLiteral("topics"));
    const std::string payload = "{\"text\":\"a, b\",\"long\":\"" + std::string(5000, 'x') + "\"}";
    m_engine->message("pump", "lawn/east", payload);
    m_engine->message("pump", "lawn/west", std::string("\xff\x00\x01", 3));
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QTRY_COMPARE(log().model()->rowCount(), 2);
}

void TestListExport::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

QByteArray TestListExport::exported(const QString& name)
{
    ListExport work;
    const QString path = m_folder.filePath(name);
    if (!work.start(log(), path, listFormatOf(path)))
        return {};
    [&] { QTRY_VERIFY(!work.isRunning()); }();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestListExport::payloadsAreWholeAndOctetsAreKept()
{
    log().setColumnHidden(MessageLogModel::Payload, false);
    const QByteArray csv = exported(QStringLiteral("list.csv"));
    QVERIFY2(csv.startsWith("Time,From,Topic"), csv.left(60).constData());
    QVERIFY(csv.contains("lawn/east"));
    QVERIFY(csv.contains("\"\"a, b\"\"")); // RFC 4180: quotes are doubled
    QVERIFY(csv.contains(QByteArray(5000, 'x')));
    QVERIFY(csv.contains("base64:/wAB"));
    QCOMPARE(csv.count("\r\n"), 3);
}

void TestListExport::jsonLinesAreJson()
{
    log().setColumnHidden(MessageLogModel::Payload, false);
    const QList<QByteArray> lines = exported(QStringLiteral("list.jsonl")).split('\n');
    QCOMPARE(lines.size(), 3); // each ends with a line break
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value(QStringLiteral("Topic")).toString(), QStringLiteral("lawn/east"));
    QVERIFY(first.value(QStringLiteral("Payload")).toString().size() > 5000);
    QVERIFY(first.value(QStringLiteral("Time")).toString().contains(QLatin1Char('T')));
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value(QStringLiteral("Payload (base64)")).toString(),
             QStringLiteral("/wAB"));
}

void TestListExport::onlyWhatIsShownIsWritten()
{
    log().setColumnHidden(MessageLogModel::Payload, true);
    m_window->mirror().scope().add(QStringLiteral("lawn/west"));
    QTRY_COMPARE(log().model()->rowCount(), 1);
    const QByteArray csv = exported(QStringLiteral("list.csv"));
    QVERIFY(csv.contains("lawn/west"));
    QVERIFY(!csv.contains("lawn/east"));
    QVERIFY(!csv.contains("Payload"));
}

void TestListExport::aPlaceThatCannotBeWrittenIsTold()
{
    ListExport work;
    QVERIFY(!work.start(log(), QStringLiteral("/nowhere/at/all.csv"), ListFormat::Csv));
    QVERIFY(work.problem().contains(QStringLiteral("/nowhere/at/all.csv")));
    QVERIFY(!work.isRunning());
}

static const bool kRegistered = registerTest<TestListExport>();

} // namespace greensward::ui

#include "tst_list_export.moc"
