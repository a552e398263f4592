// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/send_panel.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/payload_variables.h"
#include "ui/models/subscription_model.h"
#include "ui/topics/broker_choice.h"
#include "ui/topics/repeat_box.h"
#include "ui/topics/reply_box.h"
#include "ui/why/why_subject.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kMostTopics = 5'000; ///< offered for completion

void collectTopics(const TopicTreeModel& tree, const QModelIndex& parent, QStringList& into)
{
    for (int row = 0; row < tree.rowCount(parent) && into.size() < kMostTopics; ++row) {
        const QModelIndex child = tree.index(row, 0, parent);
        if (child.data(TopicTreeModel::HasMessageRole).toBool())
            into << child.data(TopicTreeModel::PathRole).toString();
        collectTopics(tree, child, into);
    }
}

/// Starts like JSON, so that a slip is worth a word; "on" or 42 are as good as anything.
bool looksLikeJson(const QString& text)
{
    const QString trimmed = text.trimmed();
    return trimmed.startsWith(QLatin1Char('{')) || trimmed.startsWith(QLatin1Char('['));
}

class InputField final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painters::roundedRect(painter, QRectF(rect()), painters::kControlRadius, color(Role::Chip));
    }
};

} // namespace

SendPanel::SendPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_desk(mirror.model<SendDesk>())
    , m_grid(new QGridLayout(this))
    , m_row(new QWidget(this))
    , m_field(new InputField(this))
    , m_templates(new QToolButton(this))
    , m_topic(new QLineEdit(this))
    , m_topics(new QStringListModel(this))
    , m_payload(new QPlainTextEdit(m_field))
    , m_lead(new QWidget(this))
    , m_broker(new BrokerChoice(mirror, m_lead))
    , m_qos(new QComboBox(this))
    , m_retain(new QCheckBox(tr("Retain"), this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_more(new QToolButton(this))
    , m_problem(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_extra(new QWidget(this))
{
    m_grid->setContentsMargins(px(12), px(8), px(12), px(8));
    m_grid->setSpacing(px(8));
    m_row->setAccessibleName(tr("Templates with a button of their own"));
    m_row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    row->addStretch();
    auto* field = new QVBoxLayout(m_field);
    field->setContentsMargins(px(4), 1, px(4), 1);
    field->addWidget(m_payload);
    m_payload->setFrameShape(QFrame::NoFrame);
    m_payload->viewport()->setAutoFillBackground(false);
    m_templates->setText(tr("Templates"));
    m_templates->setIcon(icon(QStringLiteral("envelope")));
    m_templates->setIconSize({px(16), px(16)});
    m_templates->setAccessibleName(tr("Templates"));
    m_templates->setToolTip(tr("Messages that can be sent again: choose, save, rename, delete"));
    m_templates->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_templates->setPopupMode(QToolButton::InstantPopup);
    m_templates->setMenu(new QMenu(m_templates));
    auto* lead = new QHBoxLayout(m_lead);
    lead->setContentsMargins(0, 0, 0, 0);
    lead->setSpacing(px(8));
    lead->addWidget(m_templates);
    lead->addWidget(m_broker);
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setAccessibleName(tr("Topic to publish on"));
    m_topic->setFont(fontOf(TextStyle::Mono));
    auto* completer = new QCompleter(m_topics, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_topic->setCompleter(completer);
    m_payload->setAccessibleName(tr("Payload"));
    m_payload->setFont(fontOf(TextStyle::Mono));
    m_payload->setTabChangesFocus(true);
    m_qos->setAccessibleName(tr("Quality of service"));
    answerWhy(*m_qos, QStringLiteral("qos"));
    answerWhy(*m_retain, QStringLiteral("retained"));
    answerWhy(*m_topic, QStringLiteral("topic"));
    answerWhy(*m_payload, QStringLiteral("payload"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_retain->setAccessibleName(tr("Retain the message"));
    m_retain->setToolTip(tr("The broker keeps the message and gives it to later subscribers"));
    m_send->setAccessibleName(tr("Send the message"));
    m_send->setToolTip(tr("Send the message (Ctrl+Enter)"));
    m_send->setIcon(icon(QStringLiteral("send"), Role::OnFill));
    setKind(*m_send, ButtonKind::Primary);
    m_more->setCheckable(true);
    m_more->setIconSize({px(16), px(16)});
    m_problem->setWordWrap(true);
    auto* extra = new QVBoxLayout(m_extra);
    extra->setContentsMargins(0, 0, 0, 0);
    extra->setSpacing(px(8));
    const auto now = [this] { return written(); };
    m_repeat = new RepeatBox(m_desk, now, m_extra);
    extra->addWidget(m_repeat);
    extra->addWidget(new ReplyBox(m_desk, now, m_extra));
    extra->addStretch();

    auto* send = new QAction(this);
    send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    send->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(send);
    connect(send, &QAction::triggered, this, &SendPanel::send);
    connect(m_send, &QPushButton::clicked, this, &SendPanel::send);
    connect(m_topic, &QLineEdit::textEdited, this, &SendPanel::fillTopics);
    connect(m_topic, &QLineEdit::textChanged, this, &SendPanel::check);
    connect(m_payload, &QPlainTextEdit::textChanged, this, &SendPanel::check);
    connect(m_qos, &QComboBox::currentIndexChanged, this, &SendPanel::check);
    connect(m_broker, &QComboBox::currentIndexChanged, this, [this] { m_desk.setBroker(m_broker->broker()); });
    m_broker->setBroker(m_desk.broker());
    connect(m_retain, &QCheckBox::toggled, this, &SendPanel::check);
    connect(m_more, &QToolButton::toggled, this, &SendPanel::setOpen);
    connect(&m_desk.templates(), &TemplateLibrary::changed, this, &SendPanel::fillTemplates,
            Qt::QueuedConnection); // the menu's own actions change the library
    use(m_desk.draft());
    fillTemplates();
    place();
}

QWidget* SendPanel::firstStop() const
{
    return m_topic;
}

void SendPanel::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    place();
    emit opened(open);
}

void SendPanel::setTight(bool tight)
{
    if (tight == m_tight)
        return;
    m_tight = tight;
    place();
}

/// Closed: one line. Open: the payload gets a row of its own, repeats and answers stand beside it.
void SendPanel::place()
{
    for (QWidget* one : std::initializer_list<QWidget*>{m_row, m_lead, m_topic, m_field, m_qos, m_retain, m_send,
                                                        m_more, m_problem, m_extra})
        m_grid->removeWidget(one);
    m_grid->addWidget(m_row, 0, 0, 1, 7);
    fitRow();
    m_grid->addWidget(m_lead, 1, 0);
    m_grid->addWidget(m_topic, 1, 1, 1, m_open ? 2 : 1);
    m_grid->addWidget(m_qos, 1, 3);
    m_grid->addWidget(m_retain, 1, 4);
    m_grid->addWidget(m_send, 1, 5);
    m_grid->addWidget(m_more, 1, 6);
    const int line = m_topic->sizeHint().height();
    if (m_open) {
        m_grid->addWidget(m_field, 2, 0, 1, 3);
        m_grid->addWidget(m_extra, 2, 3, 1, 4);
        m_field->setMinimumHeight(px(112));
        m_field->setMaximumHeight(px(240));
    } else {
        m_grid->addWidget(m_field, 1, 2);
        m_field->setFixedHeight(line);
    }
    m_payload->document()->setDocumentMargin(m_open ? px(8) : px(7));
    m_payload->setVerticalScrollBarPolicy(m_open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_payload->setHorizontalScrollBarPolicy(m_open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_payload->setLineWrapMode(m_open ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_grid->addWidget(m_problem, 3, 0, 1, 7);
    m_extra->setVisible(m_open);
    const bool room = m_open || !m_tight;
    m_qos->setVisible(room);
    m_retain->setVisible(room || m_retain->isChecked());
    hintPayload();
    m_payload->setToolTip(tr("What the message says, for example {\"water\":\"on\"}"));
    m_grid->setColumnStretch(1, m_open ? 1 : 2);
    m_grid->setColumnStretch(2, 3);
    m_more->setChecked(m_open);
    m_more->setIcon(icon(m_open ? QStringLiteral("down") : QStringLiteral("up")));
    m_more->setAccessibleName(m_open ? tr("Fewer ways to send") : tr("More ways to send"));
    m_more->setToolTip(m_open ? tr("Back to one line") : tr("Edit large, repeat, ramp, answer"));
}

void SendPanel::setTopic(const QString& topic)
{
    m_topic->setText(nameOfKey(topic));
    m_broker->setBroker(originOfKey(topic));
    m_topic->setCursorPosition(0);
}

void SendPanel::use(const SendTemplate& chosen)
{
    m_filling = true;
    m_topic->setText(chosen.topic);
    m_topic->setCursorPosition(0);
    m_payload->setPlainText(chosen.payload);
    m_qos->setCurrentIndex(chosen.qos);
    m_retain->setChecked(chosen.retain);
    m_filling = false;
    check();
}

SendTemplate SendPanel::written() const
{
    return {.name = {},
            .topic = m_topic->text(),
            .payload = m_payload->toPlainText(),
            .qos = m_qos->currentData().toInt(),
            .retain = m_retain->isChecked()};
}

void SendPanel::check()
{
    if (m_filling)
        return;
    const SendTemplate what = written();
    m_desk.setDraft(what);
    const QString problem = SendDesk::problemOf(what);
    m_send->setEnabled(problem.isEmpty());
    m_repeat->setSendable(problem.isEmpty());
    QString said = what.topic.isEmpty() ? QString() : problem;
    if (said.isEmpty())
        said = variableProblem(what.topic);
    if (said.isEmpty())
        said = variableProblem(what.payload);
    if (said.isEmpty() && looksLikeJson(what.payload)) {
        Random random(1);
        const JsonProblem json = jsonProblem(expanded(what.payload, {}, random));
        if (json.line > 0)
            said = tr("%1 It can be sent as it is.").arg(json.sentence);
    }
    m_problem->setText(said);
    m_problem->setVisible(!said.isEmpty());
}

void SendPanel::send()
{
    if (m_send->isEnabled())
        m_desk.send(written());
}

void SendPanel::fillTopics()
{
    QStringList topics;
    collectTopics(m_mirror.topics(), {}, topics);
    if (topics != m_topics->stringList())
        m_topics->setStringList(topics);
}

void SendPanel::fillTemplates()
{
    TemplateLibrary& library = m_desk.templates();
    qDeleteAll(m_row->findChildren<QPushButton*>());
    auto* menu = m_templates->menu();
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menu->clear();
    for (int row = 0; row < library.rowCount(); ++row) {
        const SendTemplate& one = library.at(row);
        QMenu* sub = menu->addMenu(one.name);
        sub->addAction(tr("Write it here"), this, [this, one] { use(one); });
        sub->addAction(tr("Send it now"), this, [this, one] { m_desk.send(one); });
        sub->addAction(
            one.inRow ? tr("Take its button away") : tr("Give it a button"), this,
            [&library, name = one.name, inRow = one.inRow] { library.setInRow(library.find(name), !inRow); });
        if (!one.builtIn) {
            sub->addAction(tr("Rename …"), this,
                           [this, &library, name = one.name] { renameTemplate(library.find(name)); });
            sub->addAction(tr("Delete"), this, [&library, name = one.name] { library.remove(library.find(name)); });
        }
        if (one.inRow) {
            auto* button = new QPushButton(one.name, m_row);
            setKind(*button, ButtonKind::Quiet);
            button->setToolTip(tr("Send at once: %1").arg(one.topic));
            button->setAccessibleName(tr("Send %1").arg(one.name));
            connect(button, &QPushButton::clicked, this, [this, one] {
                use(one);
                m_desk.send(one);
            });
            auto* buttons = static_cast<QHBoxLayout*>(m_row->layout());
            buttons->insertWidget(buttons->count() - 1, button);
        }
    }
    menu->addSeparator();
    menu->addAction(tr("Save what is written as a template …"), this, &SendPanel::saveTemplate);
    if (!library.problem().isEmpty())
        menu->addAction(library.problem())->setEnabled(false);
    fitRow();
}

/// Buttons that do not fit are left away; the menu has them all.
void SendPanel::fitRow()
{
    int room = width() - px(24);
    bool any = false;
    for (auto* button : m_row->findChildren<QPushButton*>()) {
        room -= button->sizeHint().width() + px(4);
        button->setVisible(room >= 0);
        any = true;
    }
    m_row->setVisible(any && !m_tight);
}

void SendPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRow();
    hintPayload();
}

/// As much of an example as its one line has room for.
void SendPanel::hintPayload()
{
    const bool wide = m_open || width() >= px(760);
    m_payload->setPlaceholderText(wide ? tr("Payload, for example {\"water\":\"on\"}") : tr("Payload"));
}

void SendPanel::saveTemplate()
{
    bool agreed = false;
    SendTemplate what = written();
    what.name =
        QInputDialog::getText(this, tr("Save as a template"), tr("Its name:"), QLineEdit::Normal, what.topic, &agreed)
            .trimmed();
    if (agreed && m_desk.templates().save(what) < 0) {
        m_problem->setText(m_desk.templates().nameProblem(what.name));
        m_problem->show();
    }
}

void SendPanel::renameTemplate(int row)
{
    bool agreed = false;
    const QString name = QInputDialog::getText(this, tr("Rename the template"), tr("Its name:"), QLineEdit::Normal,
                                               m_desk.templates().at(row).name, &agreed)
                             .trimmed();
    if (agreed && !m_desk.templates().rename(row, name)) {
        m_problem->setText(m_desk.templates().nameProblem(name, row));
        m_problem->show();
    }
}

} // namespace greensward::ui
