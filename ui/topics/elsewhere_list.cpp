// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/elsewhere_list.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/brokers_model.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/origin_key.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kMostBranches = 64;
constexpr int kShownPayload = 60;

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

ElsewhereList::ElsewhereList(EngineMirror& mirror, QWidget* parent) : QWidget(parent), m_mirror(mirror)
{
    setAccessibleName(tr("The same topic at other brokers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), 0, px(12), px(6));
    column->setSpacing(px(2));
    connect(&mirror.topics(), &TopicTreeModel::valuesChanged, this, [this] {
        if (m_lines.empty() || isVisible())
            look();
    });
    connect(&mirror.model<IgnoredFields>(), &IgnoredFields::changed, this, [this] { show(m_message); });
    hide();
}

void ElsewhereList::show(const InspectedMessage& message)
{
    m_message = message;
    for (Line& line : m_lines)
        line.count = 0; // told anew
    look();
}

QStringList ElsewhereList::texts() const
{
    QStringList texts;
    for (const Line& line : m_lines)
        texts << line.row->accessibleName();
    return texts;
}

/// The workspace's own gateway, brokers that are connected, and those a capture was told of.
QStringList ElsewhereList::origins() const
{
    QStringList origins{QString()};
    origins += m_mirror.model<BrokersModel>().names();
    const TopicTreeModel& tree = m_mirror.topics();
    for (int row = 0; row < std::min(tree.rowCount(), kMostBranches); ++row) {
        const QModelIndex branch = tree.index(row, 0);
        if (!branch.data(TopicTreeModel::EndpointRole).toBool())
            break; // there are no brokers above the topics
        if (const QString origin = originOfKey(branch.data(TopicTreeModel::PathRole).toString());
            !origins.contains(origin))
            origins << origin;
    }
    return origins;
}

/// What may be asked every frame: the tree knows the newest of a topic, the log would have to look for it.
std::vector<TopicTreeModel::LastMessage> ElsewhereList::others() const
{
    std::vector<TopicTreeModel::LastMessage> found;
    if (!m_message.isMessage())
        return found;
    const QString own = originOfKey(m_message.object);
    const std::string name = nameOfKey(m_message.object).toStdString();
    for (const QString& origin : origins())
        if (origin != own && found.size() < kMost)
            if (auto last = m_mirror.topics().lastMessage(originKey(origin.toStdString(), name)))
                found.push_back(std::move(*last));
    return found;
}

QString ElsewhereList::sentence(const InspectedMessage& other) const
{
    const QString origin = originOfKey(other.object);
    const QString where = origin.isEmpty() ? tr("also at this gateway") : tr("also at %1").arg(origin);
    const QString value = oneLine(viewOf(other.payload), kShownPayload);
    const auto isTrimmed = [](const InspectedMessage& one) {
        return static_cast<std::size_t>(one.payload.size()) < one.size;
    };
    QString differs;
    if (isTrimmed(other) || isTrimmed(m_message)) // of parts nobody can say
        return QStringLiteral("%1: %2").arg(where, value);
    if (other.payload == m_message.payload) {
        differs = tr("the same");
    } else if (std::max(other.payload.size(), m_message.payload.size()) > kMostCompared) {
        differs = tr("differs");
    } else {
        const PayloadDifference found =
            difference(viewOf(other.payload), viewOf(m_message.payload), m_mirror.model<IgnoredFields>().fields());
        const int counted = static_cast<int>(found.changes.size()) - found.ignored;
        differs = !found.comparable ? tr("differs")
                  : counted == 0    ? tr("the same content")
                  : counted == 1    ? tr("1 field differs")
                                    : tr("%1 fields differ").arg(counted);
    }
    return tr("%1: %2 · %3").arg(where, value.isEmpty() ? tr("empty") : value, differs);
}

void ElsewhereList::addLine(const QString& key)
{
    Line line;
    line.message.object = key;
    line.row = new QWidget(this);
    auto* row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    line.text = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideMiddle, line.row);
    line.compare = new QPushButton(tr("Compare"), line.row);
    line.compare->setMinimumHeight(px(24));
    setKind(*line.compare, ButtonKind::Quiet);
    row->addWidget(line.text, 1);
    row->addWidget(line.compare);
    connect(line.compare, &QPushButton::clicked, this, [this, key] {
        for (const Line& one : m_lines)
            if (one.message.object == key)
                return emit comparisonAsked(InspectedMessage(one.message));
    });
    layout()->addWidget(line.row);
    m_lines.push_back(line);
}

void ElsewhereList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
}

void ElsewhereList::look()
{
    const auto now = others();
    const bool same = std::equal(now.begin(), now.end(), m_lines.begin(), m_lines.end(),
                                 [](const auto& last, const Line& line) { return last.topic == line.message.object; });
    if (!same) {
        for (const Line& line : m_lines) {
            line.row->hide();
            line.row->deleteLater(); // its button may be the caller
        }
        m_lines.clear();
        for (const auto& last : now)
            addLine(last.topic);
        setVisible(!m_lines.empty());
    }
    for (std::size_t at = 0; at < now.size(); ++at)
        if (m_lines[at].count != now[at].count)
            tell(m_lines[at], now[at]);
}

void ElsewhereList::tell(Line& line, const TopicTreeModel::LastMessage& last)
{
    line.count = last.count;
    line.message.kind = trace::Kind::MessagePublished;
    line.message.time = last.time;
    line.message.flags = last.flags;
    line.message.payload = last.payload;
    line.message.size = last.size;
    const QString text = sentence(line.message);
    line.text->setText(text);
    line.row->setAccessibleName(text);
    line.compare->setAccessibleName(tr("Compare with %1").arg(text));
    line.row->setVisible(true);
}

} // namespace greensward::ui
