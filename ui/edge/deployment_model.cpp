// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/deployment_model.h"

#include "ui/edge/edge_desk.h"
#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>

namespace greensward::ui {

namespace {

// The role of the table of colours; the model's own roles hide the name.
using Ink = ui::Role;

Ink inkOf(const QString& status)
{
    if (status == QLatin1String("Success"))
        return Ink::Accent;
    if (status == QLatin1String("Failure"))
        return Ink::Lost;
    return Ink::Information;
}

} // namespace

QString deploymentStatusText(const QString& status)
{
    const auto said = [](const char* text) { return QCoreApplication::translate("DeploymentModel", text); };
    if (status == QLatin1String("Building"))
        return said(QT_TRANSLATE_NOOP("DeploymentModel", "Building"));
    if (status == QLatin1String("InProgress"))
        return said(QT_TRANSLATE_NOOP("DeploymentModel", "In progress"));
    if (status == QLatin1String("Success"))
        return said(QT_TRANSLATE_NOOP("DeploymentModel", "Success"));
    if (status == QLatin1String("Failure"))
        return said(QT_TRANSLATE_NOOP("DeploymentModel", "Failure"));
    return status;
}

DeploymentModel::DeploymentModel(EngineMirror& mirror, EdgeDesk& desk, QObject* parent)
    : QAbstractListModel(parent), m_mirror(mirror), m_desk(desk)
{
    connect(&desk, &EdgeDesk::contentChanged, this, &DeploymentModel::follow);
    connect(&desk.book(), &GroupBook::stateChanged, this, &DeploymentModel::follow);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] { // "4 s ago"
        if (!m_deployments.empty() && !m_mirror.isPaused())
            emit dataChanged(index(0), index(rowCount() - 1), {WhenRole});
    });
}

void DeploymentModel::setGroup(const std::string& id)
{
    m_group = id;
    follow(id);
}

/// A new one comes in at the top; what is there changes in its place.
void DeploymentModel::follow(const std::string& id)
{
    if (id != m_group)
        return;
    const auto& now = m_desk.book().state(m_group).deployments;
    if (now == m_deployments)
        return;
    const bool isSameList = std::equal(now.begin(), now.end(), m_deployments.begin(), m_deployments.end(),
                                       [](const auto& one, const auto& other) { return one.id == other.id; });
    if (isSameList) {
        m_deployments = now;
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_deployments = now;
    endResetModel();
}

int DeploymentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_deployments.size());
}

QVariant DeploymentModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const DeploymentEntry& one = at(index.row());
    const auto title = [&one] {
        if (one.type == QLatin1String("ForceResetDeployment"))
            return tr("Reset, forced");
        if (one.isReset())
            return tr("Reset");
        return one.type == QLatin1String("Redeployment") ? tr("Deployed again") : tr("Deployment");
    };
    const auto when = [this, &one] {
        const Duration age = std::max(Duration{}, Duration(m_mirror.now() - one.created));
        const QString ago = age < std::chrono::seconds(1) ? ageText(age) : tr("%1 ago").arg(ageText(age));
        return clockText(one.created).left(8) + QStringLiteral(" · ") + ago;
    };
    const auto said = [&one] {
        QStringList parts;
        if (!one.problem.isEmpty())
            parts << one.problem;
        if (!one.coreSaid.isEmpty() && one.coreSaid != one.problem)
            parts << tr("Core: %1").arg(one.coreSaid);
        if (parts.isEmpty() && one.status == QLatin1String("InProgress"))
            parts << tr("Waits for the core, which fetches it once it is connected");
        return parts.join(QStringLiteral(" · "));
    };
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return title();
    case WhenRole:
        return when();
    case StatusRole:
        return deploymentStatusText(one.status);
    case SaidRole:
        return said();
    case InkRole:
        return static_cast<int>(inkOf(one.status));
    case StepsRole: {
        QVariantList steps;
        for (const auto& [name, at] : one.steps)
            steps << QVariantMap{{QStringLiteral("name"), deploymentStatusText(name)},
                                 {QStringLiteral("at"), clockText(at).left(8)},
                                 {QStringLiteral("ink"), static_cast<int>(inkOf(name))}};
        return steps;
    }
    case Qt::ToolTipRole:
        return one.details.isEmpty() ? said() : one.details.join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
        return QStringList{title(), when(), deploymentStatusText(one.status), said()}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace greensward::ui
