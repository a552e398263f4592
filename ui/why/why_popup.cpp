// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_popup.h"

#include "ui/kit/card.h"
#include "ui/kit/style_painters.h"
#include "ui/kit/theme.h"
#include "ui/why/glossary.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kWidth = 360;

QString linksTo(const QStringList& terms)
{
    QStringList links;
    for (const QString& id : terms)
        if (const auto* term = Glossary::instance().find(id))
            links << QStringLiteral("<a href=\"%1\">%2</a>").arg(id, term->title.toHtmlEscaped());
    return links.isEmpty() ? QString() : WhyPopup::tr("See also: %1").arg(links.join(QStringLiteral(", ")));
}

} // namespace

WhyPopup::WhyPopup(QWidget* window)
    : QFrame(window, Qt::Popup)
    , m_title(new RoleLabel(TextStyle::Title, Role::Text, {}, this))
    , m_text(new QLabel(this))
{
    setAccessibleName(tr("Why?"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(14));
    column->setSpacing(px(8));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(false);
    m_text->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(m_title);
    column->addWidget(m_text);
    connect(m_text, &QLabel::linkActivated, this, &WhyPopup::showTerm);
}

bool WhyPopup::show(const WhySubject& subject, const QWidget& beside)
{
    const Glossary::Term* term = Glossary::instance().find(subject.term);
    if (!term && subject.text.isEmpty())
        return false;
    QStringList paragraphs;
    if (!subject.text.isEmpty())
        paragraphs << subject.text;
    if (term)
        paragraphs << term->text;
    say(subject.title.isEmpty() && term ? term->title : subject.title, paragraphs, term ? term->see : QStringList());
    fit();
    const QRect frame = window()->parentWidget() ? window()->parentWidget()->geometry() : beside.window()->geometry();
    QPoint at = beside.mapToGlobal(QPoint(0, beside.height() / 2));
    at.setX(std::clamp(at.x(), frame.left(), std::max(frame.left(), frame.right() - width())));
    at.setY(std::clamp(at.y(), frame.top(), std::max(frame.top(), frame.bottom() - height())));
    move(at);
    QFrame::show();
    m_text->setFocus(Qt::PopupFocusReason);
    return true;
}

void WhyPopup::showTerm(const QString& id)
{
    if (const Glossary::Term* term = Glossary::instance().find(id)) {
        say(term->title, {term->text}, term->see);
        fit();
    }
}

void WhyPopup::say(const QString& title, const QStringList& paragraphs, const QStringList& see)
{
    m_title->setText(title);
    QString text;
    for (const QString& paragraph : paragraphs)
        text += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
    if (const QString links = linksTo(see); !links.isEmpty())
        text += QStringLiteral("<p>%1</p>").arg(links);
    m_text->setText(text);
    m_text->setAccessibleName(paragraphs.join(QLatin1Char(' ')));
}

void WhyPopup::fit()
{
    setFixedWidth(px(kWidth));
    setFixedHeight(layout()->heightForWidth(px(kWidth)));
}

QString WhyPopup::title() const
{
    return m_title->text();
}

QString WhyPopup::text() const
{
    return m_text->text();
}

void WhyPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Raised));
    painter.setPen(color(Role::Hairline));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace greensward::ui
