// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QPushButton;

namespace greensward::ui {

class RoleLabel;

/// One line below the pages: what an act came to, with the way back and the command for it, or a question that is asked
/// before something that has no way back. Nothing waits for it.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void tell(const QString& sentence, const QString& cli = {}, bool canUndo = false);
    void complain(const QString& sentence, const QString& cli = {});
    /// answer: what the button says ("Revoke"); work: done when it is pressed.
    void ask(const QString& question, const QString& answer, std::function<void()> work);
    /// False when there is nothing to close.
    bool dismiss();
    QString text() const;

signals:
    void undoAsked();

private:
    void put(const QString& sentence, bool isProblem);

    RoleLabel* m_text;
    QPushButton* m_answer;
    QPushButton* m_undo;
    QPushButton* m_copy;
    QPushButton* m_close;
    QString m_cli;
    std::function<void()> m_work;
};

} // namespace greensward::ui
