// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/way_choice.h"

#include "ui/kit/theme.h"

#include <QAbstractItemView>

namespace greensward::ui {

using simulator::Way;

WayChoice::WayChoice(const QString& device, QWidget* parent) : QComboBox(parent)
{
    setFixedHeight(px(28)); // it stands between two lines of text
    setAccessibleName(tr("Way of %1: direct messages or its shadow").arg(device));
    addItem(tr("Direct"), static_cast<int>(Way::Direct));
    addItem(tr("Shadow"), static_cast<int>(Way::Shadow));
    connect(this, &QComboBox::activated, this, [this](int at) { emit chosen(static_cast<Way>(itemData(at).toInt())); });
}

void WayChoice::setWay(Way way)
{
    if (view()->isVisible())
        return;
    setCurrentIndex(findData(static_cast<int>(way)));
    setToolTip(way == Way::Shadow
                   ? tr("By its shadow: what is desired waits in the cloud, and it catches up when it returns")
                   : tr("By direct messages: what is said while it is away is lost"));
}

std::pair<std::string, std::string> waterMessage(const simulator::DeviceView& device, bool on)
{
    const std::string command = on ? R"({"water":"on"})" : R"({"water":"off"})";
    if (device.way == Way::Shadow)
        return {"$aws/things/" + device.id + "/shadow/update", R"({"state":{"desired":)" + command + "}}"};
    return {device.topic, command};
}

} // namespace greensward::ui
