#include <boost/json.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>

#include "metrics/api.h"
#include "metrics/testing/reference.h"
#include "metrics/testing/store.h"
#include "metrics/wire.h"
#include "testing/places.h"
#include "timeline/api.h"

// Every report over random stores, by the engine and by plain SQL: the same to the cent.
namespace vafa::metrics {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kStores = 50;
constexpr std::uint64_t kStoresWhenThorough = 400;

// A store in a timeline, some of its orders still in the append buffers.
class StoreEngine {
public:
    explicit StoreEngine(const reference::Store& store)
        : store_(&store), timeline_(std::make_unique<timeline::Timeline>(store.zone, 2)) {
        std::vector<timeline::Row> first, second;
        for (std::size_t i = 0; i < store.orders.size(); ++i) {
            const auto& order = store.orders[i];
            (i % 3 == 2 ? second : first)
                .push_back(
                    {order.profile, order.at, order.amount_minor, i + 1, order.flags, false});
        }
        timeline_->append("order", std::move(first)).value();
        timeline_->merge();
        timeline_->append("order", std::move(second)).value();
        timeline_->set_links(store.links);
        engine_ = make_timeline_engine(*timeline_,
                                       [this](const std::string& name) { return ensure(name); });
    }
    const Engine& engine() const { return *engine_; }

private:
    Result<void> ensure(const std::string& name) {
        if (timeline_->has_property("order", name)) return {};
        std::size_t at = 0;
        return timeline_->load_property(
            "order", name, [&](timeline::Timeline::PropertyValue& into) -> Result<bool> {
                for (; at < store_->orders.size(); ++at) {
                    const auto& order = store_->orders[at];
                    const auto found = order.properties.find(name);
                    if (found == order.properties.end()) continue;
                    into = {order.profile, order.at, ++at, found->second};
                    return true;
                }
                return false;
            });
    }

    const reference::Store* store_;
    std::unique_ptr<timeline::Timeline> timeline_;
    std::unique_ptr<Engine> engine_;
};

// Money and counts exactly; what was divided, to 1e-9 of its size. A value of models (clv_minor)
// and thresholds were doubles before they were rounded.
bool same_number(const json::value& a, const json::value& b, std::string_view key) {
    if (a.is_number() && b.is_number() && a.is_double() != b.is_double()) return false;
    if (!a.is_double()) return a == b;
    const double x = a.get_double(), y = b.get_double();
    const bool exact = key.ends_with("_minor") && key != "clv_minor" && key != "monetary_minor";
    if (exact) return x == y;
    return std::abs(x - y) <= 1e-9 * std::max({1e-3, std::abs(x), std::abs(y)});
}

// The paths where the two differ, as "path: ours, theirs".
void differences(const json::value& a, const json::value& b, const std::string& path,
                 std::string_view key, std::string& out) {
    if (a.is_object() && b.is_object()) {
        for (const auto& [name, value] : a.get_object()) {
            const json::value* other = b.get_object().if_contains(name);
            differences(value, other != nullptr ? *other : json::value("missing"),
                        path + "/" + std::string(name), name, out);
        }
        return;
    }
    if (a.is_array() && b.is_array() && a.get_array().size() == b.get_array().size()) {
        for (std::size_t i = 0; i < a.get_array().size(); ++i) {
            differences(a.get_array()[i], b.get_array()[i], path + "/" + std::to_string(i), key,
                        out);
        }
        return;
    }
    const bool same = a.is_number() && b.is_number() ? same_number(a, b, key) : a == b;
    if (same || out.size() > 1500) return;
    out += path + ": " + json::serialize(a).substr(0, 200) + ", expected " +
           json::serialize(b).substr(0, 200) + "\n";
}

template <class T>
void expect_same(const char* report, const Result<T>& ours, const T& expected,
                 const Options& options) {
    ASSERT_TRUE(ours.has_value()) << report << ": " << ours.error().key;
    std::string found;
    differences(vafa::json::encode(to_wire(*ours, options)),
                vafa::json::encode(to_wire(expected, options)), report, "", found);
    EXPECT_EQ(found, "");
}

void expect_same_inputs(const Result<ModelInputs>& ours,
                        const std::vector<reference::ModelInput>& expected) {
    std::vector<reference::ModelInput> found;
    for (const auto& chunk : ours.value().chunks) {
        for (std::size_t i = 0; i < chunk.size; ++i) {
            found.push_back(
                {chunk.id.data()[i], chunk.x.data()[i], chunk.t_x.data()[i], chunk.age.data()[i]});
        }
    }
    EXPECT_EQ(found.size(), expected.size());
    EXPECT_TRUE(found == expected) << "model inputs";
}

// A third of the reports for each store: planning SQL is what this test spends its time on.
void expect_same_reports(const Engine& engine, reference::Reference& expected, const Options& o,
                         std::uint64_t seed) {
    if (seed % 3 == 0) {
        expect_same("summary", engine.summary(o), expected.summary(), o);
        expect_same("cohorts", engine.cohorts(o), expected.cohorts(), o);
        expect_same("kinds", engine.kinds(o), expected.kinds(), o);
        expect_same("stage", engine.stage(o), expected.stage(), o);
        expect_same("clv-simple", engine.clv_simple(o), expected.clv_simple(), o);
    } else if (seed % 3 == 1) {
        expect_same("periods", engine.periods(o), expected.periods(), o);
        expect_same("repurchase", engine.repurchase(o), expected.repurchase(), o);
        expect_same("survival", engine.survival(o), expected.survival(), o);
        expect_same("rfm", engine.rfm(o), expected.rfm(), o);
        expect_same("order-values", engine.order_values(o), expected.order_values(), o);
    } else {
        expect_same("retention-rate", engine.retention_rate(o), expected.retention_rate(), o);
        expect_same("products", engine.products(o), expected.products(), o);
        expect_same("seasons", engine.seasons(o), expected.seasons(), o);
        expect_same("claims", engine.claims(o), expected.claims(), o);
        expect_same_inputs(engine.model_inputs(o), expected.model_inputs());
    }
}

class MetricsProperty : public testing::Test {
protected:
    void check(std::uint64_t seed) {
        Rng rng = Rng(20'240'229).fork("store", seed);
        const reference::Store store = reference::random_store(rng);
        const StoreEngine ours(store);
        const Options options = reference::random_options(rng, store);
        SCOPED_TRACE("seed " + std::to_string(seed) + ", zone " + store.zone.name() + ", " +
                     std::to_string(store.orders.size()) + " orders, " +
                     reference::describe(options));
        reference::Reference expected(sql_, store, options);
        EXPECT_EQ(ours.engine().data_end(options), expected.end());
        expect_same_reports(ours.engine(), expected, options, seed);
        if (seed % 20 == 0) check_parts(ours.engine(), expected, store, options, seed);
    }
    // Each part has the reports of its customers.
    void check_parts(const Engine& engine, reference::Reference& whole,
                     const reference::Store& store, Options options, std::uint64_t seed) {
        const auto expected = whole.parts();
        const auto parts = engine.parts(options).value();
        ASSERT_EQ(parts.size(), expected.size());
        options.as_of = whole.end();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_EQ(static_cast<int>(parts[i].kind), expected[i].kind);
            EXPECT_EQ(parts[i].value, expected[i].value);
            EXPECT_EQ(parts[i].customers, expected[i].customers);
            if (i % 4 != 0) continue;  // the others are alike
            SCOPED_TRACE("part " + expected[i].value);
            reference::Reference of_part(sql_, store, options);
            of_part.keep_only(expected[i]);
            expect_same_reports(*parts[i].engine, of_part, options, seed);
        }
    }
    reference::Sql sql_;
};

TEST_F(MetricsProperty, TheEngineAgreesWithPlainSqlOnRandomStores) {
    const std::uint64_t stores = test::thorough() ? kStoresWhenThorough : kStores;
    for (std::uint64_t seed = 0; seed < stores && !HasFailure(); ++seed) check(seed);
}

}  // namespace
}  // namespace vafa::metrics
