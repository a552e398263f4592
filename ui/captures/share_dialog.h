// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/redaction.h"

#include <QDialog>

#include <atomic>
#include <memory>
#include <thread>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace greensward::ui {

class RoleLabel;

/// Makes a copy of a capture for somebody else: says what shall be taken out, shows how much that would be, writes the
/// copy with a note of it inside. The work is done on a thread, so that the window goes on.
class ShareDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShareDialog(const QString& file, QWidget* parent = nullptr);
    ~ShareDialog() override;

    capture::Redaction redaction() const;
    /// Counts what would go; preview() tells.
    void look();
    QString preview() const;
    /// Writes the copy there; its end is told by the preview, too.
    void save(const QString& target);

signals:
    void saved(const QString& target);

private:
    void run(const QString& target);
    void finished(const QString& text, bool good, const QString& target);
    QLineEdit* addField(QGridLayout& grid, const QString& label, const QString& hint);

    QString m_file;
    QLineEdit* m_topics;
    QLineEdit* m_fields;
    QLineEdit* m_clients;
    QCheckBox* m_addresses;
    QCheckBox* m_certificates;
    QCheckBox* m_payloads;
    RoleLabel* m_preview;
    QPushButton* m_look;
    QPushButton* m_save;
    std::thread m_worker;
};

} // namespace greensward::ui
