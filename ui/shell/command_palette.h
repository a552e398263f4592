// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace greensward::ui {

/// The field in the middle of the window that runs any command and goes to anything. Typing narrows, arrows choose,
/// Enter runs, Esc leaves; the focus goes back where it was.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);
    /// Shows it over the window. The placeholder says what can be typed.
    void open(const QString& placeholder, std::vector<PaletteEntry> entries, const QStringList& recent);
    void close();
    PaletteModel& model() { return m_model; }

signals:
    /// A command was run: its id.
    void ran(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void narrow();
    void runCurrent();
    void moveBy(int rows);

    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace greensward::ui
