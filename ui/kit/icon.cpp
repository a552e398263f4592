// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are linked in only when somebody asks for them, and that cannot be done inside a
// namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace greensward::ui {

namespace {

QPixmap rendered(const QString& name, const QColor& colour, const QSize& pixels)
{
    const QString key =
        QStringLiteral("greensward/%1/%2/%3").arg(name, colour.name(QColor::HexArgb)).arg(pixels.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    initIcons();
    QSvgRenderer svg(QStringLiteral(":/icons/%1.svg").arg(name));
    Q_ASSERT_X(svg.isValid(), "icon", qPrintable(name));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    svg.setAspectRatioMode(Qt::KeepAspectRatio);
    svg.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class RoleIconEngine final : public QIconEngine
{
public:
    RoleIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

    QIconEngine* clone() const override { return new RoleIconEngine(*this); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        QColor colour = color(mode == QIcon::Disabled ? Role::MutedText : m_role);
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.5F);
        return rendered(m_name, colour, size);
    }

    void paint(QPainter* painter, const QRect& where, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap image = pixmap(where.size() * ratio, mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(where.topLeft(), image);
    }

private:
    QString m_name;
    Role m_role;
};

} // namespace

QIcon icon(const QString& name, Role role)
{
    return QIcon(new RoleIconEngine(name, role));
}

QIcon productIcon()
{
    initIcons();
    return QIcon(QStringLiteral(":/icons/greensward.svg"));
}

void paintIcon(QPainter& painter, const QRectF& where, const QString& name, Role role, double opacity)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    QPixmap image = rendered(name, color(role), (where.size() * ratio).toSize());
    image.setDevicePixelRatio(ratio);
    const qreal before = painter.opacity();
    painter.setOpacity(before * opacity);
    painter.drawPixmap(where.topLeft(), image);
    painter.setOpacity(before);
}

} // namespace greensward::ui
