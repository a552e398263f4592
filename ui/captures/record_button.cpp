// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/record_button.h"

#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

namespace greensward::ui {

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(seconds);
    const QString minutes = QString::number(whole / 60 % 60);
    const QString rest = QStringLiteral("%1").arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole < 3600 ? QStringLiteral("%1:%2").arg(minutes, rest)
                        : QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(minutes, 2, QLatin1Char('0')).arg(rest);
}

RecordButton::RecordButton(QWidget* parent) : QToolButton(parent)
{
    setIconSize(QSize(px(18), px(18)));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMinimumHeight(px(24));
    setStatus({});
}

void RecordButton::setStatus(const CaptureStatus& status)
{
    const int look = status.recording ? 1 : status.packing ? 2 : 0;
    if (look != m_look) {
        m_look = look;
        setIcon(ui::icon(QStringLiteral("record"), look == 1 ? Role::Lost : Role::Text));
        setEnabled(look != 2);
        setAccessibleName(look == 1 ? tr("Stop recording") : tr("Record everything into a file"));
        setToolTip(look == 1 ? tr("Stop recording (Ctrl+Shift+R)")
                             : tr("Record everything from now on into a file that can be opened, replayed and shared "
                                  "(Ctrl+Shift+R)"));
    }
    const QString text =
        look == 1
            ? tr("%1 · %2", "duration, size of a recording").arg(durationText(status.seconds), byteText(status.bytes))
        : look == 2 ? tr("Packing …")
                    : tr("Record");
    if (text != this->text())
        setText(text);
}

} // namespace greensward::ui
