// `vafa models fit`, `compare`, `predict` and `score`.
#include <algorithm>
#include <limits>

#include "app/commands.h"
#include "app/interrupt.h"
#include "app/live_store.h"
#include "app/progress.h"
#include "app/render/model_pages.h"
#include "base/day_span.h"
#include "commerce/api.h"
#include "metrics/report_request.h"
#include "models/api.h"
#include "platform/json/json.h"
#include "platform/parallel/parallel.h"
#include "value/api.h"
#include "value/overview.h"

namespace vafa::app {
namespace {

using Answer = Result<boost::json::object>;

Result<std::optional<Day>> day_of(const std::string& text, const char* flag) {
    if (text.empty()) return std::optional<Day>();
    const auto span = parse_day_span(text);
    if (!span || span->first != span->last)
        return invalid("error.models_day").with("value", text).at(flag);
    return std::optional<Day>(span->last);
}

Result<value::Question> question_of(const ModelsArguments& arguments,
                                    const commerce::Settings& settings, unsigned workers) {
    value::Question question;
    if (!arguments.model.empty()) {
        question.model = value::model_named(arguments.model);
        if (!question.model)
            return invalid("error.models_unknown").with("name", arguments.model).at("--model");
    }
    const auto period = json::parse_enum<value::Period>(arguments.period);
    if (!period)
        return invalid("error.models_period_word").with("name", arguments.period).at("--period");
    question.period = *period;
    VAFA_TRY(question.calibration_end, day_of(arguments.calibration_end, "--calibration-end"));
    VAFA_TRY(question.holdout_end, day_of(arguments.holdout_end, "--holdout-end"));
    if (arguments.horizon > 0) question.horizon = arguments.horizon;
    question.yearly_discount =
        arguments.discount.value_or(static_cast<double>(settings.discount_basis_points) / 10'000);
    question.margin = static_cast<double>(settings.margin_basis_points) / 10'000;
    question.workers = workers;
    if (arguments.k < 0) return invalid("error.models_regularity").at("--k");
    question.k = static_cast<std::uint32_t>(
        std::min<std::int64_t>(arguments.k, std::numeric_limits<std::uint32_t>::max()));
    question.covariate = arguments.covariate;
    metrics::Options parted;
    parted.break_by = arguments.covariate;
    if (auto checked = metrics::check_options(parted); checked.has_error())
        return std::move(checked).error().at("--covariate");
    return question;
}

// An id of ours, or what a source calls the customer.
Result<std::optional<std::vector<std::int64_t>>> customers_of(const ModelsArguments& arguments,
                                                              LiveStore& store) {
    std::optional<std::vector<std::int64_t>> ids;
    if (arguments.all) return ids;
    if (arguments.customer.empty()) return invalid("error.models_whom").at("--customer");
    ids.emplace();
    if (const auto id = parse_id<CustomerTag>(arguments.customer)) {
        ids->push_back(id->value);
        return ids;
    }
    VAFA_TRY(const auto called, store.database().read([&](sql::Session& session) {
        return Result<std::vector<CustomerId>>(
            commerce::customers_called(session, arguments.customer));
    }));
    if (called.empty()) return not_found("error.models_no_such_customer").at("--customer");
    for (const CustomerId id : called) ids->push_back(id.value);
    return ids;
}

template <class T>
Answer as_json(Result<T> answer) {
    VAFA_TRY(const T found, std::move(answer));
    return json::encode(found).as_object();
}

Answer ask(const ModelsArguments& arguments, LiveStore& store, const value::Store& asked,
           const value::Question& question) {
    if (arguments.action == "fit") return as_json(value::fit_store(asked, question));
    if (arguments.action == "compare") return as_json(value::compare_store(asked, question));
    if (arguments.action == "score") return as_json(value::score_store(asked, question));
    VAFA_TRY(const auto customers, customers_of(arguments, store));
    return as_json(value::predict_store(asked, question, customers));
}

// What is kept of a run, as the API answers it.
Result<boost::json::object> run(const Context& context, LiveStore& store) {
    Progress progress(context);
    value::RunWatch watch;
    watch.progress = [&progress](const value::RunProgress& at) {
        progress.show("value.step_" + std::string(json::enum_name(at.step)),
                      static_cast<std::uint64_t>(at.done), static_cast<std::uint64_t>(at.total), 0);
    };
    watch.cancelled = interrupted_by_user(context);
    VAFA_TRY(const value::Run made, store.values().run_now("cli", watch));
    return value::overview(store.database(), made.id);
}

Result<void> run_and_show(const Context& context, const ModelsArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    VAFA_TRY(const auto found, run(context, *store));
    const commerce::Settings settings = store->settings();
    const render::Words words{context.locale, settings.currency.value_or(Currency{}),
                              settings.show_toman};
    const auto& summary = found.at("summary").as_object();
    switch (arguments.format) {
        case Format::json:
            context.out(json::pretty(found));
            break;
        case Format::csv:
            context.out(render::models_csv("score", summary.at("scores").as_object()));
            break;
        case Format::table:
            context.out(render::models_table("compare", summary.at("comparison").as_object(), words,
                                             context.terminal));
            context.out("\n" + render::models_table("score", summary.at("scores").as_object(),
                                                    words, context.terminal));
            break;
    }
    return {};
}

Result<void> answer(const Context& context, const ModelsArguments& arguments) {
    if (arguments.action == "run") return run_and_show(context, arguments);
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::read));
    const auto configured = static_cast<unsigned>(context.config.integer("workers"));
    const unsigned workers = configured > 0 ? configured : hardware_workers();
    VAFA_TRY(const auto question, question_of(arguments, store->settings(), workers));
    VAFA_TRY(const auto view, store->view());
    const auto engine = store->engine(view);
    const value::Store asked{*engine, metrics::defaults_of(view->settings), store->clock()};
    VAFA_TRY(const auto found, ask(arguments, *store, asked, question));
    const render::Words words{context.locale, view->settings.currency.value_or(Currency{}),
                              view->settings.show_toman};
    switch (arguments.format) {
        case Format::json:
            context.out(json::pretty(found));
            break;
        case Format::csv:
            context.out(render::models_csv(arguments.action, found));
            break;
        case Format::table:
            context.out(render::models_table(arguments.action, found, words, context.terminal));
            break;
    }
    return {};
}

}  // namespace

int models(const Context& context, const ModelsArguments& arguments) {
    const auto done = answer(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
