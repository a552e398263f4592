// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/capture_notice.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace greensward::ui {

namespace {

constexpr int kSteps = 1000;

} // namespace

CaptureNotice::CaptureNotice(QWidget* parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(TextStyle::Body, Role::Text, Qt::ElideMiddle, this))
    , m_progress(new QProgressBar(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setAccessibleName(tr("Recording and replay"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(4), px(12), px(4));
    row->setSpacing(px(12));
    row->addWidget(m_text, 1);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(px(180));
    m_progress->setAccessibleName(tr("How much has been replayed"));
    row->addWidget(m_progress);
    row->addWidget(m_button);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setIconSize(QSize(px(16), px(16)));
    m_close->setMinimumSize(px(28), px(28));
    m_close->setAccessibleName(tr("Put this message away"));
    m_close->setToolTip(m_close->accessibleName());
    row->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_pressed)
            m_pressed();
    });
    connect(m_close, &QToolButton::clicked, this, &CaptureNotice::dismissed);
}

void CaptureNotice::setContent(const Content& content, std::function<void()> pressed)
{
    m_text->setText(content.text);
    m_text->setRole(content.role);
    m_text->setAccessibleName(content.text);
    m_progress->setVisible(content.progress >= 0);
    m_progress->setValue(static_cast<int>(std::lround(std::max(0.0, content.progress) * kSteps)));
    m_button->setVisible(!content.button.isEmpty());
    m_button->setText(content.button);
    m_button->setAccessibleName(content.button);
    m_close->setVisible(content.progress < 0);
    m_pressed = std::move(pressed);
}

QString CaptureNotice::text() const
{
    return m_text->text();
}

void CaptureNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Raised));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Hairline));
}

} // namespace greensward::ui
