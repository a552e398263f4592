// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/policy_text.h"

#include <QPlainTextEdit>

namespace greensward::ui {

/// The text of a policy: what is wrong with it is underlined at its place, a statement can be marked.
class PolicyEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    PolicyEdit(const QString& name, QWidget* parent);

    void setDocumentText(const std::string& document);
    /// As text of the wire: UTF-8, as it stands.
    std::string documentText() const;
    const PolicyProblem& problem() const { return m_problem; }
    void goToProblem();
    /// -1: none. allows: green, else red.
    void markStatement(int statement, bool allows);
    /// Shows the way from one text to another; read-only from then on.
    void showDifference(const QList<TextLine>& lines);

signals:
    void problemChanged();

protected:
    void changeEvent(QEvent* event) override;
    /// Account ids and the like are covered while others look on; the text under the bars stays what it is.
    void paintEvent(QPaintEvent* event) override;

private:
    void check();
    void paintMarks();
    /// The rectangles, in the viewport, of a range of the text: one a line.
    QList<QRectF> rectsOf(qsizetype begin, qsizetype length) const;

    PolicyProblem m_problem;
    int m_marked = -1;
    bool m_markAllows = false;
    QList<TextLine> m_difference;
};

} // namespace greensward::ui
