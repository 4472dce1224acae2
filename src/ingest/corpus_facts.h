#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/time_zone.h"
#include "ingest/import_types.h"
#include "ingest/intake.h"

// For corpus_test.cpp: facts and results as JSON, so that an expectation may name some of their
// members only.
namespace vafa::ingest::corpus {

namespace js = boost::json;

// "2024-03-20", or "2024-03-20 11:05" in the store's zone.
js::object described(const commerce::OrderFact& fact, const TimeZone& zone);
js::object described(const commerce::CustomerFields& fields);
js::object described(const ImportResult& result);

// Every member that `expected` names, at any depth, is so in `actual`; lists are equally long. A
// test failure for each that is not.
void expect_subset(const js::value& expected, const js::value& actual, const std::string& at);
bool is_subset(const js::value& expected, const js::value& actual);

// Hands everything on, and remembers the facts by key.
class Recorder final : public Intake {
public:
    Recorder(Intake& next, const TimeZone& zone) : next_(next), zone_(zone) {}

    using Intake::apply;
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also) override;
    Result<Outcome> apply_ahead(std::span<const commerce::OrderFact> facts,
                                const Also& also) override;
    Result<void> settle() override { return next_.settle(); }
    Result<Outcome> apply(std::span<const commerce::CustomerFact> facts,
                          const Also& also) override {
        return next_.apply(facts, also);
    }
    Result<Outcome> apply(std::span<const commerce::ProductFact> facts, const Also& also) override {
        return next_.apply(facts, also);
    }
    Result<UndoProgress> undo_step(ImportId import) override { return next_.undo_step(import); }
    Result<std::int64_t> remove_shop(ShopId shop) override { return next_.remove_shop(shop); }

    const js::object& facts() const { return facts_; }

private:
    void keep(std::span<const commerce::OrderFact> facts);

    Intake& next_;
    TimeZone zone_;
    js::object facts_;
};

}  // namespace vafa::ingest::corpus
