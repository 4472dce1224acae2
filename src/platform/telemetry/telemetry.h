#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

// The process's own measurements, in the text form that Prometheus reads (exposition format 0.0.4).
// Names and labels never hold personal data. Thread-safe.
namespace vafa::telemetry {

using Labels = std::map<std::string, std::string>;

class Registry {
public:
    Registry();
    ~Registry();
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    // A name keeps the kind it was first used as. Labels' values must come from a bounded set.
    void count(std::string_view name, std::string_view help, const Labels& labels, double by = 1);
    // Into buckets from 0.5 ms to 10 s.
    void observe_seconds(std::string_view name, std::string_view help, const Labels& labels,
                         double seconds);
    // Asked for whenever the text is made; must not call back into the registry.
    void gauge(std::string_view name, std::string_view help, const Labels& labels,
               std::function<double()> read);

    std::string text() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa::telemetry
