// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/presenter_window.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/welcome/first_minute.h"

#include <QAction>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>
#include <QWindow>

#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

/// Files of the story's steps: first-minute-1.md …
QString nameOf(FirstMinute::Step step)
{
    return QStringLiteral("first-minute-%1").arg(static_cast<int>(step) + 1);
}

QString spanText(qint64 millis)
{
    const qint64 seconds = millis / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

PresenterWindow::PresenterWindow(EngineMirror& mirror, PresenterNotes notes, QWidget* audience)
    : QWidget(audience, Qt::Window), m_mirror(mirror), m_notes(std::move(notes)), m_audience(audience)
{
    setWindowTitle(tr("Presenter notes · Greensward"));
    setAccessibleName(tr("Presenter notes"));
    setAutoFillBackground(true);
    resize(px(560), px(640));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addLayout(makeClocks());
    column->addWidget(makeFacts());
    auto* card = new Card(tr("Notes"), this);
    m_title = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, card);
    card->head().addWidget(m_title);
    card->head().addStretch();
    m_text = new QTextBrowser(card);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->setFont(fontOf(TextStyle::Body));
    m_text->setAccessibleName(tr("Notes of what is shown"));
    card->body().addWidget(m_text, 1);
    card->body().setContentsMargins(px(12), 0, px(12), px(12));
    column->addWidget(card, 1);
    column->addWidget(makeFoot());

    auto* close = new QAction(this);
    close->setShortcuts({Qt::Key_Escape, QKeySequence::Close});
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    m_since.start();
    connect(&mirror, &EngineMirror::secondPassed, this, &PresenterWindow::showTimes);
    connect(&mirror, &EngineMirror::statusChanged, this, &PresenterWindow::showTimes);
    connect(&mirror.model<FaultModel>(), &FaultModel::faultsChanged, this, &PresenterWindow::showFaults);
    connect(&mirror.model<FirstMinute>(), &FirstMinute::changed, this, &PresenterWindow::showNote);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PresenterWindow::showNote);
    showFaults();
    showTimes();
    showNote();
}

QLayout* PresenterWindow::makeClocks()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(24));
    const auto add = [&](const QString& name) {
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        auto* value = new RoleLabel(TextStyle::Reading, Role::Text, {}, this);
        auto* caption = new RoleLabel(TextStyle::Caption, Role::MutedText, name, this);
        caption->setBuddy(value);
        column->addWidget(value);
        column->addWidget(caption);
        row->addLayout(column);
        return value;
    };
    m_clock = add(tr("time"));
    m_elapsed = add(tr("since the start"));
    m_rate = add(tr("messages a second"));
    row->addStretch();
    auto* again = new QPushButton(tr("Start anew"), this);
    again->setAccessibleName(tr("Count the time from now on"));
    connect(again, &QPushButton::clicked, this, [this] {
        m_since.start();
        showTimes();
    });
    row->addWidget(again, 0, Qt::AlignTop);
    return row;
}

QWidget* PresenterWindow::makeFacts()
{
    auto* card = new Card(tr("Next"), this);
    m_next = new RoleLabel(TextStyle::Title, Role::Accent, {}, card);
    m_next->setWordWrap(true);
    m_faults = new RoleLabel(TextStyle::Strong, Role::MutedText, {}, card);
    m_faults->setWordWrap(true);
    card->body().setContentsMargins(px(16), 0, px(16), px(12));
    card->body().addWidget(m_next);
    card->body().addWidget(m_faults);
    return card;
}

QWidget* PresenterWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_problem = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, foot);
    m_problem->setWordWrap(true);
    row->addWidget(m_problem, 1);
    m_edit = new QPushButton(tr("Edit these notes"), foot);
    m_edit->setToolTip(tr("A copy in the data directory, in the program that opens Markdown files"));
    row->addWidget(m_edit);
    connect(m_edit, &QPushButton::clicked, this, &PresenterWindow::edit);
    return foot;
}

void PresenterWindow::setWorkspace(const QString& id)
{
    if (id == m_workspace)
        return;
    m_workspace = id;
    showNote();
}

void PresenterWindow::setElapsed(const QElapsedTimer& since)
{
    m_since = since;
    showTimes();
}

/// While the story is told, its step; else what is shown.
QStringList PresenterWindow::names() const
{
    const FirstMinute& story = m_mirror.model<FirstMinute>();
    QStringList names;
    if (story.hasBegun() && !story.isFinished())
        names << nameOf(story.step());
    return names << m_workspace << QStringLiteral("any");
}

void PresenterWindow::showNote()
{
    m_note = m_notes.find(names(), QLocale().name().section(QLatin1Char('_'), 0, 0));
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_note.file.isEmpty())
        m_watcher.addPath(m_note.file);
    m_text->setMarkdown(m_note.text.isEmpty() ? tr("There are no notes for this place yet.") : m_note.text);
    const FirstMinute& story = m_mirror.model<FirstMinute>();
    const bool telling = story.hasBegun() && !story.isFinished();
    m_title->setText(telling ? FirstMinute::title(story.step()) : QString());
    m_title->setVisible(telling);
    m_next->setText(nextAction());
}

QString PresenterWindow::nextAction() const
{
    const FirstMinute& story = m_mirror.model<FirstMinute>();
    if (story.hasBegun() && !story.isFinished() && !story.action().isEmpty())
        return story.action();
    return m_note.next.isEmpty() ? tr("Nothing is suggested here.") : m_note.next;
}

void PresenterWindow::showFaults()
{
    const FaultModel& faults = m_mirror.model<FaultModel>();
    QStringList lines;
    for (int row = 0; row < faults.rowCount(); ++row)
        lines << faults.index(row).data().toString();
    m_faults->setText(lines.isEmpty() ? tr("No fault is on.")
                                      : tr("On purpose: %1").arg(lines.join(QStringLiteral("; "))));
    m_faults->setRole(lines.isEmpty() ? Role::MutedText : Role::Lost);
}

void PresenterWindow::showTimes()
{
    m_clock->setText(clockText(m_mirror.now()).left(8));
    m_elapsed->setText(spanText(m_since.elapsed()));
    m_rate->setText(countText(static_cast<quint64>(std::lround(m_mirror.messageRate()))));
}

void PresenterWindow::edit()
{
    QString problem;
    const QString file = m_notes.makeOwn(m_note, names().first(), problem);
    if (!file.isEmpty() && !QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        problem = tr("No program opens it: %1").arg(file);
    m_problem->setText(problem);
    showNote();
}

void PresenterWindow::showBeside()
{
    const QScreen* projected = m_audience->screen();
    for (QScreen* screen : QGuiApplication::screens())
        if (screen != projected) {
            setScreen(screen);
            const QRect room = screen->availableGeometry();
            resize(size().boundedTo(room.size() - QSize(px(32), px(48))));
            move(room.center() - rect().center());
            break;
        }
    show();
    raise();
}

void PresenterWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    emit closed();
}

} // namespace greensward::ui
