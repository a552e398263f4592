// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_draft.h"

#include <algorithm>

namespace greensward::ui {

void FunctionDraft::take(const QByteArray& zip, const QString& sha256, const SourceFiles& files)
{
    m_zip = zip;
    m_sha256 = sha256;
    m_problem.clear();
    m_texts.clear();
    for (const auto& [name, content] : files)
        m_texts[name] = QString::fromUtf8(content);
    std::erase_if(m_written, [this](const auto& one) {
        const auto found = m_texts.find(one.first);
        return found != m_texts.end() && found->second == one.second;
    });
}

void FunctionDraft::saved(const QByteArray& zip, const QString& sha256, const std::map<QString, QString>& written)
{
    m_zip = zip;
    m_sha256 = sha256;
    for (const auto& [name, text] : written) {
        m_texts[name] = text;
        if (const auto now = m_written.find(name); now != m_written.end() && now->second == text)
            m_written.erase(now); // else somebody went on writing
    }
}

QStringList FunctionDraft::files(const QString& handler) const
{
    QStringList all;
    for (const auto& texts : {m_texts, m_written})
        for (const auto& [name, text] : texts)
            if (!all.contains(name))
                all << name;
    const QString module = handler.section(QLatin1Char('.'), 0, -2) + QLatin1Char('.');
    std::stable_partition(all.begin(), all.end(), [&module](const QString& name) { return name.startsWith(module); });
    return all;
}

QString FunctionDraft::text(const QString& file) const
{
    if (const auto written = m_written.find(file); written != m_written.end())
        return written->second;
    const auto found = m_texts.find(file);
    return found == m_texts.end() ? QString() : found->second;
}

void FunctionDraft::write(const QString& file, const QString& text)
{
    const auto found = m_texts.find(file);
    if (found != m_texts.end() && found->second == text)
        m_written.erase(file);
    else
        m_written[file] = text;
}

void FunctionDraft::set(const FunctionSettings& settings, const FunctionSettings& asSaved)
{
    m_settings = settings == asSaved ? std::nullopt : std::optional(settings);
}

void FunctionDraft::settingsSaved(const FunctionSettings& saved)
{
    if (m_settings == saved)
        m_settings.reset();
}

void FunctionDraft::revert()
{
    m_written.clear();
    m_settings.reset();
}

QString FunctionDraft::fileOf(const QString& path) const
{
    QString best;
    for (const auto& texts : {m_texts, m_written})
        for (const auto& [name, text] : texts)
            if ((path == name || path.endsWith(QLatin1Char('/') + name)) && name.size() > best.size())
                best = name;
    return best;
}

} // namespace greensward::ui
