// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/payload_inspector.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/models/delivery_book.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/series_requests.h"
#include "ui/topics/comparison_base.h"
#include "ui/topics/difference_view.h"
#include "ui/topics/elsewhere_list.h"
#include "ui/topics/field_view.h"
#include "ui/topics/inspector_head.h"
#include "ui/why/why_subject.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

/// Sixteen octets to a line need about this much.
constexpr int kWideHex = 600;

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// A line of many thousand characters takes a text view seconds to lay out.
QString withShortLines(QString text, bool& broken)
{
    constexpr qsizetype kLongest = 2'000;
    qsizetype from = 0;
    while (text.size() - from > kLongest) {
        const qsizetype end = text.lastIndexOf(QLatin1Char('\n'), from + kLongest);
        if (end >= from) {
            from = end + 1;
            continue;
        }
        text.insert(from + kLongest, QLatin1Char('\n'));
        from += kLongest + 1;
        broken = true;
    }
    return text;
}

QPlainTextEdit* makeTextView(const QString& name, QWidget* parent)
{
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFont(fontOf(TextStyle::Mono));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->document()->setDocumentMargin(14);
    view->setAccessibleName(name);
    view->setTabChangesFocus(true);
    return view;
}

/// Of the glossary.
QString termOf(PayloadModel::Kind kind)
{
    switch (kind) {
    case PayloadModel::Kind::Object:
        return QStringLiteral("object");
    case PayloadModel::Kind::Array:
        return QStringLiteral("list");
    case PayloadModel::Kind::String:
        return QStringLiteral("text");
    case PayloadModel::Kind::Number:
        return QStringLiteral("number");
    case PayloadModel::Kind::Boolean:
    case PayloadModel::Kind::Null:
        break;
    }
    return QStringLiteral("truth");
}

} // namespace

PayloadInspector::PayloadInspector(EngineMirror& mirror, QWidget* parent) : QWidget(parent), m_mirror(mirror)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    auto* nothing =
        new EmptyState(QStringLiteral("inspect"), tr("Choose a message to see what is in it."), {}, m_stack);
    m_stack->addWidget(nothing);
    auto* page = new QWidget(m_stack);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack->addWidget(page);

    m_head = new InspectorHead(mirror, page);
    column->addWidget(m_head);
    m_elsewhere = new ElsewhereList(mirror, page);
    column->addWidget(m_elsewhere);
    connect(m_elsewhere, &ElsewhereList::comparisonAsked, this, [this](const InspectedMessage& other) {
        setBase(other);
        setPage(DifferencePage);
    });
    buildTabs();
    buildPages();
    buildActions();
    buildFoot();
    m_mirror.model<DeliveryBook>();
    connect(&m_mirror.topics(), &TopicTreeModel::valuesChanged, this, &PayloadInspector::refreshFollowed);
    connect(&m_mirror.log(), &MessageLogModel::countsChanged, this, &PayloadInspector::updateFoot);
    const auto redraw = [this] {
        if (m_stack->currentIndex() == 1 && m_tabs->currentIndex() == DifferencePage)
            displayPage();
    };
    connect(&m_mirror.model<IgnoredFields>(), &IgnoredFields::changed, this, redraw);
    connect(&m_mirror.model<ComparisonBase>(), &ComparisonBase::changed, this, redraw);
}

void PayloadInspector::buildTabs()
{
    auto* page = m_stack->widget(1);
    m_tabs = new QTabBar(page);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Way of showing the payload"));
    for (const QString& name : {tr("Tree"), tr("Raw"), tr("Hex"), tr("Difference")})
        m_tabs->addTab(name);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(12), 0, px(12), px(8));
    row->addWidget(m_tabs);
    row->addStretch();
    auto* column = static_cast<QVBoxLayout*>(page->layout());
    column->addLayout(row);
    m_hint = new RoleLabel(TextStyle::Secondary, Role::Attention, {}, page);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(px(16), 0, px(16), px(8));
    m_hint->hide();
    column->addWidget(m_hint);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { displayPage(); });
}

void PayloadInspector::buildPages()
{
    auto* page = m_stack->widget(1);
    m_pages = new QStackedWidget(page);
    m_tree = makeFieldView(m_payload, tr("Fields of the payload"), m_pages);
    m_raw = makeTextView(tr("Payload as text"), m_pages);
    m_hex = makeTextView(tr("Payload octet by octet"), m_pages);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    answerWhy(*m_tree, [this] {
        const auto kind = static_cast<PayloadModel::Kind>(field().data(PayloadModel::KindRole).toInt());
        return WhySubject{.title = field().data(PayloadModel::PathRole).toString(),
                          .term = field().isValid() ? termOf(kind) : QStringLiteral("payload")};
    });
    answerWhy(*this, QStringLiteral("payload"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &PayloadInspector::showFieldMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PayloadInspector::updateActions);
    connect(&m_payload, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->expandToDepth(1);
        updateActions();
    });
    m_difference = new DifferenceView(m_mirror, m_pages);
    for (QWidget* view : std::initializer_list<QWidget*>{m_tree, m_raw, m_hex, m_difference})
        m_pages->addWidget(view);
    static_cast<QVBoxLayout*>(page->layout())->addWidget(m_pages, 1);
}

void PayloadInspector::buildActions()
{
    auto* page = m_stack->widget(1);
    m_actions = new QWidget(page);
    auto* row = new QHBoxLayout(m_actions);
    row->setContentsMargins(px(12), px(6), px(12), 0);
    row->setSpacing(px(6));
    const auto make = [this](const QString& text, const QString& iconName, const QString& name) {
        auto* button = new QToolButton(m_actions);
        button->setText(text);
        button->setIcon(icon(iconName));
        button->setIconSize({px(16), px(16)});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(name);
        button->setToolTip(name);
        return button;
    };
    m_plot = make(tr("Plot"), QStringLiteral("plots"), tr("Plot the chosen number"));
    m_keepOnly = make(tr("Filter ="), QStringLiteral("search"), tr("Keep only messages with this value"));
    m_copy = make(tr("Copy"), QStringLiteral("table"), tr("Copy value, path or the whole payload"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_copy);
    menu->addAction(tr("Copy value"), QKeySequence::Copy, this,
                    [this] { copyText(field().data(PayloadModel::JsonRole).toString()); });
    menu->addAction(tr("Copy path"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this,
                    [this] { copyText(field().data(PayloadModel::PathRole).toString()); });
    menu->addAction(tr("Copy whole payload"), this, [this] {
        auto mime = std::make_unique<QMimeData>();
        if (isReadableText(viewOf(m_message.payload)))
            mime->setText(QString::fromUtf8(m_message.payload));
        else
            mime->setText(QString::fromLatin1(m_message.payload.toHex(' ')));
        mime->setData(QStringLiteral("application/octet-stream"), m_message.payload);
        QGuiApplication::clipboard()->setMimeData(mime.release());
    });
    m_copy->setMenu(menu);
    for (QAction* action : menu->actions()) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    for (QToolButton* button : {m_plot, m_keepOnly, m_copy})
        row->addWidget(button);
    row->addStretch();
    static_cast<QVBoxLayout*>(page->layout())->addWidget(m_actions);
    connect(m_plot, &QToolButton::clicked, this, [this] {
        m_mirror.model<SeriesRequests>().ask({m_message.object, field().data(PayloadModel::PathRole).toString()});
        emit plotAsked();
    });
    connect(m_keepOnly, &QToolButton::clicked, this, [this] { m_mirror.scope().add(filterTerm()); });
}

QModelIndex PayloadInspector::field() const
{
    return m_tree->currentIndex().siblingAtColumn(PayloadModel::Value);
}

void PayloadInspector::copyText(const QString& text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

/// The filter language compares numbers; of other values it finds the text.
QString PayloadInspector::filterTerm() const
{
    const QModelIndex chosen = field();
    if (!chosen.isValid())
        return {};
    const QString value = chosen.data(PayloadModel::JsonRole).toString();
    switch (static_cast<PayloadModel::Kind>(chosen.data(PayloadModel::KindRole).toInt())) {
    case PayloadModel::Kind::Number: {
        const QString path = chosen.data(PayloadModel::PathRole).toString();
        return path.isEmpty() || path.contains(QLatin1Char(' ')) ? value : path + QLatin1Char('=') + value;
    }
    case PayloadModel::Kind::String:
        return value;
    default:
        return {};
    }
}

void PayloadInspector::updateActions()
{
    const bool isTree = m_pages->currentIndex() == TreePage;
    m_plot->setEnabled(isTree && m_message.isMessage() && field().flags().testFlag(Qt::ItemIsDragEnabled));
    m_keepOnly->setEnabled(isTree && !filterTerm().isEmpty());
    const QList<QAction*> copies = m_copy->menu()->actions();
    copies[0]->setEnabled(isTree && field().isValid());
    copies[1]->setEnabled(isTree && field().isValid());
}

void PayloadInspector::showFieldMenu(const QPoint& where)
{
    const QModelIndex chosen = field();
    if (!chosen.isValid())
        return;
    QMenu menu(this);
    for (QAction* action : m_copy->menu()->actions())
        menu.addAction(action);
    menu.addSeparator();
    const auto add = [&menu](const QString& text, QToolButton* button) {
        menu.addAction(text, button, &QToolButton::click)->setEnabled(button->isEnabled());
    };
    add(tr("Plot this number"), m_plot);
    add(tr("Keep only messages with this value"), m_keepOnly);
    const QString path = chosen.data(PayloadModel::PathRole).toString();
    auto& ignored = m_mirror.model<IgnoredFields>();
    if (isIgnored(path, ignored.fields()))
        menu.addAction(tr("Heed this field in differences"), this, [&ignored, path] { ignored.heed(path); });
    else
        menu.addAction(tr("Ignore this field in differences"), this, [&ignored, path] { ignored.ignore(path); });
    menu.exec(m_tree->viewport()->mapToGlobal(where));
}

void PayloadInspector::setBase(std::optional<InspectedMessage> base)
{
    m_mirror.model<ComparisonBase>().set(std::move(base));
}

void PayloadInspector::buildFoot()
{
    auto* page = m_stack->widget(1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 8, 8, 8);
    const auto make = [page](const QString& iconName, const QString& name, const QString& tip) {
        auto* button = new QToolButton(page);
        button->setIcon(icon(iconName));
        button->setIconSize({18, 18});
        button->setAccessibleName(name);
        button->setToolTip(tip);
        return button;
    };
    m_previous =
        make(QStringLiteral("up"), tr("Previous message of this topic"), tr("Previous message of this topic (Alt+Up)"));
    m_next =
        make(QStringLiteral("down"), tr("Next message of this topic"), tr("Next message of this topic (Alt+Down)"));
    m_position = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, page);
    m_position->setAlignment(Qt::AlignCenter);
    foot->addWidget(m_previous);
    foot->addWidget(m_position, 1);
    foot->addWidget(m_next);
    static_cast<QVBoxLayout*>(page->layout())->addLayout(foot);
    connect(m_previous, &QToolButton::clicked, this, &PayloadInspector::showPrevious);
    connect(m_next, &QToolButton::clicked, this, &PayloadInspector::showNext);
}

void PayloadInspector::setPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void PayloadInspector::showMessage(Serial serial)
{
    const auto message = m_mirror.log().message(serial);
    if (!message)
        return;
    m_followed = QModelIndex();
    m_shown = serial;
    display(*message);
}

void PayloadInspector::followTopic(const QModelIndex& topic)
{
    m_followed = topic;
    m_followedCount = 0;
    refreshFollowed();
}

void PayloadInspector::showEvent(QShowEvent* event)
{
    refreshFollowed();
    updateFoot();
    QWidget::showEvent(event);
}

void PayloadInspector::refreshFollowed()
{
    if (!m_followed.isValid() || !isVisible())
        return;
    const auto last = m_mirror.topics().lastMessage(m_followed);
    if (!last || last->count == m_followedCount)
        return;
    m_followedCount = last->count;
    // The log has it with everything around it, unless the limits have taken it already: then the tree's own copy is
    // shown.
    m_shown = m_mirror.log().newestOfTopic(last->topic.toStdString());
    if (m_shown) {
        display(*m_mirror.log().message(*m_shown));
        return;
    }
    InspectedMessage message;
    message.kind = trace::Kind::MessagePublished;
    message.time = last->time;
    message.flags = last->flags;
    message.object = last->topic;
    message.payload = last->payload;
    message.size = last->size;
    display(message);
}

void PayloadInspector::display(const InspectedMessage& message)
{
    m_message = message;
    m_before = m_shown ? m_mirror.log().previousOfTopic(*m_shown) : std::nullopt;
    m_after.reset();
    m_soughtTo = 0;
    m_stack->setCurrentIndex(1);
    m_head->show(message);
    m_elsewhere->show(message);
    m_payload.setTopic(message.isMessage() ? message.object : QString());
    emit topicShown(message.isMessage() ? message.object : QString());
    displayPage();
    updateFoot();
}

void PayloadInspector::displayPage()
{
    const std::string_view payload = viewOf(m_message.payload);
    const bool trimmed = static_cast<std::size_t>(m_message.payload.size()) < m_message.size;
    int page = m_tabs->currentIndex();
    QString hint;
    if (page == TreePage) {
        m_isJson = m_payload.setPayload(payload);
        m_tree->setRootIsDecorated(m_payload.isNested());
        if (!m_isJson) {
            page = RawPage;
            hint = payload.empty() ? QString()
                   : trimmed       ? tr("Only a part of it is kept here: that has no tree.")
                                   : tr("Not JSON: shown as it was sent.");
        }
    }
    if (page == RawPage && !payload.empty() && !isReadableText(payload)) {
        page = HexPage;
        hint = tr("Not text (octets that are no UTF-8, or control characters): shown octet by octet.");
    }
    switch (page) {
    case RawPage: {
        bool broken = false;
        m_raw->setPlainText(discreet(withShortLines(readableText(payload), broken)));
        m_raw->setPlaceholderText(tr("The payload is empty."));
        if (broken)
            hint = tr("Long lines are broken here; Copy gives them as they were sent.");
        break;
    }
    case HexPage:
        showOctets(payload, hint);
        break;
    case DifferencePage:
        m_difference->show(m_message, previousMessage());
        break;
    default:
        break;
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_pages->setCurrentIndex(page);
    updateActions();
}

/// A projector does not give away in octets what it masks as text.
void PayloadInspector::showOctets(std::string_view payload, QString& hint)
{
    const QByteArray shown =
        isDiscreet() && isReadableText(payload) ? discreet(toQString(payload)).toUtf8() : QByteArray();
    const bool masked = !shown.isEmpty() && viewOf(shown) != payload;
    if (masked)
        hint = tr("Secrets are shortened while others look on: these are the octets of the shortened text.");
    m_hex->setPlainText(hexText(masked ? viewOf(shown) : payload, width() < px(kWideHex) ? 8 : 16));
}

std::optional<InspectedMessage> PayloadInspector::previousMessage() const
{
    return m_before ? m_mirror.log().message(*m_before) : std::nullopt;
}

/// The log grows by the frame: what was looked through once is not looked through again.
void PayloadInspector::findNeighbours()
{
    const MessageLogModel& log = m_mirror.log();
    for (std::optional<Serial>* one : {&m_before, &m_after})
        if (*one && !log.store().contains(**one))
            one->reset();
    if (m_shown && !m_after)
        m_after = log.nextOfTopic(*m_shown, m_soughtTo);
    m_soughtTo = log.publishedEnd();
}

void PayloadInspector::updateFoot()
{
    if (m_stack->currentIndex() == 0 || !isVisible())
        return;
    findNeighbours();
    m_previous->setEnabled(m_before.has_value());
    m_next->setEnabled(m_after.has_value());
    if (m_followed.isValid())
        m_position->setText(tr("newest, following"));
    else if (m_shown && m_mirror.log().store().contains(*m_shown))
        m_position->setText(tr("#%1").arg(countText(*m_shown + 1)));
    else
        m_position->setText(tr("no longer in the log"));
}

void PayloadInspector::showPrevious()
{
    findNeighbours();
    moveTo(m_before);
}

void PayloadInspector::showNext()
{
    findNeighbours();
    moveTo(m_after);
}

void PayloadInspector::moveTo(std::optional<Serial> serial)
{
    if (!serial)
        return;
    showMessage(*serial);
    emit moved(*serial);
}

} // namespace greensward::ui
