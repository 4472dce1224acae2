#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bench/timeline/duck.h"
#include "metrics/api.h"
#include "timeline/api.h"

namespace vafa::bench {

// What both sides must agree on: whole numbers exactly, quotients to 1e-9 of their size.
struct Answer {
    std::vector<std::int64_t> whole;
    std::vector<double> real;
};
// Empty when equal, else where the first difference is.
std::string difference(const Answer& a, const Answer& b);

struct Question {
    std::string name;      // and the name of its .sql file
    double row_bytes = 0;  // read of each row
    double customer_bytes = 0;
    double target = 0;  // ratio to reach
    // Seconds of the engine's work alone.
    std::function<double(const metrics::Engine&, Answer&)> ask_vafa;
    std::function<Answer(Table&)> read_duck;
};
std::vector<Question> questions();

// Tables that repurchase.sql looks up.
void make_window_tables(Duck& duck);

}  // namespace vafa::bench
