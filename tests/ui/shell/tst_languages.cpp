// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/kit/workspace.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pseudo_language.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

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
const bool kRegistered = registerTest<TestLanguages>();
} // namespace

} // namespace greensward::ui

#include "tst_languages.moc"
