// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;
class QTimer;
class QToolButton;

namespace greensward::ui {

class EngineMirror;
class RoleLabel;
class ScopeChip;
class ScopeEdit;

/// The filter of all lists, in whatever workspace it stands: chips of the shared scope, the field they come from, back
/// and forward, filters with a name. What is typed filters after a moment; Enter makes chips of it.
///
/// A workspace places one above its lists, calls setCounts() when its rows change, and hands focusFilter() and leave()
/// on to it.
class ScopeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeBar(EngineMirror& mirror, QWidget* parent = nullptr);

    /// Rows that are shown of all there are; said while something is filtered.
    void setCounts(quint64 shown, quint64 all);
    /// A sentence for the line below while something is filtered: what of the scope does not apply here, and why.
    void setNote(const QString& sentence);
    /// Ctrl+F.
    void focusEdit();
    /// Esc: first what is typed goes, then the chips. False when there is neither.
    bool leave();
    /// leave(), and when that leaves nothing but the cursor in the field, the focus goes on to where one came from.
    bool leave(QWidget& onwards);
    /// As if typed, and Enter pressed.
    void apply(const QString& text);
    ScopeEdit& edit() { return *m_edit; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildField();
    void showScope();
    void arrangeChips();
    void arrangeRow();
    void takeDraft();
    void commit();
    void showProblem(const QString& text);
    void editTerm(const QString& term);
    void removeLast();
    void fillMenu();
    void fillHidden();
    void saveAs();

    EngineMirror& m_mirror;
    QToolButton* m_back;
    QToolButton* m_forward;
    QWidget* m_field;
    QHBoxLayout* m_chipRow = nullptr;
    QToolButton* m_hidden = nullptr; ///< "+3": chips there is no room for
    std::vector<ScopeChip*> m_chips;
    ScopeEdit* m_edit = nullptr;
    QToolButton* m_clear = nullptr;
    RoleLabel* m_counts;
    RoleLabel* m_below; ///< the counts where the row has no room, and the note
    QToolButton* m_saved;
    QMenu* m_menu;
    RoleLabel* m_problem;
    QString m_countText;
    QString m_note;
    QTimer* m_delay;
};

} // namespace greensward::ui
