// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/new_function_dialog.h"

#include "ui/functions/function_desk.h"
#include "ui/functions/lambda_calls.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>

namespace greensward::ui {

NewFunctionDialog::NewFunctionDialog(FunctionDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_templates(functionTemplates())
    , m_list(new QListWidget(this))
    , m_told(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_name(new QLineEdit(this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_make(new QPushButton(tr("Create"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New function"));
    setMinimumWidth(px(440));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Begin with"), this), 0, 0, Qt::AlignTop);
    grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Name"), this), 2, 0);
    m_list->setAccessibleName(tr("Template to begin with"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const FunctionTemplate& one : m_templates) {
        auto* item = new QListWidgetItem(one.title, m_list);
        item->setSizeHint(QSize(px(100), px(30)));
        item->setData(Qt::AccessibleDescriptionRole, one.told);
    }
    m_list->setFixedHeight(px(30) * static_cast<int>(m_templates.size()) + px(4));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(px(36));
    m_told->setAlignment(Qt::AlignTop);
    m_name->setAccessibleName(tr("Name of the function"));
    auto* role = new RoleLabel(TextStyle::Secondary, Role::MutedText,
                               tr("Python 3, with the role %1, which allows nothing and is made if it is not there. "
                                  "Functions for Node.js and other runtimes are made with the AWS CLI.")
                                   .arg(QLatin1String(lambda::kRole)),
                               this);
    role->setWordWrap(true);
    m_said->setWordWrap(true);
    grid->addWidget(m_list, 0, 1);
    grid->addWidget(m_told, 1, 1);
    grid->addWidget(m_name, 2, 1);
    grid->addWidget(m_said, 3, 1);
    grid->addWidget(role, 4, 0, 1, 2);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(*m_make, ButtonKind::Primary);
    m_make->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_make);
    grid->addLayout(row, 5, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewFunctionDialog::propose);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNamed = true; });
    connect(m_name, &QLineEdit::textChanged, this, &NewFunctionDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewFunctionDialog::make);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QString NewFunctionDialog::freeName(const QString& wanted) const
{
    QString name = wanted;
    for (int number = 2; m_desk.account().find(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

void NewFunctionDialog::propose()
{
    const FunctionTemplate& chosen = m_templates[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
    m_told->setText(chosen.told);
    if (!m_isNamed)
        m_name->setText(freeName(chosen.id));
    check();
}

void NewFunctionDialog::check()
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_-]{1,64}$"));
    const QString name = m_name->text().trimmed();
    QString said;
    if (!name.isEmpty() && !allowed.match(name).hasMatch())
        said = tr("Letters without accents, digits, - and _ alone, 64 at most.");
    else if (m_desk.account().find(name))
        said = tr("There is a function of this name already.");
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
    m_make->setEnabled(!name.isEmpty() && said.isEmpty());
}

void NewFunctionDialog::make()
{
    m_desk.create(m_name->text().trimmed(), m_templates[static_cast<std::size_t>(std::max(0, m_list->currentRow()))]);
    accept();
}

} // namespace greensward::ui
