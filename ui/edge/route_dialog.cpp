// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/route_dialog.h"

#include "ui/edge/route_matrix.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace greensward::ui {

RouteDialog::RouteDialog(RouteMatrix& matrix, const QModelIndex& cell, QWidget* parent)
    : QDialog(parent)
    , m_matrix(matrix)
    , m_source(matrix.end(cell.row()).value)
    , m_target(matrix.end(cell.column()).value)
    , m_list(new QListWidget(this))
    , m_subject(new QLineEdit(this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_take(new QPushButton(tr("OK"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QString source = matrix.end(cell.row()).label;
    const QString target = matrix.end(cell.column()).label;
    setWindowTitle(tr("Routes from %1 to %2").arg(source, target));
    setMinimumWidth(px(460));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(8));
    column->addWidget(
        new RoleLabel(TextStyle::Title, Role::Text, tr("%1 → %2", "source, target").arg(source, target), this));
    auto* told =
        new RoleLabel(TextStyle::Secondary, Role::MutedText,
                      tr("What %1 publishes on a topic that matches one of these subjects reaches %2. + stands for one "
                         "level, # for all that follow.")
                          .arg(source, target),
                      this);
    told->setWordWrap(true);
    column->addWidget(told);
    m_list->setAccessibleName(tr("Subjects of the routes"));
    m_list->setFont(fontOf(TextStyle::Mono));
    m_list->setFixedHeight(px(120));
    for (const QString& one : cell.data(RouteMatrix::SubjectsRole).toStringList()) {
        auto* item = new QListWidgetItem(one, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setVisible(m_list->count() > 0);
    column->addWidget(m_list);
    m_subject->setAccessibleName(tr("Subject of a new route"));
    m_subject->setPlaceholderText(tr("A topic or a filter, for example lawn/+/moisture"));
    m_subject->setFont(fontOf(TextStyle::Mono));
    auto* row = new QHBoxLayout;
    auto* more = new QPushButton(tr("Add another"), this);
    more->setAutoDefault(false);
    auto* remove = new QPushButton(tr("Remove"), this);
    remove->setAccessibleName(tr("Remove the chosen subject"));
    remove->setAutoDefault(false);
    setKind(*remove, ButtonKind::Quiet);
    row->addWidget(m_subject, 1);
    row->addWidget(more);
    row->addWidget(remove);
    column->addLayout(row);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    auto* foot = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    setKind(*m_take, ButtonKind::Primary);
    m_take->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_take);
    column->addLayout(foot);
    propose(source, target);
    connect(m_subject, &QLineEdit::textChanged, this, &RouteDialog::check);
    connect(m_list, &QListWidget::itemChanged, this, &RouteDialog::check);
    connect(more, &QPushButton::clicked, this, &RouteDialog::add);
    connect(remove, &QPushButton::clicked, this, &RouteDialog::removeChosen);
    auto* deletion = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    deletion->setContext(Qt::WidgetShortcut);
    connect(deletion, &QShortcut::activated, this, &RouteDialog::removeChosen);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &RouteDialog::take);
    m_subject->setFocus();
    check();
}

/// With the shadow service only certain topics mean anything.
void RouteDialog::propose(const QString& source, const QString& target)
{
    QStringList known;
    const auto shadowOf = [](const QString& thing) { return QStringLiteral("$aws/things/%1/shadow/").arg(thing); };
    if (m_target == kShadowEnd && m_source != kCloudEnd)
        for (const char* verb : {"update", "get", "delete"})
            known << shadowOf(source) + QLatin1String(verb);
    if (m_source == kShadowEnd && m_target != kCloudEnd)
        for (const char* verb :
             {"update/delta", "update/accepted", "update/rejected", "get/accepted", "get/rejected", "update/documents"})
            known << shadowOf(target) + QLatin1String(verb);
    if (known.isEmpty())
        return;
    auto* completer = new QCompleter(known, m_subject);
    completer->setFilterMode(Qt::MatchContains);
    m_subject->setCompleter(completer);
    if (m_list->count() == 0) {
        m_subject->setText(known.front());
        m_subject->selectAll();
    }
}

QStringList RouteDialog::subjects() const
{
    QStringList all;
    for (int at = 0; at < m_list->count(); ++at)
        if (const QString one = m_list->item(at)->text().trimmed(); !one.isEmpty() && !all.contains(one))
            all << one;
    if (const QString one = m_subject->text().trimmed(); !one.isEmpty() && !all.contains(one))
        all << one;
    return all;
}

void RouteDialog::check()
{
    QString problem;
    for (const QString& one : subjects())
        if (problem.isEmpty())
            problem = subjectProblem(one);
    m_said->setText(problem);
    m_said->setVisible(!problem.isEmpty());
    m_take->setEnabled(problem.isEmpty());
}

void RouteDialog::add()
{
    const QString subject = m_subject->text().trimmed();
    if (subjectProblem(subject).isEmpty() && m_list->findItems(subject, Qt::MatchExactly).isEmpty()) {
        auto* item = new QListWidgetItem(subject, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        m_list->show();
        m_subject->clear();
    }
    m_subject->setFocus();
}

void RouteDialog::removeChosen()
{
    delete m_list->currentItem();
    check();
}

void RouteDialog::take()
{
    // The group may have been changed meanwhile: the ends count, not their places.
    const int row = m_matrix.placeOf(m_source);
    const int column = m_matrix.placeOf(m_target);
    if (row >= 0 && column >= 0)
        m_matrix.setSubjects(m_matrix.index(row, column), subjects());
    accept();
}

} // namespace greensward::ui
