#include <cctype>
#include <gtest/gtest.h>

#include "ingest/adopt.h"
#include "ingest/corpus_facts.h"
#include "ingest/test_store.h"
#include "platform/files/whole_file.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"

// corpus/NN_name.* are files as shops export them, NN_name.expected.json what a merchant would call
// right: see corpus/README.md. One test a file, by its name.
namespace vafa::ingest {
namespace {

namespace fs = std::filesystem;
using corpus::js::array;
using corpus::js::object;
using corpus::js::value;
using test::must;

fs::path corpus_folder() { return test::source_dir() / "src/ingest/corpus"; }

std::vector<std::string> corpus_names() {
    constexpr std::string_view kSuffix = ".expected.json";
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(corpus_folder())) {
        const auto name = entry.path().filename().string();
        if (!name.ends_with(kSuffix)) continue;
        names.push_back(name.substr(0, name.size() - kSuffix.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

// The file that the expectation speaks of.
std::string file_of(const std::string& name) {
    for (const auto& entry : fs::directory_iterator(corpus_folder())) {
        const bool same = entry.path().stem() == name;
        if (same && !entry.path().filename().string().ends_with(".expected.json")) {
            return entry.path().string();
        }
    }
    throw std::runtime_error("no file for " + name);
}

std::string text_of(const value& v) { return std::string(v.as_string()); }

class Case {
public:
    Case(const std::string& name, test::Backend backend) : store_(backend) {
        const auto path = corpus_folder() / (name + ".expected.json");
        expected_ = must(json::parse(must(files::read_file(path)))).as_object();
        file_ = file_of(name);
        std::string zone = "UTC";
        if (const auto* settings = expected_.if_contains("store")) {
            must(store_.database().write([&](sql::Session& session) -> Result<void> {
                for (const auto& setting : settings->as_object()) {
                    VAFA_CHECK(
                        commerce::set_setting(session, setting.key(), text_of(setting.value())));
                    if (setting.key() == "time_zone") zone = text_of(setting.value());
                }
                return {};
            }));
        }
        recorder_ = std::make_unique<corpus::Recorder>(store_.deps().intake,
                                                       must(i18n::load_time_zone(zone)));
    }

    void run() {
        if (const auto* before = expected_.if_contains("before")) {
            for (const auto& earlier : before->as_array()) {
                must(import(store_.file("before.csv", text_of(earlier.at("text"))), {}));
            }
        }
        const auto result = import(file_, expected_.at("options").as_object());
        if (const auto* error = expected_.if_contains("error")) {
            expect_refused(result, error->as_object());
            return;
        }
        ASSERT_FALSE(result.has_error()) << test::describe(result.error());
        expect_result(result.value());
        expect_facts();
        expect_customers();
    }

private:
    Result<ImportResult> import(const std::string& file, const object& options) {
        auto request = store_.request({file});
        if (const auto* kind = expected_.if_contains("kind")) {
            request.kind = import_kind(text_of(*kind)).value();
        }
        for (const auto& option : options) tell(request, option.key(), option.value());
        const auto deps = store_.deps();
        return import_orders({.database = deps.database,
                              .intake = *recorder_,
                              .ids = deps.ids,
                              .clock = deps.clock,
                              .data_dir = deps.data_dir,
                              .describe = deps.describe},
                             request);
    }

    static void tell(ImportRequest& request, std::string_view name, const value& said) {
        if (name == "preset") request.preset = text_of(said);
        if (name == "currency") request.currency = text_of(said);
        if (name == "time_zone") request.time_zone = text_of(said);
        if (name == "customer_by") request.customer_by = text_of(said);
        if (name == "calendar") request.calendar = CalendarKind::persian;
        if (name == "set_aside") {
            for (const auto& word : said.as_array()) request.set_aside.push_back(text_of(word));
        }
        if (name != "map" && name != "status") return;
        auto& pairs = name == "map" ? request.map : request.statuses;
        for (const auto& [from, to] : said.as_object()) pairs.emplace_back(from, text_of(to));
    }

    static void expect_refused(const Result<ImportResult>& result, const object& error) {
        ASSERT_TRUE(result.has_error())
            << "it was taken: " << corpus::js::serialize(corpus::described(result.value()));
        EXPECT_EQ(result.error().key, text_of(error.at("key"))) << test::describe(result.error());
        if (const auto* field = error.if_contains("field")) {
            EXPECT_EQ(result.error().field, text_of(*field));
        }
        if (!error.contains("params")) return;
        object params;
        for (const auto& [name, text] : result.error().params) params[name] = text;
        corpus::expect_subset(error.at("params"), params, "error");
    }

    void expect_result(const ImportResult& result) const {
        auto told = expected_.at("result").as_object();
        if (const auto* least = told.if_contains("rejected_at_least")) {
            EXPECT_GE(result.rejected, least->as_int64());
            told.erase("rejected_at_least");
        }
        corpus::expect_subset(told, corpus::described(result), "result");
        std::string said;
        for (const auto& note : result.notes) said += note.key + " ";
        if (const auto* notes = expected_.if_contains("notes")) {
            for (const auto& note : notes->as_array()) {
                EXPECT_NE(said.find(text_of(note) + " "), std::string::npos)
                    << text_of(note) << " is not said, but " << said;
            }
        }
        if (const auto* rows = expected_.if_contains("rejected")) {
            for (const auto& row : rows->as_array()) expect_rejected(result, row.as_object());
        }
    }

    static void expect_rejected(const ImportResult& result, const object& row) {
        std::string all;
        for (const auto& sample : result.rejected_samples) {
            const object actual{
                {"line", sample.line}, {"key", sample.reason.key}, {"field", sample.reason.field}};
            if (corpus::is_subset(row, actual)) return;
            all += corpus::js::serialize(actual);
        }
        ADD_FAILURE() << corpus::js::serialize(row) << " is not among the rows set aside: " << all;
    }

    void expect_facts() const {
        if (const auto* orders = expected_.if_contains("orders")) {
            for (const auto& order : orders->as_array()) {
                const auto key = text_of(order.at("key"));
                const auto* fact = recorder_->facts().if_contains(key);
                if (fact == nullptr) {
                    ADD_FAILURE() << "no order " << key;
                } else {
                    corpus::expect_subset(order, *fact, "order " + key);
                }
            }
        }
        const auto* traits = expected_.if_contains("any_traits");
        if (traits == nullptr) return;
        for (const auto& order : traits->as_array()) {
            const auto& fact = recorder_->facts().at(text_of(order.at("key"))).as_object();
            const auto all = corpus::js::serialize(fact);
            for (const auto& text : order.at("has").as_array()) {
                EXPECT_NE(all.find("\"" + text_of(text) + "\""), std::string::npos) << text << all;
            }
        }
    }

    // Each describes exactly one customer of the store.
    void expect_customers() {
        const auto* customers = expected_.if_contains("customers");
        if (customers == nullptr) return;
        array cards;
        must(store_.database().read([&](sql::Session& session) -> Result<void> {
            std::vector<std::int64_t> ids;
            for (const auto id : commerce::list_customers(session, {}, 1000)) {
                ids.push_back(id.value);
            }
            for (const auto& card : commerce::customer_cards(session, ids)) {
                cards.emplace_back(corpus::described(card.fields));
            }
            return {};
        }));
        for (const auto& customer : customers->as_array()) {
            const auto count = std::count_if(cards.begin(), cards.end(), [&](const value& card) {
                return corpus::is_subset(customer, card);
            });
            EXPECT_EQ(count, 1) << corpus::js::serialize(customer) << " among "
                                << corpus::js::serialize(cards);
        }
    }

    TestStore store_;
    object expected_;
    std::string file_;
    std::unique_ptr<corpus::Recorder> recorder_;
};

class Corpus : public ::testing::TestWithParam<std::string> {};

TEST_P(Corpus, GoesInRightOrIsRefusedWithTheReason) {
    Case(GetParam(), test::Backend::sqlite).run();
}

// The statements are tested on both databases where they live; these go the whole way.
class CorpusOnPostgres : public ::testing::TestWithParam<std::string> {};

TEST_P(CorpusOnPostgres, GoesInTheSame) {
    if (!test::TestDb::open(test::Backend::postgres)) {
        GTEST_SKIP() << "no PostgreSQL server: run under pg_virtualenv";
    }
    Case(GetParam(), test::Backend::postgres).run();
}

INSTANTIATE_TEST_SUITE_P(Files, CorpusOnPostgres,
                         ::testing::Values("04_woo_advanced_export_fa", "06_shopify_preset",
                                           "08_insales_cp1251", "57_hostile_names",
                                           "60_customers_shopify", "84_iranian_sheet"),
                         [](const auto& file) { return "n" + file.param; });
INSTANTIATE_TEST_SUITE_P(Files, Corpus, ::testing::ValuesIn(corpus_names()),
                         [](const auto& file) { return "n" + file.param; });

}  // namespace
}  // namespace vafa::ingest
