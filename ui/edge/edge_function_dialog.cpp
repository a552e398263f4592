// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/edge_function_dialog.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

namespace greensward::ui {

namespace {

QSpinBox* spin(int least, int most, int step, const QString& unit, const QString& name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setSuffix(unit);
    box->setAccessibleName(name);
    return box;
}

} // namespace

EdgeFunctionDialog::EdgeFunctionDialog(EdgeDesk& desk, std::string group, std::string function, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_group(std::move(group))
    , m_function(std::move(function))
    , m_choice(new QComboBox(this))
    , m_pinned(new QCheckBox(tr("Long-lived: starts with the core and stays"), this))
    , m_memory(spin(1, 16 * 1024 * 1024, 1024, tr(" KB"), tr("Memory in kilobytes"), this))
    , m_timeout(spin(1, 2'147'483, 1, tr(" s"), tr("Timeout in seconds"), this))
    , m_variables(new QPlainTextEdit(this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_take(new QPushButton(m_function.empty() ? tr("Add") : tr("OK"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_function.empty() ? tr("Add a function") : tr("%1 on the core").arg(endLabel(m_function)));
    setMinimumWidth(px(480));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    const auto label = [this, grid](const QString& text, int row, Qt::Alignment alignment = {}) {
        grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, text, this), row, 0, alignment);
    };
    label(tr("Function"), 0);
    label(tr("Life"), 1);
    label(tr("Memory"), 2);
    label(tr("Timeout"), 3);
    label(tr("Environment"), 4, Qt::AlignTop);
    m_choice->setAccessibleName(tr("Published version or alias of a function"));
    m_pinned->setToolTip(tr("Else a process comes when there is work, and several at once when there is much"));
    m_variables->setAccessibleName(tr("Environment: NAME=value, one a line"));
    m_variables->setPlaceholderText(QStringLiteral("LIMIT=12"));
    m_variables->setFont(fontOf(TextStyle::Mono));
    m_variables->setTabChangesFocus(true);
    m_variables->setFixedHeight(px(76));
    auto* told = new RoleLabel(
        TextStyle::Secondary, Role::MutedText,
        tr("A core counts memory in kilobytes and runs published versions alone; an alias means the version "
           "that it points to when the group is deployed. The role of the function does not count there."),
        this);
    told->setWordWrap(true);
    m_said->setWordWrap(true);
    grid->addWidget(m_choice, 0, 1);
    grid->addWidget(m_pinned, 1, 1);
    grid->addWidget(m_memory, 2, 1);
    grid->addWidget(m_timeout, 3, 1);
    grid->addWidget(m_variables, 4, 1);
    grid->addWidget(m_said, 5, 1);
    grid->addWidget(told, 6, 0, 1, 2);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    setKind(*m_take, ButtonKind::Primary);
    m_take->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_take);
    grid->addLayout(row, 7, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    const auto* known = m_desk.content(m_group).function(m_function);
    const EdgeFunctionSettings settings = known ? settingsOf(*known) : EdgeFunctionSettings{};
    m_pinned->setChecked(settings.pinned);
    m_memory->setValue(settings.memoryKB);
    m_timeout->setValue(settings.timeoutSeconds);
    QStringList lines;
    for (const auto& [name, value] : settings.variables)
        lines << name + QLatin1Char('=') + value;
    m_variables->setPlainText(lines.join(QLatin1Char('\n')));
    connect(m_variables, &QPlainTextEdit::textChanged, this, &EdgeFunctionDialog::check);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &EdgeFunctionDialog::check);
    connect(m_choice, &QComboBox::activated, this, &EdgeFunctionDialog::proposeSpool);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &EdgeFunctionDialog::take);
    if (known) {
        m_choice->addItem(endLabel(m_function), toQString(m_function));
        m_choice->setEnabled(false);
        m_pinned->setFocus();
    } else {
        m_choice->setFocus();
        m_choice->setPlaceholderText(tr("Asking the account …"));
        desk.offerFunctions(m_group,
                            [self = QPointer(this)](const std::vector<MemberOffer>& offers, const QString& problem) {
                                if (self)
                                    self->fill(offers, problem);
                            });
    }
    check();
}

void EdgeFunctionDialog::fill(const std::vector<MemberOffer>& offers, const QString& problem)
{
    for (const MemberOffer& one : offers)
        m_choice->addItem(toQString(one.name), toQString(one.arn));
    if (!m_desk.content(m_group).function(kSpoolerArn))
        m_choice->addItem(tr("Spool of the core: where messages wait for the cloud"), QLatin1String(kSpoolerArn));
    m_choice->setPlaceholderText({});
    m_choice->setCurrentIndex(offers.empty() ? -1 : 0);
    check();
    if (offers.empty()) {
        m_said->setText(problem.isEmpty()
                            ? tr("No function has a published version that is not in the group yet: Functions → More → "
                                 "Publish version.")
                            : problem);
        m_said->show();
    }
}

/// What the spool is without being told otherwise, but for the disk: that is what one adds it for.
void EdgeFunctionDialog::proposeSpool()
{
    if (!isSpooler(m_choice->currentData().toString().toStdString()) || !m_variables->toPlainText().isEmpty())
        return;
    m_pinned->setChecked(true);
    m_memory->setValue(32768);
    m_variables->setPlainText(QStringLiteral("GG_CONFIG_STORAGE_TYPE=FileSystem\nGG_CONFIG_MAX_SIZE_BYTES=2621440"));
}

std::optional<EdgeFunctionSettings> EdgeFunctionDialog::settings() const
{
    EdgeFunctionSettings settings{.pinned = m_pinned->isChecked(),
                                  .memoryKB = m_memory->value(),
                                  .timeoutSeconds = m_timeout->value(),
                                  .variables = {}};
    for (const QString& line : m_variables->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto at = line.indexOf(QLatin1Char('='));
        if (at <= 0)
            return std::nullopt;
        settings.variables[line.left(at).trimmed()] = line.mid(at + 1);
    }
    return settings;
}

void EdgeFunctionDialog::check()
{
    const bool isWell = settings().has_value();
    m_said->setText(isWell ? QString() : tr("The environment is one NAME=value a line."));
    m_said->setVisible(!isWell);
    m_take->setEnabled(isWell && m_choice->currentIndex() >= 0);
}

void EdgeFunctionDialog::take()
{
    const auto wanted = settings();
    const std::string arn = m_choice->currentData().toString().toStdString();
    if (!wanted || arn.empty())
        return;
    m_desk.edit(m_group, [&](GroupContent& content) {
        if (content.function(arn))
            content.setFunction(arn, *wanted);
        else
            content.addFunction(arn, *wanted);
    });
    accept();
}

} // namespace greensward::ui
