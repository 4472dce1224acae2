#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "app/render/table.h"
#include "app/render/words.h"

// What the renderers of single reports share. Internal to render.
namespace vafa::render {

struct Page {
    const Words& words;
    const Terminal& terminal;
    std::string out;

    void heading(std::string_view key, const i18n::Params& params = {});
    void sentence(std::string_view key, const i18n::Params& params = {});
    void table(const Table& made);
    // "name   value" lines with aligned values.
    void figures(const std::vector<std::pair<std::string, std::string>>& lines);
    std::string word(std::string_view key) const { return words.text(key); }
};

inline constexpr int kBarWidth = 24;

const boost::json::array& list_of(const boost::json::object& data, std::string_view key);
std::string text_of(const boost::json::value& value);

void summary_page(Page& page, const boost::json::object& data);
void repurchase_page(Page& page, const boost::json::object& data);
void cohorts_page(Page& page, const boost::json::object& data);
void periods_page(Page& page, const boost::json::object& data);
void retention_rate_page(Page& page, const boost::json::object& data);
void survival_page(Page& page, const boost::json::object& data);
void rfm_page(Page& page, const boost::json::object& data);
void kinds_page(Page& page, const boost::json::object& data);
void claims_page(Page& page, const boost::json::object& data);
void stage_page(Page& page, const boost::json::object& data);
void products_page(Page& page, const boost::json::object& data);
void seasons_page(Page& page, const boost::json::object& data);
void order_values_page(Page& page, const boost::json::object& data);
void clv_simple_page(Page& page, const boost::json::object& data);

}  // namespace vafa::render
