#include "app/commands.h"
#include "app/demo/generate.h"
#include "app/live_store.h"
#include "app/progress.h"
#include "base/day_span.h"
#include "commerce/api.h"
#include "ingest/intake.h"
#include "platform/i18n/numbers.h"
#include "platform/i18n/time_zones.h"

namespace vafa::app {
namespace {

constexpr std::size_t kChunk = 20'000;

Result<demo::Market> market_of(const Context& context, const std::string& name) {
    if (name == "iran") return demo::Market::iran;
    if (name == "russia") return demo::Market::russia;
    if (name == "europe") return demo::Market::europe;
    if (!name.empty()) {
        return invalid("error.config_choice")
            .with("value", name)
            .with("choices", "iran, russia, europe")
            .at("--market");
    }
    switch (context.locale) {
        case i18n::Locale::fa:
            return demo::Market::iran;
        case i18n::Locale::ru:
            return demo::Market::russia;
        case i18n::Locale::en:
            return demo::Market::europe;
    }
    return demo::Market::europe;
}

// Settings that fit the market, for a store that has no orders yet.
Result<void> adopt_market(sql::Session& session, demo::Market market) {
    static const std::vector<std::pair<std::string_view, std::string_view>> kIran = {
        {"currency", "IRR"},
        {"show_toman", "yes"},
        {"time_zone", "Asia/Tehran"},
        {"calendar", "persian"},
        {"first_weekday", "saturday"}};
    static const std::vector<std::pair<std::string_view, std::string_view>> kRussia = {
        {"currency", "RUB"}, {"time_zone", "Europe/Moscow"}};
    static const std::vector<std::pair<std::string_view, std::string_view>> kEurope = {
        {"currency", "EUR"}, {"time_zone", "Europe/Berlin"}};
    const auto& chosen = market == demo::Market::iran     ? kIran
                         : market == demo::Market::russia ? kRussia
                                                          : kEurope;
    for (const auto& [name, value] : chosen) {
        VAFA_CHECK(commerce::set_setting(session, name, value));
    }
    return {};
}

struct Made {
    ImportId import;
    ShopId shop;
};

Result<Made> begin(LiveStore& store, const Context& context, demo::Market market) {
    return store.database().write([&](sql::Session& session) -> Result<Made> {
        if (commerce::find_shop(session, commerce::kDemoShop)) {
            return conflict("error.demo_exists");
        }
        if (!commerce::load_settings(session).currency) {
            VAFA_CHECK(adopt_market(session, market));
        }
        commerce::ImportRecord record;
        record.id = ImportId{store.ids().next()};
        record.kind = "demo";
        record.started_at = context.clock->now();
        commerce::add_import(session, record);
        return Made{record.id, commerce::ensure_shop(session, commerce::kDemoShop, store.ids(),
                                                     context.clock->now())};
    });
}

Result<demo::DemoOptions> options_of(const Context& context, const DemoArguments& arguments,
                                     const TimeZone& zone) {
    demo::DemoOptions options;
    options.customers = arguments.customers;
    options.seed = arguments.seed;
    options.plain = arguments.plain;
    VAFA_TRY(options.market, market_of(context, arguments.market));
    options.last_day = zone.local_day(context.clock->now()) - 1;
    if (!arguments.last_day.empty()) {
        const auto day = parse_day_span(arguments.last_day);
        if (!day) {
            return invalid("error.not_a_day").with("value", arguments.last_day).at("--last-day");
        }
        options.last_day = day->last;
    }
    return options;
}

// Facts in chunks through the one way in.
class Feed {
public:
    Feed(const Context& context, ingest::Intake& intake)
        : context_(context), progress_(context), intake_(intake) {}

    Result<void> add(commerce::OrderFact fact) {
        facts_.push_back(std::move(fact));
        ++orders_;
        progress_.show("demo.making", 0, 0, static_cast<std::uint64_t>(orders_));
        return facts_.size() < kChunk ? Result<void>() : flush();
    }
    Result<void> flush() {
        if (facts_.empty()) return {};
        if (context_.interrupted && context_.interrupted()) {
            return Error{ErrorCode::cancelled, "error.demo_interrupted"};
        }
        VAFA_CHECK(intake_.apply(facts_));
        facts_.clear();
        return {};
    }
    std::int64_t orders() const { return orders_; }

private:
    const Context& context_;
    Progress progress_;
    ingest::Intake& intake_;
    std::vector<commerce::OrderFact> facts_;
    std::int64_t orders_ = 0;
};

void say_parameters(const Context& context, demo::Market market) {
    const auto model = demo::plain_parameters(market);
    context.out(context.text(
                    "demo.plain_parameters",
                    {{"r", i18n::format_decimal(context.locale, model.r, 2)},
                     {"alpha", i18n::format_decimal(context.locale, model.alpha_days, 1)},
                     {"s", i18n::format_decimal(context.locale, model.s, 2)},
                     {"beta", i18n::format_decimal(context.locale, model.beta_days, 1)},
                     {"p", i18n::format_decimal(context.locale, model.p, 2)},
                     {"q", i18n::format_decimal(context.locale, model.q, 2)},
                     {"v", i18n::format_decimal(context.locale, model.v * model.spend_scale, 1)}}) +
                "\n");
}

Result<void> make(const Context& context, const DemoArguments& arguments) {
    VAFA_TRY(const auto market, market_of(context, arguments.market));
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    VAFA_TRY(const Made made, begin(*store, context, market));
    VAFA_CHECK(store->settings_changed());
    VAFA_TRY(const auto view, store->view());
    VAFA_TRY(const auto options, options_of(context, arguments, view->zone));
    Feed feed(context, *store);
    VAFA_CHECK(demo::generate(options, view->zone, made.shop, [&](commerce::OrderFact fact) {
        fact.import = made.import;
        return feed.add(std::move(fact));
    }));
    VAFA_CHECK(feed.flush());
    VAFA_CHECK(store->database().write([&](sql::Session& session) -> Result<void> {
        commerce::finish_import(session, made.import, commerce::ImportState::done, "{}",
                                context.clock->now());
        return {};
    }));
    VAFA_CHECK(store->save());
    context.out(
        context.text("demo.made",
                     {{"customers", i18n::format_integer(context.locale, options.customers)},
                      {"orders", i18n::format_integer(context.locale, feed.orders())},
                      {"path", arguments.data}}) +
        "\n");
    if (options.plain) say_parameters(context, options.market);
    return {};
}

Result<void> remove(const Context& context, const DemoArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    VAFA_TRY(const auto shop, store->database().read([](sql::Session& session) {
        return Result<std::optional<commerce::Shop>>(
            commerce::find_shop(session, commerce::kDemoShop));
    }));
    if (!shop) return not_found("error.no_demo");
    VAFA_TRY(const std::int64_t orders, store->remove_shop(shop->id));
    VAFA_CHECK(store->save());
    context.out(
        context.text("demo.removed", {{"orders", i18n::format_integer(context.locale, orders)}}) +
        "\n");
    return {};
}

}  // namespace

int demo(const Context& context, const DemoArguments& arguments) {
    const auto done = arguments.remove ? remove(context, arguments) : make(context, arguments);
    return done.has_error() ? context.fail(done.error()) : 0;
}

}  // namespace vafa::app
