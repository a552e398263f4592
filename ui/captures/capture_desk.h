// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace greensward::ui {

class CaptureNotice;
class Commands;
class PlayerBar;
class RecordButton;
class ReplayDialog;
class ShareDialog;

/// Everything about captures in one window: recording, opening, replaying and sharing them, and playing the one that
/// the window shows. Owns the button and the strip, which the window places.
class CaptureDesk final : public QObject
{
    Q_OBJECT

public:
    /// owner: of the commands; window: parent of strips and dialogs, and where a capture from the desktop's files may
    /// be dropped.
    CaptureDesk(EngineMirror& mirror, Commands& commands, QObject* owner, QWidget& window);

    /// Before the window makes its views anew: the strips are the window's children.
    void dropStrips();

    /// Null where nothing can be recorded: the window shows a capture.
    RecordButton* recordButton() const { return m_record; }
    /// What is to stand above the status strip now; null: nothing.
    QWidget* strip() const;
    int stripTall() const;
    PlayerBar* player() const { return m_player; }
    CaptureNotice* notice() const { return m_notice; }

    void toggleRecording();
    void recordTo(const QString& file);
    void replay(const QString& file);
    void share(const QString& file);
    /// Asks for a file, then openAsked().
    void chooseCapture();
    /// When it was and how much of it is there, in one line; empty when there is none to be reopened.
    QString lastSessionText() const;
    /// openAsked() with what was kept of the session before; says so when there is none.
    void reopenLastSession();
    /// "…/captures/2026-11-24 18-25-11.wscap", in a place that stays.
    QString proposedFile() const;
    /// A sentence in the strip until it is dismissed.
    void tell(const QString& sentence);

signals:
    void openAsked(const QString& file);
    void stripChanged();
    void startOverAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString lastSession() const;
    void addCommands(Commands& commands, QObject* owner);
    void refresh();
    void showNotice(bool visible);
    QString folder() const;
    QString chosenFile(const QString& title) const;

    EngineMirror& m_mirror;
    QWidget& m_window;
    RecordButton* m_record = nullptr;
    CaptureNotice* m_notice;
    PlayerBar* m_player = nullptr;
    QPointer<ReplayDialog> m_replayDialog;
    QPointer<ShareDialog> m_shareDialog;
    CaptureStatus m_shown;
    bool m_noticeWanted = false;
    bool m_first = true;
};

} // namespace greensward::ui
