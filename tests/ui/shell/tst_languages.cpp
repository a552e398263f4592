// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/kit/workspace.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pseudo_language.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace greensward::ui {

/// Nothing that a person reads escapes translation.
class TestLanguages final : public QObject
{
    Q_OBJECT

private slots:
    void pseudoKeepsWhatIsNotText();
    void everyWorkspaceIsTranslated_data();
    void everyWorkspaceIsTranslated();
    void commandsAreTranslated();
    void germanIsNearlyWhole();
    void germanFits_data();
    void germanFits();
    void theLanguageChangesWhileTheWindowIsOpen();
    void pictures();

private:
    PseudoLanguage m_pseudo;
};

namespace {

/// Names, values, units and topics are the same in every language.
bool isSameEverywhere(const QString& text, const FakeEngine& engine)
{
    // A topic and its field stand side by side.
    if (const QStringList parts = text.split(QStringLiteral("  "), Qt::SkipEmptyParts); parts.size() > 1)
        return std::all_of(parts.begin(), parts.end(),
                           [&](const QString& part) { return isSameEverywhere(part, engine); });
    static const QRegularExpression kValue(QStringLiteral("^[-+0-9.,:/%×#\\s·…]*[A-Za-z°/%]{0,5}\\s*[0-9]*$"));
    static const QRegularExpression kTopicOrId(QStringLiteral("^[\\w$+#.-]+([/-][\\w$+#.-]+)+$"));
    static const QStringList kNames = {QStringLiteral("Greensward"), QStringLiteral("MQTT"),   QStringLiteral("JSON"),
                                       QStringLiteral("SIM · TLS"),  QStringLiteral("Ctrl+K"), QStringLiteral("QoS")};
    static const QRegularExpression kGatewaysWords(QStringLiteral("^MQTT (3|5)")); // of an event, as in every log
    if (kNames.contains(text) || kGatewaysWords.match(text).hasMatch() || kValue.match(text).hasMatch() ||
        kTopicOrId.match(text).hasMatch())
        return true;
    for (const auto& device : engine.devices()) {
        const auto is = [&text](const std::string& one) { return text == QString::fromStdString(one); };
        if (is(device.id) || is(device.title) || is(device.topic) || is(device.note) || is(device.model))
            return true;
        for (const auto& value : device.values)
            if (is(value.name) || is(value.unit))
                return true;
    }
    return false;
}

QStringList untranslated(const QWidget& root, const FakeEngine& engine)
{
    QStringList found;
    const auto look = [&](const QWidget* widget, const QString& what, const QString& text) {
        if (!text.trimmed().isEmpty() && !PseudoLanguage::isPseudo(text) && !isSameEverywhere(text, engine))
            found << QStringLiteral("%1 %2: \"%3\"")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), what, text);
    };
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        look(widget, QStringLiteral("tool tip"), widget->toolTip());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(widget, QStringLiteral("label"), label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            look(widget, QStringLiteral("button"), button->text());
            look(widget, QStringLiteral("name"), button->accessibleName());
        }
        if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
            look(widget, QStringLiteral("placeholder"), field->placeholderText());
            look(widget, QStringLiteral("name"), field->accessibleName());
        }
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            look(widget, QStringLiteral("title"), dock->windowTitle());
    }
    return found;
}

} // namespace

void TestLanguages::pseudoKeepsWhatIsNotText()
{
    const QString text = PseudoLanguage::pseudo(QStringLiteral("Open %1 of %2\tCtrl+O"));
    QVERIFY(PseudoLanguage::isPseudo(text));
    QVERIFY(text.contains(QStringLiteral("%1")) && text.contains(QStringLiteral("%2")));
    QVERIFY(text.endsWith(QStringLiteral("\tCtrl+O")));
    QVERIFY(text.arg(1).arg(2).contains(QLatin1Char('2')));
    QVERIFY(PseudoLanguage::pseudo(QStringLiteral("a <b>bold</b> word")).contains(QStringLiteral("<b>")));
}

void TestLanguages::everyWorkspaceIsTranslated_data()
{
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    QTest::addColumn<QString>("id");
    for (const QString& id : window.workspaceIds())
        QTest::newRow(qPrintable(id)) << id;
}

void TestLanguages::everyWorkspaceIsTranslated()
{
    QFETCH(QString, id);
    QCoreApplication::installTranslator(&m_pseudo);
    FakeEngine engine;
    QStringList found;
    {
        MainWindow window(engine, engine.clock());
        window.setMotion(false);
        window.show();
        window.showWorkspace(id);
        engine.advance(std::chrono::seconds(5));
        window.mirror().feed().drainNow();
        QCoreApplication::processEvents();
        window.workspace(id)->fillForPicture();
        QCoreApplication::processEvents();
        found = untranslated(window, engine);
    }
    QCoreApplication::removeTranslator(&m_pseudo);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestLanguages::commandsAreTranslated()
{
    QCoreApplication::installTranslator(&m_pseudo);
    FakeEngine engine;
    QStringList found;
    {
        MainWindow window(engine, engine.clock());
        for (const auto& entry : window.commands().entries())
            if (!PseudoLanguage::isPseudo(entry.action->text()) || !PseudoLanguage::isPseudo(entry.area))
                found << entry.id;
    }
    QCoreApplication::removeTranslator(&m_pseudo);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char(' '))));
}

namespace {

/// Asked last: what it is asked for, no other translation knew.
class Missing final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (*source)
            m_texts.insert(QStringLiteral("%1: %2").arg(QString::fromUtf8(context), QString::fromUtf8(source)));
        return {};
    }
    QStringList texts() const { return {m_texts.begin(), m_texts.end()}; }

private:
    mutable QSet<QString> m_texts;
};

/// Labels and buttons that are narrower than their text, without saying so by an ellipsis.
QStringList clipped(const QWidget& root)
{
    QStringList found;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        QString text;
        int room = widget->contentsRect().width();
        int needed = 0;
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->wordWrap()) {
            text = label->text();
            needed = label->fontMetrics().boundingRect(text).width();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            const auto* tool = qobject_cast<const QToolButton*>(button);
            text = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : button->text();
            needed = text.isEmpty() ? 0 : button->fontMetrics().horizontalAdvance(text);
            room = widget->width();
        }
        if (needed > room + 1) // glyphs reach over their advance
            found << QStringLiteral("%1 \"%2\": %3 of %4 px")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), text)
                         .arg(room)
                         .arg(needed);
    }
    return found;
}

/// Every workspace of a window, filled.
template<typename Look>
void walk(const QSize& size, Layout layout, Look look)
{
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    window.setMotion(false);
    window.setLayout(layout);
    window.resize(size);
    window.show();
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents(); // views are made anew in the projector's zoom
    for (const QString& id : window.workspaceIds()) {
        window.showWorkspace(id);
        engine.advance(std::chrono::seconds(5));
        window.mirror().feed().drainNow();
        QCoreApplication::processEvents();
        window.workspace(id)->fillForPicture();
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        look(window, id);
    }
    window.setLayout(Layout::Explore);
    QCoreApplication::processEvents();
}

} // namespace

/// New texts are added faster than they are translated: they are named here, and more than one in a hundred of what
/// the windows say are too many.
void TestLanguages::germanIsNearlyWhole()
{
    QVERIFY(languages().contains(QStringLiteral("de")));
    Missing missing;
    Missing all;
    QCoreApplication::installTranslator(&all); // first alone: everything that is said
    walk({1280, 800}, Layout::Explore, [](MainWindow&, const QString&) {});
    QCoreApplication::removeTranslator(&all);
    QCoreApplication::installTranslator(&missing);
    setLanguage(QStringLiteral("de"));
    walk({1280, 800}, Layout::Explore, [](MainWindow& window, const QString&) { window.showWelcome(); });
    setLanguage(QStringLiteral("en"));
    QCoreApplication::removeTranslator(&missing);
    QVERIFY2(all.texts().size() > 400, "the windows said hardly anything");
    if (!missing.texts().isEmpty())
        qWarning("not in German yet:\n%s", qPrintable(missing.texts().join(QLatin1Char('\n'))));
    QVERIFY2(missing.texts().size() * 100 <= all.texts().size(),
             qPrintable(missing.texts().join(QLatin1Char('\n'))));
}

void TestLanguages::germanFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("layout");
    QTest::newRow("laptop") << QSize(1280, 800) << static_cast<int>(Layout::Explore);
    QTest::newRow("small") << QSize(1024, 768) << static_cast<int>(Layout::Explore);
    QTest::newRow("guide") << QSize(1280, 800) << static_cast<int>(Layout::Learn);
    QTest::newRow("projector") << QSize(1024, 768) << static_cast<int>(Layout::Present);
}

void TestLanguages::germanFits()
{
    QFETCH(QSize, size);
    QFETCH(int, layout);
    const auto clippedIn = [&](const QString& language) {
        setLanguage(language);
        QStringList found;
        walk(size, static_cast<Layout>(layout), [&](MainWindow& window, const QString& id) {
            for (const QString& one : clipped(window))
                found << id + QStringLiteral(": ") + one;
        });
        setLanguage(QStringLiteral("en"));
        return found;
    };
    const QStringList found = clippedIn(QStringLiteral("de"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestLanguages::theLanguageChangesWhileTheWindowIsOpen()
{
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    window.show();
    window.showWorkspace(QStringLiteral("connections"));
    engine.advance(std::chrono::seconds(3));
    window.mirror().feed().drainNow();
    window.mirror().scope().setText(QStringLiteral("from:ev-gen"));
    window.mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    const auto rows = window.mirror().log().rowCount();
    window.commands().find(QStringLiteral("language.de"))->trigger();
    QTRY_COMPARE(window.workspace(QStringLiteral("connections"))->title(), QStringLiteral("Clients"));
    QCOMPARE(window.currentWorkspace(), QStringLiteral("connections"));
    QCOMPARE(window.mirror().scope().text(), QStringLiteral("from:ev-gen"));
    QCOMPARE(window.mirror().selection().client(), QStringLiteral("ev-gen-123"));
    QCOMPARE(window.mirror().log().rowCount(), rows);
    QCOMPARE(window.preferences().language, QStringLiteral("de"));
    window.commands().find(QStringLiteral("language.en"))->trigger();
    QTRY_COMPARE(window.workspace(QStringLiteral("connections"))->title(), QStringLiteral("Connections"));
}

/// For looking at: the console in German on a projector and on a laptop.
void TestLanguages::pictures()
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        QSKIP("GREENSWARD_PICTURES names no folder");
    QDir().mkpath(folder);
    setLanguage(QStringLiteral("de"));
    const auto save = [&folder](QWidget& widget, const QString& name) {
        QTest::qWait(80);
        widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    walk({1024, 768}, Layout::Present,
         [&](MainWindow& window, const QString& id) { save(window, QStringLiteral("de-projector-") + id); });
    walk({1280, 800}, Layout::Explore, [&](MainWindow& window, const QString& id) {
        save(window, QStringLiteral("de-") + id);
        if (id != QLatin1String("map"))
            return;
        window.setNotes({QStringLiteral(PRESENTER_NOTES)});
        window.showPresenterNotes();
        save(*window.presenterNotes(), QStringLiteral("de-presenter"));
        window.presenterNotes()->close();
    });
    setLanguage(QStringLiteral("en"));
}

namespace {
const bool kRegistered = registerTest<TestLanguages>();
} // namespace

} // namespace greensward::ui

#include "tst_languages.moc"
