#include "app/import_details.h"

#include <algorithm>

#include "app/render/table.h"

namespace vafa::app {
namespace {

using render::Align;
using render::Table;
using render::Tone;

constexpr std::size_t kShownStatuses = 15;

std::string identities(const Context& context, const render::Words& words,
                       const ingest::ImportResult& result) {
    if (result.identities.empty()) return {};
    Table table;
    table.column(context.text("import.identity_kind"), Align::left);
    table.column(context.text("import.identity_column"), Align::left);
    table.column(context.text("import.identity_customers"));
    table.column(context.text("import.identity_orders_without"));
    for (const auto& each : result.identities) {
        const Tone tone = each.chosen ? Tone::strong : Tone::plain;
        table.row({{(each.chosen ? "* " : "  ") + each.kind, tone},
                   {each.column, tone},
                   {(each.exact ? "" : "≈ ") + words.count(each.customers), tone},
                   {words.count(each.orders_without), tone}});
    }
    return context.text("import.identities") + "\n" + table.print(context.terminal) + "\n";
}

std::string statuses(const Context& context, const render::Words& words,
                     const ingest::ImportResult& result) {
    if (result.statuses.empty()) return {};
    Table table;
    table.column(context.text("import.status_word"), Align::left);
    table.column(context.text("import.status_rows"));
    table.column(context.text("import.status_taken"), Align::left);
    const auto shown = std::min(result.statuses.size(), kShownStatuses);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& each = result.statuses[i];
        table.row({{each.word, Tone::plain},
                   {words.count(each.rows), Tone::plain},
                   {each.status + (each.known ? "" : " (?)"), Tone::plain}});
    }
    return context.text("import.statuses") + "\n" + table.print(context.terminal) + "\n";
}

std::string traits(const Context& context, const ingest::ImportResult& result) {
    std::string out;
    for (const auto& each : result.traits) {
        const bool of_customer = each.owner == "customer";
        out += "  " +
               context.text(of_customer ? "import.trait_customer" : "import.trait_order",
                            {{"column", each.column}}) +
               "\n";
    }
    return out;
}

}  // namespace

std::string import_details(const Context& context, const render::Words& words,
                           const ingest::ImportResult& result) {
    return identities(context, words, result) + statuses(context, words, result) +
           traits(context, result);
}

}  // namespace vafa::app
