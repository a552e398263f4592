// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/configuration_page.h"

#include "ui/functions/function_desk.h"
#include "ui/functions/variables_model.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/number_text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
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

ConfigurationPage::ConfigurationPage(FunctionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_handler(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_timeout(spin(1, 900, 1, tr(" s"), tr("Timeout in seconds"), this))
    , m_memory(spin(128, 10240, 64, tr(" MB"), tr("Memory in megabytes"), this))
    , m_variables(new VariablesModel(this))
    , m_table(new ListTable(*m_variables, tr("Environment variables"), this))
    , m_role(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(16), px(8), px(16), px(8));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    const auto label = [this, grid](const QString& text, int row, int column) {
        grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, text, this), row, column);
    };
    label(tr("Handler"), 0, 0);
    label(tr("Description"), 1, 0);
    label(tr("Timeout"), 2, 0);
    label(tr("Memory"), 2, 2);
    label(tr("Environment"), 3, 0);
    m_handler->setAccessibleName(tr("Handler: file and function"));
    m_handler->setToolTip(tr("File and function that is called: index.handler is handler in index.py"));
    m_handler->setFont(fontOf(TextStyle::Mono));
    m_description->setAccessibleName(tr("Description"));
    grid->addWidget(m_handler, 0, 1, 1, 3);
    grid->addWidget(m_description, 1, 1, 1, 3);
    grid->addWidget(m_timeout, 2, 1);
    grid->addWidget(m_memory, 2, 3);
    auto* remove = new QPushButton(tr("Remove"), this);
    setKind(*remove, ButtonKind::Quiet);
    remove->setAccessibleName(tr("Remove the chosen variable"));
    grid->addWidget(remove, 3, 3, Qt::AlignRight);
    m_table->setColumns({180, 0});
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed); // and opened
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    grid->addWidget(m_table, 4, 0, 1, 4);
    m_role->setWordWrap(true);
    grid->addWidget(m_role, 5, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setRowStretch(4, 1);
    connect(m_handler, &QLineEdit::textEdited, this, &ConfigurationPage::takeEdits);
    connect(m_description, &QLineEdit::textEdited, this, &ConfigurationPage::takeEdits);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ConfigurationPage::takeEdits);
    connect(m_memory, &QSpinBox::valueChanged, this, &ConfigurationPage::takeEdits);
    connect(m_variables, &VariablesModel::edited, this, &ConfigurationPage::takeEdits);
    connect(remove, &QPushButton::clicked, this, [this] { m_variables->remove(m_table->currentIndex().row()); });
    connect(m_table, &ListTable::opened, m_table, qOverload<const QModelIndex&>(&QAbstractItemView::edit));
    if (!desk.account().isThere()) {
        m_variables->setReadOnly(true);
        disableInCapture(*this);
    }
}

void ConfigurationPage::setFunction(const QString& name)
{
    m_function = name;
    refresh();
}

void ConfigurationPage::refresh()
{
    const FunctionEntry* entry = m_desk.account().find(m_function);
    if (!entry)
        return;
    const QScopedValueRollback quiet(m_filling, true);
    const auto& draft = m_desk.draft(m_function).settings();
    const FunctionSettings& settings = draft ? *draft : entry->settings;
    if (m_handler->text() != settings.handler)
        m_handler->setText(settings.handler);
    if (m_description->text() != settings.description)
        m_description->setText(settings.description);
    m_timeout->setValue(settings.timeoutSeconds);
    m_memory->setValue(settings.memoryMB);
    m_variables->set(settings.variables);
    m_role->setText(tr("%1 · package of %2 · runs as %3")
                        .arg(settings.runtime, byteText(static_cast<quint64>(entry->codeSize)),
                             entry->role.section(QLatin1Char('/'), -1)));
}

QWidget* ConfigurationPage::firstStop() const
{
    return m_handler;
}

void ConfigurationPage::takeEdits()
{
    const FunctionEntry* entry = m_desk.account().find(m_function);
    if (m_filling || !entry)
        return;
    m_desk.set(m_function, {.runtime = entry->settings.runtime,
                            .handler = m_handler->text().trimmed(),
                            .description = m_description->text(),
                            .timeoutSeconds = m_timeout->value(),
                            .memoryMB = m_memory->value(),
                            .variables = m_variables->variables()});
}

} // namespace greensward::ui
