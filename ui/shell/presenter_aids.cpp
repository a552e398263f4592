// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/presenter_aids.h"

#include "ui/kit/theme.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcutEvent>
#include <QWidget>
#include <QWindow>

namespace greensward::ui {

namespace {

constexpr double kRing = 44;
constexpr double kMargin = 16;

/// Lies over everything and lets every click through.
void makeOverlay(QWidget& widget)
{
    widget.setAttribute(Qt::WA_TransparentForMouseEvents);
    widget.setAttribute(Qt::WA_NoSystemBackground);
    widget.setFocusPolicy(Qt::NoFocus);
    widget.hide();
}

} // namespace

class PresenterAids::Ring final : public QWidget
{
public:
    explicit Ring(QWidget* parent) : QWidget(parent)
    {
        makeOverlay(*this);
        resize(px(kRing), px(kRing));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = color(Role::Attention);
        fill.setAlphaF(0.16F);
        QColor line = color(Role::Attention);
        line.setAlphaF(0.85F);
        const double breadth = px(3);
        painter.setPen(QPen(line, breadth));
        painter.setBrush(fill);
        painter.drawEllipse(QRectF(rect()).adjusted(breadth, breadth, -breadth, -breadth));
    }
};

class PresenterAids::Keys final : public QWidget
{
public:
    explicit Keys(QWidget* parent) : QWidget(parent) { makeOverlay(*this); }

    void show(const QString& keys, const QString& what)
    {
        m_keys = keys;
        m_what = what;
        const QFontMetrics strong(fontOf(TextStyle::Title));
        const QFontMetrics plain(fontOf(TextStyle::Body));
        const int room = parentWidget()->width() - 4 * px(kMargin);
        resize(qMin(room, strong.horizontalAdvance(m_keys) + plain.horizontalAdvance(m_what) + 3 * px(kMargin)),
               px(48));
        move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - px(64));
        setVisible(true);
        raise();
        update();
    }
    const QString& keys() const { return m_keys; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Rail));
        painter.drawRoundedRect(rect(), px(10), px(10));
        painter.setPen(color(Role::RailSelectedText));
        QRect text = rect().adjusted(px(kMargin), 0, -px(kMargin), 0);
        painter.setFont(fontOf(TextStyle::Title));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, m_keys);
        text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(m_keys) + px(kMargin));
        painter.setFont(fontOf(TextStyle::Body));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_what, Qt::ElideRight, text.width()));
    }

private:
    QString m_keys;
    QString m_what;
};

PresenterAids::PresenterAids(QWidget& window) : m_window(window)
{
    m_keysGo.setSingleShot(true);
    connect(&m_keysGo, &QTimer::timeout, this, [this] {
        if (m_keys)
            m_keys->hide();
    });
}

PresenterAids::~PresenterAids()
{
    setOn(false);
}

void PresenterAids::setOn(bool on)
{
    qApp->removeEventFilter(this);
    m_keysGo.stop();
    delete m_ring;
    delete m_keys;
    if (!on)
        return;
    m_ring = new Ring(&m_window);
    m_keys = new Keys(&m_window);
    qApp->installEventFilter(this);
}

QString PresenterAids::shownKeys() const
{
    return m_keys && m_keys->isVisible() ? m_keys->keys() : QString();
}

QPoint PresenterAids::ringCentre() const
{
    return m_ring && m_ring->isVisible() ? m_ring->geometry().center() : QPoint();
}

bool PresenterAids::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        // What the window system tells the window, once a movement, whichever widget it is for.
        if (watched == m_window.windowHandle())
            moveRing(static_cast<QMouseEvent*>(event)->position().toPoint());
        break;
    case QEvent::Leave:
        if (watched == &m_window)
            m_ring->hide();
        break;
    case QEvent::Shortcut:
        if (const auto* action = qobject_cast<QAction*>(watched))
            showKeys(static_cast<QShortcutEvent*>(event)->key().toString(QKeySequence::NativeText),
                     action->text().remove(QLatin1Char('&')));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void PresenterAids::moveRing(const QPoint& at)
{
    m_ring->move(at - m_ring->rect().center());
    if (!m_ring->isVisible()) {
        m_ring->show();
        m_ring->raise();
    }
}

void PresenterAids::showKeys(const QString& keys, const QString& what)
{
    if (keys.isEmpty())
        return;
    m_keys->show(keys, what);
    m_keysGo.start(kKeysMillis);
}

} // namespace greensward::ui
