// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/shell/tour.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/topic_tree_view.h"
#include "window_test.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

namespace {

/// Counts what is painted anywhere in the program.
class PaintCounter final : public QObject
{
public:
    PaintCounter() { qApp->installEventFilter(this); }
    ~PaintCounter() override { qApp->removeEventFilter(this); }
    QHash<QString, int> paints;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            ++paints[QString::fromLatin1(watched->metaObject()->className()) + QLatin1Char(' ') +
                     watched->objectName()];
        return false;
    }
};

} // namespace

/// Drives the real window with mouse and keyboard.
class TestMainWindow final : public WindowTest
{
    Q_OBJECT

private slots:
    void spacePausesTheView();
    void spaceInAFieldIsASpace();
    void ctrlDigitsSwitchWorkspaces();
    void f6VisitsThePanels();
    void themeSwitchesByKeyboard();
    void everyVisibleControlHasAName();
    void idleWindowDoesNotPaint();
    void hiddenWindowDoesNotDrain();
    void layoutIsRemembered();
    void tourDrawsEveryWorkspace();
};

void TestMainWindow::spacePausesTheView()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(10));
    const int rows = m_window->mirror().log().rowCount();
    topics().logView().setFocus();
    QTest::keyClick(&topics().logView(), Qt::Key_Space);
    QVERIFY(m_window->mirror().log().isHeld());
    pump(std::chrono::seconds(30));
    QCOMPARE(m_window->mirror().log().rowCount(), rows);
    QTest::keyClick(&topics().logView(), Qt::Key_Space);
    QVERIFY(!m_window->mirror().log().isHeld());
    QVERIFY(m_window->mirror().log().rowCount() >= rows + 30);
    QCOMPARE(m_window->mirror().log().unseen(), quint64{0});
}

void TestMainWindow::spaceInAFieldIsASpace()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* payload = named<QPlainTextEdit>(QStringLiteral("Payload"));
    payload->setFocus();
    QTest::keyClicks(payload, QStringLiteral("a b"));
    QCOMPARE(payload->toPlainText(), QStringLiteral("a b"));
    QVERIFY(!m_window->mirror().isPaused());
}

void TestMainWindow::ctrlDigitsSwitchWorkspaces()
{
    const QStringList ids = m_window->workspaceIds();
    for (int number = 1; number <= std::min(10, static_cast<int>(ids.size())); ++number) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + number % 10), Qt::ControlModifier);
        QCOMPARE(m_window->currentWorkspace(), ids.at(number - 1));
    }
    QTest::mouseClick(button(QStringLiteral("Topics")), Qt::LeftButton);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
}

void TestMainWindow::f6VisitsThePanels()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(2));
    QSet<QWidget*> visited;
    for (int press = 0; press < 5; ++press) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(QApplication::focusWidget());
        visited << QApplication::focusWidget();
    }
    QCOMPARE(visited.size(), 5); // tree, log, publish bar, inspector, rail
    QVERIFY(visited.contains(&topics().tree()));
    QVERIFY(visited.contains(&topics().logView()));
}

void TestMainWindow::themeSwitchesByKeyboard()
{
    applyTheme(*qApp, Theme::Light);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(currentTheme(), Theme::Dark);
    QCoreApplication::processEvents();
    const QImage dark = m_window->grab().toImage();
    QCOMPARE(dark.pixelColor(80, 70).rgb(), roleColor(Theme::Dark, Role::Background).rgb());
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(currentTheme(), Theme::Light);
}

void TestMainWindow::everyVisibleControlHasAName()
{
    QStringList nameless;
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        pump(std::chrono::seconds(2));
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                                 qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget) ||
                                 qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QTabBar*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget);
            if (!control || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")) ||
                widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
                widget->inherits("QLineEditIconButton"))
                continue;
            auto* accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
                nameless << QStringLiteral("%1 in %2").arg(QString::fromLatin1(widget->metaObject()->className()), id);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void TestMainWindow::idleWindowDoesNotPaint()
{
    pump(std::chrono::seconds(2)); // the engine's clock stands still from here on
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        QTest::qWait(400);
        PaintCounter counter;
        QTest::qWait(1200);
        QStringList painted;
        for (auto one = counter.paints.cbegin(); one != counter.paints.cend(); ++one)
            painted << QStringLiteral("%1 × %2").arg(one.key()).arg(one.value());
        QVERIFY2(painted.isEmpty(), qPrintable(id + QStringLiteral(": ") + painted.join(QStringLiteral(", "))));
    }
}

void TestMainWindow::hiddenWindowDoesNotDrain()
{
    QVERIFY(m_window->mirror().feed().isActive());
    m_window->hide();
    QVERIFY(!m_window->mirror().feed().isActive());
    m_window->show();
    QVERIFY(m_window->mirror().feed().isActive());
    m_window->setWindowState(Qt::WindowMinimized);
    QCoreApplication::processEvents();
    QVERIFY(!m_window->mirror().feed().isActive());
}

void TestMainWindow::layoutIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    open(true, &settings);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->setCompact(true);
    m_window->close();
    open(true, &settings);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QVERIFY(settings.value(QStringLiteral("view/compact")).toBool());
}

void TestMainWindow::tourDrawsEveryWorkspace()
{
    pump(std::chrono::seconds(10));
    const QTemporaryDir folder;
    const auto files = renderTour(*m_window, folder.path(), {{1280, 800}}, {Look::Light, Look::Dark});
    QVERIFY2(files.has_value(), files ? "" : files.error().message.c_str());
    QCOMPARE(files->size(), m_window->workspaceIds().size() * 2);
    for (const QString& file : *files)
        QCOMPARE(QImage(file).size(), QSize(1280, 800));
    QCOMPARE(currentTheme(), Theme::Light);
    QVERIFY(!renderTour(*m_window, QStringLiteral("/proc/nowhere")));
}

static const bool kRegistered = registerTest<TestMainWindow>();

} // namespace greensward::ui

#include "tst_main_window.moc"
