// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

class RailButton final : public QAbstractButton
{
public:
    RailButton(QString iconName, const QString& title, QWidget* parent)
        : QAbstractButton(parent), m_iconName(std::move(iconName))
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedSize(Rail::breadth(), px(60));
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF tile = QRectF(rect()).adjusted(px(6), px(2), -px(6), -px(2));
        QColor fill = color(Role::RailSelected);
        if (!isChecked())
            fill.setAlphaF(underMouse() ? 0.5F : 0.0F);
        painters::roundedRect(painter, tile, painters::kCardRadius, fill);
        if (isChecked())
            painters::roundedRect(painter, QRectF(0, tile.center().y() - px(14), px(3), px(28)), px(1.5),
                                  roleColor(Theme::Dark, Role::Accent));
        const Role ink = isChecked() ? Role::RailSelectedText : Role::RailText;
        // Many workspaces on a low window: icon and word move together.
        const bool low = height() < px(60);
        const double icon = low ? std::max(px(12), height() - px(26)) : px(26);
        const double top = low ? px(3) : px(8);
        paintIcon(painter, QRectF((width() - icon) / 2.0, top, icon, icon), m_iconName, ink);
        painter.setFont(fittingFont(tile.width() - px(8)));
        painter.setPen(color(ink));
        const double under = low ? top + icon : px(36);
        const QRectF label(tile.left(), under, tile.width(), height() - under - (low ? px(2) : px(6)));
        painter.drawText(label, Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(roleColor(Theme::Dark, Role::Accent), px(2)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), painters::kCardRadius, painters::kCardRadius);
        }
    }

private:
    /// A long title is set smaller rather than to the edges of its tile.
    QFont fittingFont(double room) const
    {
        QFont font = fontOf(TextStyle::Caption);
        const double wide = QFontMetricsF(font, this).horizontalAdvance(text());
        if (wide > room)
            font.setPixelSize(std::max(px(9), static_cast<int>(font.pixelSize() * room / wide)));
        return font;
    }

    QString m_iconName;
};

} // namespace

Rail::Rail(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Workspaces"));
    m_column->setContentsMargins(0, px(10), 0, px(10));
    m_column->setSpacing(px(4));
    m_column->addStretch();
}

void Rail::addWorkspace(const QString& id, const QString& title, const QString& iconName, const QKeySequence& keys)
{
    auto* button = new RailButton(iconName, title, this);
    button->setObjectName(id);
    button->setToolTip(tr("%1 (%2)").arg(title, keys.toString(QKeySequence::NativeText)));
    connect(button, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
    m_column->insertWidget(m_column->count() - 1, button);
    m_buttons.push_back(button);
}

void Rail::setCurrent(const QString& id)
{
    for (QAbstractButton* button : m_buttons)
        button->setChecked(button->objectName() == id);
}

void Rail::setShown(const QString& id, bool shown)
{
    for (QAbstractButton* button : m_buttons)
        if (button->objectName() == id)
            button->setVisible(shown);
    layOut();
}

void Rail::resizeEvent(QResizeEvent*)
{
    layOut();
}

void Rail::layOut()
{
    const auto count = static_cast<int>(std::count_if(m_buttons.begin(), m_buttons.end(), [](const QAbstractButton* one) {
        return !one->isHidden();
    }));
    if (count == 0)
        return;
    const int room = height() - px(12);
    const bool low = room < count * px(64);
    m_column->setSpacing(low ? 0 : px(4));
    m_column->setContentsMargins(0, low ? px(6) : px(10), 0, low ? px(6) : px(10));
    for (QAbstractButton* button : m_buttons)
        button->setFixedSize(breadth(), low ? std::max(px(32), room / count) : px(60));
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), color(Role::Rail));
}

} // namespace greensward::ui
