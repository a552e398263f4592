// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/functions/code_edit.h"
#include "ui/kit/theme.h"

#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

namespace greensward::ui {

/// The editor of a function's code, by keyboard.
class TestCodeEdit final : public QObject
{
    Q_OBJECT

private slots:
    void enterKeepsTheIndentation();
    void tabGoesToTheNextStop();
    void chosenLinesMoveInAndOut();
    void pythonHasItsColours();
    void aStringOverLinesIsOne();
    void otherFilesStayPlain();

private:
    static QColor colourAt(const CodeEdit& edit, int line, int column)
    {
        for (const auto& range : edit.document()->findBlockByNumber(line - 1).layout()->formats())
            if (column >= range.start && column < range.start + range.length)
                return range.format.foreground().color();
        return {};
    }
};

void TestCodeEdit::enterKeepsTheIndentation()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    edit.show(QStringLiteral("index.py"), {});
    QTest::keyClicks(&edit, QStringLiteral("def f():"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, QStringLiteral("x = 1"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, QStringLiteral("return x"));
    QCOMPARE(edit.toPlainText(), QStringLiteral("def f():\n    x = 1\n    return x"));
}

void TestCodeEdit::tabGoesToTheNextStop()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    QTest::keyClicks(&edit, QStringLiteral("ab"));
    QTest::keyClick(&edit, Qt::Key_Tab);
    QTest::keyClicks(&edit, QStringLiteral("c"));
    QCOMPARE(edit.toPlainText(), QStringLiteral("ab  c"));
}

void TestCodeEdit::chosenLinesMoveInAndOut()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    edit.show(QStringLiteral("index.py"), QStringLiteral("a\n  b\nc"));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(0);
    cursor.setPosition(4, QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
    QTest::keyClick(&edit, Qt::Key_Tab);
    QCOMPARE(edit.toPlainText(), QStringLiteral("    a\n      b\nc"));
    QTest::keyClick(&edit, Qt::Key_Backtab);
    QTest::keyClick(&edit, Qt::Key_Backtab);
    QCOMPARE(edit.toPlainText(), QStringLiteral("a\nb\nc"));
    edit.undo();
    QVERIFY2(edit.toPlainText().startsWith(QStringLiteral("a\n  b")), "one step back is one key");
}

void TestCodeEdit::pythonHasItsColours()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    edit.show(QStringLiteral("index.py"), QStringLiteral("def name(x):  # why\n    return \"a # b\" + str(42)"));
    QCOMPARE(colourAt(edit, 1, 0), color(Role::Information));
    QCOMPARE(colourAt(edit, 1, 4), color(Role::Edge));
    QCOMPARE(colourAt(edit, 1, 16), color(Role::MutedText));
    QCOMPARE(colourAt(edit, 2, 4), color(Role::Information));
    QCOMPARE(colourAt(edit, 2, 14), color(Role::Accent)); // a # within a text is no comment
    QCOMPARE(colourAt(edit, 2, 25), color(Role::Attention));
}

void TestCodeEdit::aStringOverLinesIsOne()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    edit.show(QStringLiteral("index.py"), QStringLiteral("a = \"\"\"one\nreturn 2\nthree\"\"\" + b\nreturn"));
    QCOMPARE(colourAt(edit, 2, 0), color(Role::Accent));
    QCOMPARE(colourAt(edit, 3, 9), QColor());
    QCOMPARE(colourAt(edit, 4, 0), color(Role::Information));
}

void TestCodeEdit::otherFilesStayPlain()
{
    CodeEdit edit(QStringLiteral("code"), nullptr);
    edit.show(QStringLiteral("notes.txt"), QStringLiteral("return 42"));
    QCOMPARE(colourAt(edit, 1, 0), QColor());
}

static const bool kRegistered = registerTest<TestCodeEdit>();

} // namespace greensward::ui

#include "tst_code_edit.moc"
