// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_desk.h"

#include <QObject>

namespace greensward::ui {

class EngineMirror;
class ShadowNotice;
class ShadowBook;

/// Carries a person's changes of desired to the cloud and tells how it went: asks before a type changes, sends only if
/// the document is still the one that was looked at, and shows a conflict with both writers.
class ShadowEditor final : public QObject
{
    Q_OBJECT

public:
    ShadowEditor(EngineMirror& mirror, ShadowNotice& notice, QObject* parent);

    /// typed into the desired cell of a field while the document was this one.
    void edit(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path, const QString& typed);
    /// value: nothing removes it. version: only if the document is still at it.
    void send(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path,
              std::optional<boost::json::value> value, std::optional<std::int64_t> version);
    void create(const ShadowName& name);
    void remove(const ShadowName& name, std::int64_t version);

    /// Whether updates name the version they are meant for.
    bool isConditional() const { return m_conditional; }
    void setConditional(bool conditional) { m_conditional = conditional; }

signals:
    void created(const greensward::ui::ShadowName& name);

private:
    void tellConflict(const ShadowName& name, const ShadowDocument& document, const ShadowPath& path,
                      const std::optional<boost::json::value>& value, std::int64_t version);
    void tellRefusal(const ShadowDesk::Outcome& outcome);

    EngineMirror& m_mirror;
    ShadowBook& m_book;
    ShadowDesk& m_desk;
    ShadowNotice& m_notice;
    bool m_conditional = true;
};

} // namespace greensward::ui
