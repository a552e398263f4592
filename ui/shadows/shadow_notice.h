// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/console_style.h"
#include "ui/kit/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QPushButton;

namespace greensward::ui {

class RoleLabel;

/// What the cloud answered, or a question before something is sent, in place: sentences and what one can do about them.
/// Takes no room while there is nothing to say; Esc and its cross take it away.
class ShadowNotice final : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString word;
        ButtonKind kind = ButtonKind::Normal;
        std::function<void()> work;
    };

    explicit ShadowNotice(QWidget* parent = nullptr);

    /// role: Attention for a question, Lost for what was refused, Information for an explanation.
    void say(const QString& text, Role role, std::vector<Choice> choices = {});
    /// False when there was nothing.
    bool dismiss();
    QString text() const;
    const std::vector<QPushButton*>& buttons() const { return m_buttons; }

signals:
    void said();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// All of its lines are to be read, however little room there is.
    void fit();

    Role m_role = Role::Information;
    RoleLabel* m_text;
    QHBoxLayout* m_row;
    std::vector<QPushButton*> m_buttons;
};

} // namespace greensward::ui
