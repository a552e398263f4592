// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/principal.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::ui {

class Registry;

/// One question to the policies: may this certificate, speaking as this client, do that? Everything it needs is read
/// through the APIs and judged here; the account is asked the same (TestAuthorization), so that both can be compared.
class Evaluation final : public QObject
{
    Q_OBJECT

public:
    struct Asker
    {
        std::string certificateArn;
        std::string clientId;
        std::string address{}; ///< empty: unknown
        bool operator==(const Asker&) const = default;
    };

    Evaluation(client::Api* api, Registry& registry, QObject* parent = nullptr);

    void setAsker(const Asker& asker);
    void setQuestion(const AccessQuestion& question);
    const Asker& asker() const { return m_asker; }
    const AccessQuestion& question() const { return m_question; }
    /// Null until it is read.
    const Principal* principal() const { return m_known ? &*m_known : nullptr; }
    const std::optional<Judgement>& judgement() const { return m_judgement; }
    /// What the account itself says: "ALLOWED", "IMPLICIT_DENY", "EXPLICIT_DENY"; empty while, or where, it does not.
    const std::string& accountSays() const { return m_accountSays; }
    /// It says the same; true, too, while it says nothing.
    bool agrees() const;

signals:
    void changed();

private:
    void read();
    void decide();
    void askAccount();

    client::Api* m_api;
    Asker m_asker;
    AccessQuestion m_question;
    std::unique_ptr<PrincipalReader> m_reading;
    std::unique_ptr<PrincipalReader> m_ended; ///< it may be the caller
    std::optional<Principal> m_known;
    std::optional<Judgement> m_judgement;
    std::string m_accountSays;
    AccountReader m_account;
};

} // namespace greensward::ui
