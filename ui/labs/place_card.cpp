// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/place_card.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/labs/lab_model.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

PlaceCard::PlaceCard(LabModel& model, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(8), px(16), px(4));
    column->setSpacing(px(6));
    const bool isElsewhere = !model.place().host.isEmpty();
    auto* told = new RoleLabel(TextStyle::Secondary, isElsewhere ? Role::Information : Role::MutedText,
                               isElsewhere ? tr("In the cloud of a class: %1, as %2").arg(model.place().host, model.place().person)
                                           : tr("In this workspace's own cloud"),
                               this);
    told->setWordWrap(true);
    column->addWidget(told);
    auto* change = new QPushButton(isElsewhere ? tr("Leave the class") : tr("Join a class …"), this);
    change->setObjectName(QStringLiteral("place"));
    change->setToolTip(isElsewhere ? tr("Back to this workspace's own cloud")
                                   : tr("With the folder that the instructor gave you: its cloud takes the place of this "
                                        "workspace's for labs and Security"));
    setKind(*change, ButtonKind::Quiet);
    column->addWidget(change, 0, Qt::AlignLeft);
    connect(change, &QPushButton::clicked, this, [this, &model] { changePlace(*this, model); });
    setVisible(model.isPossible());
}

void changePlace(QWidget& above, LabModel& model)
{
    if (!model.place().host.isEmpty())
        return model.askForPlace({});
    const QString folder =
        QFileDialog::getExistingDirectory(&above, PlaceCard::tr("The folder of your seat in the class (greensward-seat-…)"));
    if (!folder.isEmpty())
        model.askForPlace(folder);
}

} // namespace greensward::ui
