#include <algorithm>
#include <string>

#include "base/text.h"
#include "metrics/report_list.h"

namespace vafa::metrics {
namespace {

template <class Entry>
using PartsOf = std::vector<wire::PartOf<typename Entry::Data>>;

template <class Entry>
Result<PartsOf<Entry>> breakdown(const Entry& report, const Engine& engine,
                                 const Options& options) {
    VAFA_TRY(const auto parts, engine.parts(options));
    PartsOf<Entry> out;
    for (const Part& part : parts) {
        VAFA_TRY(auto data, report.ask(*part.engine, options));
        const bool named = part.kind == Part::Kind::value;
        out.push_back({named ? std::optional(part.value) : std::nullopt, part.kind, part.customers,
                       std::move(data)});
    }
    return out;
}

template <class Entry>
Result<boost::json::object> run(const Entry& report, const Engine& engine, const Options& options) {
    const auto data_end = engine.data_end(options);
    // Found once; and a part's own last day would make its rates mature too early.
    Options until_end = options;
    until_end.as_of = data_end;
    VAFA_TRY(auto data, report.ask(engine, until_end));
    typename Entry::Answer answer{
        std::string(report.name),
        definition_of(report.name, options, data_end, engine.store_zone()),
        std::move(data),
        {}};
    if (!options.break_by.empty()) {
        VAFA_TRY(answer.breakdown.value, breakdown(report, engine, until_end));
    }
    return std::move(json::encode(answer).as_object());
}

}  // namespace

std::string wire::name_beside(std::string_view data_name, std::string_view ending) {
    constexpr std::string_view kData = "Data";
    VAFA_ASSERT(data_name.ends_with(kData));
    data_name.remove_suffix(kData.size());
    return std::string(data_name).append(ending);
}

const std::vector<std::string_view>& report_names() {
    static const std::vector<std::string_view> kNames = [] {
        std::vector<std::string_view> names;
        each_report([&](const auto& report) { names.push_back(report.name); });
        return names;
    }();
    return kNames;
}

Error unknown_report(std::string_view name) {
    const auto near = nearest(name, report_names());
    if (near.empty()) {
        return not_found("error.metrics_no_such_report").with("name", std::string(name));
    }
    return not_found("error.metrics_unknown_report")
        .with("name", std::string(name))
        .with("nearest", std::string(near));
}

Result<boost::json::object> run_report(const Engine& engine, std::string_view name,
                                       const Options& options) {
    std::optional<Result<boost::json::object>> answer;
    each_report([&](const auto& report) {
        if (report.name != name) return;
        const auto checked = check_options(options);
        answer = checked.has_error() ? Result<boost::json::object>(checked.error())
                                     : run(report, engine, options);
    });
    return answer ? std::move(*answer) : unknown_report(name);
}

}  // namespace vafa::metrics
