// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/journey_text.h"

#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

using trace::Kind;
using State = Receiver::State;

namespace {

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text, const char* meaning = nullptr, int number = -1)
{
    return QCoreApplication::translate("greensward::ui", text, meaning, number);
}

QString whenText(WallTime time, WallTime start)
{
    if (time < start)
        return tr("%1 before").arg(spanText(start - time));
    return time == start ? QString() : tr("%1 later").arg(spanText(time - start));
}

QString publisherText(const QString& who)
{
    return who.startsWith(QLatin1Char('$')) ? tr("The gateway's %1").arg(who.mid(1)) : who;
}

QString flagsText(std::uint8_t flags)
{
    QStringList words{tr("QoS %1").arg(flags & trace::kQosMask)};
    if ((flags & trace::kRetain) != 0)
        words << tr("retain");
    if ((flags & trace::kDuplicate) != 0)
        words << tr("sent again");
    return words.join(QStringLiteral(", "));
}

JourneyStep step(const ToldEvent& event, WallTime start)
{
    JourneyStep made;
    made.event = event.id;
    made.when = whenText(event.time, start);
    made.detail = event.detail;
    return made;
}

JourneyStep publishStep(const ToldEvent& event, WallTime start)
{
    JourneyStep made = step(event, start);
    made.icon = QStringLiteral("send");
    made.title = tr("%1 publishes %2").arg(publisherText(event.subject), event.object);
    made.detail = tr("%1, %2").arg(flagsText(event.flags), byteText(event.payloadSize));
    made.topic = event.object;
    made.client = event.subject.startsWith(QLatin1Char('$')) ? QString() : event.subject;
    return made;
}

/// An event that is no step of a message of its own.
JourneyStep eventStep(const ToldEvent& event, WallTime start)
{
    if (event.kind == Kind::MessagePublished) {
        JourneyStep made = publishStep(event, start);
        made.hasOwnJourney = true;
        return made;
    }
    JourneyStep made = step(event, start);
    made.client = event.subject;
    switch (event.kind) {
    case Kind::LinkOpened:
        made.icon = QStringLiteral("plug");
        made.title = tr("A link from %1 over %2").arg(event.object, event.detail);
        made.detail = event.certificate;
        made.client.clear();
        break;
    case Kind::ClientConnected:
        made.icon = QStringLiteral("plug");
        made.title = tr("%1 connected").arg(event.subject);
        break;
    case Kind::ClientDisconnected:
        made.icon = QStringLiteral("cut");
        made.title = tr("The connection of %1 ended").arg(event.subject);
        made.tone = event.extra == 0 ? Tone::Plain : Tone::Notice;
        break;
    case Kind::WillArmed:
        made.icon = QStringLiteral("envelope");
        made.title = tr("Its will on %1 is armed").arg(event.object);
        break;
    case Kind::WillPublished:
        made.icon = QStringLiteral("envelope");
        made.title = tr("The gateway publishes the will of %1").arg(event.subject);
        made.tone = Tone::Bad;
        break;
    case Kind::WillWithheld:
        made.icon = QStringLiteral("envelope");
        made.title = tr("The will of %1 is withheld").arg(event.subject);
        break;
    case Kind::RetainedStored:
        made.icon = QStringLiteral("pin");
        made.title = tr("Kept as the retained message of the topic");
        made.detail = tr("Who subscribes later gets it at once [MQTT-3.3.1-6].");
        made.tone = Tone::Good;
        made.topic = event.object;
        made.client.clear();
        break;
    case Kind::RetainedCleared:
        made.icon = QStringLiteral("pin");
        made.title = tr("The retained message of the topic is cleared");
        made.detail = tr("A retained message without content does that [MQTT-3.3.1-10].");
        made.topic = event.object;
        made.client.clear();
        break;
    case Kind::Subscribed:
        made.icon = QStringLiteral("topics");
        made.title = tr("Subscribed to %1").arg(event.object);
        break;
    case Kind::MessageRefused:
        made.icon = QStringLiteral("lock");
        made.title = tr("A message on %1 was refused").arg(event.object);
        made.tone = Tone::Bad;
        break;
    case Kind::LimitReached:
        made.icon = QStringLiteral("warning");
        made.title = tr("A limit was reached");
        made.tone = Tone::Notice;
        break;
    default: {
        QString name = QString::fromLatin1(trace::name(event.kind).data());
        name.front() = name.front().toUpper();
        made.icon = QStringLiteral("activity");
        made.title = event.object.isEmpty() ? name : tr("%1: %2").arg(name, event.object);
        if (event.kind == Kind::ProtocolError || event.kind == Kind::ClientRefused || event.kind == Kind::LinkRefused)
            made.tone = Tone::Bad;
    }
    }
    return made;
}

JourneyStep forgottenStep()
{
    JourneyStep made;
    made.icon = QStringLiteral("clock");
    made.title = tr("What came before is no longer recorded");
    made.detail = tr("The console keeps the newest events within a budget of memory; the older ones have gone.");
    made.tone = Tone::Notice;
    return made;
}

JourneyStep decisionStep(const Journey& journey)
{
    JourneyStep made;
    if (const auto& refusal = journey.refusal()) {
        made = step(*refusal, journey.start());
        made.icon = QStringLiteral("lock");
        made.title = tr("Gateway: refused");
        made.tone = Tone::Bad;
        return made;
    }
    made.icon = QStringLiteral("check");
    made.title = tr("Gateway: allowed");
    made.tone = Tone::Good;
    if (journey.origin()->subject.startsWith(QLatin1Char('$')))
        made.detail = tr("It comes from the gateway itself, which asks nobody.");
    else if (!journey.ancestors().empty() && journey.ancestors().back().kind == Kind::WillPublished)
        made.detail = tr("A will, published on behalf of its client.");
    return made;
}

JourneyStep receiverStep(const Receiver& receiver, WallTime start)
{
    JourneyStep made;
    made.title = receiver.client;
    made.client = receiver.client;
    made.event = receiver.event;
    made.when = whenText(receiver.at, start);
    switch (receiver.state) {
    case State::Sent:
        made.icon = QStringLiteral("down");
        made.detail = (receiver.flags & trace::kQosMask) == 0
                          ? tr("%1: sent, and nobody acknowledges it").arg(flagsText(receiver.flags))
                          : tr("%1: sent, not acknowledged yet").arg(flagsText(receiver.flags));
        break;
    case State::Acknowledged:
        made.icon = QStringLiteral("check");
        made.detail = tr("%1: acknowledged").arg(flagsText(receiver.flags));
        made.tone = Tone::Good;
        break;
    case State::Waiting:
        made.icon = QStringLiteral("clock");
        made.detail = tr("%1: waits in its session").arg(flagsText(receiver.flags));
        made.tone = Tone::Notice;
        break;
    case State::Missed:
    case State::Refused:
        made.icon = receiver.state == State::Missed ? QStringLiteral("warning") : QStringLiteral("lock");
        made.detail = receiver.why;
        made.tone = Tone::Bad;
        break;
    }
    return made;
}

/// Receivers of one fate: a person reads "998 received it" and opens it only to look for somebody.
struct Fate
{
    const char* title;
    const char* icon;
    Tone tone;
    std::vector<const Receiver*> who{};
};

std::array<Fate, 4> fatesOf(const Journey& journey)
{
    std::array<Fate, 4> fates{{
        {QT_TRANSLATE_NOOP("greensward::ui", "%n received it"), "down", Tone::Good},
        {QT_TRANSLATE_NOOP("greensward::ui", "%n will get it later"), "clock", Tone::Notice},
        {QT_TRANSLATE_NOOP("greensward::ui", "%n missed it"), "warning", Tone::Bad},
        {QT_TRANSLATE_NOOP("greensward::ui", "%n may not receive it"), "lock", Tone::Bad},
    }};
    for (const Receiver& receiver : journey.receivers()) {
        const std::size_t fate = receiver.state == State::Waiting   ? 1
                                 : receiver.state == State::Missed  ? 2
                                 : receiver.state == State::Refused ? 3
                                                                    : 0;
        fates[fate].who.push_back(&receiver);
    }
    return fates;
}

Duration lastOf(const Fate& fate, WallTime start)
{
    Duration last{};
    for (const Receiver* receiver : fate.who)
        last = std::max<Duration>(last, receiver->at - start);
    return last;
}

void addReceivers(const Journey& journey, std::vector<JourneyStep>& steps)
{
    bool any = false;
    for (const Fate& fate : fatesOf(journey)) {
        if (fate.who.empty())
            continue;
        any = true;
        JourneyStep group;
        group.icon = QLatin1String(fate.icon);
        group.title = tr(fate.title, nullptr, static_cast<int>(fate.who.size()));
        group.tone = fate.tone;
        group.when = lastOf(fate, journey.start()) > Duration{}
                         ? tr("%1 later").arg(spanText(lastOf(fate, journey.start())))
                         : QString();
        for (const Receiver* receiver : fate.who)
            group.parts.push_back(receiverStep(*receiver, journey.start()));
        steps.push_back(std::move(group));
    }
    if (journey.moreReceivers() > 0) {
        JourneyStep more;
        more.icon = QStringLiteral("more");
        more.title = tr("and %1 more").arg(countText(journey.moreReceivers()));
        more.detail =
            tr("Only the first %1 receivers of a message are told one by one.").arg(countText(Journey::kMostReceivers));
        steps.push_back(more);
    } else if (!any && !journey.refusal()) {
        JourneyStep nobody;
        nobody.icon = QStringLiteral("stop");
        nobody.title = tr("Nobody received it");
        nobody.detail = tr("No client had a subscription that matches the topic.");
        nobody.tone = Tone::Notice;
        steps.push_back(nobody);
    }
}

std::vector<JourneyStep> messageSteps(const Journey& journey)
{
    std::vector<JourneyStep> steps;
    for (const ToldEvent& earlier : journey.ancestors())
        steps.push_back(eventStep(earlier, journey.start()));
    if (journey.origin()) {
        steps.push_back(publishStep(*journey.origin(), journey.start()));
        steps.push_back(decisionStep(journey));
    }
    std::vector<JourneyStep> caused;
    for (const ToldEvent& other : journey.others()) {
        JourneyStep made = eventStep(other, journey.start());
        if (other.kind == Kind::MessagePublished) {
            made.icon = QStringLiteral("journey");
            made.title = tr("It caused: %1 publishes %2").arg(publisherText(other.subject), other.object);
            caused.push_back(std::move(made));
        } else {
            steps.push_back(std::move(made));
        }
    }
    addReceivers(journey, steps);
    steps.insert(steps.end(), std::make_move_iterator(caused.begin()), std::make_move_iterator(caused.end()));
    return steps;
}

} // namespace

QString spanText(Duration span)
{
    const double seconds = std::chrono::duration<double>(span).count();
    const auto number = [](double value) { return QLocale().toString(value, 'f', value < 10 ? 1 : 0); };
    if (seconds < 1)
        return tr("%1 ms").arg(seconds * 1000 < 0.1 ? QLocale().toString(seconds * 1000, 'f', 2)
                                                    : number(seconds * 1000));
    return seconds < 60 ? tr("%1 s").arg(number(seconds)) : ageText(span);
}

std::vector<JourneyStep> stepsOf(const Journey& journey)
{
    std::vector<JourneyStep> steps;
    if (journey.standing() != Journey::Standing::Found)
        return steps;
    if (journey.isMessage()) {
        steps = messageSteps(journey);
    } else {
        for (const ToldEvent& earlier : journey.ancestors())
            steps.push_back(eventStep(earlier, journey.start()));
        for (const ToldEvent& other : journey.others())
            steps.push_back(eventStep(other, journey.start()));
    }
    if (journey.pings() > 0) {
        JourneyStep pings;
        pings.icon = QStringLiteral("repeat");
        pings.title = tr("%n keep-alive pings", nullptr, static_cast<int>(journey.pings()));
        steps.push_back(pings);
    }
    if (journey.moreOthers() > 0) {
        JourneyStep more;
        more.icon = QStringLiteral("more");
        more.title = tr("and %1 more events").arg(countText(journey.moreOthers()));
        steps.push_back(more);
    }
    if (journey.isBeginningForgotten())
        steps.insert(steps.begin(), forgottenStep());
    return steps;
}

std::vector<JourneyPill> pillsOf(const Journey& journey)
{
    std::vector<JourneyPill> pills;
    if (journey.standing() != Journey::Standing::Found || !journey.isMessage())
        return pills;
    if (!journey.origin())
        pills.push_back({tr("no longer recorded"), Tone::Notice});
    else
        pills.push_back({tr("%1 publishes").arg(publisherText(journey.origin()->subject)), Tone::Plain});
    if (journey.refusal()) {
        pills.push_back({tr("gateway: refused"), Tone::Bad});
        return pills;
    }
    if (journey.origin())
        pills.push_back({tr("gateway: allowed"), Tone::Plain});
    quint64 caused = 0;
    for (const ToldEvent& other : journey.others()) {
        if (other.kind == Kind::RetainedStored)
            pills.push_back({tr("kept as retained"), Tone::Plain});
        if (other.kind == Kind::RetainedCleared)
            pills.push_back({tr("retained cleared"), Tone::Plain});
        caused += other.kind == Kind::MessagePublished;
    }
    const auto fates = fatesOf(journey);
    const std::size_t received = fates[0].who.size() + journey.moreReceivers();
    if (received > 0)
        pills.push_back(
            {tr("%1 received · %2").arg(countText(received), spanText(lastOf(fates[0], journey.start()))), Tone::Good});
    if (!fates[1].who.empty())
        pills.push_back({tr("%1 later").arg(countText(fates[1].who.size())), Tone::Notice});
    if (const std::size_t lost = fates[2].who.size() + fates[3].who.size(); lost > 0)
        pills.push_back({tr("%1 did not").arg(countText(lost)), Tone::Bad});
    if (journey.receivers().empty())
        pills.push_back({tr("nobody received it"), Tone::Notice});
    if (caused > 0)
        pills.push_back({tr("caused %1 more").arg(countText(caused)), Tone::Plain});
    return pills;
}

QString titleOf(const Journey& journey)
{
    if (journey.standing() == Journey::Standing::Nothing)
        return tr("Journey");
    if (journey.isMessage())
        return tr("Journey of message %1").arg(countText(journey.id()));
    if (!journey.origin() || journey.origin()->subject.isEmpty())
        return tr("Journey of event %1").arg(countText(journey.id()));
    const auto connected = std::find_if(journey.others().begin(), journey.others().end(),
                                        [](const ToldEvent& one) { return one.kind == Kind::ClientConnected; });
    return tr("Journey of %1")
        .arg(connected == journey.others().end() ? journey.origin()->subject : connected->subject);
}

} // namespace greensward::ui
