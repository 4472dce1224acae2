#include "customers/selection.h"

#include <algorithm>

#include "customers/sql.h"

namespace vafa::customers {
namespace {

Result<Mask> mask_of_shop(const Directory& directory, ShopId shop, sql::Database& database) {
    VAFA_TRY(auto ids, database.read([&](sql::Session& session) {
        std::vector<std::int64_t> customers;
        session.rows(queries::customers_of_shop, {{"shop", shop.value}},
                     [&](const sql::Row& row) { customers.push_back(row.integer(0)); });
        return Result<std::vector<std::int64_t>>(std::move(customers));
    }));
    std::sort(ids.begin(), ids.end());
    return mask_of(directory, ids);
}

}  // namespace

Result<Selection> Selection::of(std::shared_ptr<Prepared> prepared, const Filter& filter,
                                sql::Database& database) {
    Selection selection(std::move(prepared), filter);
    if (!filter.text.empty()) {
        VAFA_TRY(selection.text_, selection.prepared_->mask(filter.text, database));
    }
    if (filter.shop) {
        VAFA_TRY(selection.shop_,
                 mask_of_shop(selection.prepared_->directory(), *filter.shop, database));
    }
    return selection;
}

bool Selection::has(std::uint32_t row) const {
    return (!text_ || (*text_)[row] != 0) && (shop_.empty() || shop_[row] != 0) &&
           matches_(prepared_->directory().entries[row]);
}

Counts Selection::count() const {
    Counts counts;
    const auto& entries = prepared_->directory().entries;
    for (std::uint32_t row = 0; row < entries.size(); ++row) {
        if (!has(row)) continue;
        const Entry& entry = entries[row];
        ++counts.customers;
        counts.phones += entry.is(has::kPhone) ? 1 : 0;
        counts.emails += entry.is(has::kEmail) ? 1 : 0;
        counts.may_sms += entry.is(has::kPhone) && entry.is(has::kSmsConsent) ? 1 : 0;
        counts.may_email += entry.is(has::kEmail) && entry.is(has::kEmailConsent) ? 1 : 0;
        counts.spent_minor += entry.spent_minor;
    }
    return counts;
}

Selection::Page Selection::page(const Ordering& ordering, const std::optional<Place>& after,
                                std::size_t limit) const {
    Page page;
    std::uint32_t last = 0;
    for (std::size_t at = after ? ordering.after(*after) : 0; at < ordering.rows().size(); ++at) {
        const std::uint32_t row = ordering.rows()[at];
        if (!has(row)) continue;
        if (page.ids.size() == limit) {
            page.next = ordering.place_of(last);
            break;
        }
        page.ids.push_back(prepared_->directory().entries[row].id);
        last = row;
    }
    return page;
}

std::vector<std::int64_t> Selection::all(const Ordering& ordering) const {
    std::vector<std::int64_t> ids;
    for (const std::uint32_t row : ordering.rows()) {
        if (has(row)) ids.push_back(prepared_->directory().entries[row].id);
    }
    return ids;
}

}  // namespace vafa::customers
