#include <boost/json.hpp>

#include "accounts/audit.h"
#include "accounts/sql.h"

namespace vafa::accounts {
namespace {

boost::json::value json_from(std::string_view text) {
    boost::system::error_code failed;
    auto value = boost::json::parse(boost::json::string_view(text.data(), text.size()), failed);
    return failed ? boost::json::value() : value;
}

AuditRecord record_from(const sql::Row& row) {
    AuditRecord record;
    record.id.value = row.integer(0);
    record.at = row.integer(1);
    record.actor = row.text(2);
    record.peer = row.text(3);
    record.entry.action = row.text(4);
    record.entry.subject = row.text(5);
    record.entry.before = json_from(row.text(6));
    record.entry.after = json_from(row.text(7));
    return record;
}

}  // namespace

void append_audit(sql::Session& session, const AuditRecord& record) {
    const std::string before = boost::json::serialize(record.entry.before);
    const std::string after = boost::json::serialize(record.entry.after);
    session.execute(queries::add_audit, {{"id", record.id.value},
                                         {"at", record.at},
                                         {"actor", record.actor},
                                         {"peer", record.peer},
                                         {"action", record.entry.action},
                                         {"subject", record.entry.subject},
                                         {"before", before},
                                         {"after", after}});
}

// The filter that leaves fewest rows chooses the index.
std::vector<AuditRecord> list_audit(sql::Session& session, const AuditFilter& filter,
                                    const std::optional<AuditPlace>& before, std::int64_t limit) {
    const AuditPlace place =
        before.value_or(AuditPlace{filter.to - 1, {std::numeric_limits<std::int64_t>::max()}});
    const sql::Param from{"from", filter.from}, at{"at", std::min(place.at, filter.to - 1)},
        id{"id", place.id.value}, most{"limit", limit};
    const sql::Param subject{"subject", filter.subject}, actor{"actor", filter.actor},
        action{"action", filter.action};
    std::vector<AuditRecord> records;
    const auto keep = [&](const sql::Row& row) { records.push_back(record_from(row)); };
    if (!filter.subject.empty()) {
        session.rows(queries::audit_of_subject, {subject, actor, action, from, at, id, most}, keep);
    } else if (!filter.actor.empty()) {
        session.rows(queries::audit_of_actor, {actor, action, from, at, id, most}, keep);
    } else if (!filter.action.empty()) {
        session.rows(queries::audit_of_action, {action, from, at, id, most}, keep);
    } else {
        session.rows(queries::audit, {from, at, id, most}, keep);
    }
    return records;
}

}  // namespace vafa::accounts
