// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/test_event_panel.h"

#include "ui/functions/function_desk.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/json_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

TestEventPanel::TestEventPanel(FunctionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_events(new QComboBox(this))
    , m_more(new QToolButton(this))
    , m_edit(new QPlainTextEdit(this))
    , m_problem(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_qualifier(new QComboBox(this))
    , m_run(new QPushButton(icon(QStringLiteral("play"), Role::OnFill), tr("Run"), this))
{
    m_edit->setAccessibleName(tr("Test event, JSON"));
    m_edit->setFont(fontOf(TextStyle::Mono));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(QStringLiteral("{}"));
    m_problem->setWordWrap(true);
    addRow();
    connect(m_events, &QComboBox::activated, this, [this] {
        m_chosen[m_function] = event();
        show();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        check();
        if (m_filling || m_function.isEmpty())
            return;
        if (const QString why = m_desk.events().write(m_function, {event(), m_edit->toPlainText()}); !why.isEmpty()) {
            m_problem->setText(why);
            m_problem->show();
        }
    });
    connect(m_run, &QPushButton::clicked, this, &TestEventPanel::runAsked);
    connect(&desk.events(), &TestEvents::changed, this, [this](const QString& function) {
        if (function == m_function)
            fill();
    });
    if (!desk.account().isThere())
        disableInCapture(*this);
}

void TestEventPanel::addRow()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(4), px(12), px(4));
    column->setSpacing(px(6));
    auto* top = new QHBoxLayout;
    top->setSpacing(px(6));
    m_events->setAccessibleName(tr("Test event"));
    m_events->setMinimumContentsLength(6);
    m_events->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_more->setIcon(icon(QStringLiteral("more"), Role::MutedText));
    m_more->setIconSize(QSize(px(16), px(16)));
    m_more->setMinimumSize(px(28), px(28));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("New, rename, delete"));
    m_more->setAccessibleName(tr("What can be done with test events"));
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("New test event …"), this, &TestEventPanel::makeNew);
    menu->addAction(tr("Rename …"), this, &TestEventPanel::rename);
    menu->addAction(tr("Delete"), this, [this] { m_desk.events().remove(m_function, event()); });
    m_more->setMenu(menu);
    top->addWidget(m_events, 1);
    top->addWidget(m_more);
    column->addLayout(top);
    column->addWidget(m_edit, 1);
    column->addWidget(m_problem);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(px(6));
    m_qualifier->setAccessibleName(tr("Version or alias that is called"));
    m_qualifier->setToolTip(tr("Version or alias that is called"));
    m_qualifier->setMinimumContentsLength(8);
    m_qualifier->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setAccessibleName(tr("Run the function with this event"));
    m_run->setToolTip(tr("Saves, then runs the function with this event (Ctrl+Enter)"));
    setKind(*m_run, ButtonKind::Primary);
    bottom->addWidget(m_qualifier, 1);
    bottom->addWidget(m_run);
    column->addLayout(bottom);
}

void TestEventPanel::setFunction(const QString& name)
{
    if (m_function != name) {
        m_function = name;
        fill();
    }
    refresh();
}

void TestEventPanel::refresh()
{
    const FunctionEntry* entry = m_desk.account().find(m_function);
    const QString before = m_qualifier->currentData().toString();
    m_qualifier->clear();
    m_qualifier->addItem(tr("$LATEST, as written"), QString());
    if (entry) {
        for (const FunctionAliasEntry& one : entry->aliases)
            m_qualifier->addItem(tr("%1 → %2", "alias, version").arg(one.name, one.version), one.name);
        for (std::size_t at = 1; at < entry->versions.size(); ++at)
            m_qualifier->addItem(tr("version %1").arg(entry->versions[at].number), entry->versions[at].number);
    }
    m_qualifier->setCurrentIndex(std::max(0, m_qualifier->findData(before)));
    check();
}

void TestEventPanel::fill()
{
    m_events->clear();
    if (!m_function.isEmpty())
        for (const TestEvent& one : m_desk.events().of(m_function))
            m_events->addItem(one.name);
    m_events->setCurrentIndex(std::max(0, m_events->findText(m_chosen.value(m_function))));
    show();
}

void TestEventPanel::show()
{
    const QScopedValueRollback quiet(m_filling, true);
    QString text;
    for (const TestEvent& one : m_desk.events().of(m_function))
        if (one.name == event())
            text = one.payload;
    if (m_edit->toPlainText() != text)
        m_edit->setPlainText(text);
    check();
}

void TestEventPanel::check()
{
    const QString text = m_edit->toPlainText();
    const JsonProblem problem = text.trimmed().isEmpty() ? JsonProblem{} : jsonProblem(text);
    m_problem->setText(problem.sentence);
    m_problem->setVisible(problem.line > 0);
    m_run->setEnabled(isRunnable());
}

bool TestEventPanel::isRunnable() const
{
    return !m_function.isEmpty() && m_problem->text().isEmpty();
}

QString TestEventPanel::event() const
{
    return m_events->currentText();
}

QByteArray TestEventPanel::payload() const
{
    const QString text = m_edit->toPlainText();
    return text.trimmed().isEmpty() ? QByteArrayLiteral("{}") : text.toUtf8();
}

QString TestEventPanel::qualifier() const
{
    return m_qualifier->currentData().toString();
}

void TestEventPanel::choose(const QString& event)
{
    m_chosen[m_function] = event;
    fill();
}

void TestEventPanel::makeNew()
{
    bool agreed = false;
    const QString name = QInputDialog::getText(this, tr("New test event"), tr("Its name:"), QLineEdit::Normal,
                                               m_desk.events().freeName(m_function, QStringLiteral("test")), &agreed)
                             .trimmed();
    if (!agreed || name.isEmpty())
        return;
    const QString free = m_desk.events().freeName(m_function, name);
    if (const QString why = m_desk.events().write(m_function, {free, QStringLiteral("{}")}); !why.isEmpty()) {
        m_problem->setText(why);
        m_problem->show();
        return;
    }
    choose(free);
    m_edit->setFocus();
}

void TestEventPanel::rename()
{
    bool agreed = false;
    const QString name =
        QInputDialog::getText(this, tr("Rename the test event"), tr("Its name:"), QLineEdit::Normal, event(), &agreed)
            .trimmed();
    if (!agreed || name.isEmpty() || name == event())
        return;
    const QString before = event();
    m_chosen[m_function] = m_desk.events().freeName(m_function, name);
    m_desk.events().rename(m_function, before, m_chosen[m_function]);
}

} // namespace greensward::ui
