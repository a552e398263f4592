// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/lane_moments.h"

#include "ui/connections/explanation.h"
#include "ui/models/number_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

namespace {

struct LaneMoments
{
    Q_DECLARE_TR_FUNCTIONS(LaneMoments)
};

} // namespace

std::vector<LaneMoment> momentsOf(const ClientLane& lane, WallTime until)
{
    using What = LaneMoment::What;
    std::vector<LaneMoment> moments;
    for (const ClientSession& session : lane.sessions) {
        const trace::EventId at = session.began;
        moments.push_back({session.start, session.refused ? What::Refused : What::Connected, at, session.began});
        if (session.end && !session.refused)
            moments.push_back({*session.end, What::Ended, at, session.ended});
        if (session.will.state == WillStory::State::Sent)
            moments.push_back({session.will.at, What::WillSent, at, session.will.event});
        if (session.will.state == WillStory::State::Withheld)
            moments.push_back({session.will.at, What::WillWithheld, at, session.will.event});
        if (session.dropped)
            moments.push_back({*session.dropped, What::SessionDropped, at, 0});
    }
    std::erase_if(moments, [until](const LaneMoment& moment) { return moment.time > until; });
    std::stable_sort(moments.begin(), moments.end(),
                     [](const LaneMoment& one, const LaneMoment& other) { return one.time < other.time; });
    return moments;
}

const ClientSession* sessionOf(const LaneMoment& moment, const ClientLane& lane)
{
    const auto found = std::find_if(lane.sessions.begin(), lane.sessions.end(),
                                    [&](const ClientSession& one) { return one.began == moment.session; });
    return found == lane.sessions.end() ? nullptr : &*found;
}

QString whatText(const LaneMoment& moment, const ClientSession& session)
{
    switch (moment.what) {
    case LaneMoment::What::Connected:
        return session.resumed ? LaneMoments::tr("connected from %1, to the session it had before").arg(session.address)
                               : LaneMoments::tr("connected from %1").arg(session.address);
    case LaneMoment::What::Refused:
        return LaneMoments::tr("refused, %1").arg(session.why);
    case LaneMoment::What::Ended:
        return LaneMoments::tr("the connection ended (%1)").arg(nameOf(shapeOf(session)));
    case LaneMoment::What::WillSent:
        return LaneMoments::tr("will sent on %1").arg(session.will.topic);
    case LaneMoment::What::WillWithheld:
        return LaneMoments::tr("will on %1 withheld").arg(session.will.topic);
    case LaneMoment::What::SessionDropped:
        break;
    }
    return LaneMoments::tr("the gateway dropped the stored session");
}

QString whyText(const LaneMoment& moment, const ClientSession& session)
{
    switch (moment.what) {
    case LaneMoment::What::Refused:
    case LaneMoment::What::Ended:
        return explainEnd(session, moment.time);
    case LaneMoment::What::WillSent:
    case LaneMoment::What::WillWithheld:
        return explainWill(session, moment.time);
    case LaneMoment::What::Connected:
        return session.keepAlive > 0 ? LaneMoments::tr("It promised to be heard every %1 s.")
                                           .arg(secondsText(static_cast<double>(session.keepAlive)))
                                     : QString();
    case LaneMoment::What::SessionDropped:
        break;
    }
    return {};
}

QString describe(const LaneMoment& moment, const ClientSession& session)
{
    return LaneMoments::tr("%1: %2").arg(clockText(moment.time), whatText(moment, session));
}

} // namespace greensward::ui
