// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/shadow_document.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>
#include <vector>

namespace greensward::ui {

/// What the table of fields is made of.
struct ShadowPicture
{
    ShadowDocument document;
    std::map<QString, WallTime> differences; ///< since when, by path; empty where it is not known
    struct Writer
    {
        QString who;
        QString when;
    };
    std::map<std::pair<bool, QString>, Writer> writers; ///< by section (desired is true) and path
    WallTime now{};
};

/// A shadow's document field by field: desired, reported, how they differ, who wrote them. Objects fold. When a new
/// picture has the shape of the old one only values change, and views keep their place.
class ShadowFieldsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Field, Desired, Reported, Delta, Writer, kColumnCount };
    enum Role {
        StateRole = Qt::UserRole,
        ChangedRole, ///< bool: this value is another one than a moment ago (until forgetChanges())
        TypeRole,    ///< QString: the type in words, where the types of the two differ
        PathRole,    ///< QString
    };
    enum class State {
        Same,
        Differs,      ///< another value is reported
        TypeDiffers,  ///< another type, which no device can make good
        NotReported,  ///< desired alone
        ReportedOnly, ///< nothing is desired
        Within,       ///< an object whose fields differ
    };
    Q_ENUM(State)

    explicit ShadowFieldsModel(QObject* parent = nullptr);
    ~ShadowFieldsModel() override;

    void setPicture(ShadowPicture picture);
    const ShadowDocument& document() const { return m_picture.document; }
    /// Another shadow, or another version of it: what is different from before has not just changed.
    void clear();
    void setEditable(bool editable);
    /// A person begins to type: whatever comes meanwhile, this is the document they look at.
    void beginEdit() { m_editBase = m_picture.document; }
    const ShadowDocument& editBase() const { return m_editBase; }
    void forgetChanges();
    bool hasChanges() const { return m_changed; }
    int differences() const { return m_differing; }

    ShadowPath pathOf(const QModelIndex& index) const;
    const boost::json::value* desiredAt(const QModelIndex& index) const;
    const boost::json::value* reportedAt(const QModelIndex& index) const;
    QModelIndex find(const ShadowPath& path) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks: the value is shown once the cloud has accepted it. Always false.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void editAsked(const greensward::ui::ShadowPath& path, const QString& typed);

private:
    struct Node;
    std::unique_ptr<Node> build(const ShadowPicture& picture) const;
    Node* nodeOf(const QModelIndex& index) const;
    static bool sameShape(const Node& one, const Node& other);
    static bool sameValues(const Node& one, const Node& other); ///< of the same shape
    void takeValues(Node& old, Node& fresh, bool keepsMarks);
    QModelIndex indexOf(const Node& node, int column) const;
    QString deltaText(const Node& node) const;
    QString writerText(const Node& node) const;
    QString tipText(const Node& node) const;
    static QString valueText(const Node& node, bool desired);

    ShadowPicture m_picture;
    ShadowDocument m_editBase;
    std::unique_ptr<Node> m_root;
    bool m_editable = false;
    bool m_changed = false;
    int m_differing = 0;
};

} // namespace greensward::ui
