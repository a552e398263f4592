// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/deployments_view.h"

#include "ui/edge/deployment_model.h"
#include "ui/kit/style_painters.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace greensward::ui {

using Model = DeploymentModel;

namespace {

constexpr int kHead = 22;
constexpr int kLine = 17;
constexpr int kTitle = 190; ///< from the left edge to the steps

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* view = qobject_cast<const QListView*>(option.widget);
        const int wide = view ? view->viewport()->width() : option.rect.width();
        const int said = saidHeight(index.data(Model::SaidRole).toString(), wide - px(28));
        return {px(80), px(kHead) + px(kLine) + said + px(12)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        row.index = index;
        painters::viewItem(row, *painter);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect area = option.rect.adjusted(px(16), px(6), -px(12), -px(4));
        painter->setFont(fontOf(TextStyle::Strong));
        painter->setPen(color(Role::Text));
        painter->drawText(QRect(area.left(), area.top(), px(kTitle), px(kHead)), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data(Model::TitleRole).toString());
        painter->setFont(fontOf(TextStyle::Caption));
        painter->setPen(color(Role::MutedText));
        painter->drawText(
            QRect(area.left(), area.top() + px(kHead), px(kTitle), px(kLine)), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(Model::WhenRole).toString(), Qt::ElideRight, px(kTitle)));
        paintSteps(*painter, area.adjusted(px(kTitle), 0, 0, 0), index.data(Model::StepsRole).toList());
        if (const QString said = index.data(Model::SaidRole).toString(); !said.isEmpty()) {
            painter->setFont(fontOf(TextStyle::Secondary));
            painter->setPen(color(
                static_cast<Role>(index.data(Model::InkRole).toInt()) == Role::Lost ? Role::Lost : Role::MutedText));
            painter->drawText(area.adjusted(0, px(kHead) + px(kLine), 0, 0),
                              Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, said);
        }
        painter->restore();
    }

private:
    static int saidHeight(const QString& said, int wide)
    {
        if (said.isEmpty())
            return 0;
        const QFontMetrics metrics(fontOf(TextStyle::Secondary));
        return metrics.boundingRect(QRect(0, 0, wide, 10'000), Qt::TextWordWrap, said).height() + px(2);
    }

    /// Dots on a line, their names beside them and their times below.
    static void paintSteps(QPainter& painter, const QRect& area, const QVariantList& steps)
    {
        if (steps.isEmpty())
            return;
        const int each = std::min(px(150), area.width() / static_cast<int>(steps.size()));
        const double y = area.top() + px(kHead) / 2.0;
        int x = area.left() + px(5);
        for (qsizetype at = 0; at < steps.size(); ++at) {
            const QVariantMap step = steps[at].toMap();
            const Role ink = static_cast<Role>(step[QStringLiteral("ink")].toInt());
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(ink));
            painter.drawEllipse(QPointF(x, y), px(4), px(4));
            painter.setFont(fontOf(TextStyle::Secondary));
            painter.setPen(color(Role::Text));
            const QString name = step[QStringLiteral("name")].toString();
            const int wide = painter.fontMetrics().horizontalAdvance(name);
            painter.drawText(QRect(x + px(9), area.top(), each - px(12), px(kHead)), Qt::AlignLeft | Qt::AlignVCenter,
                             name);
            if (at + 1 < steps.size() && each > wide + px(30)) {
                painter.setPen(QPen(color(Role::Hairline), px(2)));
                painter.drawLine(QPointF(x + px(15) + wide, y), QPointF(x + each - px(9), y));
            }
            painter.setFont(fontOf(TextStyle::Caption));
            painter.setPen(color(Role::MutedText));
            painter.drawText(QRect(x + px(9), area.top() + px(kHead), each - px(12), px(kLine)),
                             Qt::AlignLeft | Qt::AlignVCenter, step[QStringLiteral("at")].toString());
            x += each;
        }
    }
};

} // namespace

DeploymentsView::DeploymentsView(DeploymentModel& model, QWidget* parent) : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setAccessibleName(tr("Deployments of the group, newest first"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const auto&, const auto&, const QList<int>& roles) {
        if (roles.isEmpty()) // more is said of one: its row is higher
            scheduleDelayedItemsLayout();
    });
}

void DeploymentsView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(fontOf(TextStyle::Body));
    painter.setPen(color(Role::MutedText));
    painter.drawText(viewport()->rect().adjusted(px(16), px(4), -px(16), -px(4)), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Nothing was deployed yet. Deploying brings the group to its core."));
}

void DeploymentsView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines break elsewhere
}

} // namespace greensward::ui
