// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/pem_fields.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace greensward::ui {

namespace {

constexpr int kJudgeMillis = 200;

} // namespace

PemFields::PemFields(QWidget* parent)
    : QWidget(parent), m_notes(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setAccessibleName(tr("Certificates"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* choose = new QPushButton(tr("Choose the &folder of certificates …"), this);
    choose->setAccessibleName(tr("Choose the folder of certificates"));
    choose->setToolTip(tr("Or drop the folder here. Which file is what is read from the files, not from their names."));
    column->addWidget(choose);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(2));
    grid->setColumnStretch(1, 1);
    addRow(*grid, Authority, tr("&Root certificate"), tr("this system's roots"));
    addRow(*grid, Certificate, tr("&Device certificate"), tr("none"));
    addRow(*grid, Key, tr("Private &key"), tr("none"));
    column->addLayout(grid);
    m_notes->setWordWrap(true);
    m_notes->hide();
    column->addWidget(m_notes);
    m_judge.setSingleShot(true);
    connect(&m_judge, &QTimer::timeout, this, &PemFields::judge);
    connect(choose, &QPushButton::clicked, this, &PemFields::chooseFolder);
}

void PemFields::addRow(QGridLayout& grid, Row row, const QString& label, const QString& hint)
{
    auto* field = new QLineEdit(this);
    field->setPlaceholderText(hint);
    field->setMinimumHeight(px(28));
    QString plain = label;
    field->setAccessibleName(plain.remove(QLatin1Char('&')));
    auto* name = new RoleLabel(TextStyle::Body, Role::MutedText, label, this);
    name->setBuddy(field);
    auto* browse = new QPushButton(tr("…"), this);
    browse->setFixedSize(px(32), px(28));
    browse->setAccessibleName(tr("Choose the file: %1").arg(plain));
    auto* verdict = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    verdict->setWordWrap(true);
    verdict->setAccessibleName(tr("About the file: %1").arg(plain));
    grid.addWidget(name, 2 * row, 0);
    grid.addWidget(field, 2 * row, 1);
    grid.addWidget(browse, 2 * row, 2);
    grid.addWidget(verdict, 2 * row + 1, 1, 1, 2);
    m_fields[row] = field;
    m_verdicts[row] = verdict;
    connect(field, &QLineEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_judge.start(kJudgeMillis);
        emit edited();
    });
    connect(browse, &QPushButton::clicked, this, [this, field, plain] {
        const QString file = QFileDialog::getOpenFileName(this, plain, field->text());
        if (!file.isEmpty())
            field->setText(file);
    });
}

WallTime PemFields::now()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

void PemFields::fill(const BrokerProfile& profile)
{
    m_filling = true;
    m_fields[Authority]->setText(profile.caFile);
    m_fields[Certificate]->setText(profile.certificateFile);
    m_fields[Key]->setText(profile.keyFile);
    m_filling = false;
    judge();
}

void PemFields::writeTo(BrokerProfile& profile) const
{
    profile.caFile = m_fields[Authority]->text().trimmed();
    profile.certificateFile = m_fields[Certificate]->text().trimmed();
    profile.keyFile = m_fields[Key]->text().trimmed();
}

void PemFields::takeFiles(const QStringList& filesAndFolders)
{
    m_roles = guessRoles(filesAndFolders, now());
    m_filling = true;
    m_fields[Authority]->setText(m_roles.authority.file);
    m_fields[Certificate]->setText(m_roles.certificate.file);
    m_fields[Key]->setText(m_roles.key.file);
    m_filling = false;
    m_judge.stop();
    showRoles();
    emit edited();
}

void PemFields::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("The folder of certificates"));
    if (!folder.isEmpty())
        takeFiles({folder});
}

void PemFields::judge()
{
    m_judge.stop();
    m_roles = judgeRoles(m_fields[Authority]->text().trimmed(), m_fields[Certificate]->text().trimmed(),
                         m_fields[Key]->text().trimmed(), now());
    showRoles();
    emit edited();
}

void PemFields::showRoles()
{
    const std::array<const PemFinding*, kRows> findings{&m_roles.authority, &m_roles.certificate, &m_roles.key};
    for (std::size_t row = 0; row < kRows; ++row) {
        RoleLabel& label = *m_verdicts[row];
        switch (findings[row]->verdict) {
        case PemFinding::Verdict::None:
            label.setText({});
            break;
        case PemFinding::Verdict::Good:
            label.setRole(Role::Accent);
            label.setText(tr("✓ %1").arg(findings[row]->sentence));
            break;
        case PemFinding::Verdict::Notice:
            label.setRole(Role::Attention);
            label.setText(tr("! %1").arg(findings[row]->sentence));
            break;
        case PemFinding::Verdict::Bad:
            label.setRole(Role::Lost);
            label.setText(tr("✗ %1").arg(findings[row]->sentence));
            break;
        }
        label.setVisible(!label.text().isEmpty());
    }
    m_notes->setText(m_roles.notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!m_roles.notes.isEmpty());
}

} // namespace greensward::ui
