// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/invocation_view.h"

#include "ui/functions/invocation_model.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/discretion.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

QString readable(const QByteArray& octets)
{
    const std::string_view text(octets.constData(), static_cast<std::size_t>(octets.size()));
    return discreet(isReadableText(text) ? readableText(text) : hexText(text));
}

QString latency(double milliseconds)
{
    return latencyText(std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::milli>(milliseconds)));
}

Role inkOf(Invocation::State state)
{
    switch (state) {
    case Invocation::State::Succeeded:
        return Role::Accent;
    case Invocation::State::Failed:
    case Invocation::State::Refused:
        return Role::Lost;
    case Invocation::State::Running:
        return Role::Information;
    case Invocation::State::Untold:
        break;
    }
    return Role::MutedText;
}

QPlainTextEdit* reader(const QString& name, QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setFont(fontOf(TextStyle::Mono));
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->document()->setDocumentMargin(px(14));
    return text;
}

} // namespace

InvocationView::InvocationView(QWidget* parent)
    : QWidget(parent)
    , m_nothing(new RoleLabel(TextStyle::Secondary, Role::MutedText,
                              tr("What comes back is shown here: answer or error, how long it took, its log."), this))
    , m_something(new QWidget(this))
    , m_outcome(new Chip(Role::MutedText, Chip::Look::Tint, m_something))
    , m_facts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_something))
    , m_replay(new QPushButton(tr("Replay"), m_something))
    , m_keep(new QPushButton(tr("Keep event"), m_something))
    , m_tabs(new QTabBar(m_something))
    , m_pages(new QStackedWidget(m_something))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setContentsMargins(px(16), px(12), px(16), px(12));
    outer->addWidget(m_nothing, 1);
    outer->addWidget(m_something, 1);
    addHead();
    addPages();
    show(nullptr);
}

/// A line between the event and what came of it.
void InvocationView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(px(16), 0, width() - px(32), 1, color(Role::Hairline));
}

void InvocationView::addHead()
{
    auto* column = new QVBoxLayout(m_something);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(8), 0);
    head->setSpacing(px(4));
    head->addWidget(m_outcome);
    head->addStretch();
    for (QPushButton* button : {m_keep, m_replay}) {
        setKind(*button, ButtonKind::Quiet);
        head->addWidget(button);
    }
    m_replay->setAccessibleName(tr("Send the same event again"));
    m_replay->setToolTip(tr("Send the same event again (Ctrl+R)"));
    m_keep->setAccessibleName(tr("Keep the event as a test event"));
    connect(m_replay, &QPushButton::clicked, this, &InvocationView::replayAsked);
    connect(m_keep, &QPushButton::clicked, this, &InvocationView::keepAsked);
    m_facts->setWordWrap(true);
    m_facts->setContentsMargins(px(16), 0, px(16), 0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of the call"));
    column->addLayout(head);
    column->addWidget(m_facts);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(px(10), 0, px(8), 0);
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    column->addWidget(m_pages, 1);
}

void InvocationView::addPages()
{
    auto* error = new QWidget(m_pages);
    auto* column = new QVBoxLayout(error);
    column->setContentsMargins(px(16), px(4), px(8), px(4));
    column->setSpacing(px(4));
    m_message = new RoleLabel(TextStyle::Strong, Role::Lost, {}, error);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stack = new QListWidget(error);
    m_stack->setAccessibleName(tr("Stack, outermost first; Enter goes to the line"));
    m_stack->setFrameShape(QFrame::NoFrame);
    m_stack->setFont(fontOf(TextStyle::Mono));
    m_stack->setWordWrap(true);
    m_stack->setToolTip(tr("Goes to the line"));
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    m_answer = reader(tr("Answer of the function"), m_pages);
    m_log = reader(tr("Log of the call"), m_pages);
    m_event = reader(tr("Event of the call"), m_pages);
    for (QWidget* page : {error, static_cast<QWidget*>(m_answer), static_cast<QWidget*>(m_log), static_cast<QWidget*>(m_event)})
        m_pages->addWidget(page);
    for (const QString& title : {tr("Error"), tr("Answer"), tr("Log"), tr("Event")})
        m_tabs->addTab(title);
    connect(m_tabs, &QTabBar::currentChanged, this, &InvocationView::showTab);
    const auto go = [this](QListWidgetItem* item) {
        const StackFrame& frame = m_frames[static_cast<std::size_t>(m_stack->row(item))];
        emit placeAsked(frame.file, frame.line);
    };
    connect(m_stack, &QListWidget::itemClicked, this, go);
    connect(m_stack, &QListWidget::itemActivated, this, go);
}

void InvocationView::show(const Invocation* call)
{
    m_nothing->setVisible(!call);
    m_something->setVisible(call);
    if (call)
        fill(*call);
    else
        m_number = 0;
}

void InvocationView::fill(const Invocation& call)
{
    const bool isSame = m_number == call.number && m_state == call.state;
    m_number = call.number;
    m_state = call.state;
    if (isSame)
        return; // selections and places in it stay
    const bool hasFailed = call.state == Invocation::State::Failed || call.state == Invocation::State::Refused;
    m_outcome->set(InvocationModel::stateText(call), inkOf(call.state));
    QStringList facts;
    if (call.report) {
        facts << tr("%1 long").arg(latency(call.report->milliseconds))
              << (call.report->init ? tr("cold start: %1 to load").arg(latency(*call.report->init)) : tr("warm start"))
              << tr("%1 ms billed").arg(qRound64(call.report->billed))
              << tr("%1 of %2 MB").arg(call.report->usedMB).arg(call.report->memoryMB);
    }
    if (!call.version.isEmpty())
        facts << tr("version %1").arg(call.version);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());
    const bool isOwn = call.by != Invocation::By::Other;
    m_replay->setEnabled(isOwn && call.state != Invocation::State::Running);
    m_keep->setEnabled(isOwn);
    const QString secret = isOwn ? QString() : tr("Only who called knows.");
    m_answer->setPlaceholderText(secret);
    m_event->setPlaceholderText(secret);
    m_frames = call.failure.stack;
    m_message->setText(!call.problem.isEmpty()        ? discreet(call.problem)
                       : call.failure.type.isEmpty() ? discreet(call.failure.message)
                                                     : discreet(call.failure.type + QStringLiteral(": ") + call.failure.message));
    m_stack->clear();
    for (const StackFrame& frame : m_frames) {
        QString line = tr("%1, line %2").arg(frame.file.section(QLatin1Char('/'), -1)).arg(frame.line);
        if (!frame.within.isEmpty())
            line += tr(" in %1").arg(frame.within);
        m_stack->addItem(frame.code.isEmpty() ? line : line + QStringLiteral("\n    ") + frame.code);
    }
    m_stack->setVisible(!m_frames.empty());
    if (!m_frames.empty())
        m_stack->setCurrentRow(static_cast<int>(m_frames.size()) - 1); // where it was raised
    m_answer->setPlainText(readable(call.answer));
    m_log->setPlainText(discreet(call.log));
    m_event->setPlainText(readable(call.payload));
    m_tabs->setTabVisible(Error, hasFailed);
    if (hasFailed && m_tabs->currentIndex() == Answer)
        m_tabs->setCurrentIndex(Error);
    else if (!hasFailed && m_tabs->currentIndex() == Error)
        m_tabs->setCurrentIndex(Answer);
    showTab();
}

void InvocationView::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

InvocationView::Tab InvocationView::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void InvocationView::showTab()
{
    m_pages->setCurrentIndex(m_tabs->currentIndex());
}

QString InvocationView::sentence(const Invocation& call)
{
    const QString state = InvocationModel::stateText(call);
    if (!call.report)
        return call.problem.isEmpty() ? state : state + QStringLiteral(": ") + call.problem;
    const QString took = latency(call.report->milliseconds);
    return call.report->init ? tr("%1 in %2, cold start of %3").arg(state, took, latency(*call.report->init))
                             : tr("%1 in %2, warm start").arg(state, took);
}

} // namespace greensward::ui
