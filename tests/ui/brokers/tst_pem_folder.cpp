// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pem_files.h"
#include "test_registry.h"
#include "ui/models/pem_folder.h"

#include <QTest>

namespace greensward::ui {

using Verdict = PemFinding::Verdict;
using namespace std::chrono_literals;

class TestPemFolder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rolesComeFromWhatIsInTheFiles();
    void deviceCertificateIsNoRoot();
    void keyOfAnotherCertificate();
    void keyInTheCertificatesPlace();
    void expiredAndNotYetValid();
    void encryptedAndDamaged();
    void missingKey();

private:
    std::unique_ptr<PemFiles> m_files;
};

void TestPemFolder::init()
{
    m_files = std::make_unique<PemFiles>();
    m_files->remove("server.pem");
    m_files->remove("server.key");
}

void TestPemFolder::rolesComeFromWhatIsInTheFiles()
{
    // Names that lie: what counts is the content.
    QFile::rename(m_files->path("root.pem"), m_files->path("device-certificate.pem"));
    QFile::rename(m_files->path("device.pem"), m_files->path("AmazonRootCA1.pem"));
    const PemRoles roles = guessRoles({m_files->folder()}, wallNow());
    QCOMPARE(roles.authority.file, m_files->path("device-certificate.pem"));
    QCOMPARE(roles.certificate.file, m_files->path("AmazonRootCA1.pem"));
    QCOMPARE(roles.key.file, m_files->path("device.key"));
    for (const PemFinding* finding : {&roles.authority, &roles.certificate, &roles.key})
        QVERIFY2(finding->verdict == Verdict::Good, qPrintable(finding->sentence));
    QVERIFY(roles.isUsable());
}

void TestPemFolder::deviceCertificateIsNoRoot()
{
    QFile::remove(m_files->path("root.pem"));
    QFile::copy(m_files->path("device.pem"), m_files->path("root.pem"));
    const PemRoles roles =
        judgeRoles(m_files->path("root.pem"), m_files->path("device.pem"), m_files->path("device.key"), wallNow());
    QVERIFY(roles.authority.verdict == Verdict::Bad);
    QVERIFY2(roles.authority.sentence.startsWith(QStringLiteral("root.pem is your device certificate")),
             qPrintable(roles.authority.sentence));
    QVERIFY(!roles.isUsable());
}

void TestPemFolder::keyOfAnotherCertificate()
{
    m_files->put("device.key", pki::PrivateKey::generate(pki::KeyType::P256)->pem());
    const PemRoles roles = guessRoles({m_files->folder()}, wallNow());
    QVERIFY(roles.key.verdict == Verdict::Bad);
    QVERIFY2(roles.key.sentence.contains(QStringLiteral("does not belong to device.pem")),
             qPrintable(roles.key.sentence));
}

void TestPemFolder::keyInTheCertificatesPlace()
{
    const PemRoles roles = judgeRoles({}, m_files->path("device.key"), m_files->path("device.pem"), wallNow());
    QVERIFY(roles.certificate.sentence.contains(QStringLiteral("device.key is a private key")));
    QVERIFY(roles.key.sentence.contains(QStringLiteral("device.pem is a certificate")));
}

void TestPemFolder::expiredAndNotYetValid()
{
    const auto old =
        *m_files->authority().issueDevice("old", pki::KeyType::P256, pki::Validity{wallNow() - 1000h, wallNow() - 24h});
    m_files->put("old.pem", old.certificate.pem());
    const PemRoles expired = judgeRoles({}, m_files->path("old.pem"), {}, wallNow());
    QVERIFY2(expired.certificate.sentence.contains(QStringLiteral("expired on")),
             qPrintable(expired.certificate.sentence));
    const PemRoles early = judgeRoles(m_files->path("root.pem"), {}, {}, wallNow() - 24h * 365);
    QVERIFY2(early.authority.sentence.contains(QStringLiteral("clock")), qPrintable(early.authority.sentence));
}

void TestPemFolder::encryptedAndDamaged()
{
    m_files->put("locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    m_files->put("torn.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n");
    m_files->put("note.pem", "hello");
    const PemRoles roles = guessRoles({m_files->folder()}, wallNow());
    const QString notes = roles.notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("locked.key is an encrypted private key")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("torn.pem has a damaged PEM block")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("note.pem is no PEM file")), qPrintable(notes));
    QVERIFY2(roles.isUsable(), "the others are as good as before");
}

void TestPemFolder::missingKey()
{
    m_files->remove("device.key");
    const PemRoles roles = guessRoles({m_files->folder()}, wallNow());
    QVERIFY(!roles.isUsable());
    QVERIFY(roles.key.sentence.contains(QStringLiteral("key of device.pem is missing")));
}

static const bool kRegistered = registerTest<TestPemFolder>();

} // namespace greensward::ui

#include "tst_pem_folder.moc"
