// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/send_template.h"

#include "ui/models/console_file.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace {

const QString kFile = QStringLiteral("templates.json");
constexpr int kVersion = 1;
constexpr qsizetype kLongestName = 80;

std::vector<SendTemplate> builtInTemplates()
{
    const auto make = [](QString name, QString topic, QString payload, int qos, bool retain, bool inRow) {
        return SendTemplate{std::move(name), std::move(topic), std::move(payload), qos, retain, true, inRow};
    };
    return {
        make(TemplateLibrary::tr("Sprinkler: water on"), QStringLiteral("macdonald/sprinkler-456"),
             QStringLiteral("{\"water\":\"on\"}"), 1, false, true),
        make(TemplateLibrary::tr("Sprinkler: water off"), QStringLiteral("macdonald/sprinkler-456"),
             QStringLiteral("{\"water\":\"off\"}"), 1, false, true),
        make(TemplateLibrary::tr("Turbine: one reading"), QStringLiteral("turbines/ev-gen/123"),
             QStringLiteral("{\n  \"timestamp\": ${timestamp},\n  \"temperature\": ${random:38.00..52.00},\n"
                            "  \"humidity\": ${random:30.0..45.0},\n  \"rotor-freq\": ${random:0.600..0.980},\n"
                            "  \"output\": ${random:40.00..95.00},\n  \"output-freq\": ${random:49.900..50.100}\n}"),
             0, false, false),
        make(TemplateLibrary::tr("Turbine: overheating"), QStringLiteral("turbines/ev-gen/123"),
             QStringLiteral("{\n  \"timestamp\": ${timestamp},\n  \"temperature\": ${ramp},\n  \"humidity\": 30.0,\n"
                            "  \"rotor-freq\": 0.950,\n  \"output\": 90.00,\n  \"output-freq\": 50.000\n}"),
             0, false, false),
        make(TemplateLibrary::tr("A note that is retained"), QStringLiteral("workshop/note"),
             QStringLiteral("{\"note\":\"hello\",\"at\":\"${time}\"}"), 1, true, false),
    };
}

QJsonObject toJson(const SendTemplate& one)
{
    return {{QStringLiteral("name"), one.name},       {QStringLiteral("topic"), one.topic},
            {QStringLiteral("payload"), one.payload}, {QStringLiteral("qos"), one.qos},
            {QStringLiteral("retain"), one.retain},   {QStringLiteral("inRow"), one.inRow}};
}

} // namespace

TemplateLibrary::TemplateLibrary(EngineMirror& mirror) : m_mirror(mirror), m_templates(builtInTemplates())
{
    load();
}

void TemplateLibrary::load()
{
    const QJsonObject file = ConsoleFile(m_mirror, kFile).read().object();
    const QJsonArray own = file.value(QStringLiteral("templates")).toArray();
    for (const auto& value : own) {
        const QJsonObject object = value.toObject();
        SendTemplate one;
        one.name = object.value(QStringLiteral("name")).toString();
        one.topic = object.value(QStringLiteral("topic")).toString();
        one.payload = object.value(QStringLiteral("payload")).toString();
        one.qos = std::clamp(object.value(QStringLiteral("qos")).toInt(), 0, 2);
        one.retain = object.value(QStringLiteral("retain")).toBool();
        one.inRow = object.value(QStringLiteral("inRow")).toBool();
        if (nameProblem(one.name).isEmpty() && m_templates.size() < kMost)
            m_templates.push_back(std::move(one));
    }
    const QJsonObject rows = file.value(QStringLiteral("builtInRow")).toObject();
    for (SendTemplate& one : m_templates)
        if (one.builtIn && rows.contains(one.topic + QLatin1Char('|') + one.payload))
            one.inRow = rows.value(one.topic + QLatin1Char('|') + one.payload).toBool();
}

void TemplateLibrary::keep()
{
    QJsonArray own;
    QJsonObject rows; // by what they send: their names are translated
    for (const SendTemplate& one : m_templates)
        if (!one.builtIn)
            own.append(toJson(one));
        else
            rows.insert(one.topic + QLatin1Char('|') + one.payload, one.inRow);
    m_problem = ConsoleFile(m_mirror, kFile)
                    .write(QJsonDocument(QJsonObject{{QStringLiteral("version"), kVersion},
                                                     {QStringLiteral("templates"), own},
                                                     {QStringLiteral("builtInRow"), rows}}));
    emit changed();
}

int TemplateLibrary::find(const QString& name) const
{
    const auto known = std::find_if(m_templates.begin(), m_templates.end(),
                                    [&name](const SendTemplate& one) { return one.name == name; });
    return known == m_templates.end() ? -1 : static_cast<int>(known - m_templates.begin());
}

QString TemplateLibrary::nameProblem(const QString& name, int except) const
{
    if (name.trimmed().isEmpty())
        return tr("A template has a name.");
    if (name.size() > kLongestName)
        return tr("A name has at most %n character(s).", nullptr, kLongestName);
    const int known = find(name);
    return known >= 0 && known != except ? tr("There is a template of this name already.") : QString();
}

int TemplateLibrary::save(SendTemplate saved)
{
    saved.builtIn = false;
    const int known = find(saved.name);
    if (known >= 0 && at(known).builtIn)
        return -1;
    if (known >= 0) {
        m_templates[static_cast<std::size_t>(known)] = std::move(saved);
        emit dataChanged(index(known), index(known));
        keep();
        return known;
    }
    if (!nameProblem(saved.name).isEmpty() || m_templates.size() >= kMost)
        return -1;
    const int row = static_cast<int>(m_templates.size());
    beginInsertRows({}, row, row);
    m_templates.push_back(std::move(saved));
    endInsertRows();
    keep();
    return row;
}

bool TemplateLibrary::rename(int row, const QString& name)
{
    if (at(row).builtIn || !nameProblem(name, row).isEmpty())
        return false;
    m_templates[static_cast<std::size_t>(row)].name = name;
    emit dataChanged(index(row), index(row));
    keep();
    return true;
}

bool TemplateLibrary::remove(int row)
{
    if (at(row).builtIn)
        return false;
    beginRemoveRows({}, row, row);
    m_templates.erase(m_templates.begin() + row);
    endRemoveRows();
    keep();
    return true;
}

void TemplateLibrary::setInRow(int row, bool inRow)
{
    m_templates[static_cast<std::size_t>(row)].inRow = inRow;
    emit dataChanged(index(row), index(row));
    keep();
}

int TemplateLibrary::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_templates.size());
}

QVariant TemplateLibrary::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SendTemplate& one = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.name;
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(one.topic, one.payload.left(200));
    case BuiltInRole:
        return one.builtIn;
    case InRowRole:
        return one.inRow;
    default:
        return {};
    }
}

} // namespace greensward::ui
