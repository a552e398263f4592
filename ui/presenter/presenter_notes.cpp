// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/presenter_notes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace greensward::ui {

namespace {

constexpr qint64 kMostBytes = 256 << 10;

} // namespace

PresenterNote PresenterNotes::find(const QStringList& names, const QString& language) const
{
    for (const QString& name : names)
        for (const QString& folder : QStringList{m_own} + m_others)
            for (const QString& suffix : {QStringLiteral(".%1.md").arg(language), QStringLiteral(".md")}) {
                QFile file(QDir(folder).filePath(name + suffix));
                if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
                    continue;
                PresenterNote note = split(QString::fromUtf8(file.read(kMostBytes)));
                note.file = file.fileName();
                return note;
            }
    return {};
}

PresenterNote PresenterNotes::split(const QString& markdown)
{
    static const QRegularExpression kSection(QStringLiteral("^## [^\\n]*\\n"), QRegularExpression::MultilineOption);
    PresenterNote note;
    const qsizetype begin = markdown.lastIndexOf(kSection);
    note.text = markdown.left(begin < 0 ? markdown.size() : begin).trimmed();
    if (begin >= 0)
        note.next = markdown.mid(markdown.indexOf(QLatin1Char('\n'), begin)).trimmed();
    return note;
}

QString PresenterNotes::makeOwn(const PresenterNote& note, const QString& name, QString& problem) const
{
    const QString file =
        QDir(m_own).filePath(note.file.isEmpty() ? name + QStringLiteral(".md") : QFileInfo(note.file).fileName());
    if (QFile::exists(file))
        return file;
    bool made = !m_own.isEmpty() && QDir().mkpath(m_own);
    if (note.file.isEmpty()) {
        QFile empty(file);
        made = made && empty.open(QIODevice::WriteOnly);
    } else {
        made = made && QFile::copy(note.file, file);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner); // the one it comes from may be read only
    }
    if (made)
        return file;
    problem = QCoreApplication::translate("PresenterNotes", "%1 could not be written").arg(file);
    return {};
}

} // namespace greensward::ui
