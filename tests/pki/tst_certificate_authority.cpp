// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate_authority.h"
#include "pki/openssl_handles.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <set>
#include <thread>

using namespace greensward;
using namespace greensward::pki;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr WallTime kNow{seconds{1'500'000'000}}; // 2017-07-14T02:40:00Z

const CertificateAuthority& root()
{
    static const auto kRoot = CertificateAuthority::create(kWorkspaceRootName, KeyType::P256, kNow).value();
    return kRoot;
}

/// What `openssl x509 -text` prints of one extension.
std::string extension(const Certificate& certificate, int nid)
{
    const int index = X509_get_ext_by_NID(certificate.handle(), nid, -1);
    if (index < 0)
        return "absent";
    X509_EXTENSION* found = X509_get_ext(certificate.handle(), index);
    const BioPtr out = writingBio();
    if (X509_EXTENSION_get_critical(found) != 0)
        BIO_puts(out.get(), "critical ");
    X509V3_EXT_print(out.get(), found, 0, 0);
    return contentOf(out.get());
}

/// OpenSSL's own judgement of the chain, for a purpose, at a time.
std::string verified(const Certificate& leaf, int purpose, WallTime at)
{
    const std::unique_ptr<X509_STORE, Freer<X509_STORE_free>> trusted(X509_STORE_new());
    X509_STORE_add_cert(trusted.get(), root().certificate().handle());
    const std::unique_ptr<X509_STORE_CTX, Freer<X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), trusted.get(), leaf.handle(), nullptr);
    X509_STORE_CTX_set_purpose(context.get(), purpose);
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_X509_STRICT);
    X509_STORE_CTX_set_time(context.get(), 0, std::chrono::duration_cast<seconds>(at.time_since_epoch()).count());
    X509_verify_cert(context.get());
    return X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
}

TEST(Root, isAnAuthorityForTenYearsFromADayAgo)
{
    const Certificate& certificate = root().certificate();
    EXPECT_EQ(certificate.subject(), "CN=Greensward workspace root");
    EXPECT_EQ(certificate.issuer(), certificate.subject());
    EXPECT_TRUE(certificate.isCa());
    EXPECT_TRUE(certificate.isIssuedBy(certificate));
    EXPECT_EQ(toIso8601(certificate.validity().notBefore), "2017-07-13T02:40:00.000Z");
    EXPECT_EQ(toIso8601(certificate.validity().notAfter), "2027-07-14T02:40:00.000Z");
    EXPECT_TRUE(certificate.isValidAt(kNow - days{1}));
    EXPECT_FALSE(certificate.isValidAt(kNow - days{1} - seconds{1}));
    EXPECT_FALSE(certificate.isValidAt(kNow + days{3653}));
}

TEST(Root, maySignCertificatesAndNothingElse)
{
    const Certificate& certificate = root().certificate();
    EXPECT_EQ(extension(certificate, NID_basic_constraints), "critical CA:TRUE");
    EXPECT_EQ(extension(certificate, NID_key_usage), "critical Certificate Sign, CRL Sign");
    EXPECT_EQ(extension(certificate, NID_ext_key_usage), "absent");
    EXPECT_EQ(extension(certificate, NID_authority_key_identifier), extension(certificate, NID_subject_key_identifier));
}

TEST(Root, opensOnlyWithItsOwnKey)
{
    EXPECT_TRUE(CertificateAuthority::open(root().certificate(), root().key()));
    const auto other = PrivateKey::generate(KeyType::P256).value();
    const auto mixed = CertificateAuthority::open(root().certificate(), other);
    ASSERT_FALSE(mixed);
    EXPECT_THAT(mixed.error().message, HasSubstr("does not belong"));
}

TEST(Root, isNotOpenedFromALeaf)
{
    const auto device = root().issueDevice("turbine", KeyType::P256, kNow).value();
    const auto opened = CertificateAuthority::open(device.certificate, device.key);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("certificate authority"));
}

TEST(ServerCertificate, namesHostsAndAddresses)
{
    const std::vector<std::string> names{"localhost", "Mill-House.local", "127.0.0.1",
                                         "::1",       "192.168.178.20",   "FD00::0:1"};
    const auto server = root().issueServer(names, KeyType::P256, kNow);
    ASSERT_TRUE(server) << server.error().message;
    EXPECT_THAT(server->certificate.names(),
                ElementsAre("localhost", "mill-house.local", "127.0.0.1", "::1", "192.168.178.20", "fd00::1"));
    EXPECT_TRUE(server->certificate.covers(names));
    EXPECT_TRUE(server->certificate.covers(std::vector<std::string>{"LOCALHOST", "0:0:0:0:0:0:0:1"}));
    EXPECT_FALSE(server->certificate.covers(std::vector<std::string>{"localhost", "192.168.178.21"}));
    EXPECT_TRUE(server->certificate.matches(server->key));
    EXPECT_TRUE(server->certificate.isIssuedBy(root().certificate()));
    EXPECT_EQ(server->certificate.commonName(), "localhost");
    EXPECT_EQ(server->certificate.validity().notBefore, kNow - days{1});
    EXPECT_EQ(server->certificate.validity().notAfter, kNow + days{396});
    EXPECT_EQ(X509_check_host(server->certificate.handle(), "mill-house.local", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_ip_asc(server->certificate.handle(), "192.168.178.20", 0), 1);
}

TEST(ServerCertificate, servesAndDoesNothingElse)
{
    const std::vector<std::string> names{"localhost"};
    const auto server = root().issueServer(names, KeyType::Rsa2048, kNow).value().certificate;
    EXPECT_EQ(extension(server, NID_basic_constraints), "critical CA:FALSE");
    EXPECT_EQ(extension(server, NID_key_usage), "critical Digital Signature, Key Encipherment");
    EXPECT_EQ(extension(server, NID_ext_key_usage), "TLS Web Server Authentication");
    EXPECT_EQ(extension(server, NID_authority_key_identifier),
              extension(root().certificate(), NID_subject_key_identifier));
    EXPECT_EQ(verified(server, X509_PURPOSE_SSL_SERVER, kNow), "ok");
    EXPECT_NE(verified(server, X509_PURPOSE_SSL_CLIENT, kNow), "ok");
    EXPECT_EQ(verified(server, X509_PURPOSE_SSL_SERVER, kNow + days{400}), "certificate has expired");
}

TEST(ServerCertificate, bearsAHostNameThatIsTooLongForACommonName)
{
    const std::string host = std::string(60, 'a') + ".example";
    const auto server = root().issueServer(std::vector{host}, KeyType::P256, kNow);
    ASSERT_TRUE(server) << server.error().message;
    EXPECT_THAT(server->certificate.names(), ElementsAre(host));
}

class UnusableName : public testing::TestWithParam<std::string>
{};

TEST_P(UnusableName, isRefused)
{
    const auto server = root().issueServer(std::vector<std::string>{"localhost", GetParam()}, KeyType::P256, kNow);
    ASSERT_FALSE(server);
    EXPECT_THAT(server.error().message, HasSubstr("neither a DNS name nor an IP address"));
}

INSTANTIATE_TEST_SUITE_P(ServerCertificate, UnusableName,
                         testing::Values("", "two words", "a,DNS:evil.example", "fe80::1%eth0", "müller.example",
                                         "300.1.1.1/8", std::string("nul\0l", 5), std::string(254, 'a')));

TEST(ServerCertificate, needsAName)
{
    EXPECT_FALSE(root().issueServer({}, KeyType::P256, kNow));
}

TEST(ServerCertificate, isIssuedForARequestAndAnySpan)
{
    const auto key = PrivateKey::generate(KeyType::P256).value();
    const auto request = SigningRequest::create(key, "GreengrassCore").value();
    const Validity week{.notBefore = kNow - days(1), .notAfter = kNow + days(7)};
    const std::vector<std::string> names{"pi.local", "192.168.1.4"};
    const auto certificate = root().signServer(request, names, week);
    ASSERT_TRUE(certificate) << certificate.error().message;
    EXPECT_TRUE(certificate->matches(key));
    EXPECT_THAT(certificate->names(), ElementsAre("pi.local", "192.168.1.4"));
    EXPECT_EQ(certificate->validity().notAfter, week.notAfter);
    EXPECT_EQ(verified(*certificate, X509_PURPOSE_SSL_SERVER, kNow), "ok");
    EXPECT_FALSE(root().signServer(request, {}, week)) << "a server needs a name";
}

TEST(DeviceCertificate, isAClientUntilTheEndOf2049)
{
    const auto device = root().issueDevice("turbine-123", KeyType::Rsa2048, kNow);
    ASSERT_TRUE(device) << device.error().message;
    const Certificate& certificate = device->certificate;
    EXPECT_EQ(certificate.subject(), "CN=turbine-123");
    EXPECT_EQ(certificate.issuer(), "CN=Greensward workspace root");
    EXPECT_EQ(toIso8601(certificate.validity().notBefore), "2017-07-13T02:40:00.000Z");
    EXPECT_EQ(toIso8601(certificate.validity().notAfter), "2049-12-31T23:59:59.000Z");
    EXPECT_EQ(extension(certificate, NID_ext_key_usage), "TLS Web Client Authentication");
    EXPECT_EQ(extension(certificate, NID_subject_alt_name), "absent");
    EXPECT_FALSE(certificate.isCa());
    EXPECT_TRUE(certificate.matches(device->key));
    EXPECT_FALSE(certificate.matches(root().key()));
    EXPECT_EQ(verified(certificate, X509_PURPOSE_SSL_CLIENT, kNow), "ok");
    EXPECT_NE(verified(certificate, X509_PURPOSE_SSL_SERVER, kNow), "ok");
}

TEST(DeviceCertificate, ofAnAuthorityAfter2049StillHasALife)
{
    const WallTime later{seconds{2'600'000'000}}; // 2052
    const auto certificate = root().issueDevice("turbine", KeyType::P256, later).value().certificate;
    EXPECT_TRUE(certificate.isValidAt(later));
    EXPECT_TRUE(certificate.isValidAt(later + days{300}));
}

TEST(DeviceCertificate, carriesAnyCommonNameOfUpTo64Characters)
{
    EXPECT_EQ(root().issueDevice("Mühle, \"süd\"", KeyType::P256, kNow).value().certificate.commonName(),
              "Mühle, \"süd\"");
    EXPECT_EQ(root().issueDevice("a,b", KeyType::P256, kNow).value().certificate.subject(), "CN=a\\,b");
    EXPECT_FALSE(root().issueDevice("", KeyType::P256, kNow));
    EXPECT_FALSE(root().issueDevice(std::string(65, 'x'), KeyType::P256, kNow));
}

TEST(DeviceCertificate, isIssuedForARequest)
{
    const auto key = PrivateKey::generate(KeyType::Rsa2048).value();
    const auto request = SigningRequest::create(key, "sprinkler-456").value();
    const auto certificate = root().sign(request, kNow);
    ASSERT_TRUE(certificate) << certificate.error().message;
    EXPECT_EQ(certificate->commonName(), "sprinkler-456");
    EXPECT_TRUE(certificate->matches(key));
    EXPECT_FALSE(certificate->isCa());
    EXPECT_EQ(verified(*certificate, X509_PURPOSE_SSL_CLIENT, kNow), "ok");
}

TEST(Certificate, survivesThePemForm)
{
    const auto certificate = root().issueDevice("turbine", KeyType::P256, kNow).value().certificate;
    const auto again =
        Certificate::fromPem("text before is skipped\n" + certificate.pem() + root().certificate().pem());
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->pem(), certificate.pem());
    EXPECT_EQ(again->fingerprint(), certificate.fingerprint());
    EXPECT_FALSE(Certificate::fromPem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
    EXPECT_FALSE(Certificate::fromPem(""));
}

TEST(Certificate, hasTheFingerprintAndSerialThatOpensslPrints)
{
    // openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -set_serial 0x0abc -subj
    // "/O=Example/CN=known" -days 36500; fingerprint: openssl x509 -noout -fingerprint -sha256
    const auto certificate = Certificate::fromPem("-----BEGIN CERTIFICATE-----\n"
                                                  "MIIBiTCCAS+gAwIBAgICCrwwCgYIKoZIzj0EAwIwIjEQMA4GA1UECgwHRXhhbXBs\n"
                                                  "ZTEOMAwGA1UEAwwFa25vd24wIBcNMjYxMTIyMjI1OTE0WhgPMjEyNjEwMjkyMjU5\n"
                                                  "MTRaMCIxEDAOBgNVBAoMB0V4YW1wbGUxDjAMBgNVBAMMBWtub3duMFkwEwYHKoZI\n"
                                                  "zj0CAQYIKoZIzj0DAQcDQgAE44FaLU3qJtyz7peyp5kd9YxLK4q91PXAUEBp6Scy\n"
                                                  "FjH5gdGJP5yus2C/WCQbvjA16FFpGXL0qWir1hXCx21+W6NTMFEwHQYDVR0OBBYE\n"
                                                  "FMYqop404xvIUDtllbcRp4zCe6dSMB8GA1UdIwQYMBaAFMYqop404xvIUDtllbcR\n"
                                                  "p4zCe6dSMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAPbv9kG5\n"
                                                  "GtQmwk+I1jPcNEWivxXr2t3F7e5bQFgCAcL7AiAsJSE45Kw6bTVYy7JQIPF86P3z\n"
                                                  "m/3mr1+u6zkEwgslDQ==\n"
                                                  "-----END CERTIFICATE-----\n");
    ASSERT_TRUE(certificate) << certificate.error().message;
    EXPECT_EQ(certificate->fingerprint(), "47a8354a39b68078ce98e72858ff969f3bb6b13e81fc2a5c49d18713d6b2ed21");
    EXPECT_EQ(certificate->serial(), "0abc");
    EXPECT_EQ(certificate->subject(), "CN=known,O=Example");
}

TEST(Certificate, isNotIssuedByANamesake)
{
    const auto namesake = CertificateAuthority::create(kWorkspaceRootName, KeyType::P256, kNow).value();
    const auto certificate = root().issueDevice("turbine", KeyType::P256, kNow).value().certificate;
    EXPECT_TRUE(certificate.isIssuedBy(root().certificate()));
    EXPECT_FALSE(certificate.isIssuedBy(namesake.certificate()));
}

TEST(Certificate, hasA127BitSerialOfItsOwn)
{
    std::set<std::string> serials;
    for (int i = 0; i < 50; ++i) {
        const auto serial = root().issueDevice("turbine", KeyType::P256, kNow).value().certificate.serial();
        EXPECT_EQ(serial.size(), 32U) << serial;
        EXPECT_LT(serial.front(), '8') << "it would be negative";
        serials.insert(serial);
    }
    EXPECT_EQ(serials.size(), 50U);
}

TEST(Certificate, isIssuedByManyThreadsAtOnce)
{
    std::vector<std::thread> threads;
    std::vector<int> good(4, 0);
    for (std::size_t t = 0; t < good.size(); ++t) {
        threads.emplace_back([&good, t] {
            for (int i = 0; i < 25; ++i) {
                const auto device = root().issueDevice("turbine", KeyType::P256, kNow);
                good[t] += device && device->certificate.isIssuedBy(root().certificate()) ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_THAT(good, testing::Each(25));
}

} // namespace
