// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/payload_inspector.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"
#include "ui/topics/row_delegates.h"

#include <QHBoxLayout>
#include <QHeaderView>
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

    buildHead();
    buildPages();
    buildFoot();
    connect(&m_mirror.topics(), &TopicTreeModel::valuesChanged, this, &PayloadInspector::refreshFollowed);
    connect(&m_mirror.log(), &MessageLogModel::countsChanged, this, &PayloadInspector::updateFoot);
}

void PayloadInspector::buildHead()
{
    auto* page = m_stack->widget(1);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 8);
    head->setSpacing(8);
    m_topic = new ElidedLabel(TextStyle::Mono, Role::Text, Qt::ElideMiddle, page);
    m_origin = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, page);
    m_qos = new Chip(Role::MutedText, Chip::Look::Tint, page);
    m_size = new Chip(Role::MutedText, Chip::Look::Tint, page);
    m_retained = new Chip(Role::Information, Chip::Look::Tint, page);
    m_retained->setToolTip(tr("The sender asked the broker to keep this message for later subscribers"));
    head->addWidget(m_topic);
    head->addWidget(m_origin);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(8);
    chips->addWidget(m_qos);
    chips->addWidget(m_size);
    chips->addWidget(m_retained);
    chips->addStretch();
    head->addLayout(chips);
    static_cast<QVBoxLayout*>(page->layout())->addLayout(head);

    m_tabs = new QTabBar(page);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Way of showing the payload"));
    for (const QString& name : {tr("Tree"), tr("Raw"), tr("Hex"), tr("Difference")})
        m_tabs->addTab(name);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 8);
    row->addWidget(m_tabs);
    row->addStretch();
    static_cast<QVBoxLayout*>(page->layout())->addLayout(row);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { displayPage(); });
}

QTreeView* PayloadInspector::makeFieldView(QAbstractItemModel& model, const QString& name)
{
    auto* view = new QTreeView(this);
    view->setModel(&model);
    view->setItemDelegate(new FieldDelegate(view));
    view->setAccessibleName(name);
    view->setUniformRowHeights(true);
    view->setIndentation(16);
    view->setFrameShape(QFrame::NoFrame);
    view->setAllColumnsShowFocus(true);
    view->header()->setStretchLastSection(false);
    view->header()->setMinimumSectionSize(32);
    view->header()->setSectionResizeMode(QHeaderView::Stretch);
    return view;
}

void PayloadInspector::buildPages()
{
    auto* page = m_stack->widget(1);
    m_pages = new QStackedWidget(page);
    m_tree = makeFieldView(m_payload, tr("Fields of the payload"));
    m_raw = makeTextView(tr("Payload as text"), m_pages);
    m_hex = makeTextView(tr("Payload octet by octet"), m_pages);
    auto* comparison = new QWidget(m_pages);
    auto* column = new QVBoxLayout(comparison);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_summary = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, comparison);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(16, 0, 16, 0);
    m_changes = makeFieldView(m_difference, tr("Differences to the previous message"));
    m_changes->setRootIsDecorated(false);
    for (const auto& [part, width] : {std::pair{DifferenceModel::Before, 72}, std::pair{DifferenceModel::After, 68},
                                      std::pair{DifferenceModel::Step, 64}}) {
        m_changes->header()->setSectionResizeMode(part, QHeaderView::Fixed);
        m_changes->header()->resizeSection(part, width);
    }
    column->addWidget(m_summary);
    column->addWidget(m_changes, 1);
    for (QWidget* view : std::initializer_list<QWidget*>{m_tree, m_raw, m_hex, comparison})
        m_pages->addWidget(view);
    static_cast<QVBoxLayout*>(page->layout())->addWidget(m_pages, 1);
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

void PayloadInspector::refreshFollowed()
{
    if (!m_followed.isValid())
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
    m_stack->setCurrentIndex(1);
    m_topic->setText(message.object.isEmpty() ? message.subject : message.object);
    const QString time = clockText(message.time);
    m_origin->setText(message.subject.isEmpty() ? time : tr("%1 · from %2").arg(time, message.subject));
    const auto name = trace::name(message.kind);
    m_qos->set(message.isMessage() ? tr("QoS %1").arg(message.flags & trace::kQosMask)
                                   : QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
               Role::MutedText);
    const auto kept = static_cast<std::uint32_t>(message.payload.size());
    if (kept < message.size)
        m_size->set(tr("trimmed, %1 of %2").arg(byteText(kept), byteText(message.size)), Role::Attention,
                    QStringLiteral("warning"));
    else
        m_size->set(byteText(message.size), Role::MutedText);
    m_retained->set(tr("retain"), Role::Information, QStringLiteral("pin"));
    m_retained->setVisible((message.flags & trace::kRetain) != 0);
    displayPage();
    updateFoot();
}

void PayloadInspector::displayPage()
{
    const std::string_view payload = viewOf(m_message.payload);
    int page = m_tabs->currentIndex();
    switch (page) {
    case TreePage:
        m_isJson = m_payload.setPayload(payload);
        m_tree->setRootIsDecorated(m_payload.isNested());
        m_tree->expandToDepth(1);
        if (!m_isJson) {
            page = RawPage; // what is no JSON has no tree
            m_raw->setPlainText(readableText(payload));
        }
        break;
    case RawPage:
        m_raw->setPlainText(readableText(payload));
        break;
    case HexPage:
        m_hex->setPlainText(hexText(payload, width() < kWideHex ? 8 : 16));
        break;
    case DifferencePage: {
        const auto previous = m_shown ? m_mirror.log().previousOfTopic(*m_shown) : std::nullopt;
        if (!previous) {
            m_difference.setChanges({});
            m_summary->setText(tr("This is the first message of its topic."));
            break;
        }
        const auto older = m_mirror.log().message(*previous);
        PayloadDifference change = difference(viewOf(older->payload), payload);
        if (!change.comparable)
            m_summary->setText(older->payload == m_message.payload ? tr("Same octets as the message before.")
                                                                   : tr("Not JSON: the octets differ."));
        else if (change.changes.empty())
            m_summary->setText(tr("Same content as the message before."));
        else
            m_summary->setText(tr("%1 changed, %2 the same as at %3")
                                   .arg(change.changes.size())
                                   .arg(change.unchanged)
                                   .arg(clockText(older->time)));
        m_difference.setChanges(std::move(change.changes));
        break;
    }
    default:
        break;
    }
    if (page == RawPage && m_raw->toPlainText().isEmpty())
        m_raw->setPlaceholderText(payload.empty() ? tr("The payload is empty.")
                                                  : tr("The payload is not text. The hex view shows its octets."));
    m_pages->setCurrentIndex(page);
}

void PayloadInspector::updateFoot()
{
    if (m_stack->currentIndex() == 0)
        return;
    m_previous->setEnabled(m_shown && m_mirror.log().previousOfTopic(*m_shown));
    m_next->setEnabled(m_shown && m_mirror.log().nextOfTopic(*m_shown));
    if (m_followed.isValid())
        m_position->setText(tr("newest, following"));
    else if (m_shown && m_mirror.log().store().contains(*m_shown))
        m_position->setText(tr("#%1").arg(countText(*m_shown + 1)));
    else
        m_position->setText(tr("no longer in the log"));
}

void PayloadInspector::showPrevious()
{
    if (const auto serial = m_shown ? m_mirror.log().previousOfTopic(*m_shown) : std::nullopt) {
        showMessage(*serial);
        emit moved(*serial);
    }
}

void PayloadInspector::showNext()
{
    if (const auto serial = m_shown ? m_mirror.log().nextOfTopic(*m_shown) : std::nullopt) {
        showMessage(*serial);
        emit moved(*serial);
    }
}

} // namespace greensward::ui
