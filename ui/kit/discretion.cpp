// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/discretion.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QRegularExpression>

#include <array>

namespace greensward::ui {

namespace {

bool theDiscretion = false;

struct Mask
{
    QRegularExpression secret;
    QString with;
};

/// In this order: what an earlier one shortened, a later one does not find any more.
const std::array<Mask, 9>& masks()
{
    const auto mask = [](const char* secret, const char* with) {
        return Mask{QRegularExpression(QString::fromUtf8(secret)), QString::fromUtf8(with)};
    };
    static const std::array<Mask, 9> kMasks{
        mask("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)", "…"),
        mask("(\"(?:secretAccessKey|SecretAccessKey|sessionToken|SessionToken|secret_access_key)\"\\s*:\\s*\")[^\"]+",
             "\\1…"),
        mask("\\b([a-z0-9]{4})[a-z0-9]*(-ats)?(?:\\.[a-z]+)?\\.iot\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?(?::\\d+)?",
             "\\1…\\2"),
        mask("\\b(AKIA|ASIA)[A-Z0-9]{8,}\\b", "\\1…"),
        mask("\\b([0-9a-f]{4})[0-9a-f]{36,}\\b", "\\1…"),
        mask("\\b(l)ocalhost:\\d*?(\\d{1,4})\\b", "\\1…\\2"),
        mask("(?<![\\w.])(\\d)\\d{0,2}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?::\\d*?(\\d{1,4}))?(?![\\w.])", "\\1…\\2"),
        mask("\\[[0-9a-fA-F:]*:[0-9a-fA-F:]*\\]:\\d*?(\\d{1,4})\\b", "[…]\\1"),
        mask("(?<![0-9A-Za-z])(\\d{2})\\d{8}(\\d{2})(?![0-9A-Za-z])", "\\1…\\2")};
    return kMasks;
}

/// Tool tips are shown by whoever has one; all of them are one kind of label. Installed while others look on.
class TipMask final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Show && event->type() != QEvent::Paint)
            return false;
        auto* tip = watched->isWidgetType() && watched->objectName() == QLatin1String("qtooltip_label")
                        ? qobject_cast<QLabel*>(watched)
                        : nullptr;
        if (!tip)
            return false;
        const QString shown = discreet(tip->text());
        if (shown == tip->text())
            return false;
        tip->setText(shown);
        tip->resize(tip->sizeHint());
        return event->type() == QEvent::Paint; // it paints again
    }
};

} // namespace

bool isDiscreet()
{
    return theDiscretion;
}

void setDiscreet(bool discreet)
{
    theDiscretion = discreet;
    static QPointer<TipMask> mask;
    if (discreet && !mask && qApp) {
        mask = new TipMask(qApp);
        qApp->installEventFilter(mask);
    } else if (!discreet) {
        delete mask;
    }
}

QString discreet(const QString& text)
{
    return theDiscretion ? masked(text) : text;
}

QString masked(const QString& text)
{
    QString clean = text;
    for (const Mask& mask : masks())
        clean.replace(mask.secret, mask.with);
    return clean;
}

QList<SecretRange> secretRanges(const QString& text)
{
    QList<SecretRange> ranges;
    for (const Mask& mask : masks()) {
        for (auto found = mask.secret.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            qsizetype from = match.capturedStart();
            const auto coverTo = [&ranges, &from](qsizetype end) {
                if (end > from)
                    ranges << SecretRange{from, end - from};
            };
            // What is captured stays: the first and last characters, by which two can be told apart.
            for (int group = 1; group <= match.lastCapturedIndex(); ++group)
                if (match.capturedLength(group) > 0 && mask.with.contains(QLatin1Char('\\') + QString::number(group))) {
                    coverTo(match.capturedStart(group));
                    from = match.capturedEnd(group);
                }
            coverTo(match.capturedEnd());
        }
    }
    return ranges;
}

} // namespace greensward::ui
