// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/register_authority_dialog.h"

#include "base/files.h"
#include "pki/certificate.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/theme.h"
#include "ui/models/qt_text.h"
#include "ui/models/account_entries.h"
#include "ui/models/iot_calls.h"
#include "ui/security/security_desk.h"

#include <boost/json/object.hpp>

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace greensward::ui {

namespace {

constexpr std::size_t kLargestFile = 1u << 16;

std::string contentOf(const QLineEdit& field)
{
    return readFile(field.text().toStdString(), kLargestFile).value_or(std::string());
}

/// How the authority signs a certificate for the code (AWS's own recipe, in two lines of openssl).
QString recipe(const QString& code)
{
    return QStringLiteral("openssl req -new -newkey rsa:2048 -nodes -keyout verification.key \\\n"
                          "  -subj /CN=%1 -out verification.csr\n"
                          "openssl x509 -req -in verification.csr -CA ca.pem -CAkey ca.key \\\n"
                          "  -CAcreateserial -days 30 -sha256 -out verification.pem")
        .arg(code);
}

} // namespace

QString problemOf(const AuthorityProof& proof, const std::string& registrationCode)
{
    const auto said = [](const char* text) { return QCoreApplication::translate("RegisterAuthorityDialog", text); };
    const auto authority = pki::Certificate::fromPem(proof.certificate);
    if (!authority)
        return said(QT_TRANSLATE_NOOP("RegisterAuthorityDialog", "The first file holds no certificate (PEM)."));
    if (!authority->isCa())
        return said(QT_TRANSLATE_NOOP("RegisterAuthorityDialog",
                                      "%1 is no authority: its certificate does not say CA:TRUE."))
            .arg(toQString(authority->subject()));
    const auto verification = pki::Certificate::fromPem(proof.verification);
    if (!verification)
        return said(QT_TRANSLATE_NOOP("RegisterAuthorityDialog", "The second file holds no certificate (PEM)."));
    if (verification->commonName() != registrationCode)
        return said(QT_TRANSLATE_NOOP("RegisterAuthorityDialog",
                                      "The verification certificate is for “%1”, not for the registration code."))
            .arg(toQString(verification->commonName()));
    if (!verification->isIssuedBy(*authority))
        return said(QT_TRANSLATE_NOOP("RegisterAuthorityDialog",
                                      "The verification certificate was not signed by this authority."));
    return {};
}

RegisterAuthorityDialog::RegisterAuthorityDialog(SecurityDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_reader(desk.api(), {})
    , m_lines(new QPlainTextEdit(this))
    , m_active(new QCheckBox(tr("Active: certificates it signed can be registered"), this))
    , m_byItself(new QCheckBox(tr("Register its devices by themselves when they first connect"), this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_send(new QPushButton(tr("Register"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Register an authority of your own"));
    setMinimumWidth(px(600));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setSpacing(px(8));
    const auto label = [this](const QString& text) { return new RoleLabel(TextStyle::Body, Role::MutedText, text, this); };
    auto* told = new RoleLabel(TextStyle::Secondary, Role::MutedText,
                               tr("Only who holds the authority's key can sign a certificate for the account's "
                                  "registration code. These lines do it:"),
                               this);
    told->setWordWrap(true);
    m_lines->setReadOnly(true);
    m_lines->setFont(fontOf(TextStyle::Mono));
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFixedHeight(px(104));
    m_lines->setAccessibleName(tr("Lines that make the verification certificate"));
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy the lines that make the verification certificate"));
    grid->addWidget(told, 0, 0, 1, 2);
    grid->addWidget(m_lines, 1, 0, 1, 2);
    grid->addWidget(copy, 2, 1, Qt::AlignRight);
    grid->addWidget(label(tr("Authority's certificate")), 3, 0);
    grid->addWidget(makeFile(m_certificate, tr("File of the authority's certificate")), 3, 1);
    grid->addWidget(label(tr("Verification certificate")), 4, 0);
    grid->addWidget(makeFile(m_verification, tr("File of the verification certificate")), 4, 1);
    m_active->setChecked(true);
    grid->addWidget(m_active, 5, 1);
    grid->addWidget(m_byItself, 6, 1);
    m_said->setWordWrap(true);
    grid->addWidget(m_said, 7, 0, 1, 2);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(*m_send, ButtonKind::Primary);
    m_send->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_send);
    grid->addLayout(row, 8, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_lines->toPlainText()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &RegisterAuthorityDialog::send);
    askForCode();
    check();
}

QWidget* RegisterAuthorityDialog::makeFile(QLineEdit*& field, const QString& name)
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    field = new QLineEdit(part);
    field->setAccessibleName(name);
    auto* browse = new QPushButton(tr("Browse …"), part);
    browse->setAccessibleName(tr("Choose: %1").arg(name));
    row->addWidget(field, 1);
    row->addWidget(browse);
    connect(field, &QLineEdit::textChanged, this, &RegisterAuthorityDialog::check);
    connect(browse, &QPushButton::clicked, this, [this, field, name] {
        const QString file = QFileDialog::getOpenFileName(this, name, field->text().isEmpty() ? QDir::homePath()
                                                                                              : field->text());
        if (!file.isEmpty())
            field->setText(file);
    });
    return part;
}

void RegisterAuthorityDialog::askForCode()
{
    m_reader.ask(iot::getRegistrationCode().call, [this](const client::Answer& answer) {
        if (!answer.ok()) {
            m_said->setText(tr("The account gave no registration code: %1").arg(toQString(answer.problem)));
            return;
        }
        m_code = textMember(answer.object(), "registrationCode");
        m_lines->setPlainText(recipe(toQString(m_code)));
        check();
    });
}

AuthorityProof RegisterAuthorityDialog::proof() const
{
    return {.certificate = contentOf(*m_certificate), .verification = contentOf(*m_verification)};
}

void RegisterAuthorityDialog::check()
{
    const bool complete = !m_code.empty() && !m_certificate->text().isEmpty() && !m_verification->text().isEmpty();
    const QString problem = complete ? problemOf(proof(), m_code) : QString();
    m_said->setText(problem);
    m_send->setEnabled(complete && problem.isEmpty());
}

void RegisterAuthorityDialog::send()
{
    const AuthorityProof given = proof();
    const IotCall call =
        iot::registerAuthority(given.certificate, given.verification, m_active->isChecked(), m_byItself->isChecked());
    m_send->setEnabled(false);
    m_reader.ask(call.call, [this, cli = call.cli](const client::Answer& answer) {
        if (!answer.ok()) {
            m_said->setText(toQString(answer.problem));
            m_send->setEnabled(true);
            return;
        }
        emit registered(tr("The authority is registered"), cli, false);
        accept();
    });
}

} // namespace greensward::ui
