// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/capture_desk.h"

#include "capture/reader.h"
#include "ui/captures/capture_notice.h"
#include "ui/captures/player_bar.h"
#include "ui/captures/record_button.h"
#include "ui/captures/replay_dialog.h"
#include "ui/captures/share_dialog.h"
#include "ui/kit/commands.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QDateTime>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QStandardPaths>
#include <QWidget>

#include <cmath>

namespace greensward::ui {

namespace {

QString fileName(const std::string& path)
{
    return QFileInfo(toQString(path)).fileName();
}

/// By its name: a capture, or a recording that did not become one. Empty when what is dropped is neither.
QString captureOf(const QMimeData& dropped)
{
    const auto urls = dropped.urls();
    const QString file = urls.isEmpty() ? QString() : urls.front().toLocalFile();
    return file.endsWith(QStringLiteral(".wscap")) || file.endsWith(QStringLiteral(".wscap.part")) ? file : QString();
}

} // namespace

CaptureDesk::CaptureDesk(EngineMirror& mirror, Commands& commands, QObject* owner, QWidget& window)
    : QObject(owner), m_mirror(mirror), m_window(window), m_notice(new CaptureNotice(&window))
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    m_notice->hide();
    connect(m_notice, &CaptureNotice::dismissed, this, [this] { showNotice(false); });
    if (CapturePlayer* player = mirror.engine().player()) {
        m_player = new PlayerBar(mirror, *player, &window);
        m_player->show();
        connect(m_player, &PlayerBar::startOverAsked, this, &CaptureDesk::startOverAsked);
        connect(&mirror, &EngineMirror::nobodyThere, this, [this] {
            tell(tr("This is a capture: what was recorded can be looked at, but nothing here answers."));
        });
    } else {
        m_record = new RecordButton(&window);
        connect(m_record, &RecordButton::clicked, this, &CaptureDesk::toggleRecording);
        connect(&mirror, &EngineMirror::captureChanged, this, &CaptureDesk::refresh);
        refresh();
    }
    addCommands(commands, owner);
}

bool CaptureDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_window || (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop))
        return QObject::eventFilter(watched, event);
    auto& drop = static_cast<QDropEvent&>(*event); // a drag that enters is one, too
    const QString file = captureOf(*drop.mimeData());
    if (file.isEmpty())
        return QObject::eventFilter(watched, event);
    drop.acceptProposedAction();
    if (event->type() == QEvent::Drop)
        emit openAsked(file);
    return true;
}

void CaptureDesk::dropStrips()
{
    delete std::exchange(m_notice, nullptr);
    delete std::exchange(m_player, nullptr);
}

void CaptureDesk::addCommands(Commands& commands, QObject* owner)
{
    const QString area = tr("Captures");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(owner, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("capture.open", tr("Open a capture …"), Qt::CTRL | Qt::Key_O, [this] { chooseCapture(); });
    commands.add(owner, QStringLiteral("capture.reopen"), tr("File"), tr("Reopen the last session"), {},
                 [this] { reopenLastSession(); });
    if (m_player) {
        add("capture.play", tr("Play or pause the capture"), {}, [this] { m_player->togglePlay(); });
        add("capture.start", tr("To the start of the capture"), {}, [this] { m_player->toStart(); });
        add("capture.end", tr("Show the capture to its end"), {}, [this] { m_player->toEnd(); });
        add("capture.share", tr("Share what I see: a copy without what is private …"), {},
            [this] { share(toQString(m_mirror.engine().status().capture.file)); });
        return;
    }
    add("capture.record", tr("Record, or stop recording"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
        [this] { toggleRecording(); });
    add("capture.record-to", tr("Record into a file of your choice …"), {}, [this] {
        const QString file =
            QFileDialog::getSaveFileName(&m_window, tr("Record into"), proposedFile(), tr("Captures (*.wscap)"),
                                         nullptr, QFileDialog::DontConfirmOverwrite);
        if (!file.isEmpty())
            recordTo(file);
    });
    add("capture.replay", tr("Replay a capture against this broker …"), {}, [this] {
        if (const QString file = chosenFile(tr("Replay a capture")); !file.isEmpty())
            replay(file);
    });
    add("capture.stop-replay", tr("Stop the replay"), {}, [this] { m_mirror.engine().stopReplay(); });
    add("capture.share", tr("Share what I see: a copy of a capture without what is private …"), {}, [this] {
        if (const QString file = chosenFile(tr("Share a capture")); !file.isEmpty())
            share(file);
    });
}

QWidget* CaptureDesk::strip() const
{
    if (m_noticeWanted)
        return m_notice;
    return m_player;
}

int CaptureDesk::stripTall() const
{
    return strip() ? CaptureNotice::tall() : 0;
}

QString CaptureDesk::folder() const
{
    const QString data = toQString(m_mirror.engine().status().dataDirectory);
    if (m_player)
        return data;
    // A workspace for one run goes with the run; a recording is to stay.
    const bool fleeting = data.isEmpty() || data.startsWith(QDir::tempPath() + QLatin1Char('/'));
    return fleeting ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                          QStringLiteral("/Greensward captures")
                    : data + QStringLiteral("/captures");
}

QString CaptureDesk::proposedFile() const
{
    const QString name = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    return QDir(folder()).filePath(name + QStringLiteral(".wscap"));
}

QString CaptureDesk::chosenFile(const QString& title) const
{
    return QFileDialog::getOpenFileName(&m_window, title, folder(), tr("Captures (*.wscap *.wscap.part)"));
}

void CaptureDesk::chooseCapture()
{
    if (const QString file = chosenFile(tr("Open a capture")); !file.isEmpty())
        emit openAsked(file);
}

/// The folder; empty when there is none, or when it is what this window shows.
QString CaptureDesk::lastSession() const
{
    const QString folder = toQString(m_mirror.engine().status().dataDirectory) + QStringLiteral("/last-session");
    const bool shown = m_player && m_mirror.engine().status().capture.file == folder.toStdString();
    return !shown && QFileInfo::exists(folder + QStringLiteral("/head.json")) ? folder : QString();
}

QString CaptureDesk::lastSessionText() const
{
    const QString folder = lastSession();
    if (folder.isEmpty())
        return {};
    const auto reader = capture::Reader::open(capture::Place::at(folder.toStdString()));
    if (!reader)
        return {};
    const capture::Manifest& manifest = (*reader)->manifest();
    const auto millis = [](WallTime time) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    };
    const auto started = QDateTime::fromMSecsSinceEpoch(millis(manifest.started));
    const qint64 minutes = (millis(manifest.ended) - millis(manifest.started)) / 60'000;
    return tr("%1, %2").arg(QLocale().toString(started, QLocale::ShortFormat),
                            minutes < 1 ? tr("less than a minute")
                                        : tr("%n minute(s)", nullptr, static_cast<int>(std::min<qint64>(minutes, 1'000'000))));
}

void CaptureDesk::reopenLastSession()
{
    if (const QString folder = lastSession(); !folder.isEmpty())
        emit openAsked(folder);
    else
        tell(tr("No session before this one was kept."));
}

void CaptureDesk::toggleRecording()
{
    if (m_mirror.engine().status().capture.recording) {
        m_mirror.engine().stopRecording();
        m_mirror.refreshStatus();
    } else {
        recordTo(proposedFile());
    }
}

void CaptureDesk::recordTo(const QString& file)
{
    m_mirror.engine().startRecording(file.toStdString());
    m_mirror.refreshStatus();
}

void CaptureDesk::replay(const QString& file)
{
    if (m_replayDialog)
        return m_replayDialog->raise();
    m_replayDialog = new ReplayDialog(file, toQString(m_mirror.status().endpoint), &m_window);
    m_replayDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_replayDialog, &QDialog::accepted, this, [this, file, dialog = m_replayDialog.data()] {
        m_mirror.engine().startReplay(file.toStdString(), dialog->speed());
        m_mirror.refreshStatus();
    });
    m_replayDialog->open();
}

void CaptureDesk::share(const QString& file)
{
    if (m_shareDialog)
        return m_shareDialog->raise();
    m_shareDialog = new ShareDialog(file, &m_window);
    m_shareDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_shareDialog->open();
}

void CaptureDesk::tell(const QString& sentence)
{
    m_notice->setContent({.text = sentence, .role = Role::Attention, .button = {}});
    showNotice(true);
}

void CaptureDesk::showNotice(bool visible)
{
    if (visible == m_noticeWanted)
        return;
    m_noticeWanted = visible;
    m_notice->setVisible(visible);
    if (m_player)
        m_player->setVisible(!visible);
    emit stripChanged();
}

void CaptureDesk::refresh()
{
    const CaptureStatus& status = m_mirror.status().capture;
    m_record->setStatus(status);
    const CaptureStatus before = std::exchange(m_shown, status);
    // Views are made anew when the zoom changes; what was said before is not news.
    const bool first = std::exchange(m_first, false);
    if (status.replaying) {
        const QString percent = QString::number(static_cast<int>(std::floor(status.progress * 100)));
        m_notice->setContent({.text = tr("Replaying %1: %2 messages sent, %3 %")
                                          .arg(fileName(status.replayFile), countText(status.replayed), percent),
                              .role = Role::Text,
                              .progress = status.progress,
                              .button = tr("Stop")},
                             [this] { m_mirror.engine().stopReplay(); });
        return showNotice(true);
    }
    if (first)
        return;
    if (!status.problem.empty() && status.problem != before.problem)
        return tell(toQString(status.problem));
    if (status.replaySummary != before.replaySummary && !status.replaySummary.empty()) {
        m_notice->setContent(
            {.text = tr("Replay of %1: %2.").arg(fileName(status.replayFile), toQString(status.replaySummary)),
             .role = Role::Text,
             .button = {}});
        return showNotice(true);
    }
    if (status.recorded != before.recorded && !status.recorded.empty()) {
        const QString file = toQString(status.recorded);
        m_notice->setContent(
            {.text = tr("%1 events are in %2").arg(countText(status.events), QDir::toNativeSeparators(file)),
             .role = Role::Text,
             .button = tr("Open the capture")},
            [this, file] {
                showNotice(false);
                emit openAsked(file);
            });
        return showNotice(true);
    }
    if (before.replaying)
        showNotice(false);
}

} // namespace greensward::ui
