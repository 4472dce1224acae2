#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "app/render/table.h"
#include "app/render/words.h"

namespace vafa::render {

// Answers about value (value/answers.h) for the terminal; `action` is fit, compare, predict, score.
std::string models_table(std::string_view action, const boost::json::object& answer,
                         const Words& words, const Terminal& terminal);
std::string models_csv(std::string_view action, const boost::json::object& answer);

}  // namespace vafa::render
