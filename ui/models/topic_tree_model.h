// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"
#include "ui/models/filter.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

struct TopicTreeLimits
{
    std::size_t topics = 200'000;         ///< nodes; messages on further topics are counted as unlisted
    std::size_t payloadBytes = 32u << 20; ///< newest payloads kept whole; beyond it they are cut to a line
};

/// Topics as a tree with counts, rate, the last value and its age. ingest() counts; publish() shows, once a frame: one
/// insertion per parent that grew, and one valuesChanged() for everything else, upon which a view repaints what is
/// visible. Of more than kFirstPage siblings the others are fetched as a view scrolls there.
///
/// Once a broker elsewhere is heard of, brokers are the first level: the workspace's own gateway and its siblings. The
/// path of a topic at one of those is its originKey().
///
/// A filter keeps the topics whose newest message it matches, and the branches above them. Nothing that is shown goes
/// while messages come: a topic that begins to match appears, one that ceases to stays until the filter changes.
class TopicTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Topic, Messages, Rate, Value, Age, kColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString, the whole topic
        LevelRole,               ///< QString, its last level as it is, also where that is empty
        StoredRole,              ///< bool, the broker keeps a retained message here
        DeliveredLateRole,       ///< bool, the newest event: a subscriber was handed the stored message
        LateRole,                ///< bool, quiet for more than three times its usual interval
        HasMessageRole,          ///< bool, a message came on this very topic
        OwnerRole,               ///< QString, the client that sent the newest message
        KeptRole,                ///< bool, the filter keeps this very topic (without one: all)
        EndpointRole,            ///< bool, the row is a broker, its topics are below
    };
    static constexpr int kFirstPage = 2000;
    static constexpr int kNextPage = 500;

    /// The newest message of a topic.
    struct LastMessage
    {
        QString topic;
        QByteArray payload;
        std::uint32_t size = 0; ///< of the message itself
        WallTime time{};
        std::uint8_t flags = 0;
        quint64 count = 0;
    };

    explicit TopicTreeModel(TopicTreeLimits limits = {}, QObject* parent = nullptr);
    ~TopicTreeModel() override;

    void ingest(const trace::Chunk& chunk);
    struct Message
    {
        std::string_view topic;
        std::string_view from;
        std::string_view payload;
        std::uint32_t size = 0;
        WallTime time{};
        std::uint8_t flags = 0;
        trace::EventId event = 0;
        std::string_view origin{}; ///< empty: the workspace's own gateway
    };
    void add(const Message& message);
    /// Shows what was ingested. Not called while the window is paused.
    void publish();
    /// Held: this tree alone stands still; what arrives is counted and shown when it is let go.
    void setHeld(bool held);
    bool isHeld() const { return m_held; }
    /// Messages since it is held.
    quint64 unseen() const { return m_unseen; }

    void setFilter(const Filter& filter);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    /// Topics with a message; of these, the ones that the filter keeps.
    std::size_t messageTopics() const { return m_leaves.size(); }
    std::size_t keptTopics() const { return isFiltered() ? m_keptTopics : m_leaves.size(); }
    /// The moment that ages are told from. True when an age shown may have changed.
    bool setNow(WallTime now);

    std::size_t topicCount() const { return m_nodeCount; }
    quint64 unlisted() const { return m_unlisted; }
    std::optional<LastMessage> lastMessage(const QModelIndex& index) const;
    /// The same of a topic's key, whether or not a row of it is there. Quick: may be asked every frame.
    std::optional<LastMessage> lastMessage(std::string_view key) const;
    QModelIndex indexOf(std::string_view topic) const;
    /// The same, fetching the rows on the way there. Invalid when there is none, or the filter hides it.
    QModelIndex fetch(std::string_view topic);
    /// The row with this PathRole, whether or not a message came on it; invalid when there is none.
    QModelIndex branch(const QString& path) const;
    /// The child with this level among the rows; invalid when there is none.
    QModelIndex childOf(const QModelIndex& parent, const QString& level) const;

    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Counts, values or ages of rows that exist already are new.
    void valuesChanged();
    /// Held, and more has come.
    void unseenChanged();

private:
    struct Node;
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::optional<LastMessage> lastMessage(const Node& node) const;
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node, int column = 0) const;
    Node* leaf(std::string_view origin, std::string_view topic);
    Node* brokerNode(std::string_view origin);
    void raiseBrokers();
    Node* child(Node& parent, std::string_view level);
    void count(Node& node, std::int64_t now);
    void noteRetained(const trace::Chunk& chunk, const trace::Event& event);
    void markDirty(Node& node);
    std::uint32_t ownerId(std::string_view owner);
    void takePending(Node& node);
    void announce(Node& node, int rows);
    int listSize(const Node& node) const;
    Node* listed(const Node& node, int row) const;
    bool isKnown(const Node& node) const;
    bool fits(const Node& node) const;
    void rebuildKept(Node& node);
    void keep(Node& node);
    std::string pathOf(const Node& node) const;
    QString text(const Node& node, Column column) const;
    QString hint(const Node& node) const;
    QString ageOf(const Node& node) const;
    double rateOf(const Node& node) const;
    bool isLate(const Node& node) const;

    TopicTreeLimits m_limits;
    std::unique_ptr<Node> m_root;
    Node* m_gateway = nullptr; ///< above the workspace's own topics, once there are others; null: they are at the root
    std::size_t m_nodeCount = 0;
    std::size_t m_payloadBytes = 0;
    quint64 m_unlisted = 0;
    std::unordered_map<std::string, Node*, TextHash, std::equal_to<>> m_leaves;
    std::vector<Node*> m_grown;
    std::vector<Node*> m_dirty;
    std::vector<std::string> m_owners; ///< by Node::State::owner; the first one is "nobody knows"
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_ownerIds;
    Filter m_filter;
    std::size_t m_keptTopics = 0;
    bool m_held = false;
    bool m_announcing = false;
    quint64 m_unseen = 0;
    WallTime m_now{};
    WallTime m_newest{}; ///< of the messages shown
};

} // namespace greensward::ui
