// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/console_style.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace greensward::ui {

/// Buttons side by side. Where there is no room for all their words, the icons remain, and each word is a tool tip.
class ActionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(QWidget* parent = nullptr);

    QPushButton* add();
    /// At the right end, as wide as it wants to be.
    void addControl(QWidget* control);
    /// What the button does now. explanation: more than the word says; may be empty.
    void set(QPushButton& button, const QString& word, const QString& iconName, ButtonKind kind,
             const QString& accessibleName, const QString& explanation = {});
    /// Switches all of it off for good; tool tips and descriptions say why.
    void forbid(const QString& why);
    bool isForbidden() const { return !m_why.isEmpty(); }
    bool showsWords() const { return m_words; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Action
    {
        QPushButton* button;
        QString word;
        QString explanation;
        int width = 0; ///< wished, with its word
    };
    void fit();

    QHBoxLayout* m_row;
    std::vector<Action> m_actions;
    QWidget* m_control = nullptr;
    bool m_words = true;
    QString m_why; ///< nothing can be done; empty otherwise
};

} // namespace greensward::ui
