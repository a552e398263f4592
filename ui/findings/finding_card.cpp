// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_card.h"

#include "doctor/doctor.h"
#include "ui/findings/finding_terms.h"
#include "ui/findings/repair.h"
#include "ui/kit/card.h"
#include "ui/kit/discretion.h"
#include "ui/kit/style_painters.h"
#include "ui/models/doctor_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/plots/flow_layout.h"
#include "ui/scope/cell_menu.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace greensward::ui {

namespace {

constexpr int kBriefRows = 3;

Role roleOf(doctor::Confidence confidence)
{
    return confidence == doctor::Confidence::Certain  ? Role::Lost
           : confidence == doctor::Confidence::Likely ? Role::Attention
                                                      : Role::MutedText;
}

/// A text that may be long and without blanks: it breaks anywhere rather than widening the card. Shortened first when
/// others look on: afterwards no address would be known as one.
QString breakable(const QString& text)
{
    QString out;
    for (const QChar c : discreet(text)) {
        out += c;
        if (QStringLiteral("/:,-_.").contains(c))
            out += QChar(0x200B);
    }
    return out;
}

} // namespace

FindingCard::FindingCard(EngineMirror& mirror, DoctorModel& model, Size size, QWidget* parent)
    : QFrame(parent)
    , m_mirror(mirror)
    , m_model(model)
    , m_size(size)
    , m_repair(new Repair(mirror, this))
    , m_code(new Chip(Role::Lost, Chip::Look::Filled, this))
    , m_title(new RoleLabel(TextStyle::Strong, Role::Text, {}, this))
    , m_confidence(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_times(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_sentence(new RoleLabel(TextStyle::Body, Role::Text, {}, this))
    , m_why(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_told(new RoleLabel(TextStyle::Secondary, Role::Accent, {}, this))
    , m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_column->setContentsMargins(px(16), px(12), px(16), px(12));
    m_column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_code);
    head->addWidget(m_title, 1);
    m_title->setWordWrap(true);
    m_column->addLayout(head);
    auto* under = new QHBoxLayout;
    under->setSpacing(px(8));
    under->addWidget(m_confidence);
    under->addWidget(m_times, 1);
    m_column->addWidget(m_sentence);
    m_column->addLayout(under);
    for (RoleLabel* label : {m_sentence, m_why, m_told}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContextMenuPolicy(Qt::NoContextMenu); // the card has one
    }
    m_column->addWidget(m_why);
    m_column->addWidget(m_told);
    m_why->hide();
    m_told->hide();
    addMenu();
    connect(m_repair, &Repair::told, this, [this](const QString& sentence, bool well) {
        m_told->setText(sentence);
        m_told->setRole(well ? Role::Accent : Role::Lost);
        m_told->setVisible(true);
    });
    connect(m_repair, &Repair::policyAsked, this, &FindingCard::choosePolicy);
    connect(m_repair, &Repair::workspaceAsked, this, &FindingCard::workspaceAsked);
}

void FindingCard::addMenu()
{
    new PartMenu(*this, m_mirror.scope(), [this](std::optional<QPoint> place) -> PartMenu::Part {
        auto* grid = static_cast<QGridLayout*>(m_rows->layout());
        for (std::size_t row = 0; place && row < m_card.rows.size(); ++row)
            for (int column = 0; column < 2; ++column) {
                const QLayoutItem* item = grid->itemAtPosition(static_cast<int>(row), column);
                if (item && item->geometry().contains(m_rows->mapFrom(this, *place)))
                    return {termOf(m_card, m_card.rows[row]), QString::fromStdString(m_card.rows[row].value)};
            }
        return {termOf(m_card), doctorText(m_card.sentence)};
    });
}

void FindingCard::setCard(const doctor::Card& card)
{
    m_card = card;
    const Role role = roleOf(card.confidence);
    m_code->set(QString::fromStdString(doctor::name(card.code)), role);
    m_title->setText(doctorText(doctor::title(card.code)));
    m_confidence->set(doctorText(doctor::text(card.confidence)), role);
    const QString last = clockText(card.last).left(8);
    m_times->setText(card.times == 1 ? tr("at %1").arg(last)
                                     : tr("%1 times, last at %2").arg(countText(card.times), last));
    m_sentence->setText(breakable(doctorText(card.sentence)));
    m_why->setText(doctorText(card.background));
    setAccessibleName(spokenText(card));
    setAccessibleDescription(doctorText(card.background));
    fillRows();
    fillButtons();
    update();
}

void FindingCard::fillRows()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const doctor::Row& row : m_card.rows) {
        if (m_size == Size::Brief && line == kBriefRows)
            break;
        const bool no = row.mark == doctor::Row::Mark::No;
        const QString mark = row.mark == doctor::Row::Mark::None ? QString()
                             : no                                ? QStringLiteral("✗ ")
                                                                 : QStringLiteral("✓ ");
        auto* label = new RoleLabel(TextStyle::Secondary, Role::MutedText, doctorText(row.label), m_rows);
        auto* value = new RoleLabel(TextStyle::Mono,
                                    no                                   ? Role::Lost
                                    : row.mark == doctor::Row::Mark::Yes ? Role::Accent
                                                                         : Role::Text,
                                    mark + breakable(QString::fromStdString(row.value)), m_rows);
        value->setWordWrap(true);
        value->setTextFormat(Qt::PlainText);
        grid->addWidget(label, line, 0, Qt::AlignTop);
        grid->addWidget(value, line, 1);
        ++line;
    }
    m_column->insertWidget(3, m_rows);
    m_rows->setVisible(line > 0);
}

QWidget* FindingCard::addButton(const QString& text, const QString& tip, const std::function<void()>& work)
{
    auto* button = new QPushButton(text, m_buttons);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setMinimumHeight(px(28));
    connect(button, &QPushButton::clicked, this, work);
    m_buttons->layout()->addWidget(button);
    return button;
}

void FindingCard::fillButtons()
{
    delete m_buttons;
    m_buttons = new QWidget(this);
    auto* flow = new FlowLayout(px(8), px(8));
    flow->setContentsMargins(0, 0, 0, 0);
    m_buttons->setLayout(flow);
    for (const doctor::Fix& fix : m_card.fixes) {
        const QString command = QString::fromStdString(fix.command);
        auto* button = addButton(doctorText(fix.label), command.isEmpty() ? QString::fromStdString(fix.text) : command,
                                 [this, fix] { m_repair->run(fix); });
        button->setEnabled(m_repair->can(fix));
        if (!command.isEmpty() && m_size == Size::Full)
            addButton(tr("Copy the AWS CLI command"), command, [this, command] {
                QGuiApplication::clipboard()->setText(command);
                m_told->setText(tr("Copied."));
                m_told->setVisible(true);
            });
    }
    addButton(tr("Why?"), tr("What is behind it"), [this] { m_why->setVisible(!m_why->isVisible()); });
    addButton(tr("Copy report"), tr("As text to hand on; keys, addresses and accounts are masked"), [this] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(doctor::report(m_card)));
        m_told->setText(tr("The report is in the clipboard."));
        m_told->setVisible(true);
    });
    addButton(tr("Understood"), tr("Moves the card to what I learned; it comes back if it happens again"),
              [this] { m_model.dismiss(m_card.code, m_card.key); });
    m_column->addWidget(m_buttons);
    m_buttons->show();
}

void FindingCard::choosePolicy(const QStringList& policies, const QString& certificateArn)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& policy : policies)
        menu->addAction(policy, this,
                        [this, policy, certificateArn] { m_repair->attach(policy, certificateArn.toStdString()); });
    menu->popup(m_buttons->mapToGlobal(QPoint(0, m_buttons->height())));
}

void FindingCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Role role = roleOf(m_card.confidence);
    painters::roundedRect(painter, rect(), painters::kCardRadius, color(Role::Raised),
                          color(hasFocus() ? Role::Information : Role::Hairline));
    painter.fillRect(QRect(0, px(12), px(3), height() - px(24)), color(role));
}

} // namespace greensward::ui
