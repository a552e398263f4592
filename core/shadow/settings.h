// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace greensward::shadow {

/// How the engine behaves where clouds, times and sources differ. Each row of shadow.md 21 is named here (D1 … D24), so
/// that what a live check finds out is one line. The defaults are today's cloud.
///
/// Two rows have no setting: D19 (422 stands in old SDK tables only and is never sent) and D20 (rules of the edge's
/// synchronisation, which is not part of the engine).
struct Settings
{
    // What there is.
    bool namedShadows = true;       ///< false: their topics are ordinary topics, ?name= and the list are unknown
    bool dollarInShadowName = true; ///< "$" may stand in the name of a shadow

    // Limits.
    std::size_t documentBytes = 8192;      ///< of both sections as compact JSON
    std::size_t nesting = 8;               ///< D4
    std::size_t payloadBytes = 128u << 10; ///< of one request; read no further than that
    std::size_t tokenBytes = 64;
    std::size_t shadows = 200'000;             ///< in a workspace, tombstones included; beyond it no new one is made
    std::optional<unsigned> inFlight = 10;     ///< unanswered requests (D8); empty: no limit
    std::optional<unsigned> ratePerThing = 20; ///< requests a second and burst; empty: no limit
    enum class InFlightScope : std::uint8_t { ConnectionAndThing, Connection, Thing };
    InFlightScope inFlightScope = InFlightScope::ConnectionAndThing; ///< D8

    // Versions.
    std::int64_t versionsADelete = 1;                     ///< D1: versions a deletion consumes
    std::chrono::seconds forget = std::chrono::hours(48); ///< D1: a deleted shadow's number is forgotten; 0: never
    enum class MissingVersion : std::uint8_t {
        Tombstone, ///< compared with the tombstone's or 0; 409
        MustBeOne, ///< anything but 1 is 400
    };
    MissingVersion missingVersion = MissingVersion::Tombstone; ///< D10

    // Merging and comparing.
    bool nestedNullsMakeObject = false; ///< D11: {"a":{"b":null}} creates "a":{}
    bool emptiedObjectStays = true;     ///< D12: nulling the last child leaves {}
    bool emptyObjectReplaces = false;   ///< D13: {} written on an object empties it
    bool numbersByValue = true;         ///< D14: 1 equals 1.0
    bool foreignNodesRefused = true;    ///< D16: members of state besides the two sections; false: dropped

    // Answers.
    enum class Texts : std::uint8_t { Captured, Documented };
    Texts tooLargeText = Texts::Captured; ///< D5
    Texts badJsonText = Texts::Captured;  ///< D6
    enum class MissingName : std::uint8_t { ThingAndShadow, ShadowOnly };
    MissingName missingName = MissingName::ThingAndShadow;                    ///< D2: what 404 calls a named shadow
    bool metadataDelta = false;                                               ///< D3: get/accepted has metadata.delta
    bool rejectedTimestamp = false;                                           ///< D7
    std::string_view nullInArrayText = "Arrays must not contain null values"; ///< D9
    enum class Order : std::uint8_t { AcceptedDeltaDocuments, DeltaDocumentsAccepted, DocumentsDeltaAccepted };
    Order order = Order::AcceptedDeltaDocuments; ///< D15
    enum class DeleteBody : std::uint8_t { VersionAndTimestamp, Nothing };
    DeleteBody deleteBody = DeleteBody::VersionAndTimestamp; ///< D17
    bool deltaToken = true;                                  ///< D18: update/delta echoes the client token
    bool oddPayloadRefused = false;     ///< D21: get and delete refuse payloads that are not JSON objects
    bool firstPreviousIsNull = true;    ///< D22: documents.previous at creation; false: an empty document
    bool unknownThingListIs404 = false; ///< D23
    bool thingMustExist = false;        ///< D24: requests for things that are not registered are answered 404

    /// Today's cloud.
    static Settings aws();
    /// The cloud of 2016 to 2019 (shadow.md 20).
    static Settings aws2017();
    /// A Greengrass V1 core's local shadows (shadow.md 19).
    static Settings gg1();
    /// "aws", "aws-2017", "gg1"; nothing for another name.
    static std::optional<Settings> named(std::string_view profile);
};

} // namespace greensward::shadow
