#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "customers/directory_cache.h"
#include "customers/filter.h"
#include "customers/ordering.h"

namespace vafa::customers {

// How many there are, and how many of them can be reached.
struct Counts {
    std::int64_t customers = 0;
    std::int64_t phones = 0, emails = 0;      // customers with one
    std::int64_t may_sms = 0, may_email = 0;  // with one, who agreed
    std::int64_t spent_minor = 0;             // together
    bool operator==(const Counts&) const = default;
};

// Those that a filter chooses. Keeps its directory alive.
class Selection {
public:
    static Result<Selection> of(std::shared_ptr<Prepared> prepared, const Filter& filter,
                                sql::Database& database);

    Counts count() const;

    struct Page {
        std::vector<std::int64_t> ids;
        std::optional<Place> next;  // none: the list ends here
    };
    Page page(const Ordering& ordering, const std::optional<Place>& after, std::size_t limit) const;
    std::vector<std::int64_t> all(const Ordering& ordering) const;

private:
    Selection(std::shared_ptr<Prepared> prepared, const Filter& filter)
        : prepared_(std::move(prepared)), matches_(prepared_->directory(), filter) {}

    bool has(std::uint32_t row) const;

    std::shared_ptr<Prepared> prepared_;
    Matcher matches_;
    std::shared_ptr<const Mask> text_;  // null: all
    Mask shop_;                         // empty: all
};

}  // namespace vafa::customers
