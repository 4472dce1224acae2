// Imports that were taken back, and what is needed to take one back.
#include <optional>

#include "history/event_rows.h"
#include "history/impl.h"

namespace vafa::history {
namespace {

// Bounds the memory of one page of events_beside.
constexpr std::int64_t kEventsPerPage = 60'000;

std::string number(std::int64_t value) { return std::to_string(value); }

// The subjects of which the import told, as a subquery.
std::string subjects_of(const std::string& of_kind, std::int64_t import_id) {
    return "SELECT DISTINCT subject_id FROM event WHERE" + of_kind +
           " AND import_id = " + number(import_id);
}

std::string member(const std::string& from, const std::string& name) {
    return "coalesce(json_extract_string(" + from + ", " + duck::quoted("$." + name) + "), '')";
}

// Of equals the first that was said.
std::string last_word(const std::string& word) {
    return "arg_max(struct_pack(t := " + word +
           ", a := occurred_at, k := subject_key, v := version), "
           "row(occurred_at, subject_key, version, -event_id, -place)) FILTER (" +
           word + " <> '') AS last_" + word;
}

std::string columns_of_word(const std::string& word) {
    const std::string last = "last_" + word;
    return ", coalesce(" + last + ".t, ''), coalesce(" + last + ".a, 0)::BIGINT, coalesce(" + last +
           ".k, ''), coalesce(" + last + ".v, 0)::BIGINT";
}

void read_words(const duck::Rows& rows, std::size_t row, LastWords& into) {
    into.shop = rows.column<std::int64_t>(0)[row];
    into.key = rows.text(1, row);
    into.named = rows.column<std::int64_t>(2)[row] != 0;
    std::size_t column = 3;
    for (LastWords::Word& word : into.words) {
        word.text = rows.text(column, row);
        word.occurred_at = rows.column<std::int64_t>(column + 1)[row];
        word.subject_key = rows.text(column + 2, row);
        word.version = rows.column<std::int64_t>(column + 3)[row];
        column += 4;
    }
}

// Calls fn(rows, row) for each row.
template <class Fn>
Result<void> each(duck::Connection& connection, const std::string& sql, const Fn& fn) {
    VAFA_TRY(auto rows, connection.query(sql));
    while (true) {
        VAFA_TRY(const bool more, rows.next());
        if (!more) return {};
        for (std::size_t row = 0; row < rows.size(); ++row) fn(rows, row);
    }
}

}  // namespace

Result<void> History::Impl::load_undone() {
    duck::Connection connection(*database);
    return each(
        connection,
        "SELECT subject_id, min(received_at) FROM event WHERE kind = " + duck::quoted(kUndoneKind) +
            " GROUP BY subject_id",
        [&](const duck::Rows& rows, std::size_t row) {
            note_undone(rows.column<std::int64_t>(0)[row], rows.column<std::int64_t>(1)[row]);
        });
}

void History::Impl::note_undone(std::int64_t import, TimeMs received_at) {
    const std::lock_guard lock(undone_mutex);
    const auto [found, fresh] = undone.try_emplace(import, received_at);
    if (!fresh) found->second = std::min(found->second, received_at);
}

std::string History::Impl::counts(std::optional<std::int64_t> but,
                                  std::optional<TimeMs> received_until) const {
    const std::lock_guard lock(undone_mutex);
    std::string list;
    for (const auto& [import, received_at] : undone) {
        if (import == but || (received_until && received_at > *received_until)) continue;
        list += (list.empty() ? "" : ", ") + number(import);
    }
    return list.empty() ? "" : " AND import_id NOT IN (" + list + ")";
}

std::vector<std::int64_t> History::undone(std::optional<TimeMs> received_until) const {
    const std::lock_guard lock(impl_->undone_mutex);
    std::vector<std::int64_t> imports;
    for (const auto& [import, received_at] : impl_->undone) {
        if (!received_until || received_at <= *received_until) imports.push_back(import);
    }
    return imports;
}

Result<std::vector<Event>> History::events_beside(std::string_view kind, std::int64_t import_id,
                                                  std::int64_t after, std::int64_t subjects) const {
    const std::string of_kind = " kind = " + duck::quoted(kind);
    const std::string counted = of_kind + impl_->counts(import_id);
    const std::string wanted = subjects_of(of_kind, import_id) + " AND subject_id > " +
                               number(after) + " ORDER BY subject_id LIMIT " + number(subjects);
    duck::Connection connection(*impl_->database);
    std::int64_t last = after, events = 0;
    VAFA_CHECK(each(connection,
                    "WITH wanted AS MATERIALIZED (" + wanted +
                        ") SELECT subject_id, count(*) FROM event SEMI JOIN wanted USING "
                        "(subject_id) WHERE" +
                        counted + " GROUP BY subject_id ORDER BY subject_id",
                    [&](const duck::Rows& rows, std::size_t row) {
                        if (events >= kEventsPerPage) return;
                        last = rows.column<std::int64_t>(0)[row];
                        events += rows.column<std::int64_t>(1)[row];
                    }));
    std::vector<Event> page;
    if (events == 0) return page;
    page.reserve(static_cast<std::size_t>(events));
    VAFA_CHECK(each(connection,
                    "WITH wanted AS MATERIALIZED (" + wanted + ") SELECT " + kEventColumns +
                        " FROM event SEMI JOIN wanted USING (subject_id) WHERE" + counted +
                        " AND subject_id > " + number(after) + " AND subject_id <= " +
                        number(last) + " ORDER BY subject_id, event_id, partition, seq",
                    [&](const duck::Rows& rows, std::size_t row) {
                        read_event(rows, row, page.emplace_back());
                    }));
    return page;
}

Result<std::vector<NamedProfile>> History::profiles_beside(std::string_view kind,
                                                           std::int64_t import_id,
                                                           std::int64_t after,
                                                           std::int64_t profiles) const {
    const std::string of_kind = " kind = " + duck::quoted(kind);
    const std::string sql =
        "WITH subject AS MATERIALIZED (" + subjects_of(of_kind, import_id) +
        "), named AS MATERIALIZED (SELECT DISTINCT profile FROM event SEMI JOIN subject USING "
        "(subject_id) WHERE" +
        of_kind + impl_->counts(import_id) + " AND profile > " + number(after) +
        " ORDER BY profile LIMIT " + number(profiles) +
        "), staying AS MATERIALIZED (SELECT DISTINCT profile FROM event SEMI JOIN named USING "
        "(profile) WHERE profile > " +
        number(after) + impl_->counts() +
        ") SELECT named.profile, (staying.profile IS NOT NULL)::BIGINT FROM named LEFT JOIN "
        "staying USING (profile) ORDER BY named.profile";
    duck::Connection connection(*impl_->database);
    std::vector<NamedProfile> page;
    VAFA_CHECK(each(connection, sql, [&](const duck::Rows& rows, std::size_t row) {
        page.push_back({rows.column<std::int64_t>(0)[row], rows.column<std::int64_t>(1)[row] != 0});
    }));
    return page;
}

Result<std::vector<LastWords>> History::words_beside(
    std::string_view kind, std::int64_t import_id, const ListedWords& what,
    const std::pair<std::int64_t, std::string>& after, std::int64_t keys) const {
    const std::string of_kind = " kind = " + duck::quoted(kind);
    const std::string objects =
        "json_extract(properties, " + duck::quoted("$." + what.list) + ")::JSON[]";
    const std::string wanted =
        "SELECT DISTINCT shop, key FROM (SELECT shop, " + member("object", what.key) +
        " AS key FROM (SELECT shop, unnest(" + objects + ") AS object FROM event WHERE" + of_kind +
        " AND import_id = " + number(import_id) + ")) WHERE key <> '' AND (shop > " +
        number(after.first) + " OR (shop = " + number(after.first) + " AND key > " +
        duck::quoted(after.second) + ")) ORDER BY shop, key LIMIT " + number(keys);
    const std::string said =
        "SELECT shop, occurred_at, subject_key, version, event_id, place, " +
        member("object", what.key) + " AS key, " + member("object", what.words[0]) + " AS word0, " +
        member("object", what.words[1]) +
        " AS word1 FROM (SELECT shop, occurred_at, subject_key, version, event_id, unnest(" +
        objects + ") AS object, generate_subscripts(" + objects + ", 1) AS place FROM event WHERE" +
        of_kind + impl_->counts() + ")";
    const std::string sql = "WITH wanted AS MATERIALIZED (" + wanted +
                            "), words AS (SELECT shop, key, 1 AS named, " + last_word("word0") +
                            ", " + last_word("word1") + " FROM (" + said +
                            ") SEMI JOIN wanted USING (shop, key) GROUP BY shop, key) "
                            "SELECT shop, key, coalesce(named, 0)::BIGINT" +
                            columns_of_word("word0") + columns_of_word("word1") +
                            " FROM wanted LEFT JOIN words USING (shop, key) ORDER BY shop, key";
    duck::Connection connection(*impl_->database);
    std::vector<LastWords> page;
    VAFA_CHECK(each(connection, sql, [&](const duck::Rows& rows, std::size_t row) {
        read_words(rows, row, page.emplace_back());
    }));
    return page;
}

}  // namespace vafa::history
