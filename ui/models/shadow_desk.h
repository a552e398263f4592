// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "ui/models/event_consumer.h"
#include "ui/models/shadow_record.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <boost/json/object.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace greensward::ui {

class EngineMirror;
class ShadowBook;

/// What the window asks of the shadow service, through the account's AWS APIs as any program would: documents, updates,
/// deletions. Answers go into the ShadowBook. Lives as long as the window.
class ShadowDesk final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    /// Things whose shadows are asked for when the account is looked through; those of more are asked for when chosen.
    static constexpr std::size_t kMostLookedAt = 100;
    static constexpr std::size_t kMostThings = 1000;

    struct Outcome
    {
        unsigned status = 0; ///< of HTTP; 0: nothing came back
        std::string code{};  ///< "ConflictException"
        QString problem{};   ///< empty when it was done
        std::int64_t version = 0;
        bool ok() const { return problem.isEmpty(); }
        bool isConflict() const { return status == 409; }
    };
    using Answered = std::function<void(const Outcome&)>;

    explicit ShadowDesk(EngineMirror& mirror);

    /// False in a capture, and where the account could not be reached at the start.
    bool canAsk() const;
    /// The names of the account's things, and the documents of the first of them. Once; again only when asked to.
    void lookAround(bool again = false);
    /// Registered things, as far as the account was looked through.
    const std::set<std::string>& things() const { return m_things; }
    void refresh(const ShadowName& name);

    /// state: the request's "state". version: only if the document is still at it.
    void update(const ShadowName& name, const boost::json::object& state, std::optional<std::int64_t> version,
                Answered answered);
    void remove(const ShadowName& name, Answered answered);
    /// What this window's updates are known by: the beginning of their client tokens.
    static constexpr const char* kToken = "console-";

    /// Desired fields that were changed; undoing sends what was there before, as one more update.
    QUndoStack& undoStack() { return m_undo; }
    /// Has been done: before and after as they stood in desired; nothing: not there.
    void remember(const ShadowName& name, const ShadowPath& path, std::optional<boost::json::value> before,
                  std::optional<boost::json::value> after);

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void thingsChanged();
    /// An undo or a redo was refused.
    void refused(const QString& why);

private:
    class DesiredChange;
    static client::Call callFor(const char* method, const ShadowName& name);
    void ask(client::Call call, std::function<void(const client::Answer&)> answered);
    void listThings(const std::string& nextToken);
    void listNamed(const std::string& thing);

    QUndoStack m_undo;
    EngineMirror& m_mirror;
    ShadowBook& m_book;
    std::set<std::string> m_things;
    bool m_looked = false;
    std::size_t m_lookedAt = 0;
    std::uint64_t m_updates = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< answers may come when the desk is gone
};

} // namespace greensward::ui
