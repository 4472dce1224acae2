#include "app/demo_store.h"

#include <algorithm>
#include <limits>

#include "base/day_span.h"
#include "board/api.h"
#include "commerce/api.h"
#include "commerce/imports_of_kind.h"
#include "ingest/import_record.h"
#include "ingest/undo_import.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

using commerce::ImportRecord;
using commerce::ImportState;
using demo::Market;

constexpr std::size_t kChunk = 20'000;
constexpr int kMarketDigits = 2;  // of the currencies that Europe's figures may stand for

struct Ways {
    std::string_view name;
    Market market;
    std::vector<std::pair<std::string_view, std::string_view>> settings;
};

const std::vector<Ways>& all_ways() {
    static const std::vector<Ways> kWays = {
        {"iran",
         Market::iran,
         {{"currency", "IRR"},
          {"show_toman", "yes"},
          {"time_zone", "Asia/Tehran"},
          {"calendar", "persian"},
          {"first_weekday", "saturday"}}},
        {"russia", Market::russia, {{"currency", "RUB"}, {"time_zone", "Europe/Moscow"}}},
        {"europe", Market::europe, {{"currency", "EUR"}, {"time_zone", "Europe/Berlin"}}}};
    return kWays;
}

const Ways& ways_of(std::string_view market) {
    const auto& all = all_ways();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Ways& ways) { return ways.name == market; });
    return found == all.end() ? all.back() : *found;
}

// Of a store that counts in its own currency already.
std::string_view market_for(const Currency& currency) {
    if (currency.code == "IRR") return "iran";
    return currency.code == "RUB" ? "russia" : "europe";
}

Result<void> agree_on_currency(sql::Session& session, DemoOrder& order) {
    const auto settings = commerce::load_settings(session);
    if (!settings.currency) {
        for (const auto& [name, value] : ways_of(order.market).settings) {
            VAFA_CHECK(commerce::set_setting(session, name, value));
        }
        return {};
    }
    order.market = market_for(*settings.currency);
    order.currency_before = settings.currency->code;
    if (order.market == "europe" && settings.currency->digits != kMarketDigits) {
        return conflict("error.demo_currency").with("currency", settings.currency->code);
    }
    return {};
}

Result<std::string> yesterday(sql::Session& session, TimeMs now) {
    const auto settings = commerce::load_settings(session);
    VAFA_TRY(const auto zone, i18n::load_time_zone(settings.time_zone));
    return day_label(CalendarKind::gregorian, zone.local_day(now) - 1);
}

// Facts in chunks through the one way in; counts what a person is told of them.
class Feed {
public:
    Feed(ingest::Intake& intake, const ingest::ImportWatch& watch, std::int64_t customers)
        : intake_(intake), watch_(watch), customers_(customers) {}

    Result<void> add(commerce::OrderFact fact) {
        if (facts_.empty() || fact.customer != facts_.back().customer) ++begun_;
        facts_.push_back(std::move(fact));
        return facts_.size() < kChunk ? Result<void>() : flush();
    }
    Result<void> flush() {
        if (facts_.empty()) return {};
        if (watch_.cancelled && watch_.cancelled()) {
            return Error{ErrorCode::cancelled, "error.demo_interrupted"};
        }
        VAFA_TRY(const auto outcome, intake_.apply(facts_));
        result_.orders += static_cast<std::int64_t>(facts_.size());
        result_.orders_added += outcome.added;
        result_.orders_updated += outcome.updated;
        result_.orders_unchanged += outcome.unchanged;
        result_.customers_added += outcome.customers_added;
        facts_.clear();
        if (watch_.progress) {
            const auto total = static_cast<std::uint64_t>(customers_);
            watch_.progress({.phase = ingest::ImportPhase::applying,
                             .done = std::min(begun_, total),
                             .total = total,
                             .rows = static_cast<std::uint64_t>(result_.orders)});
        }
        return {};
    }
    ingest::ImportResult& result() { return result_; }

private:
    ingest::Intake& intake_;
    const ingest::ImportWatch& watch_;
    std::int64_t customers_;
    std::uint64_t begun_ = 0;
    std::vector<commerce::OrderFact> facts_;
    ingest::ImportResult result_;
};

Result<ShopId> begin(LiveStore& store, const ImportRecord& record) {
    return store.database().write([&](sql::Session& session) -> Result<ShopId> {
        if (record.state == ImportState::queued &&
            !commerce::start_import(session, record.id, store.clock().now())) {
            return Error{ErrorCode::cancelled, "error.import_cancelled"};
        }
        return commerce::ensure_shop(session, commerce::kDemoShop, store.ids(),
                                     store.clock().now());
    });
}

// When the store got orders of its own; what was written before then was written of the demo.
TimeMs first_of_its_own(sql::Session& session) {
    TimeMs first = std::numeric_limits<TimeMs>::max();
    for (const commerce::Shop& shop : commerce::list_shops(session)) {
        if (shop.key != commerce::kDemoShop) first = std::min(first, shop.created_at);
    }
    return first;
}

}  // namespace

std::optional<ImportRecord> demo_of(sql::Session& session) {
    const auto records = commerce::imports_of_kind(session, ingest::kDemoKind);
    if (records.empty() || records.back().state == ImportState::undone) return std::nullopt;
    return records.back();
}

DemoOrder demo_order_of(const ImportRecord& record) {
    const auto parsed = json::parse(record.options);
    if (parsed.has_error()) return {};
    return json::decode<DemoOrder>(*parsed, json::UnknownKeys::ignore).value;
}

demo::DemoOptions demo_options(const DemoOrder& order) {
    demo::DemoOptions options;
    options.customers = order.customers;
    options.seed = order.seed;
    options.plain = order.plain;
    options.market = ways_of(order.market).market;
    if (const auto day = parse_day_span(order.last_day)) options.last_day = day->last;
    return options;
}

Result<ImportId> queue_demo(sql::Session& session, IdSource& ids, TimeMs now, DemoOrder order) {
    if (demo_of(session) || commerce::find_shop(session, commerce::kDemoShop)) {
        return conflict("error.demo_exists");
    }
    VAFA_CHECK(agree_on_currency(session, order));
    if (order.last_day.empty()) {
        VAFA_TRY(order.last_day, yesterday(session, now));
    }
    ImportRecord record;
    record.id = ImportId{ids.next()};
    record.kind = ingest::kDemoKind;
    record.state = ImportState::queued;
    record.options = boost::json::serialize(json::encode(order));
    record.started_at = now;
    commerce::add_import(session, record);
    return record.id;
}

Result<ingest::ImportResult> make_demo(LiveStore& store, const ImportRecord& record,
                                       const ingest::ImportWatch& watch) {
    const DemoOrder order = demo_order_of(record);
    auto options = demo_options(order);
    VAFA_TRY(const ShopId shop, begin(store, record));
    VAFA_CHECK(store.settings_changed());
    VAFA_TRY(const auto view, store.view());
    options.currency = view->settings.currency;
    Feed feed(store, watch, options.customers);
    const TimeMs started = store.clock().now();
    VAFA_CHECK(demo::generate(options, view->zone, shop, [&](commerce::OrderFact fact) {
        fact.import = record.id;
        return feed.add(std::move(fact));
    }));
    VAFA_CHECK(feed.flush());
    auto& result = feed.result();
    result.import = record.id;
    result.rows = result.orders;
    if (options.currency) result.currency = *options.currency;
    result.seconds = static_cast<double>(store.clock().now() - started) / 1000;
    VAFA_CHECK(store.database().write([&](sql::Session& session) -> Result<void> {
        commerce::finish_import(session, record.id, ImportState::done,
                                ingest::with_result("{}", result), store.clock().now());
        return {};
    }));
    return result;
}

Result<ImportId> begin_demo_removal(sql::Session& session, IdSource& ids, TimeMs now) {
    const auto record = demo_of(session);
    if (!record) return not_found("error.no_demo");
    if (record->state == ImportState::undoing) return record->id;
    VAFA_CHECK(ingest::begin_undo(session, record->id, now, ids));
    return record->id;
}

Result<bool> sweep_demo(sql::Database& database) {
    return database.write([&](sql::Session& session) -> Result<bool> {
        bool swept = false;
        for (const auto& record : commerce::imports_of_kind(session, ingest::kDemoKind)) {
            if (record.state != ImportState::undone) continue;
            const auto before = demo_order_of(record).currency_before;
            if (!before.empty() && !commerce::load_settings(session).currency) {
                VAFA_CHECK(commerce::set_setting(session, "currency", before));
            }
            const auto shop = commerce::find_shop(session, commerce::kDemoShop);
            if (shop) commerce::remove_shop_row(session, shop->id);
            board::forget_written(session, record.started_at, first_of_its_own(session));
            commerce::forget_import(session, record.id);
            swept = true;
        }
        return swept;
    });
}

}  // namespace vafa::app
