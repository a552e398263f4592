// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include "ui/shell/pseudo_language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace greensward::ui {

namespace {

const QString kFolder = QStringLiteral(":/translations");
const QString kPrefix = QStringLiteral("greensward_");
const QString kEnglish = QStringLiteral("en");

QString& theLanguage()
{
    static QString language = kEnglish;
    return language;
}

std::vector<std::unique_ptr<QTranslator>>& theTranslators()
{
    static std::vector<std::unique_ptr<QTranslator>> translators;
    return translators;
}

void install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    theTranslators().push_back(std::move(translator));
}

} // namespace

QStringList languages()
{
    QStringList codes{kEnglish};
    for (QString file : QDir(kFolder).entryList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        if (const QString code = file.remove(0, kPrefix.size()).chopped(3); code != kEnglish)
            codes << code;
    return codes;
}

QString nameOfLanguage(const QString& code)
{
    const QLocale locale(code);
    const QString name = locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
    return name.left(1).toUpper() + name.mid(1);
}

QString languageOfTheDesktop()
{
    const QString code = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    return languages().contains(code) ? code : kEnglish;
}

void setLanguage(const QString& code)
{
    theTranslators().clear(); // a translator that goes takes itself out
    theLanguage() = kEnglish;
    const bool pseudo = code == QLatin1String("qps");
    QLocale::setDefault(pseudo || code == kEnglish ? QLocale(QLocale::English) : QLocale(code));
    if (pseudo) {
        theLanguage() = code;
        return install(std::make_unique<PseudoLanguage>());
    }
    auto ours = std::make_unique<QTranslator>();
    if (!ours->load(kPrefix + code, kFolder))
        return;
    theLanguage() = code;
    // Dialogs of Qt. Where that package is not installed they stay English.
    auto qts = std::make_unique<QTranslator>();
    if (qts->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qts));
    install(std::move(ours));
}

QString currentLanguage()
{
    return theLanguage();
}

} // namespace greensward::ui
