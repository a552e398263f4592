// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/follow.h"

#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace greensward::ui {

using trace::Kind;
using State = Receiver::State;

namespace {

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text, const char* meaning = nullptr)
{
    return QCoreApplication::translate("greensward::ui", text, meaning);
}

JourneyStep hop(const QString& question, const QString& answer, Tone tone)
{
    JourneyStep made;
    made.icon = tone == Tone::Bad      ? QStringLiteral("warning")
                : tone == Tone::Notice ? QStringLiteral("clock")
                                       : QStringLiteral("check");
    made.title = question;
    made.detail = answer;
    made.tone = tone;
    return made;
}

/// What the gateway does itself with a message on the topic; empty: nothing.
QString serviceOf(const QString& topic)
{
    return topic.startsWith(QLatin1String("$aws/things/")) && topic.contains(QLatin1String("/shadow/"))
               ? tr("the shadow service")
               : QString();
}

bool isFromService(const ToldEvent& event)
{
    return event.kind == Kind::MessagePublished && event.subject.startsWith(QLatin1Char('$'));
}

JourneyStep arrival(const Journey& journey)
{
    const QString question = tr("Did it reach the gateway?");
    if (!journey.origin())
        return hop(question, tr("It did, but that is no longer recorded."), Tone::Notice);
    JourneyStep made = hop(question,
                           tr("Yes, from %1. A test client on # shows it, too.").arg(journey.origin()->subject),
                           Tone::Good);
    made.client = journey.origin()->subject;
    made.topic = journey.origin()->object;
    return made;
}

JourneyStep entrance(const Journey& journey)
{
    const QString question = tr("Was it let in?");
    if (const auto& refusal = journey.refusal()) {
        JourneyStep made = hop(question, tr("No: %1").arg(refusal->detail), Tone::Bad);
        made.client = refusal->subject;
        return made;
    }
    const bool fromGateway = journey.origin() && journey.origin()->subject.startsWith(QLatin1Char('$'));
    return hop(question,
               fromGateway ? tr("It comes from the gateway itself, which asks nobody.")
                           : tr("Yes: no policy and no limit refused it."),
               Tone::Good);
}

JourneyStep turn(const Journey& journey)
{
    const QString question = tr("Whose turn was it then?");
    if (journey.refusal())
        return hop(question, tr("Nobody's: it went no further."), Tone::Notice);
    QStringList who;
    if (const QString service = journey.origin() ? serviceOf(journey.origin()->object) : QString(); !service.isEmpty())
        who << service;
    const quint64 clients = journey.receivers().size() + journey.moreReceivers();
    if (clients > 0)
        who << tr("clients with a matching subscription: %1").arg(countText(clients));
    if (who.isEmpty())
        return hop(question, tr("Nobody's: no subscription matches the topic. Look for a slip in one of the two."),
                   Tone::Notice);
    return hop(question, who.join(tr(", ", "between those whose turn it is")), Tone::Good);
}

/// The first answer of a service that says no, else the first.
const ToldEvent* answerOfService(const Journey& journey)
{
    const auto& others = journey.others();
    auto found = std::find_if(others.begin(), others.end(), [](const ToldEvent& one) {
        return isFromService(one) && one.object.endsWith(QLatin1String("/rejected"));
    });
    if (found == others.end())
        found = std::find_if(others.begin(), others.end(), isFromService);
    return found == others.end() ? nullptr : &*found;
}

JourneyStep outcome(const Journey& journey)
{
    const QString question = tr("What did they say?");
    const ToldEvent* said = answerOfService(journey);
    const bool rejected = said && said->object.endsWith(QLatin1String("/rejected"));
    const auto isLost = [](const Receiver& one) { return one.state == State::Missed || one.state == State::Refused; };
    const auto& receivers = journey.receivers();
    const auto lost = std::find_if(receivers.begin(), receivers.end(), isLost);
    JourneyStep made;
    if (rejected) {
        made = hop(question, tr("The service said no, on %1.").arg(said->object), Tone::Bad);
    } else if (lost != receivers.end()) {
        made = hop(question, tr("%1 did not get it: %2").arg(lost->client, lost->why), Tone::Bad);
        made.client = lost->client;
    } else if (std::any_of(receivers.begin(), receivers.end(), [](const auto& one) { return one.state == State::Waiting; })) {
        made = hop(question, tr("It waits in a session until its client comes back."), Tone::Notice);
    } else if (said) {
        made = hop(question, tr("The service answered on %1.").arg(said->object), Tone::Good);
    } else if (receivers.empty()) {
        made = hop(question, journey.refusal() ? tr("Nothing: it did not come that far.") : tr("Nothing: there was nobody."),
                   Tone::Notice);
    } else {
        const auto heard = std::count_if(receivers.begin(), receivers.end(),
                                         [](const auto& one) { return one.state == State::Acknowledged; });
        made = hop(question,
                   heard == 0 ? tr("It was sent; with QoS 0 nobody says that it came.")
                              : tr("%1 of %2 acknowledged it. What they made of it is in their own messages and logs.")
                                    .arg(countText(static_cast<quint64>(heard)), countText(receivers.size())),
                   Tone::Good);
    }
    if (said && lost == receivers.end()) {
        made.event = said->id;
        made.hasOwnJourney = true;
    }
    return made;
}

} // namespace

std::optional<JourneyStep> followStep(const Journey& journey)
{
    if (journey.standing() != Journey::Standing::Found || !journey.isMessage())
        return std::nullopt;
    JourneyStep made;
    made.icon = QStringLiteral("journey");
    made.title = tr("Follow this message");
    made.parts = {arrival(journey), entrance(journey), turn(journey), outcome(journey)};
    const auto stop = std::find_if(made.parts.begin(), made.parts.end(),
                                   [](const JourneyStep& one) { return one.tone != Tone::Good; });
    made.tone = stop == made.parts.end() ? Tone::Good : stop->tone;
    made.detail = stop == made.parts.end() ? tr("It went all the way.") : tr("Look here: %1").arg(stop->title);
    return made;
}

} // namespace greensward::ui
