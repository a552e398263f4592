// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter.h"
#include "fake_engine.h"

#include <memory>
#include <string>

namespace greensward::ui {

/// A fake engine with a real meter, which a test feeds by hand.
class MeteredEngine final : public FakeEngine
{
public:
    MeteredEngine() : m_meter(clock())
    {
        m_meter.setPrices({billing::shipped("aws-2017"), billing::shipped("aws-today")});
    }

    std::shared_ptr<const billing::Bill> bill() const override
    {
        return metered ? std::make_shared<const billing::Bill>(m_meter.bill()) : nullptr;
    }
    void resetMeter() override { m_meter.reset(); }
    void undoMeterReset() override { m_meter.undoReset(); }
    void rereadPrices() override
    {
        m_meter.setPrices({billing::shipped("aws-2017"), billing::shipped("aws-today")}, problems);
    }
    Result<std::string> ownPriceFile(const std::string& id) override
    {
        if (!fileProblem.empty())
            return failure(fileProblem);
        return "/workspace/prices/" + id + ".json";
    }

    billing::Meter& meter() { return m_meter; }
    bool metered = true;
    std::vector<std::string> problems;
    std::string fileProblem;

private:
    mutable billing::Meter m_meter;
};

} // namespace greensward::ui
