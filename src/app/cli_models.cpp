#include "app/cli_models.h"

#include <CLI/CLI.hpp>

#include "app/cli_options.h"

namespace vafa::app {
namespace {

void add_question(CLI::App& made, const Context& context, ModelsArguments& a) {
    made.add_option("--model", a.model, context.text("cli.models_model"))
        ->type_name("bgnbd|mbgnbd|paretonbd|nbd|mbgcnbdk|bgbb|sbg|bdw");
    made.add_option("--k", a.k, context.text("cli.models_k"))->type_name("N");
    made.add_option("--calibration-end", a.calibration_end,
                    context.text("cli.models_calibration_end"))
        ->type_name("DAY");
    made.add_option("--holdout-end", a.holdout_end, context.text("cli.models_holdout_end"))
        ->type_name("DAY");
    made.add_option("--period", a.period, context.text("cli.models_period"))
        ->type_name("day|week|month|year");
    made.add_option("--horizon", a.horizon, context.text("cli.models_horizon"))->type_name("N");
    made.add_option("--discount", a.discount, context.text("cli.models_discount"))
        ->type_name("RATE");
}

}  // namespace

void add_model_commands(CLI::App& models, const Context& context, ModelsArguments& into,
                        const std::function<void()>& chosen) {
    models.require_subcommand(1);
    for (const char* action : {"fit", "compare", "predict", "score", "run"}) {
        CLI::App* made =
            models.add_subcommand(action, context.text("cli.models_" + std::string(action)));
        add_data(*made, context, into.data);
        if (std::string_view(action) != "run") add_question(*made, context, into);
        add_format(*made, context, into.format);
        made->callback([&into, action, chosen] {
            into.action = action;
            chosen();
        });
    }
    for (const char* action : {"fit", "predict"}) {
        models.get_subcommand(action)
            ->add_option("--covariate", into.covariate, context.text("cli.models_covariate"))
            ->type_name("source|first_category|country|…");
    }
    CLI::App* predict = models.get_subcommand("predict");
    auto* one =
        predict->add_option("--customer", into.customer, context.text("cli.models_customer"))
            ->type_name("ID");
    predict->add_flag("--all", into.all, context.text("cli.models_all"))->excludes(one);
}

}  // namespace vafa::app
