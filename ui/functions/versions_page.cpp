// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/versions_page.h"

#include "ui/functions/function_desk.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/number_text.h"

#include <QCompleter>
#include <QDateTime>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

/// "2026-11-25T15:13:29.000+0000" in local time: "2026-11-25 16:13".
QString momentText(const QString& written)
{
    QString text = written;
    if (text.endsWith(QLatin1String("+0000")))
        text.replace(text.size() - 5, 5, QLatin1Char('Z'));
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    return moment.isValid() ? moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : written;
}

} // namespace

void VersionsModel::set(const FunctionEntry* entry)
{
    std::vector<FunctionVersionEntry> versions = entry ? entry->versions : std::vector<FunctionVersionEntry>{};
    const std::vector<FunctionAliasEntry> aliases = entry ? entry->aliases : std::vector<FunctionAliasEntry>{};
    if (versions.size() > 1)
        std::reverse(versions.begin() + 1, versions.end()); // $LATEST stays at the top
    if (versions == m_versions && aliases == m_aliases)
        return;
    beginResetModel();
    m_versions = std::move(versions);
    m_aliases = aliases;
    endResetModel();
}

int VersionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int VersionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant VersionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const FunctionVersionEntry& one = at(index.row());
    switch (index.column()) {
    case Version:
        return one.number;
    case Aliases: {
        QStringList names;
        for (const FunctionAliasEntry& alias : m_aliases)
            if (alias.version == one.number)
                names << alias.name;
        return names.join(QStringLiteral(", "));
    }
    case Code:
        return role == Qt::ToolTipRole ? one.codeSha256 : one.codeSha256.left(8);
    case Modified:
        return momentText(one.modified);
    default:
        return one.description;
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Code)
        return tr("The beginning of the package's SHA-256: equal ones are the same code");
    const QString titles[kColumnCount] = {tr("Version"), tr("Aliases"), tr("Code"), tr("Changed"), tr("Description")};
    return role == Qt::DisplayRole && section < kColumnCount ? QVariant(titles[section]) : QVariant();
}

VersionsPage::VersionsPage(FunctionDesk& desk, NoticeBar& notice, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_notice(notice)
    , m_model(new VersionsModel(this))
    , m_table(new ListTable(*m_model, tr("Versions of the function, newest first"), this))
    , m_publish(new QPushButton(tr("Publish version …"), this))
    , m_alias(new QLineEdit(this))
    , m_known(new QStringListModel(this))
    , m_point(new QPushButton(tr("Point alias"), this))
    , m_remove(new QPushButton(tr("Delete version"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(8), px(12), px(8));
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    m_publish->setAccessibleName(tr("Publish what is written as a version"));
    m_publish->setToolTip(tr("Saves, and keeps it as a version that does not change any more"));
    m_alias->setAccessibleName(tr("Alias"));
    m_alias->setPlaceholderText(tr("Alias, for example prod"));
    m_alias->setMaximumWidth(px(200));
    m_alias->setCompleter(new QCompleter(m_known, m_alias));
    m_point->setAccessibleName(tr("Point the alias to the chosen version"));
    m_point->setToolTip(tr("The alias means the chosen version from then on; it is made where there is none"));
    setKind(*m_remove, ButtonKind::Quiet);
    m_remove->setAccessibleName(tr("Delete the chosen version"));
    row->addWidget(m_publish);
    row->addStretch();
    row->addWidget(m_alias, 1);
    row->addWidget(m_point);
    row->addWidget(m_remove);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setTight(false);
    connect(m_publish, &QPushButton::clicked, this, &VersionsPage::publishVersion);
    connect(m_point, &QPushButton::clicked, this, &VersionsPage::pointAlias);
    connect(m_alias, &QLineEdit::returnPressed, this, &VersionsPage::pointAlias);
    connect(m_remove, &QPushButton::clicked, this, &VersionsPage::removeChosen);
    connect(m_table, &ListTable::opened, this, [this] { m_alias->setFocus(); });
    if (!desk.account().isThere())
        for (QWidget* one : {static_cast<QWidget*>(m_publish), static_cast<QWidget*>(m_alias), static_cast<QWidget*>(m_point),
                             static_cast<QWidget*>(m_remove)})
            disableInCapture(*one);
}

void VersionsPage::setTight(bool tight)
{
    m_table->setColumns(tight ? QList<int>{80, 110, 80, 120, 0} : QList<int>{90, 150, 90, 140, 0});
    m_table->setOptional({VersionsModel::Code, VersionsModel::Modified}, 100);
}

void VersionsPage::setFunction(const QString& name)
{
    m_function = name;
    refresh();
}

void VersionsPage::refresh()
{
    const QString before = chosenVersion();
    const FunctionEntry* entry = m_desk.account().find(m_function);
    m_model->set(entry);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->at(row).number == before || (row == 0 && before.isEmpty()))
            m_table->selectRow(row);
    QStringList known;
    if (entry)
        for (const FunctionAliasEntry& alias : entry->aliases)
            known << alias.name;
    m_known->setStringList(known);
}

QWidget* VersionsPage::firstStop() const
{
    return m_table;
}

QString VersionsPage::chosenVersion() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() ? m_model->at(at.row()).number : QString();
}

void VersionsPage::publishVersion()
{
    bool agreed = false;
    const QString description = QInputDialog::getText(this, tr("Publish a version"), tr("What is to be said of it:"),
                                                      QLineEdit::Normal, {}, &agreed);
    if (agreed)
        m_desk.publishVersion(m_function, description.trimmed());
}

void VersionsPage::pointAlias()
{
    const QString alias = m_alias->text().trimmed();
    if (alias.isEmpty()) {
        m_alias->setFocus();
        return m_notice.complain(tr("Write the name of the alias first."));
    }
    if (const QString version = chosenVersion(); !version.isEmpty())
        m_desk.pointAlias(m_function, alias, version);
}

void VersionsPage::removeChosen()
{
    const QString version = chosenVersion();
    if (version.isEmpty() || version == QLatin1String("$LATEST"))
        return m_notice.complain(tr("$LATEST goes with the function alone."));
    m_notice.ask(tr("Delete version %1 of %2? It cannot be brought back.").arg(version, m_function), tr("Delete"),
                 [this, name = m_function, version] { m_desk.removeVersion(name, version); });
}

} // namespace greensward::ui
