// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

namespace greensward::ui {

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsTheFormula();
    void textCanBeRead_data();
    void textCanBeRead();
    void themesDiffer();
    void everyIconIsOfOneKind();
    void iconsFollowTheTheme();
};

void TestTheme::contrastIsTheFormula()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<Role>("ink");
    QTest::addColumn<Role>("ground");
    const auto pairs = [](const char* name, Role ink, std::initializer_list<Role> grounds) {
        for (const Role ground : grounds)
            QTest::addRow("%s on role %d", name, static_cast<int>(ground)) << ink << ground;
    };
    pairs("text", Role::Text,
          {Role::Background, Role::Surface, Role::Raised, Role::Chip, Role::AccentTint, Role::InformationTint,
           Role::AttentionTint, Role::LostTint});
    pairs("muted text", Role::MutedText, {Role::Background, Role::Surface, Role::Raised, Role::Chip, Role::AccentTint});
    pairs("accent", Role::Accent, {Role::Surface, Role::AccentTint});
    pairs("information", Role::Information, {Role::Surface, Role::InformationTint, Role::AccentTint});
    pairs("attention", Role::Attention, {Role::Surface, Role::AttentionTint, Role::AccentTint});
    pairs("lost", Role::Lost, {Role::Surface, Role::Raised, Role::LostTint, Role::AccentTint});
    pairs("edge", Role::Edge, {Role::Surface, Role::EdgeTint});
    pairs("text on a fill", Role::OnFill, {Role::Accent, Role::Information, Role::Attention, Role::Lost, Role::Edge});
    pairs("rail", Role::RailText, {Role::Rail, Role::RailSelected});
    pairs("rail, selected", Role::RailSelectedText, {Role::Rail, Role::RailSelected});
}

void TestTheme::textCanBeRead()
{
    QFETCH(Role, ink);
    QFETCH(Role, ground);
    // WCAG 2: AA for the usual themes, AAA for high contrast.
    const std::pair<Theme, double> wanted[] = {{Theme::Light, 4.5}, {Theme::Dark, 4.5}, {Theme::HighContrast, 7.0}};
    for (const auto& [theme, least] : wanted) {
        const double found = contrast(roleColor(theme, ink), roleColor(theme, ground));
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 : 1 in theme %2, wanted %3")
                                                .arg(found, 0, 'f', 2)
                                                .arg(static_cast<int>(theme))
                                                .arg(least)));
    }
}

void TestTheme::themesDiffer()
{
    for (int role = 0; role < static_cast<int>(Role::kCount); ++role)
        QVERIFY(roleColor(Theme::Light, static_cast<Role>(role)) != roleColor(Theme::Dark, static_cast<Role>(role)));
    QVERIFY(paletteOf(Theme::Light).window().color().lightness() > paletteOf(Theme::Dark).window().color().lightness());
}

void TestTheme::everyIconIsOfOneKind()
{
    QVERIFY(!icon(QStringLiteral("turbine")).isNull()); // links the resources in
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 30);
    for (const QString& name : files) {
        if (name == QLatin1String("greensward.svg"))
            continue; // the program's own mark has colours
        QFile file(QStringLiteral(":/icons/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(QLatin1String("viewBox=\"0 0 24 24\"")), qPrintable(name));
        QVERIFY2(text.contains(QLatin1String("stroke-width=\"1.6\"")), qPrintable(name));
        const QImage picture = icon(name.chopped(4)).pixmap(48).toImage();
        bool drawn = false;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                drawn |= picture.pixelColor(x, y).alpha() > 200;
        QVERIFY2(drawn, qPrintable(name + QStringLiteral(" is empty")));
    }
}

void TestTheme::iconsFollowTheTheme()
{
    const QIcon one = icon(QStringLiteral("stop"), Role::Accent);
    const auto ink = [&one] {
        const QImage picture = one.pixmap(24).toImage();
        for (int x = 0; x < picture.width(); ++x)
            if (const QColor colour = picture.pixelColor(x, 12); colour.alpha() == 255)
                return colour;
        return QColor();
    };
    applyTheme(*qApp, Theme::Light);
    QCOMPARE(ink().rgb(), roleColor(Theme::Light, Role::Accent).rgb());
    applyTheme(*qApp, Theme::Dark);
    QCOMPARE(ink().rgb(), roleColor(Theme::Dark, Role::Accent).rgb());
    applyTheme(*qApp, Theme::Light);
}

static const bool kRegistered = registerTest<TestTheme>();

} // namespace greensward::ui

#include "tst_theme.moc"
