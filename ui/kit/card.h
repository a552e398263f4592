// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QDockWidget>
#include <QLabel>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace greensward::ui {

/// A label in one of our text styles and roles, following the theme.
class RoleLabel : public QLabel
{
    Q_OBJECT

public:
    RoleLabel(TextStyle style, Role role, const QString& text = {}, QWidget* parent = nullptr);
    void setRole(Role role);
    /// Shortened where others look on (see discretion.h).
    void setText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyRole();
    Role m_role;
};

/// One line of text that gives way: elided in the middle or at its end, whole in the tool tip.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(TextStyle style, Role role, Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    void setRole(Role role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextStyle m_style;
    Role m_role;
    Qt::TextElideMode m_mode;
    QString m_text;
};

/// A titled surface: title on the left of its head, what belongs to it on the right, the body below.
class Card final : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    QHBoxLayout& head() { return *m_head; }
    QVBoxLayout& body() { return *m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

/// A dock that looks like a card and can be moved, floated and closed.
class PanelDock final : public QDockWidget
{
    Q_OBJECT

public:
    PanelDock(const QString& id, const QString& title, QWidget* content, QWidget* parent);
    /// Placed in the head, left of the dock's own buttons.
    void addToHead(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_head;
};

/// A small pill: a word, perhaps an icon, on a tint.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Tint, Filled, Dashed };
    explicit Chip(Role role = Role::MutedText, Look look = Look::Tint, QWidget* parent = nullptr);
    void set(const QString& text, Role role, const QString& iconName = {});
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role;
    Look m_look;
    QString m_text;
    QString m_icon;
};

/// What a panel shows when there is nothing to show: one sentence, one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& sentence, const QString& button, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);

signals:
    void clicked();

private:
    QLabel* m_sentence;
};

} // namespace greensward::ui
