#include <array>
#include <utility>

#include "value/fitting.h"

namespace vafa::value {
namespace {

using models::Model;
using models::Warning;

constexpr std::pair<Model, std::string_view> kModels[] = {{Model::bgnbd, "bgnbd"},
                                                          {Model::mbgnbd, "mbgnbd"},
                                                          {Model::paretonbd, "paretonbd"},
                                                          {Model::nbd, "nbd"},
                                                          {Model::mbgcnbdk, "mbgcnbdk"},
                                                          {Model::bgbb, "bgbb"},
                                                          {Model::sbg, "sbg"},
                                                          {Model::bdw, "bdw"}};

}  // namespace

std::string_view name_of(Model model) {
    for (const auto& [one, name] : kModels)
        if (one == model) return name;
    return "";
}

std::optional<Model> model_named(std::string_view name) {
    for (const auto& [model, one] : kModels)
        if (one == name) return model;
    return std::nullopt;
}

// The end of its text's key.
std::string_view name_of(Warning warning) {
    constexpr std::string_view kBegin = "models.warn_";
    return models::text_key(warning).substr(kBegin.size());
}

}  // namespace vafa::value
