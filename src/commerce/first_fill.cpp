#include "commerce/first_fill.h"

#include <algorithm>

#include "commerce/imports.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "platform/sql/batch.h"
#include "platform/sql/database.h"

namespace vafa::commerce {
namespace {

constexpr std::int64_t kDueAtOnce = 20'000;

Result<void> run(sql::Database& database, const sql::Query& query) {
    return database.write([&](sql::Session& session) -> Result<void> {
        session.execute(query);
        return {};
    });
}

// All words decide again; the row has every field that any of them spoke of.
void settle_fields(sql::Session& session, const std::vector<std::int64_t>& ids) {
    auto rows = store::load_customers(session, ids);
    for (auto& row : rows) row.fields = store::latest_fields(session, row.id, row.fields);
    store::update_customers(session, rows);
}

void settle_due(sql::Session& session) {
    std::int64_t after = 0;
    while (true) {
        std::vector<std::int64_t> ids;
        session.rows(queries::due_customers, {{"after", after}, {"limit", kDueAtOnce}},
                     [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
        if (ids.empty()) break;
        after = ids.back();
        settle_fields(session, ids);
        store::add_tokens(session, store::Searched::customers,
                          store::tokens_of_customers(session, ids));
    }
    session.execute(queries::clear_due_customers);
}

}  // namespace

bool in_first_fill(sql::Session& session) {
    return session.one<std::int64_t>(queries::first_fill).has_value();
}

void begin_first_fill(sql::Session& session, TimeMs now) {
    if (session.one<std::int64_t>(queries::any_order)) return;
    if (session.one<std::int64_t>(queries::any_customer) || in_first_fill(session)) return;
    session.execute(queries::set_first_fill, {{"at", now}});
    session.execute(queries::drop_order_profile);
    session.execute(queries::drop_order_time);
}

Result<void> end_first_fill(sql::Database& database) {
    VAFA_TRY(const bool begun, database.read([](sql::Session& session) -> Result<bool> {
        return in_first_fill(session);
    }));
    if (!begun) return {};
    VAFA_CHECK(run(database, queries::make_order_profile));
    VAFA_CHECK(run(database, queries::make_order_time));
    return database.write([](sql::Session& session) -> Result<void> {
        session.execute(queries::end_first_fill);  // from here on tokens go where they belong
        session.execute(queries::pour_token_heap);
        session.execute(queries::clear_token_heap);
        settle_due(session);
        return {};
    });
}

Result<void> end_abandoned_first_fill(sql::Database& database) {
    VAFA_TRY(const bool owned, database.read([](sql::Session& session) -> Result<bool> {
        return !running_imports(session).empty();
    }));
    return owned ? Result<void>() : end_first_fill(database);
}

void leave_to_the_end(sql::Session& session, std::vector<std::int64_t> customers) {
    if (customers.empty()) return;
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    auto batch = sql::Batch::insert(session, "commerce_customer_due", {"customer"},
                                    "ON CONFLICT DO NOTHING");
    for (const std::int64_t customer : customers) batch.add(customer);
    batch.finish();
}

}  // namespace vafa::commerce
