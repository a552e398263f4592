// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/qr_picture.h"

#include "ui/kit/card.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace {

constexpr int kQuietZone = 4; ///< modules (ISO/IEC 18004)
constexpr int kSide = 240;

} // namespace

QrPicture::QrPicture(QWidget* parent) : QWidget(parent)
{
    setFixedSize(px(kSide), px(kSide));
}

void QrPicture::setModules(QrModules modules)
{
    m_modules = std::move(modules);
    update();
}

void QrPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_modules.side == 0)
        return;
    // Whole pixels a module: half of one is grey, which cameras guess at.
    const int cell = std::max(1, width() / (m_modules.side + 2 * kQuietZone));
    const int margin = (width() - cell * m_modules.side) / 2;
    for (int row = 0; row < m_modules.side; ++row)
        for (int column = 0; column < m_modules.side; ++column)
            if (m_modules.dark[static_cast<std::size_t>(row * m_modules.side + column)])
                painter.fillRect(margin + column * cell, margin + row * cell, cell, cell, Qt::black);
}

} // namespace greensward::ui
