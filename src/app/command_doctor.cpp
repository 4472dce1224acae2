#include <boost/json/object.hpp>

#include "app/commands.h"
#include "app/live_store.h"
#include "app/render/words.h"
#include "commerce/api.h"
#include "history/outbox.h"
#include "metrics/api.h"
#include "platform/files/whole_file.h"
#include "platform/json/json.h"
#include "platform/sql/check.h"

namespace vafa::app {
namespace {

struct Check {
    std::string name;  // i18n key "doctor.NAME"
    bool good = true;
    std::string detail;
};

class Doctor {
public:
    Doctor(const Context& context, LiveStore& store)
        : context_(context), store_(store), words_{context.locale, {}, false} {}

    Result<std::vector<Check>> run() {
        VAFA_CHECK(state());
        VAFA_CHECK(history());
        VAFA_CHECK(timeline());
        scores();
        VAFA_CHECK(disk());
        return std::move(checks_);
    }

private:
    void say(std::string name, bool good, std::string detail) {
        checks_.push_back({std::move(name), good, std::move(detail)});
    }
    std::string count(std::int64_t number) const { return words_.count(number); }

    Result<void> state() {
        const auto checked = sql::check_file(store_.database());
        if (checked.has_error()) {
            say("state", false, i18n::describe(context_.locale, checked.error()));
            return {};
        }
        return store_.database().read([&](sql::Session& session) -> Result<void> {
            const auto counters = commerce::count_store(session);
            orders_ = counters.orders;
            say("state", true,
                context_.text("doctor.state_detail", {{"orders", count(counters.orders)},
                                                      {"customers", count(counters.customers)},
                                                      {"lines", count(counters.lines)}}));
            const auto running = commerce::running_imports(session);
            say("imports", running.empty(),
                running.empty() ? context_.text("doctor.imports_done")
                                : context_.text("doctor.imports_running",
                                                {{"import", to_string(running.front().id)}}));
            return {};
        });
    }

    Result<void> history() {
        auto opened = store_.history();
        if (opened.has_error()) {
            say("history", false, i18n::describe(context_.locale, opened.error()));
            return {};
        }
        VAFA_TRY(const auto outbox, history::outbox_state(store_.database()));
        const std::uint64_t kept = (*opened)->total();
        say("history", kept == outbox.given,
            context_.text("doctor.history_detail",
                          {{"kept", count(static_cast<std::int64_t>(kept))},
                           {"given", count(static_cast<std::int64_t>(outbox.given))}}));
        return {};
    }

    Result<void> timeline() {
        auto live = store_.timeline();
        if (live.has_error()) {
            say("timeline", false, i18n::describe(context_.locale, live.error()));
            return {};
        }
        const auto memory = (*live)->memory();
        const double bytes = static_cast<double>(memory.base_bytes + memory.buffer_bytes);
        const double rows = static_cast<double>(std::max<std::uint64_t>(1, memory.rows));
        say("timeline", static_cast<std::int64_t>(memory.rows) == orders_,
            context_.text("doctor.timeline_detail",
                          {{"rows", count(static_cast<std::int64_t>(memory.rows))},
                           {"orders", count(orders_)},
                           {"bytes", words_.decimal(bytes / rows, 1)}}));
        return {};
    }

    void scores() {
        const auto opened = store_.values().open_scores();
        if (opened.has_error())
            return say("scores", false, i18n::describe(context_.locale, opened.error()));
        if (!*opened) return say("scores", true, context_.text("doctor.scores_none"));
        say("scores", true,
            context_.text(
                "doctor.scores_detail",
                {{"customers", count(static_cast<std::int64_t>((*opened)->rows().size()))}}));
    }

    Result<void> disk() {
        constexpr std::uint64_t kLow = 1ULL << 30;
        VAFA_TRY(const std::uint64_t free, files::free_space(store_.path()));
        say("disk", free >= kLow,
            context_.text("doctor.disk_detail",
                          {{"mib", count(static_cast<std::int64_t>(free >> 20))}}));
        return {};
    }

    const Context& context_;
    LiveStore& store_;
    render::Words words_;
    std::vector<Check> checks_;
    std::int64_t orders_ = 0;
};

void print(const Context& context, const std::vector<Check>& checks, Format format) {
    if (format == Format::json) {
        boost::json::array list;
        for (const auto& check : checks) {
            list.push_back(boost::json::object{
                {"check", check.name}, {"good", check.good}, {"detail", check.detail}});
        }
        return context.out(json::pretty(list));
    }
    std::string out;
    for (const auto& check : checks) {
        const auto tone = check.good ? render::Tone::good : render::Tone::bad;
        out += "  " + render::painted(context.terminal, tone, check.good ? "✓" : "✗") + " " +
               context.text("doctor." + check.name) + ": " + check.detail + "\n";
    }
    context.out(out);
}

}  // namespace

int doctor(const Context& context, const DoctorArguments& arguments) {
    const auto store = LiveStore::of(context, arguments.data, LiveStore::Access::read);
    if (store.has_error()) return context.fail(store.error());
    const auto checks = Doctor(context, **store).run();
    if (checks.has_error()) return context.fail(checks.error());
    print(context, *checks, arguments.format);
    return std::all_of(checks->begin(), checks->end(), [](const Check& c) { return c.good; })
               ? 0
               : kExitFailed;
}

}  // namespace vafa::app
