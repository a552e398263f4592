// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/why/why_subject.h"

#include <QFrame>

class QLabel;

namespace greensward::ui {

class RoleLabel;

/// A few sentences beside what was asked about, with links to the words they use. Esc, or a click elsewhere, closes it.
class WhyPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit WhyPopup(QWidget* window);
    /// False when there is nothing to say about the subject. beside: what it is about.
    bool show(const WhySubject& subject, const QWidget& beside);

    QString title() const;
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showTerm(const QString& id);
    void say(const QString& title, const QStringList& paragraphs, const QStringList& see);
    void fit();

    RoleLabel* m_title;
    QLabel* m_text;
};

} // namespace greensward::ui
