#include "platform/telemetry/telemetry.h"

#include <gtest/gtest.h>

namespace vafa::telemetry {
namespace {

TEST(Telemetry, SaysWhatWasCountedAndAsksGaugesAnew) {
    Registry registry;
    double level = 1;
    registry.gauge("vafa_level", "A level.", {}, [&] { return level; });
    registry.count("vafa_things_total", "Things.", {{"kind", "a"}});
    registry.count("vafa_things_total", "Things.", {{"kind", "a"}}, 2);
    registry.observe_seconds("vafa_seconds", "How long.", {}, 0.004);
    level = 7;
    const std::string text = registry.text();
    for (const char* line :
         {"# TYPE vafa_things_total counter", "vafa_things_total{kind=\"a\"} 3", "vafa_level 7",
          "vafa_seconds_bucket{le=\"0.0025\"} 0", "vafa_seconds_bucket{le=\"0.005\"} 1"}) {
        EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
    }
}

}  // namespace
}  // namespace vafa::telemetry
