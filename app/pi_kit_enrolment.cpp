// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pi_kit_enrolment.h"

#include "app/running_api.h"
#include "cloud/workshop_policy.h"
#include "pki/signing_request.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr const char* kThere = "ResourceAlreadyExistsException";
constexpr std::size_t kLongestName = 64; ///< of a certificate's subject

client::Answer ask(const Whereabouts& at, client::Call call)
{
    return RunningApi(at).ask(std::move(call));
}

/// What is there already is as good as made.
Result<void> make(const Whereabouts& at, const char* what, client::Call call)
{
    const client::Answer answer = ask(at, std::move(call));
    if (answer.ok() || answer.code == kThere)
        return {};
    return failure(fmt::format("{} could not be made: {}", what, answer.problem));
}

Result<client::Answer> certify(const Whereabouts& at, const std::string& request)
{
    client::Answer answer = ask(at, {.service = "iot",
                                     .method = "POST",
                                     .path = "/certificates",
                                     .query = {{"setAsActive", "true"}},
                                     .body = json::serialize(json::value{{"certificateSigningRequest", request}})});
    const json::object made = answer.object();
    if (answer.ok() && made.contains("certificateArn") && made.contains("certificatePem"))
        return answer;
    return failure("the certificate could not be made: " + (answer.ok() ? "the answer holds none" : answer.problem));
}

} // namespace

Result<pki::Identity> enrolThing(const Whereabouts& at, const std::string& thing)
{
    auto key = pki::PrivateKey::generate(pki::KeyType::P256);
    if (!key)
        return tl::unexpected(key.error());
    const auto request = pki::SigningRequest::create(*key, thing.substr(0, kLongestName));
    if (!request)
        return tl::unexpected(request.error());

    auto done = make(at, "the thing",
                     {.service = "iot", .method = "POST", .path = "/things/" + client::label(thing), .body = "{}"});
    if (done) {
        const json::value document{{"policyDocument", cloud::kWorkshopDocument}};
        done = make(at, "the policy",
                    {.service = "iot",
                     .method = "POST",
                     .path = "/policies/" + client::label(cloud::kWorkshopPolicy),
                     .body = json::serialize(document)});
    }
    if (!done)
        return tl::unexpected(done.error());
    const auto certified = certify(at, request->pem());
    if (!certified)
        return tl::unexpected(certified.error());
    const json::object made = certified->object();
    const std::string arn(made.at("certificateArn").as_string());
    done = make(at, "the attachment of the certificate",
                {.service = "iot",
                 .method = "PUT",
                 .path = fmt::format("/things/{}/principals", client::label(thing)),
                 .fields = {{"x-amzn-principal", arn}}});
    if (done) {
        done = make(at, "the attachment of the policy",
                    {.service = "iot",
                     .method = "PUT",
                     .path = "/target-policies/" + client::label(cloud::kWorkshopPolicy),
                     .body = json::serialize(json::value{{"target", arn}})});
    }
    if (!done)
        return tl::unexpected(done.error());
    auto certificate = pki::Certificate::fromPem(std::string(made.at("certificatePem").as_string()));
    if (!certificate)
        return tl::unexpected(certificate.error());
    return pki::Identity{std::move(*certificate), std::move(*key)};
}

} // namespace greensward::app
