// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QString>

#include <map>
#include <vector>

namespace greensward::ui {

class EngineMirror;

struct TestEvent
{
    QString name;
    QString payload;
    bool operator==(const TestEvent&) const = default;
};

/// The events that functions are tried with, by function. Kept in console/functions.json below the workspace's data
/// directory: what is written there soon after it was typed.
class TestEvents final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 50; ///< of one function
    static constexpr qsizetype kLargest = 256 * 1024;

    explicit TestEvents(EngineMirror& mirror, QObject* parent = nullptr);
    ~TestEvents() override;

    /// At least one.
    std::vector<TestEvent> of(const QString& function) const;
    /// A name that none of the function's events has: "test", "test 2".
    QString freeName(const QString& function, const QString& wanted) const;
    /// Made or replaced. Answers why not, or an empty text.
    QString write(const QString& function, const TestEvent& event);
    void rename(const QString& function, const QString& name, const QString& to);
    /// The last one stays as an empty event.
    void remove(const QString& function, const QString& name);
    void forget(const QString& function);
    /// Why the last change is not on disk; empty when it is.
    const QString& problem() const { return m_problem; }

signals:
    /// Events came, went or were renamed.
    void changed(const QString& function);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void load();
    void keep();
    void keepSoon();

    EngineMirror& m_mirror;
    std::map<QString, std::vector<TestEvent>> m_events;
    QBasicTimer m_soon;
    QString m_problem;
};

} // namespace greensward::ui
