// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/principal.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace greensward::ui {

class Registry;

/// Who a device is: the thing, the certificates that may speak for it, the policies that count for them.
struct Identity
{
    ThingEntry thing;
    std::vector<std::string> groups;
    std::vector<Principal> principals;
    std::vector<std::string> others; ///< principals that are no certificates
    std::string problem;             ///< why the thing could not be read; empty otherwise

    /// The first link that is missing.
    enum class Gap { None, NoCertificate, NoneActive, NoPolicy };
    Gap gap() const;
};

/// The identity card of one thing, looked up through the APIs and again whenever the registry says that something
/// changed. Keeps showing what it knew meanwhile.
class IdentityLookup final : public QObject
{
    Q_OBJECT

public:
    IdentityLookup(client::Api* api, Registry& registry, QObject* parent = nullptr);

    /// Empty: none.
    void setThing(const std::string& name);
    const std::string& thing() const { return m_name; }
    const Identity& identity() const { return m_identity; }
    /// It has been read; false while the first answers are on their way.
    bool isKnown() const { return m_isKnown; }

signals:
    void changed();

private:
    void read();
    void readThing();
    void readPrincipals();
    void take();

    client::Api* m_api;
    std::string m_name;
    Identity m_identity;
    Identity m_coming;
    bool m_isKnown = false;
    bool m_listed = false;
    std::vector<std::unique_ptr<PrincipalReader>> m_principals;
    std::vector<std::unique_ptr<PrincipalReader>> m_ended; ///< one of them may be the caller
    AccountReader m_reader;
};

} // namespace greensward::ui
