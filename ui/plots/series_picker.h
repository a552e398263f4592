// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/field_model.h"
#include "ui/plots/plot_board.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace greensward::ui {

class RoleLabel;

/// Chooses numbers for a plot without a mouse: type a few letters of topic and field; Enter adds the marked one or
/// takes it off again, Esc closes.
class SeriesPicker final : public QDialog
{
    Q_OBJECT

public:
    SeriesPicker(EngineMirror& mirror, PlotBoard& board, int plot, QWidget* parent);
    void setPattern(const QString& pattern);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void toggleCurrent();
    void refresh();

    PlotBoard& m_board;
    int m_plot;
    FieldModel m_fields;
    QLineEdit* m_field;
    QListView* m_list;
    RoleLabel* m_note;
};

} // namespace greensward::ui
