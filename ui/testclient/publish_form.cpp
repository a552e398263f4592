// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/publish_form.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/qt_text.h"
#include "ui/testclient/test_desk.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kRoomyFrom = 500; ///< width from which all of it stands in one row

/// "name=value", one a line.
std::vector<std::pair<std::string, std::string>> pairsOf(const QString& text)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype at = line.indexOf(QLatin1Char('='));
        pairs.emplace_back(line.left(at < 0 ? line.size() : at).trimmed().toStdString(),
                           at < 0 ? std::string() : line.mid(at + 1).trimmed().toStdString());
    }
    return pairs;
}

} // namespace

PublishForm::PublishForm(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_desk(mirror.model<TestDesk>())
    , m_sender(new QComboBox(this))
    , m_topic(new QLineEdit(this))
    , m_qos(new QComboBox(this))
    , m_retain(new QCheckBox(tr("Retain"), this))
    , m_send(new QPushButton(tr("Publish"), this))
    , m_more(new QToolButton(this))
    , m_payload(new QPlainTextEdit(this))
    , m_row(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_body(new QHBoxLayout)
    , m_said(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(6), px(12), px(6));
    column->setSpacing(px(6));
    m_sender->setAccessibleName(tr("Publish as"));
    m_sender->setToolTip(tr("As a device: through its own connection, with its own certificate, so that its policies "
                            "decide. Only devices that live here can lend their connection."));
    m_sender->setMinimumContentsLength(12);
    m_sender->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setAccessibleName(tr("Topic of the test message"));
    m_topic->setFont(fontOf(TextStyle::Mono));
    m_topic->setMinimumWidth(px(90));
    m_qos->setAccessibleName(tr("Quality of service"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_retain->setAccessibleName(tr("Retain the message"));
    m_send->setAccessibleName(tr("Publish the message"));
    m_send->setToolTip(tr("Publish the message (Ctrl+Enter)"));
    m_send->setIcon(icon(QStringLiteral("send"), Role::OnFill));
    setKind(*m_send, ButtonKind::Primary);
    m_more->setText(tr("MQTT 5"));
    m_more->setCheckable(true);
    m_more->setMinimumHeight(px(28));
    m_more->setToolTip(tr("Properties of the message"));
    m_more->setAccessibleName(tr("Show the properties of the message"));
    m_payload->setPlaceholderText(tr("Payload"));
    m_payload->setAccessibleName(tr("Payload to publish"));
    m_payload->setFont(fontOf(TextStyle::Mono));
    m_payload->setTabChangesFocus(true);
    m_payload->setMinimumHeight(px(56));
    m_row->setSpacing(px(6));
    m_row->addWidget(m_sender);
    m_row->addWidget(m_topic, 1);
    m_below->setSpacing(px(6));
    column->addLayout(m_row);
    column->addLayout(m_below);
    m_body->setSpacing(px(8));
    m_body->addWidget(m_payload, 1);
    m_body->addWidget(makeProperties(), 1);
    column->addLayout(m_body, 1);
    arrange(false);
    m_said->setWordWrap(true);
    column->addWidget(m_said);

    auto* keys = new QAction(this);
    keys->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    keys->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(keys);
    connect(keys, &QAction::triggered, this, &PublishForm::send);
    connect(m_send, &QPushButton::clicked, this, &PublishForm::send);
    connect(m_more, &QToolButton::toggled, this, &PublishForm::check);
    connect(m_topic, &QLineEdit::textChanged, this, &PublishForm::check);
    connect(m_payload, &QPlainTextEdit::textChanged, this, &PublishForm::check);
    connect(m_qos, &QComboBox::currentIndexChanged, this, &PublishForm::check);
    connect(m_retain, &QCheckBox::toggled, this, &PublishForm::check);
    connect(m_sender, &QComboBox::currentIndexChanged, this, &PublishForm::check);
    DeviceModel& devices = mirror.devices();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&devices, signal, this, &PublishForm::fillSenders);
    connect(&devices, &QAbstractItemModel::modelReset, this, &PublishForm::fillSenders);
    connect(&devices, &QAbstractItemModel::dataChanged, this, &PublishForm::showSender);
    fillSenders();
    take(m_desk.draft());
    if (mirror.engine().player())
        disableInCapture(*this);
}

QWidget* PublishForm::makeProperties()
{
    m_properties = new QWidget(this);
    auto* grid = new QGridLayout(m_properties);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(4));
    const auto line = [this](const QString& name, const QString& hint) {
        auto* field = new QLineEdit(m_properties);
        field->setAccessibleName(name);
        field->setPlaceholderText(hint);
        connect(field, &QLineEdit::textChanged, this, &PublishForm::check);
        return field;
    };
    m_contentType = line(tr("Content type"), tr("Content type: application/json"));
    m_responseTopic = line(tr("Response topic"), tr("Response topic"));
    m_correlation = line(tr("Correlation data"), tr("Correlation data"));
    m_expiry = new QSpinBox(m_properties);
    m_expiry->setRange(0, 604'800); // what AWS IoT takes
    m_expiry->setSpecialValueText(tr("never expires"));
    m_expiry->setSuffix(tr(" s"));
    m_expiry->setAccessibleName(tr("Message expiry"));
    m_isText = new QCheckBox(tr("UTF-8"), m_properties);
    m_isText->setAccessibleName(tr("The payload is UTF-8 text"));
    m_user = new QPlainTextEdit(m_properties);
    m_user->setAccessibleName(tr("User properties, one name=value a line"));
    m_user->setPlaceholderText(tr("User properties: name=value"));
    m_user->setTabChangesFocus(true);
    m_user->setFont(fontOf(TextStyle::Mono));
    grid->addWidget(m_contentType, 0, 0);
    grid->addWidget(m_responseTopic, 0, 1);
    grid->addWidget(m_correlation, 1, 0);
    auto* row = new QHBoxLayout;
    row->addWidget(m_expiry, 1);
    row->addWidget(m_isText);
    grid->addLayout(row, 1, 1);
    grid->addWidget(m_user, 2, 0, 1, 2);
    grid->setRowStretch(2, 1);
    connect(m_expiry, &QSpinBox::valueChanged, this, &PublishForm::check);
    connect(m_isText, &QCheckBox::toggled, this, &PublishForm::check);
    connect(m_user, &QPlainTextEdit::textChanged, this, &PublishForm::check);
    return m_properties;
}

void PublishForm::take(const PublishRequest& draft)
{
    m_filling = true;
    m_topic->setText(toQString(draft.topic));
    m_payload->setPlainText(toQString(draft.payload));
    m_qos->setCurrentIndex(draft.qos);
    m_retain->setChecked(draft.retain);
    m_contentType->setText(toQString(draft.properties.contentType));
    m_responseTopic->setText(toQString(draft.properties.responseTopic));
    m_correlation->setText(toQString(draft.properties.correlation));
    m_expiry->setValue(static_cast<int>(draft.properties.expirySeconds));
    m_isText->setChecked(draft.properties.isText);
    QStringList user;
    for (const auto& [name, value] : draft.properties.user)
        user << toQString(name) + QLatin1Char('=') + toQString(value);
    m_user->setPlainText(user.join(QLatin1Char('\n')));
    m_more->setChecked(draft.properties != MessageProperties{});
    m_sender->setCurrentIndex(std::max(0, m_sender->findData(toQString(draft.asDevice))));
    m_filling = false;
    check();
}

PublishRequest PublishForm::written() const
{
    PublishRequest request{.topic = m_topic->text().toStdString(),
                           .payload = m_payload->toPlainText().toStdString(),
                           .qos = m_qos->currentData().toInt(),
                           .retain = m_retain->isChecked(),
                           .asDevice = m_sender->currentData().toString().toStdString(),
                           .properties = {}};
    if (m_more->isChecked() && m_more->isEnabled())
        request.properties = {.contentType = m_contentType->text().toStdString(),
                              .responseTopic = m_responseTopic->text().toStdString(),
                              .correlation = m_correlation->text().toStdString(),
                              .expirySeconds = static_cast<std::uint32_t>(m_expiry->value()),
                              .isText = m_isText->isChecked(),
                              .user = pairsOf(m_user->toPlainText())};
    return request;
}

void PublishForm::fillSenders()
{
    const QString before = m_sender->currentData().toString();
    m_filling = true;
    m_sender->clear();
    m_sender->addItem(tr("the console"), QString());
    const DeviceModel& devices = m_mirror.devices();
    for (int row = 0; row < devices.rowCount(); ++row) {
        const QString id = toQString(devices.device(row).id);
        m_sender->addItem(id, id);
    }
    m_sender->setCurrentIndex(std::max(0, m_sender->findData(before)));
    m_filling = false;
    check();
}

void PublishForm::setSender(const QString& device)
{
    m_sender->setCurrentIndex(std::max(0, m_sender->findData(device)));
}

void PublishForm::check()
{
    if (m_filling)
        return;
    // Devices speak MQTT 3.1.1, which has no properties.
    m_more->setEnabled(m_mirror.engine().hasProperties() && m_sender->currentIndex() == 0);
    m_properties->setVisible(m_more->isChecked() && m_more->isEnabled());
    const PublishRequest request = written();
    m_desk.setDraft(request);
    m_send->setEnabled(TestDesk::problemOf(request).isEmpty());
    showSender();
}

/// What is wrong, or what is to be known of who sends.
void PublishForm::showSender()
{
    const PublishRequest request = written();
    QString said = request.topic.empty() ? QString() : TestDesk::problemOf(request);
    bool isProblem = !said.isEmpty();
    const DeviceModel& devices = m_mirror.devices();
    const int row = m_sender->currentIndex() - 1;
    if (said.isEmpty() && row >= 0 && row < devices.rowCount()) {
        const simulator::DeviceView& device = devices.device(row);
        isProblem = device.state != simulator::DeviceState::Online;
        said = isProblem
                   ? tr("%1: %2. It publishes once it is connected.").arg(toQString(device.id), stateText(device.state))
               : device.realTls ? tr("Through its own connection, with its own certificate: its policies decide.")
                                : tr("Through its own connection; it has no certificate, so no policy decides.");
    }
    const QString payload = m_payload->toPlainText().trimmed();
    if (said.isEmpty() && (payload.startsWith(QLatin1Char('{')) || payload.startsWith(QLatin1Char('['))))
        if (const JsonProblem json = jsonProblem(payload); json.line > 0)
            said = tr("%1 It can be sent as it is.").arg(json.sentence);
    if (said == m_said->text() && m_said->isVisible() == !said.isEmpty())
        return;
    m_said->setText(said);
    m_said->setRole(isProblem ? Role::Attention : Role::MutedText);
    m_said->setVisible(!said.isEmpty());
}

void PublishForm::send()
{
    if (m_send->isEnabled())
        m_desk.send(written());
}

QWidget* PublishForm::firstStop() const
{
    return m_topic;
}

void PublishForm::focusTopic()
{
    m_topic->setFocus(Qt::ShortcutFocusReason);
    m_topic->selectAll();
}

void PublishForm::setTight(bool tight)
{
    m_wantsTight = tight;
    arrange(tight || width() < px(kRoomyFrom));
}

/// A guide beside the workspace takes room, too.
void PublishForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (const bool tight = m_wantsTight || width() < px(kRoomyFrom); tight != m_isTight)
        arrange(tight);
}

void PublishForm::arrange(bool tight)
{
    m_isTight = tight;
    // A narrow form has its switches below the topic, and the button beside the payload.
    for (QWidget* one : std::initializer_list<QWidget*>{m_qos, m_retain, m_more})
        (tight ? m_below : m_row)->addWidget(one);
    (tight ? m_body : m_row)->addWidget(m_send);
    m_sender->setMinimumContentsLength(tight ? 8 : 12);
    m_payload->setMinimumHeight(px(tight ? 36 : 56));
}

} // namespace greensward::ui
