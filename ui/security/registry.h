// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/account_entries.h"
#include "ui/models/account_reader.h"

#include <QBasicTimer>
#include <QObject>
#include <QString>

#include <vector>

namespace greensward::ui {

class EngineMirror;

/// The lists of an account: things, certificates, authorities, policies, read through its APIs when somebody wants
/// them, and again soon after the recorder told of a change. Bounded; isTruncated() says when there is more.
class Registry final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 1'000;        ///< of each list
    static constexpr std::size_t kMostDescribed = 100; ///< certificates whose validity is asked for with the list

    explicit Registry(EngineMirror& mirror);

    const std::vector<ThingEntry>& things() const { return m_known.things; }
    const std::vector<CertificateEntry>& certificates() const { return m_known.certificates; }
    const std::vector<AuthorityEntry>& authorities() const { return m_known.authorities; }
    const std::vector<PolicyEntry>& policies() const { return m_known.policies; }
    const CertificateEntry* certificate(const std::string& id) const;
    const AuthorityEntry* authority(const std::string& id) const;

    /// There is an account to ask: not in a capture.
    bool isThere() const;
    bool isKnown() const { return m_isKnown; }
    bool isTruncated() const { return m_known.truncated; }
    /// Why a list is not complete; empty otherwise.
    const QString& problem() const { return m_problem; }

    /// Somebody looks: reads unless it is known already, and follows changes until nobody does.
    void setWatched(bool watched);
    void refresh();

    void ingest(const trace::Chunk& chunk) override;
    void publish() override {}

signals:
    void changed();
    /// Something in the account is another; what was looked up of it is to be looked up again.
    void stale();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Known
    {
        std::vector<ThingEntry> things;
        std::vector<CertificateEntry> certificates;
        std::vector<AuthorityEntry> authorities;
        std::vector<PolicyEntry> policies;
        bool truncated = false;
        bool operator==(const Known&) const = default;
    };
    void read();
    void readList(const char* path, Paging paging, AccountReader::Entry entry);
    void describeCertificate(std::size_t at);
    void describeAuthority(std::size_t at);
    void take();

    EngineMirror& m_mirror;
    AccountReader m_reader;
    Known m_known;
    Known m_coming; ///< while it is read
    QString m_problem;
    QString m_comingProblem;
    QBasicTimer m_soon;
    bool m_isWatched = false;
    bool m_isRead = false;   ///< or being read
    bool m_isBehind = false; ///< something changed while nobody looked
    bool m_isKnown = false;
    bool m_again = false; ///< something changed while it was read
};

/// The operation changes what an account holds: "iot CreateThing" does, "iot ListThings" does not.
bool changesAccount(std::string_view operation);

} // namespace greensward::ui
