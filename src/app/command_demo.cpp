#include "app/commands.h"
#include "app/demo_store.h"
#include "app/live_store.h"
#include "app/progress.h"
#include "base/day_span.h"
#include "commerce/api.h"
#include "ingest/undo_import.h"
#include "platform/i18n/numbers.h"

namespace vafa::app {
namespace {

Result<std::string> market_of(const Context& context, const std::string& name) {
    if (name == "iran" || name == "russia" || name == "europe") return name;
    if (!name.empty()) {
        return invalid("error.config_choice")
            .with("value", name)
            .with("choices", "iran, russia, europe")
            .at("--market");
    }
    switch (context.locale) {
        case i18n::Locale::fa:
            return "iran";
        case i18n::Locale::ru:
            return "russia";
        case i18n::Locale::en:
            return "europe";
    }
    return "europe";
}

Result<DemoOrder> order_of(const Context& context, const DemoArguments& arguments) {
    DemoOrder order;
    VAFA_TRY(order.market, market_of(context, arguments.market));
    order.customers = arguments.customers;
    order.seed = arguments.seed;
    order.plain = arguments.plain;
    if (arguments.customers < 1 || arguments.customers > demo::kMaxCustomers) {
        return invalid("error.number_range")
            .with("low", "1")
            .with("high", std::to_string(demo::kMaxCustomers))
            .at("--customers");
    }
    if (!arguments.last_day.empty()) {
        const auto day = parse_day_span(arguments.last_day);
        if (!day) {
            return invalid("error.not_a_day").with("value", arguments.last_day).at("--last-day");
        }
        order.last_day = day_label(CalendarKind::gregorian, day->last);
    }
    return order;
}

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

Result<commerce::ImportRecord> queued(LiveStore& store, DemoOrder order) {
    return store.database().write([&](sql::Session& session) -> Result<commerce::ImportRecord> {
        VAFA_TRY(const ImportId import,
                 queue_demo(session, store.ids(), store.clock().now(), order));
        return *commerce::find_import(session, import);
    });
}

Result<void> make(const Context& context, const DemoArguments& arguments) {
    VAFA_TRY(DemoOrder order, order_of(context, arguments));
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    const auto turn = store->turn_to_import();
    VAFA_CHECK(store->demo_removed());
    VAFA_TRY(const auto record, queued(*store, std::move(order)));
    Progress progress(context);
    ingest::ImportWatch watch;
    watch.progress = [&](const ingest::ImportProgress& at) {
        progress.show("demo.making", at.done, at.total, at.rows);
    };
    watch.cancelled = context.interrupted;
    VAFA_TRY(const auto made, make_demo(*store, record, watch));
    VAFA_CHECK(store->save());
    const auto options = demo_options(demo_order_of(record));
    context.out(
        context.text("demo.made",
                     {{"customers", i18n::format_integer(context.locale, options.customers)},
                      {"orders", i18n::format_integer(context.locale, made.orders)},
                      {"path", arguments.data}}) +
        "\n");
    if (options.plain) say_parameters(context, options.market);
    return {};
}

// One that was stopped half-way is over by that.
Result<ImportId> begin_removal(LiveStore& store) {
    return store.database().write([&](sql::Session& session) -> Result<ImportId> {
        const TimeMs now = store.clock().now();
        const auto record = demo_of(session);
        if (record && (record->state == commerce::ImportState::running ||
                       record->state == commerce::ImportState::queued)) {
            commerce::finish_import(session, record->id, commerce::ImportState::cancelled,
                                    record->counters, now);
        }
        return begin_demo_removal(session, store.ids(), now);
    });
}

Result<void> remove(const Context& context, const DemoArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    const auto turn = store->turn_to_import();
    VAFA_TRY(const ImportId import, begin_removal(*store));
    const ingest::ImportDeps deps{store->database(), *store,        store->ids(),
                                  *context.clock,    store->path(), {}};
    VAFA_TRY(const auto undone, ingest::resume_undo(deps, import));
    VAFA_CHECK(store->demo_removed());
    VAFA_CHECK(store->save());
    context.out(
        context.text("demo.removed",
                     {{"orders", i18n::format_integer(context.locale, undone.done.removed)}}) +
        "\n");
    return {};
}

}  // namespace

int demo(const Context& context, const DemoArguments& arguments) {
    const auto done = arguments.remove ? remove(context, arguments) : make(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
