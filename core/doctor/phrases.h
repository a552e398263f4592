// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Every text of the doctor, in one place. %1, %2, … are filled in after translation; what stands in them is never
/// translated. Nobody is blamed: a policy does not allow, a program is not known, a clock is ahead.
namespace greensward::doctor::phrases {

// --- titles, one a code ---------------------------------------------------------------------------------------------
inline constexpr const char* kTitleEndpoint = "Wrong endpoint name";
inline constexpr const char* kTitleRegion = "Two regions";
inline constexpr const char* kTitleCertificate = "Certificate not active, not known, or without a policy";
inline constexpr const char* kTitlePem = "A certificate or key file does not fit";
inline constexpr const char* kTitleClientId = "Client id not allowed";
inline constexpr const char* kTitleDenied = "Publish or subscribe not allowed";
inline constexpr const char* kTitleTwoClients = "Two clients, one id";
inline constexpr const char* kTitleClock = "A clock is wrong";
inline constexpr const char* kTitlePort = "Port and protocol do not fit";
inline constexpr const char* kTitleDiscovery = "Discovery finds no core";
inline constexpr const char* kTitleCoreAddress = "The core cannot be reached";
inline constexpr const char* kTitleCoreStart = "The core does not start";
inline constexpr const char* kTitleRole = "A role is missing";
inline constexpr const char* kTitleDeployment = "The deployment does not arrive";
inline constexpr const char* kTitleRoute = "Sent, and nobody gets it";
inline constexpr const char* kTitleShadowRejected = "Shadow update rejected";
inline constexpr const char* kTitleDelta = "The delta stays";
inline constexpr const char* kTitleCredentials = "Credentials expired or not known";
inline constexpr const char* kTitleLastWill = "The last will surprises";

inline constexpr const char* kCertain = "certain";
inline constexpr const char* kLikely = "likely";
inline constexpr const char* kCheck = "worth a check";

// --- labels of rows -------------------------------------------------------------------------------------------------
inline constexpr const char* kRowAskedFor = "asked for";
inline constexpr const char* kRowNames = "the server's certificate names";
inline constexpr const char* kRowPort = "port";
inline constexpr const char* kRowSaw = "the gateway saw";
inline constexpr const char* kRowFrom = "from";
inline constexpr const char* kRowCertificate = "certificate";
inline constexpr const char* kRowStatus = "status";
inline constexpr const char* kRowPolicies = "policies";
inline constexpr const char* kRowThings = "things";
inline constexpr const char* kRowSubject = "subject";
inline constexpr const char* kRowIssuer = "issuer";
inline constexpr const char* kRowValid = "valid";
inline constexpr const char* kRowClockHere = "clock here";
inline constexpr const char* kRowClockThere = "clock of the client";
inline constexpr const char* kRowAllowed = "allowed";
inline constexpr const char* kRowSent = "sent";
inline constexpr const char* kRowDiffers = "differs from";
inline constexpr const char* kRowAction = "%1";
inline constexpr const char* kRowUndefined = "has no value here";
inline constexpr const char* kRowLine = "line to add";
inline constexpr const char* kRowEvery = "every";
inline constexpr const char* kRowProbed = "port %1";
inline constexpr const char* kRowOffered = "offered (ALPN)";
inline constexpr const char* kRowSpoken = "spoken here (ALPN)";
inline constexpr const char* kRowService = "service";
inline constexpr const char* kRowRegionThere = "region of the request";
inline constexpr const char* kRowRegionHere = "region of the workspace";
inline constexpr const char* kRowAccountHere = "account of the workspace";
inline constexpr const char* kRowArn = "ARN";
inline constexpr const char* kRowKey = "access key";
inline constexpr const char* kRowExpires = "ends";
inline constexpr const char* kRowShadow = "shadow";
inline constexpr const char* kRowCode = "answer";
inline constexpr const char* kRowPlace = "the node";
inline constexpr const char* kRowVersion = "version asked for";
inline constexpr const char* kRowVersionNow = "version there was";
inline constexpr const char* kRowWriters = "wrote before";
inline constexpr const char* kRowDesired = "desired";
inline constexpr const char* kRowReported = "reported";
inline constexpr const char* kRowStep = "version %1";
inline constexpr const char* kRowListens = "listens for it";
inline constexpr const char* kRowWill = "will topic";
inline constexpr const char* kRowFires = "fires at the latest after";
inline constexpr const char* kRowGroup = "group";
inline constexpr const char* kRowCore = "core";
inline constexpr const char* kRowDevice = "device";
inline constexpr const char* kRowRole = "role";
inline constexpr const char* kRowAlias = "role alias";
inline constexpr const char* kRowDeployed = "deployed";
inline constexpr const char* kRowNever = "never deployed";
inline constexpr const char* kRowRunning = "its deployment has not ended";
inline constexpr const char* kRowFailed = "its deployment failed";
inline constexpr const char* kRowOlder = "the device was added after the last deployment";
inline constexpr const char* kRowNoAddress = "its core has told no address";
inline constexpr const char* kRowLoopback = "only for programs of the core's own machine";
inline constexpr const char* kRowDocker = "a network inside the core's machine (Docker)";
inline constexpr const char* kRowLinkLocal = "an address without a network";
inline constexpr const char* kRowOtherNetwork = "another network than the device's";
inline constexpr const char* kRowAnswers = "answers";
inline constexpr const char* kRowSilent = "does not answer";
inline constexpr const char* kRowCreated = "created";
inline constexpr const char* kRowNotified = "the core was notified";
inline constexpr const char* kRowHeard = "the core has begun";
inline constexpr const char* kRowFault = "%1";
inline constexpr const char* kRowTopic = "topic";
inline constexpr const char* kRowNearest = "nearest route";
inline constexpr const char* kRowRequests = "requests in that second";

// --- labels of buttons ----------------------------------------------------------------------------------------------
inline constexpr const char* kFixCopyName = "Copy the endpoint";
inline constexpr const char* kFixCopyRegion = "Copy the region setting";
inline constexpr const char* kFixActivate = "Activate the certificate";
inline constexpr const char* kFixAttach = "Attach a policy";
inline constexpr const char* kFixAllow = "Add the line to %1";
inline constexpr const char* kFixCopyLine = "Copy the line";
inline constexpr const char* kFixUseThing = "Copy the thing's name";
inline constexpr const char* kFixShowClient = "Show the client";
inline constexpr const char* kFixShowShadow = "Show the shadow";
inline constexpr const char* kFixStopDevice = "Stop the simulated %1";
inline constexpr const char* kFixClock = "Copy the timedatectl line";
inline constexpr const char* kFixAlpn = "Copy the ALPN name";
inline constexpr const char* kFixNewKeys = "Copy the line for new keys";
inline constexpr const char* kFixDocument = "Copy a document that fits";
inline constexpr const char* kFixShowGroup = "Show the group";
inline constexpr const char* kFixDeploy = "Copy the line that deploys";
inline constexpr const char* kFixAttachThing = "Copy the line that attaches it";
inline constexpr const char* kFixAddresses = "Copy the line that sets addresses";
inline constexpr const char* kFixServiceRole = "Copy the lines for a service role";
inline constexpr const char* kFixGroupRole = "Copy the line that attaches a role";
inline constexpr const char* kFixAlias = "Copy the line for the role alias";
inline constexpr const char* kFixTrust = "Copy the trust policy";
inline constexpr const char* kFixStartCore = "Copy the line that starts the core";
inline constexpr const char* kFixReset = "Copy the line that gives the deployment up";
inline constexpr const char* kFixRoute = "Copy the route";
inline constexpr const char* kFixSync = "Copy the member of the group";
inline constexpr const char* kFixConfig = "Copy the line of config.json";
inline constexpr const char* kFixPort = "Copy the line that shows who has it";
inline constexpr const char* kFixLetGo = "Copy an update that lets go";

// --- D01 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kWrongName =
    "A program asked for `%1`, and the certificate here is for %2, so the program hung up.";
inline constexpr const char* kOldName =
    "A program asked for `%1`, an endpoint name without -ats, and the certificate here is for %2, so it hung up.";
inline constexpr const char* kArnAsName = "`%1` looks like an ARN, not an endpoint.";
inline constexpr const char* kNoName =
    "A program did not accept the server's certificate and named no host: it may have connected to an address that "
    "the certificate does not name.";
inline constexpr const char* kHttpAtTls = "A program speaks http:// to port %1, which speaks TLS: the address begins "
                                          "with https:// there.";
inline constexpr const char* kTlsAtPlain = "A program speaks TLS to port %1, which speaks none: the address begins with "
                                           "http:// or ws:// there.";
inline constexpr const char* kEndpointFlaw = "`%1` is no endpoint as it stands. %2";
inline constexpr const char* kEndpointUnknown = "`%1` leads nowhere: %2.";
inline constexpr const char* kBackEndpoint =
    "A TLS client compares the name it connects to with the names in the server's certificate. An ARN, a prefix such "
    "as https:// in a host field, or another account's endpoint never fits.";
// --- D02 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kSignedElsewhere =
    "A request was signed for the region %1, and this workspace is in %2.";
inline constexpr const char* kArnElsewhere = "An ARN names the region %1, and this workspace is in %2.";
inline constexpr const char* kPolicyElsewhere =
    "The policy allows `%1`, in another region or account; here it would have to be `%2`.";
inline constexpr const char* kBackRegion =
    "Things, certificates and policies live in one region of one account. AWS would look into the other region and "
    "find nothing there.";
// --- D03 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kUnknownCertificate =
    "The certificate %1 of `%2` is not registered in this account, so the connection was ended.";
inline constexpr const char* kInactiveCertificate =
    "The certificate %1 of `%2` is %3, so the connection was ended.";
inline constexpr const char* kNoPolicy =
    "No policy is attached to the certificate %1 of `%2`, so nothing is allowed.";
inline constexpr const char* kConnectEnded = "`%1` answers on port %2 and speaks TLS. Then: %3.";
inline constexpr const char* kAllowsNothing = "The policy `%1` has no Allow statement, so it allows nothing.";
inline constexpr const char* kBackCertificate =
    "AWS ends the connection without a word here. A device needs a registered certificate that is ACTIVE, with a policy "
    "attached to it or to a group of its thing.";
// --- D04 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kShowsAuthority =
    "The client showed `%1`, the certificate of an authority, where its own device certificate belongs.";
inline constexpr const char* kSelfSigned =
    "The client showed the self-signed certificate `%1`; no authority that is trusted here stands behind it.";
inline constexpr const char* kStrangeIssuer =
    "The client's certificate `%1` was issued by `%2`, which is not trusted here.";
inline constexpr const char* kWrongKey = "The private key does not belong to the certificate `%1`.";
inline constexpr const char* kWrongPurpose = "The certificate `%1` is not meant for clients.";
inline constexpr const char* kNothingShown = "The client showed no certificate, and port %1 asks for one.";
inline constexpr const char* kRootNotTrusted =
    "The client does not know who signed this server's certificate: its CA file is not that of this workspace.";
inline constexpr const char* kServerNotAccepted = "The client asked for `%1` and did not accept the certificate it got, "
                                                  "although that names it.";
inline constexpr const char* kTlsEnded = "`%1` answers on port %2, and TLS ended there: %3.";
inline constexpr const char* kBackPem =
    "Three files belong together: the device certificate, its private key, and the root certificate (CA) that the "
    "server is checked with. They are swapped easily. `greensward doctor --folder DIR` looks into a folder of them.";
inline constexpr const char* kFilePemBroken = "`%1` begins like a PEM file but cannot be read: %2.";
inline constexpr const char* kFileKeyLoose = "The key `%1` belongs to none of the certificates beside it.";
inline constexpr const char* kFileNoKey = "For the device certificate `%1` there is no private key beside it.";
inline constexpr const char* kFileNoRoot = "There is no root certificate (CA) beside `%1`.";
inline constexpr const char* kFileCertificateAsRoot =
    "`%1` is a device certificate, although its name says it is the root (CA).";
inline constexpr const char* kFileRootAsCertificate =
    "`%1` is an authority's certificate, although its name says it is the device's.";
inline constexpr const char* kFileNotIssued = "No root certificate beside it has signed `%1`.";
inline constexpr const char* kFileUnreadable = "`%1` cannot be read: %2.";
inline constexpr const char* kFilePathMissing = "`%1` names the file `%2`, which is not there.";
inline constexpr const char* kFileOverNow = "The certificate `%1` is valid from %2 until %3, and here it is %4.";
inline constexpr const char* kFileKeyOpen = "The private key `%1` can be read by others on this machine.";
// --- D05 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kClientIdNotAllowed = "The policy allows `%1`; this client is `%2`.";
inline constexpr const char* kConnectNotAllowed = "No statement of %1 allows iot:Connect; this client is `%2`.";
inline constexpr const char* kConnectDenied = "A Deny statement of %1 covers iot:Connect of the client `%2`.";
inline constexpr const char* kBackClientId =
    "AWS ends the connection right after CONNECT and says nothing. iot:Connect is asked for the resource client/ with "
    "the client id behind it.";
// --- D06 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kDropped = "The policy does not allow %1 on `%2` for `%3`; the connection ended there.";
inline constexpr const char* kNotDelivered =
    "The policy does not allow %1 on `%2` for `%3`: messages are not handed on, and nobody is told.";
inline constexpr const char* kFilterRefused =
    "The policy does not allow %1 on `%2` for `%3`: the subscription was refused.";
inline constexpr const char* kHttpRefused = "The policy does not allow %1 on `%2`: the request was answered with 403.";
inline constexpr const char* kBackDenied =
    "Subscribing is asked for topicfilter/…, publishing and receiving for topic/…, and all of it needs iot:Connect. "
    "Wildcards of a policy are * and ?; + and # stand for themselves there.";
// --- D07 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kTwoClients = "`%1` is used from %2 and from %3: each throws the other out.";
inline constexpr const char* kTwoPrograms = "Two programs on %2 use the id `%1`: each throws the other out.";
inline constexpr const char* kBackTwoClients =
    "A client id may be connected once. The broker ends the earlier connection when a new one comes, and clients that "
    "reconnect by themselves do so without end.";
// --- D08 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kSignedAhead = "The clock of a client is ahead by %1: its signature is not valid yet.";
inline constexpr const char* kSignedBehind =
    "The clock of a client is behind by %1, or the request was kept for so long: its signature is over.";
inline constexpr const char* kCertificateEarly = "The certificate `%1` is not valid yet: one of two clocks is wrong.";
inline constexpr const char* kCertificateOver = "The certificate `%1` is over, by the clock here.";
inline constexpr const char* kServerLooksOver =
    "A client says that this server's certificate is not valid now, although it is: the client's clock may be wrong.";
inline constexpr const char* kBackClock =
    "Certificates and signatures are good for a time. A small computer without a battery starts in the past until it "
    "has asked a time server; signatures may be five minutes off, no more.";
// --- D09 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kPlainAtTls = "An MQTT client speaks without TLS to port %1, which speaks TLS.";
inline constexpr const char* kStrangeAlpn = "A client asked for %1 by ALPN on port %2; MQTT is called x-amzn-mqtt-ca.";
inline constexpr const char* kNoAlpn =
    "MQTT came to port %1 without ALPN. It works here; port 443 of AWS wants the name x-amzn-mqtt-ca.";
inline constexpr const char* kPortBlocked =
    "Port %1 of `%2` does not answer, and port %3 does: the network between the two blocks %1.";
inline constexpr const char* kNoPortAnswers = "Port %1 of `%2` does not answer: %3. Nor does any other that MQTT uses.";
inline constexpr const char* kNoAnswer = "%1 do not answer on port %2, although the workspace says so.";
inline constexpr const char* kBackPort =
    "Port 8883 speaks MQTT over TLS. On a port that it shares with HTTPS, the client says by ALPN which of the two it "
    "means.";
// --- D10 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kDiscoverDenied =
    "Discovery of `%1` was refused with 403: no policy of its certificate allows greengrass:Discover.";
inline constexpr const char* kDiscoverForbidden =
    "Discovery of `%1` was refused with 403: the policy `%2` denies greengrass:Discover.";
inline constexpr const char* kDiscoverOtherThing =
    "Discovery of `%1` was refused with 403: the certificate that asked is attached to %2.";
inline constexpr const char* kDiscoverNoThing = "Discovery of `%1` found nothing (404): there is no thing of this name.";
inline constexpr const char* kDiscoverNoGroup = "Discovery of `%1` found nothing (404): it is a device of no group.";
inline constexpr const char* kDiscoverNotDeployed =
    "Discovery of `%1` found nothing (404): it is in the group `%2`, but not in what was deployed of it.";
inline constexpr const char* kDiscoverNoAddress =
    "Discovery of `%1` found nothing (404): the core of its group `%2` has not yet told where it can be reached.";
inline constexpr const char* kDiscoverTooMany = "Discovery of `%1` was refused: it is a device of more than ten groups.";
inline constexpr const char* kDiscoverBadName = "Discovery was asked for `%1`, which is no name of a thing.";
inline constexpr const char* kNoThingAtAll = "no thing";
inline constexpr const char* kBackDiscovery =
    "A device asks the cloud where its core is. The answer needs greengrass:Discover in the policy of its certificate, a "
    "group that names the thing as a device, and a deployment of that group that has reached its core.";
// --- D11 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kCoreElsewhere =
    "`%1` was told how to reach the core `%2`, but from %3 none of these addresses leads there.";
inline constexpr const char* kCoreSilent =
    "None of the addresses of the core `%1` answers from here: it does not run, or devices look for it in the wrong "
    "place.";
inline constexpr const char* kBackCoreAddress =
    "Discovery hands out the addresses that the core found on its own machine, or those that somebody wrote into the "
    "connectivity information. A device tries them in that order; one of them must be an address it can reach.";
// --- D12 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kCorePortTaken =
    "The core `%1` cannot let devices in: another program has port %2.";
inline constexpr const char* kCoreNotServing = "The core `%1` cannot let devices in: %2.";
inline constexpr const char* kConfigBroken = "`%1` stops being JSON at line %2, character %3: %4.";
inline constexpr const char* kConfigMissing = "`%1` lacks `%2`, without which the core does not start.";
inline constexpr const char* kConfigNoText = "In `%1`, `%2` is no text.";
inline constexpr const char* kConfigBadArn = "In `%1`, `%2` is `%3`, which is no ARN of a thing.";
inline constexpr const char* kConfigBadHost = "In `%1`, `%2` is `%3`, which is no host name.";
inline constexpr const char* kConfigBadNumber = "In `%1`, `%2` is %3; it has to be a whole number from %4 to %5.";
inline constexpr const char* kConfigNoFile = "`%1` names the file `%2`, which is not there.";
inline constexpr const char* kConfigHardware = "In `%1`, `%2` names a key in hardware, which the core here cannot use.";
inline constexpr const char* kConfigOtherRegion = "In `%1`, `%2` is of the region %3, and the core's thing of %4.";
inline constexpr const char* kConfigRefused = "The core does not start: %1.";
inline constexpr const char* kConfigPortTaken = "Port %1, which `%2` wants for devices, belongs to another program.";
inline constexpr const char* kBackCoreStart =
    "A core reads config/config.json when it starts and ends at once if something in it cannot be used. Names of files "
    "are looked for in certs.";
// --- D13 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kServiceRole = "The group `%1` was not deployed. %2.";
inline constexpr const char* kGroupRoleMissing =
    "A function of the core `%1` asked for keys, and no role is attached to its group `%2`.";
inline constexpr const char* kGroupRoleGone =
    "A function of the core `%1` asked for keys, and the role %3 of its group `%2` does not exist.";
inline constexpr const char* kGroupRoleTrust =
    "A function of the core `%1` asked for keys, and the role %3 of its group `%2` does not trust "
    "greengrass.amazonaws.com.";
inline constexpr const char* kAliasMissing = "A device asked for keys by the role alias `%1`, which does not exist.";
inline constexpr const char* kAliasRoleGone =
    "A device asked for keys by the role alias `%1`, and its role %2 does not exist.";
inline constexpr const char* kAliasTrust =
    "A device asked for keys by the role alias `%1`, and its role %2 does not trust credentials.iot.amazonaws.com.";
inline constexpr const char* kBackRole =
    "Greengrass acts by roles: the service role of the account, once in each region, to deploy; the group's role for what "
    "its functions ask of AWS; a role alias for devices. Each role must trust the service that takes it on.";
// --- D14 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kDeploymentUnheard =
    "The deployment of `%1` waits for %2: the core `%3` is offline, it never heard of it.";
inline constexpr const char* kDeploymentLost =
    "The deployment of `%1` waits for %2: the core `%3` began with it and is offline now.";
inline constexpr const char* kDeploymentSilent =
    "The deployment of `%1` waits for %2: the core `%3` is connected, but says nothing of it.";
inline constexpr const char* kDeploymentFailed = "The deployment of `%1` failed: %2.";
inline constexpr const char* kCoreOffline = "then nothing: the core is offline";
inline constexpr const char* kCoreSaysNothing = "then nothing";
inline constexpr const char* kBackDeployment =
    "The cloud builds the group, writes into a shadow that there is something new, and waits. The core hears it when it is "
    "connected, under the thing that the group names as its core, and tells how it ended.";
// --- D15 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kNoRoute = "What `%1` said on `%2` leads nowhere at the core `%3`: %4.";
inline constexpr const char* kNotInStep =
    "What was asked of `%1` in the cloud stays there: the group `%2` does not keep its shadow in step with that at the "
    "core `%3`.";
inline constexpr const char* kBackRoute =
    "At a core nothing is delivered unless a row of the group's subscription table leads from its source to its target and "
    "covers the topic; whoever publishes is acknowledged all the same.";
inline constexpr const char* kBackSync =
    "A core has shadows of its own, for its devices. A device with SyncShadow in the group has the same one in the cloud; "
    "without it the two know nothing of each other.";
// --- D16 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kShadowBad = "The update of %1 by `%2` was rejected with 400: %3.";
inline constexpr const char* kShadowConflict =
    "`%2` wrote %1 with version %3, but by then it was version %4, written by `%5`.";
inline constexpr const char* kShadowLarge = "The document of %1 would be too large: %2.";
inline constexpr const char* kShadowMany = "`%2` sent %1 more requests than are answered at once.";
inline constexpr const char* kShadowOther = "The request of `%2` for %1 was rejected with %3: %4.";
inline constexpr const char* kBackShadow =
    "What was not taken changed nothing. Whoever subscribed to /update/rejected was told the code.";
inline constexpr const char* kFlawNoState = "the member state is missing; it must hold desired or reported";
inline constexpr const char* kFlawVersionInside = "version stands inside state; it belongs beside it";
inline constexpr const char* kFlawSections = "state holds neither desired nor reported";
inline constexpr const char* kFlawOutside = "%1 stands beside state; it belongs inside it";
inline constexpr const char* kFlawNotObject = "%1 must be an object";
inline constexpr const char* kFlawJson = "the text stops being JSON at character %1";
inline constexpr const char* kFlawDeep = "%1 is nested too deeply";
inline constexpr const char* kFlawNullInArray = "there is null inside the list %1";
inline constexpr const char* kFlawVersion = "version must be a whole number";
inline constexpr const char* kFlawToken = "clientToken must be a text";
inline constexpr const char* kFlawPlain = "%1";
// --- D17 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kOtherType =
    "%1 stays different in type: desired is %2, and `%3` reports %4. They never become equal.";
inline constexpr const char* kDeltaStays = "The delta of %1 has been there for %2, and nothing was reported since.";
inline constexpr const char* kDeltaIgnored =
    "The delta of %1 has been there for %2, although the device reported since: it did not take over %3.";
inline constexpr const char* kBackDelta =
    "A delta is sent as long as desired and reported differ; desired stays until somebody sets it to null. The "
    "acceptance and the delta of one update carry one version: a client that drops what is not newer may drop the delta.";
// --- D19 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kKeyUnknown = "A request was signed with the access key %1, which this workspace does not know.";
inline constexpr const char* kTokenExpired = "The temporary key %1 has ended.";
inline constexpr const char* kTokenWrong = "The session token and the access key %1 do not belong together.";
inline constexpr const char* kSecretWrong = "The signature does not fit the access key %1: its secret may be another one.";
inline constexpr const char* kBodyWrong = "The body of a request is not the one that was signed with %1.";
inline constexpr const char* kKeyEnds = "The temporary key %1 ends in %2.";
inline constexpr const char* kNotSigned = "`%1` came over a WebSocket whose request nobody signed.";
inline constexpr const char* kBackCredentials =
    "Environment variables go before files: an old AWS_ACCESS_KEY_ID or AWS_SESSION_TOKEN of another event stays in a "
    "shell for long.";
// --- D20 ------------------------------------------------------------------------------------------------------------
inline constexpr const char* kWillGoodbye = "No will: `%1` said goodbye, so its will on `%2` was dropped.";
inline constexpr const char* kWillNotAllowed =
    "The policy does not allow `%1` to publish its will on `%2`, so it cannot connect with it.";
inline constexpr const char* kWillWithheld = "`%1` was lost, but the policy does not allow its will on `%2`.";
inline constexpr const char* kWillLate =
    "If `%1` falls silent, its will on `%2` comes after %3: 1.5 times its keep alive of %4.";
inline constexpr const char* kWillNever =
    "`%1` asked for no keep alive: if its cable is cut, its will on `%2` may never come.";
inline constexpr const char* kBackWill =
    "A will is for those who cannot say goodbye: DISCONNECT takes it back. Cut the cable or kill the program to see it. "
    "A silent end is noticed after 1.5 times the keep alive.";

} // namespace greensward::doctor::phrases
