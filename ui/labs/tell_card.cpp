// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/tell_card.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/labs/progress_teller.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

TellCard::TellCard(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_teller(mirror.model<ProgressTeller>())
    , m_brokers(mirror.model<BrokersModel>())
    , m_box(new QCheckBox(this))
    , m_fields(new QWidget(this))
    , m_teach(nullptr)
    , m_name(new QLineEdit(m_teller.name(), m_fields))
    , m_where(new QComboBox(m_fields))
    , m_told(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_fields))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(8), px(12), px(8));
    column->setSpacing(px(6));
    m_box->setObjectName(QStringLiteral("tell"));
    m_box->setAccessibleName(tr("Tell the instructor how I am doing"));
    m_box->setToolTip(tr("Your lab, your step and the codes of the doctor's open cards, under a name of your choice. "
                         "Nothing else, and only while this is ticked. Whoever may listen at that broker can read it."));
    m_box->setMinimumHeight(px(24));
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(px(6));
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setMaxLength(static_cast<int>(ClassReport::kLongestName));
    m_name->setPlaceholderText(tr("Any name"));
    m_name->setAccessibleName(tr("Name that the class sees"));
    m_name->setMinimumHeight(px(28));
    m_where->setAccessibleName(tr("Where the class is"));
    m_where->setMinimumHeight(px(28));
    m_where->setMinimumContentsLength(8);
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    form->addRow(tr("as"), m_name);
    form->addRow(tr("at"), m_where);
    form->addRow(m_told);
    auto* teach = new QPushButton(tr("I teach: show the class"), this);
    setKind(*teach, ButtonKind::Quiet);
    m_teach = teach;
    column->addWidget(m_box);
    column->addWidget(m_fields);
    column->addWidget(teach, 0, Qt::AlignLeft);

    m_box->setChecked(m_teller.isOn());
    m_box->setEnabled(m_teller.isPossible());
    connect(m_box, &QCheckBox::toggled, this, [this](bool on) {
        m_teller.setOn(on);
        follow();
        if (on && m_name->text().isEmpty())
            m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] { m_teller.setName(m_name->text().trimmed()); });
    connect(m_where, &QComboBox::activated, this, [this] { m_teller.setBroker(m_where->currentData().toString()); });
    connect(teach, &QPushButton::clicked, this, &TellCard::classAsked);
    connect(&m_teller, &ProgressTeller::changed, this, &TellCard::follow);
    connect(&m_brokers, &BrokersModel::namesChanged, this, &TellCard::fillWhere);
    setTight(true);
    fillWhere();
    follow();
}

/// The connections there are, and the one that was chosen even while it is not there.
void TellCard::fillWhere()
{
    m_where->clear();
    m_where->addItem(tr("this console's own gateway"), QString());
    QStringList names = m_brokers.names();
    if (!m_teller.broker().isEmpty() && !names.contains(m_teller.broker()))
        names << m_teller.broker();
    for (const QString& name : std::as_const(names))
        m_where->addItem(name, name);
    m_where->setCurrentIndex(std::max(0, m_where->findData(m_teller.broker())));
}

void TellCard::follow()
{
    m_fields->setVisible(m_box->isChecked());
    m_teach->setVisible(!m_box->isChecked());
    const QString problem = m_teller.problem();
    m_told->setRole(problem.isEmpty() ? Role::MutedText : Role::Attention);
    m_told->setText(!problem.isEmpty() ? problem : toldText());
    m_told->setVisible(!m_told->text().isEmpty());
    m_told->setToolTip(problem.isEmpty() ? toQString(m_teller.toldJson()).toHtmlEscaped() : QString());
}

/// In words what is on its way, so that nobody wonders.
QString TellCard::toldText() const
{
    const ClassReport& told = m_teller.told();
    if (told.name.isEmpty())
        return {};
    QStringList what;
    if (told.lab == 0)
        what << tr("no lab");
    else if (told.step == 0)
        what << tr("lab %1 finished").arg(told.lab);
    else
        what << tr("lab %1, step %2 of %3").arg(told.lab).arg(told.step).arg(told.of);
    what << told.doctor;
    return tr("Told at %1: %2").arg(clockText(m_teller.toldAt()).left(8), what.join(QStringLiteral(", ")));
}

void TellCard::setTight(bool tight)
{
    m_box->setText(tight ? tr("Tell the instructor") : tr("Tell the instructor how I am doing"));
}

QString TellCard::told() const
{
    return m_told->text();
}

} // namespace greensward::ui
