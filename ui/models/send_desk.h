// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "ui/models/event_consumer.h"
#include "ui/models/send_template.h"

#include <QBasicTimer>
#include <QObject>

#include <deque>
#include <optional>

namespace greensward::ui {

class EngineMirror;

/// A message that is sent over and over. With a ramp, ${ramp} goes from one value to the other in that time, the last
/// message carries the last value, and that is the end.
struct SendRun
{
    struct Ramp
    {
        double from = 0;
        double to = 0;
        double seconds = 10;
    };
    int everyMillis = 1000;
    quint64 times = 0; ///< 0: until stopped
    std::optional<Ramp> ramp;
};

/// When a message on the filter arrives, the answer is sent. Never to the console's own messages, and at most
/// SendDesk::kMostRepliesPerSecond: whatever is answered may answer in turn.
struct ReplyRule
{
    QString filter;
    SendTemplate answer;
    bool operator==(const ReplyRule&) const = default;
};

/// What is being written to be sent, what is sent again and again, and what is answered by itself. Lives as long as the
/// window; its timer runs only while something repeats.
class SendDesk final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr int kLeastMillis = 10;
    static constexpr std::size_t kMostRepliesPerSecond = 10;
    static constexpr qsizetype kMostPayload = 128 * 1024; ///< octets, the limit of AWS IoT

    explicit SendDesk(EngineMirror& mirror);

    TemplateLibrary& templates() { return m_templates; }

    /// What the panel holds; kept here so that it survives when the views are made anew.
    const SendTemplate& draft() const { return m_draft; }
    void setDraft(const SendTemplate& draft) { m_draft = draft; }

    /// Where single and repeated messages go: the name of a connection to a broker elsewhere, or empty for the
    /// workspace's own gateway. Replies always go to the gateway.
    void setBroker(const QString& name) { m_broker = name; }
    const QString& broker() const { return m_broker; }

    /// Why it cannot be sent, in a sentence; empty when it can.
    static QString problemOf(const SendTemplate& what);
    /// Once, with its variables filled in. False when there is a problem.
    bool send(const SendTemplate& what);

    bool start(const SendTemplate& what, const SendRun& run);
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    quint64 sent() const { return m_sent; }
    /// Of the run; 0: until stopped.
    quint64 total() const { return m_total; }

    void setReply(const std::optional<ReplyRule>& rule);
    const std::optional<ReplyRule>& reply() const { return m_reply; }
    quint64 replied() const { return m_replied; }
    /// Not answered, because ten were in that second.
    quint64 heldBack() const { return m_heldBack; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override {}

signals:
    /// A run began, went on or ended.
    void runChanged();
    void replyChanged();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Trigger
    {
        QString topic;
        std::string payload;
    };
    void sendNext();
    void answer();

    EngineMirror& m_mirror;
    TemplateLibrary m_templates;
    SendTemplate m_draft;
    QString m_broker;
    Random m_random;
    quint64 m_singles = 0; ///< sent by hand

    QBasicTimer m_timer;
    SendTemplate m_repeated;
    SendRun m_run;
    quint64 m_sent = 0;
    quint64 m_total = 0;

    std::optional<ReplyRule> m_reply;
    std::string m_replyFilter;
    WallTime m_replySince{};
    std::deque<Trigger> m_triggers;
    std::deque<Instant> m_replies; ///< of the last second
    quint64 m_replied = 0;
    quint64 m_heldBack = 0;
};

} // namespace greensward::ui
