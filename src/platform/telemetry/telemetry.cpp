#include "platform/telemetry/telemetry.h"

#include <mutex>
#include <prometheus/collectable.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <vector>

namespace vafa::telemetry {

struct Registry::Impl {
    struct Asked {
        prometheus::Gauge& gauge;
        std::function<double()> read;
    };
    mutable std::mutex mutex;
    prometheus::Registry registry;
    std::map<std::string, prometheus::Family<prometheus::Counter>*, std::less<>> counters;
    std::map<std::string, prometheus::Family<prometheus::Histogram>*, std::less<>> histograms;
    std::vector<Asked> asked;
};

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;

void Registry::count(std::string_view name, std::string_view help, const Labels& labels,
                     double by) {
    const std::scoped_lock lock(impl_->mutex);
    auto found = impl_->counters.find(name);
    if (found == impl_->counters.end()) {
        auto& family = prometheus::BuildCounter()
                           .Name(std::string(name))
                           .Help(std::string(help))
                           .Register(impl_->registry);
        found = impl_->counters.emplace(name, &family).first;
    }
    found->second->Add(labels).Increment(by);
}

void Registry::observe_seconds(std::string_view name, std::string_view help, const Labels& labels,
                               double seconds) {
    static const prometheus::Histogram::BucketBoundaries kBuckets = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    const std::scoped_lock lock(impl_->mutex);
    auto found = impl_->histograms.find(name);
    if (found == impl_->histograms.end()) {
        auto& family = prometheus::BuildHistogram()
                           .Name(std::string(name))
                           .Help(std::string(help))
                           .Register(impl_->registry);
        found = impl_->histograms.emplace(name, &family).first;
    }
    found->second->Add(labels, kBuckets).Observe(seconds);
}

void Registry::gauge(std::string_view name, std::string_view help, const Labels& labels,
                     std::function<double()> read) {
    const std::scoped_lock lock(impl_->mutex);
    auto& family = prometheus::BuildGauge()
                       .Name(std::string(name))
                       .Help(std::string(help))
                       .Register(impl_->registry);
    impl_->asked.push_back({family.Add(labels), std::move(read)});
}

std::string Registry::text() const {
    const std::scoped_lock lock(impl_->mutex);
    for (auto& asked : impl_->asked) asked.gauge.Set(asked.read());
    return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace vafa::telemetry
