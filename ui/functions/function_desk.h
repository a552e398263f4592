// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_account.h"
#include "ui/functions/function_draft.h"
#include "ui/functions/function_templates.h"
#include "ui/functions/invocation.h"
#include "ui/functions/test_events.h"
#include "ui/models/event_consumer.h"

#include <QHash>

#include <functional>

namespace greensward::ui {

class EngineMirror;
class InvocationModel;

/// Functions as they are worked at: what is being written, what is asked of the account, calls. It asks through the
/// account's AWS APIs alone. Lives as long as the window, so that views may come and go.
class FunctionDesk final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit FunctionDesk(EngineMirror& mirror);

    FunctionAccount& account() { return m_account; }
    TestEvents& events() { return m_events; }
    InvocationModel& invocations() { return m_invocations; }
    FunctionDraft& draft(const QString& name) { return m_drafts[name]; }
    bool isDirty(const QString& name) const;
    /// Something that was asked for is not answered yet.
    bool isBusy() const { return m_reader.isBusy(); }

    /// What the window shows; kept here so that it survives when the views are made anew.
    QString chosen{};
    quint64 chosenCall = 0;

    /// Asks for the package, unless what is known of it is what the account has.
    void wantCode(const QString& name);
    void write(const QString& name, const QString& file, const QString& text);
    void set(const QString& name, const FunctionSettings& settings);
    void revert(const QString& name);

    /// Made with a role of its own, which is made first where it is missing.
    void create(const QString& name, const FunctionTemplate& from);
    /// then: only when all was saved.
    void save(const QString& name, std::function<void()> then = {});
    void publishVersion(const QString& name, const QString& description);
    /// Made where there is none of this name.
    void pointAlias(const QString& name, const QString& alias, const QString& version);
    void removeAlias(const QString& name, const QString& alias);
    void removeVersion(const QString& name, const QString& version);
    void removeFunction(const QString& name);

    /// Saves what is being written, then calls $LATEST, or what the qualifier names as it is.
    void run(const QString& name, const QString& qualifier, const QByteArray& payload);
    /// The same payload to the same function again.
    void replay(const Invocation& earlier);

    void ingest(const trace::Chunk& chunk) override { m_account.notice(chunk); }
    void publish() override {}

signals:
    /// Code or settings came, were written or saved.
    void draftChanged(const QString& name);
    void created(const QString& name);
    void began(quint64 invocation);
    void ended(quint64 invocation);
    void done(const QString& sentence);
    void failed(const QString& sentence);

private:
    void ask(client::Call call, const QString& failing, std::function<void(const client::Answer&)> then);
    void takeCode(const QString& name, const client::Answer& answer);
    void createWith(const QString& name, const FunctionTemplate& from, const QString& role);
    void saveSettings(const QString& name, std::function<void()> then);
    void saveCode(const QString& name, std::function<void()> then);
    void invoke(Invocation call);

    EngineMirror& m_mirror;
    FunctionAccount m_account;
    TestEvents m_events;
    InvocationModel& m_invocations;
    AccountReader m_reader;
    QHash<QString, FunctionDraft> m_drafts;
};

} // namespace greensward::ui
