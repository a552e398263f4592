// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/identity_acts.h"

#include "ui/models/qt_text.h"
#include "ui/security/words.h"

#include <QCoreApplication>

namespace greensward::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("IdentityActs", text);
}

OfferedAct statusAct(const CertificateEntry& certificate, const std::string& status, const QString& word,
                     const QString& done)
{
    const QString id = shortId(certificate.id);
    return {.word = word,
            .name = said(QT_TRANSLATE_NOOP("IdentityActs", "%1 the certificate %2")).arg(word, id),
            .act = {.said = done.arg(id),
                    .call = iot::updateCertificate(certificate.id, status),
                    .inverse = iot::updateCertificate(certificate.id, certificate.status)}};
}

} // namespace

std::vector<OfferedAct> actsOf(const ThingEntry& thing, bool hasPrincipals)
{
    const QString name = toQString(thing.name);
    OfferedAct remove{.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete")),
                      .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete the thing %1")).arg(name),
                      .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The thing %1 is deleted")).arg(name),
                              .call = iot::deleteThing(thing.name),
                              .inverse = iot::createThing(thing.name, thing.attributes, thing.type)},
                      .isDangerous = true};
    if (hasPrincipals)
        remove.question = said(QT_TRANSLATE_NOOP(
            "IdentityActs", "AWS deletes a thing only when no certificate is attached to it. Try all the same?"));
    return {remove};
}

std::vector<OfferedAct> actsOf(const CertificateEntry& certificate, const std::string& thing, bool hasPolicies)
{
    std::vector<OfferedAct> acts;
    const QString id = shortId(certificate.id);
    if (!certificate.isActive()) {
        acts.push_back(statusAct(certificate, "ACTIVE", said(QT_TRANSLATE_NOOP("IdentityActs", "Activate")),
                                 said(QT_TRANSLATE_NOOP("IdentityActs", "The certificate %1 is active"))));
        acts.back().isProminent = true;
    } else {
        acts.push_back(statusAct(certificate, "INACTIVE", said(QT_TRANSLATE_NOOP("IdentityActs", "Deactivate")),
                                 said(QT_TRANSLATE_NOOP("IdentityActs", "The certificate %1 is inactive"))));
    }
    if (!thing.empty())
        acts.push_back(
            {.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Detach")),
             .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Detach the certificate from %1")).arg(toQString(thing)),
             .act = {
                 .said =
                     said(QT_TRANSLATE_NOOP("IdentityActs", "%1 speaks for %2 no longer")).arg(id, toQString(thing)),
                 .call = iot::detachPrincipal(thing, certificate.arn),
                 .inverse = iot::attachPrincipal(thing, certificate.arn)}});
    if (certificate.status != "REVOKED")
        acts.push_back(
            {.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Revoke")),
             .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Revoke the certificate %1")).arg(id),
             .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The certificate %1 is revoked")).arg(id),
                     .call = iot::updateCertificate(certificate.id, "REVOKED")},
             .question =
                 said(QT_TRANSLATE_NOOP("IdentityActs", "Revoke %1? Whoever uses it is thrown out, and its key is "
                                                        "not to be trusted again."))
                     .arg(id),
             .isDangerous = true});
    if (!certificate.isActive() && thing.empty() && !hasPolicies)
        acts.push_back(
            {.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete")),
             .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete the certificate %1")).arg(id),
             .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The certificate %1 is deleted")).arg(id),
                     .call = iot::deleteCertificate(certificate.id)},
             .question = said(QT_TRANSLATE_NOOP("IdentityActs",
                                                "Delete %1? It cannot be brought back; only a new one can be made."))
                             .arg(id),
             .isDangerous = true});
    return acts;
}

std::vector<OfferedAct> actsOf(const AuthorityEntry& authority)
{
    const std::string& id = authority.id;
    const bool on = !authority.autoRegistration;
    const bool active = authority.status == "ACTIVE";
    std::vector<OfferedAct> acts{
        {.word = active ? said(QT_TRANSLATE_NOOP("IdentityActs", "Deactivate"))
                        : said(QT_TRANSLATE_NOOP("IdentityActs", "Activate")),
         .name = active ? said(QT_TRANSLATE_NOOP("IdentityActs", "Register no more certificates of this authority"))
                        : said(QT_TRANSLATE_NOOP("IdentityActs", "Let certificates of this authority be registered")),
         .act = {.said = active ? said(QT_TRANSLATE_NOOP("IdentityActs",
                                                         "The authority %1 is inactive; devices that are registered stay"))
                                      .arg(shortId(id))
                                : said(QT_TRANSLATE_NOOP("IdentityActs", "The authority %1 is active")).arg(shortId(id)),
                 .call = iot::setAuthorityActive(id, !active),
                 .inverse = iot::setAuthorityActive(id, active)}},
        {.word = on ? said(QT_TRANSLATE_NOOP("IdentityActs", "Register by itself"))
                    : said(QT_TRANSLATE_NOOP("IdentityActs", "Do not register by itself")),
         .name = on ? said(QT_TRANSLATE_NOOP("IdentityActs", "Register new devices of this authority by themselves"))
                    : said(QT_TRANSLATE_NOOP("IdentityActs", "Register no devices of this authority by themselves")),
         .act = {.said = on ? said(QT_TRANSLATE_NOOP("IdentityActs",
                                                     "Devices of this authority are registered when they first connect"))
                            : said(QT_TRANSLATE_NOOP("IdentityActs",
                                                     "Devices of this authority are no longer registered by themselves")),
                 .call = iot::setAutoRegistration(id, on),
                 .inverse = iot::setAutoRegistration(id, !on)}}};
    if (!active)
        acts.push_back(
            {.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete")),
             .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Delete the authority %1")).arg(shortId(id)),
             .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The authority %1 is deleted")).arg(shortId(id)),
                     .call = iot::deleteAuthority(id)},
             .question = said(QT_TRANSLATE_NOOP("IdentityActs",
                                                "Delete the authority %1? To have it again, it is registered again."))
                             .arg(shortId(id)),
             .isDangerous = true});
    return acts;
}

std::vector<OfferedAct> actsOf(const AttachedPolicy& policy, const CertificateEntry& certificate)
{
    if (!policy.group.empty())
        return {}; // it is the group's
    const QString name = toQString(policy.entry.name);
    return {{.word = said(QT_TRANSLATE_NOOP("IdentityActs", "Detach")),
             .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Detach the policy %1")).arg(name),
             .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The policy %1 counts for %2 no longer"))
                                 .arg(name, shortId(certificate.id)),
                     .call = iot::detachPolicy(policy.entry.name, certificate.arn),
                     .inverse = iot::attachPolicy(policy.entry.name, certificate.arn)}}};
}

OfferedAct attachPolicyAct(const std::string& policy, const CertificateEntry& certificate)
{
    const QString name = toQString(policy);
    return {.word = name,
            .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Attach the policy %1")).arg(name),
            .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The policy %1 counts for %2"))
                                .arg(name, shortId(certificate.id)),
                    .call = iot::attachPolicy(policy, certificate.arn),
                    .inverse = iot::detachPolicy(policy, certificate.arn)}};
}

OfferedAct attachThingAct(const std::string& thing, const CertificateEntry& certificate)
{
    const QString name = toQString(thing);
    return {.word = name,
            .name = said(QT_TRANSLATE_NOOP("IdentityActs", "Attach to the thing %1")).arg(name),
            .act = {.said = said(QT_TRANSLATE_NOOP("IdentityActs", "The certificate %1 speaks for %2"))
                                .arg(shortId(certificate.id), name),
                    .call = iot::attachPrincipal(thing, certificate.arn),
                    .inverse = iot::detachPrincipal(thing, certificate.arn)}};
}

} // namespace greensward::ui
