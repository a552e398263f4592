// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/card.h"

#include <QString>

namespace greensward::ui {

/// The term that keeps what a row of a card is about: its topic, its shadow, its client; else that of the card.
QString termOf(const doctor::Card& card, const doctor::Row& row);
/// What happened to the client of the card; empty when the card is about none.
QString termOf(const doctor::Card& card);

} // namespace greensward::ui
