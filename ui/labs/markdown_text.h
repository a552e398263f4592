// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace greensward::ui {

/// Markdown as a part of a page: as tall as its text, without a bar of its own; the page scrolls. Raw HTML is not
/// interpreted.
class MarkdownText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownText(QWidget* parent = nullptr);
    void setText(const QString& markdown);

signals:
    /// "console:shadows/sprinkler-456"; links to the Web are opened outside.
    void linkAsked(const QString& link);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void spread();
    void fit();

    QString m_markdown;
};

} // namespace greensward::ui
