#include "customers/directory.h"

#include <algorithm>
#include <unordered_map>

#include "commerce/types.h"
#include "customers/sql.h"
#include "platform/sql/session.h"

namespace vafa::customers {
namespace {

// Distinct texts by number, in the order they are met.
class Places {
public:
    Places(std::vector<std::string>& names, std::size_t most) : names_(names), most_(most) {}

    std::uint32_t of(std::string_view name) {
        if (name.empty()) return 0;
        const auto known = places_.find(std::string(name));
        if (known != places_.end()) return known->second;
        if (names_.size() > most_) return 0;
        const auto place = static_cast<std::uint32_t>(names_.size());
        names_.emplace_back(name);
        places_.emplace(names_.back(), place);
        return place;
    }

private:
    std::vector<std::string>& names_;
    std::size_t most_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

constexpr std::size_t kMaxCities = 4'000'000'000;

void read_people(sql::Session& session, Directory& directory) {
    Places cities(directory.cities, kMaxCities);
    Places countries(directory.countries, kMaxCountries);
    session.rows(queries::every_customer, {}, [&](const sql::Row& row) {
        Entry entry;
        entry.id = row.integer(0);
        if (!row.is_null(1)) entry.flags |= has::kPhone;
        if (!row.is_null(2)) entry.flags |= has::kEmail;
        if (!row.is_null(3)) entry.city = cities.of(row.text(3));
        if (!row.is_null(4)) entry.country = static_cast<std::uint16_t>(countries.of(row.text(4)));
        directory.entries.push_back(entry);
    });
}

void read_consents(sql::Session& session, Directory& directory) {
    struct Said {
        TimeMs at = 0;
        std::int64_t id = 0;
        bool granted = false;
    };
    std::unordered_map<std::int64_t, std::array<Said, 2>> latest;
    session.rows(queries::every_consent, {}, [&](const sql::Row& row) {
        const auto channel = row.get<commerce::Channel>(1) == commerce::Channel::email ? 0U : 1U;
        const Said said{row.integer(3), row.integer(4), row.integer(2) != 0};
        Said& known = latest[row.integer(0)][channel];
        if (std::pair(said.at, said.id) > std::pair(known.at, known.id)) known = said;
    });
    for (Entry& entry : directory.entries) {
        const auto said = latest.find(entry.id);
        if (said == latest.end()) continue;
        if (said->second[0].granted) entry.flags |= has::kEmailConsent;
        if (said->second[1].granted) entry.flags |= has::kSmsConsent;
    }
}

void stand(Entry& entry, const metrics::CustomerFigure& figure) {
    entry.spent_minor = figure.revenue_minor;
    entry.last_local_ms = static_cast<std::int64_t>(figure.last) * kMsPerDay + figure.last_ms;
    entry.orders = figure.orders;
    entry.first = figure.first;
    entry.last = figure.last;
    entry.usual_gap_days = figure.usual_gap_days;
    entry.recency = figure.recency;
    entry.frequency = figure.frequency;
    entry.monetary = figure.monetary;
    entry.segment = figure.purchases_segment;
    entry.kind = figure.kind;
    entry.flags |= has::kStanding;
}

// Both ascend by id.
void add_figures(const metrics::CustomerFigures& figures, Directory& directory) {
    auto entry = directory.entries.begin();
    for (const metrics::CustomerFigure& figure : figures.customers) {
        while (entry != directory.entries.end() && entry->id < figure.id) ++entry;
        if (entry == directory.entries.end()) return;
        if (entry->id == figure.id) stand(*entry, figure);
    }
}

// Both ascend by id.
void add_scores(std::span<const value::Score> scores, Directory& directory) {
    auto entry = directory.entries.begin();
    for (const value::Score& score : scores) {
        while (entry != directory.entries.end() && entry->id < score.id) ++entry;
        if (entry == directory.entries.end()) return;
        if (entry->id != score.id) continue;
        entry->p_alive = score.p_alive;
        entry->expected_value = score.value;
        entry->flags |= has::kScore;
        if (score.is_slipping()) entry->flags |= has::kSlipping;
    }
}

}  // namespace

const Entry* Directory::find(std::int64_t id) const {
    const auto found = std::lower_bound(entries.begin(), entries.end(), id,
                                        [](const Entry& e, std::int64_t i) { return e.id < i; });
    return found != entries.end() && found->id == id ? &*found : nullptr;
}

Directory make_directory(sql::Session& session, const metrics::CustomerFigures& figures,
                         std::shared_ptr<const value::Scores> scores) {
    Directory directory;
    directory.end = figures.end;
    directory.risk_after_days = figures.risk_after_days;
    read_people(session, directory);
    read_consents(session, directory);
    add_figures(figures, directory);
    if (scores) add_scores(scores->rows(), directory);
    directory.scores = std::move(scores);
    return directory;
}

}  // namespace vafa::customers
