#include "app/render/reports.h"

#include <algorithm>
#include <array>

#include "app/render/report_parts.h"

namespace vafa::render {
namespace {

constexpr int kTextWidth = 100;

using PageFn = void (*)(Page&, const boost::json::object&);
struct NamedPage {
    std::string_view report;
    PageFn render;
};
constexpr std::array kPages = {NamedPage{"summary", summary_page},
                               NamedPage{"repurchase", repurchase_page},
                               NamedPage{"cohorts", cohorts_page},
                               NamedPage{"periods", periods_page},
                               NamedPage{"retention-rate", retention_rate_page},
                               NamedPage{"survival", survival_page},
                               NamedPage{"rfm", rfm_page},
                               NamedPage{"kinds", kinds_page},
                               NamedPage{"claims", claims_page},
                               NamedPage{"stage", stage_page},
                               NamedPage{"products", products_page},
                               NamedPage{"seasons", seasons_page},
                               NamedPage{"order-values", order_values_page},
                               NamedPage{"clv-simple", clv_simple_page}};

std::string part_title(const boost::json::object& part, const Words& words) {
    const std::string kind = text_of(part.at("kind"));
    const std::string name = kind == "value" ? words.product(text_of(part.at("value")))
                                             : words.text("report.part_" + kind);
    return words.text("report.part_title",
                      {{"value", name}, {"customers", words.count(part.at("customers"))}});
}

// Words of a text on lines of at most `width` columns, each after `indent` blanks.
std::string wrapped(const std::string& text, int width, int indent) {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string out = margin;
    int column = indent;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find(' ', i), text.size());
        const std::string word = text.substr(i, end - i);
        const int size = display_width(word);
        if (column > indent && column + 1 + size > width) {
            out += "\n" + margin;
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += size;
        i = end + 1;
    }
    return out;
}

// What was counted, so that nobody has to guess.
std::string definition_text(const boost::json::object& definition, const Words& words,
                            const Terminal& terminal) {
    std::string text = words.text("report.definition") + "\n";
    text += wrapped(words.text("report.definition_frame",
                               {{"end", words.label(text_of(definition.at("data_end")))},
                                {"zone", text_of(definition.at("time_zone"))},
                                {"calendar", words.text("report.calendar_" +
                                                        text_of(definition.at("calendar")))}}),
                    std::min(terminal.width, kTextWidth), 2) +
            "\n";
    for (const auto& term : list_of(definition, "terms")) {
        text += wrapped(words.text(text_of(term)), std::min(terminal.width, kTextWidth), 2) + "\n";
    }
    return "\n" + painted(terminal, Tone::dim, text);
}

}  // namespace

std::string report_table(const boost::json::object& report, const Words& words,
                         const Terminal& terminal) {
    const std::string name = text_of(report.at("report"));
    const auto page_of = std::find_if(kPages.begin(), kPages.end(),
                                      [&](const NamedPage& p) { return p.report == name; });
    VAFA_ASSERT(page_of != kPages.end());
    Page page{words, terminal, {}};
    page_of->render(page, report.at("data").get_object());
    for (const auto& item : list_of(report, "breakdown")) {
        const auto& part = item.get_object();
        page.out += "\n" + painted(terminal, Tone::accent, "── " + part_title(part, words)) + "\n";
        page_of->render(page, part.at("data").get_object());
    }
    page.out += definition_text(report.at("definition").get_object(), words, terminal);
    return page.out;
}

}  // namespace vafa::render
