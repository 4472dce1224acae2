#include "platform/http/message.h"

#include <algorithm>

namespace vafa::http {
namespace {

std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

std::string_view method_name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::delete_:
            return "DELETE";
        case Method::options:
            return "OPTIONS";
    }
    return "GET";
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const auto& [field, value] : fields_)
        if (field == name) return value;
    return std::nullopt;
}

void Headers::set(std::string_view name, std::string value) {
    std::string field = lower(name);
    std::erase_if(fields_, [&](const auto& entry) { return entry.first == field; });
    fields_.emplace_back(std::move(field), std::move(value));
}

void Headers::add(std::string_view name, std::string value) {
    fields_.emplace_back(lower(name), std::move(value));
}

void Headers::remove(std::string_view name) {
    std::erase_if(fields_, [&](const auto& entry) { return entry.first == name; });
}

Response text_response(int status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.add("content-type", std::string(content_type));
    response.body = std::move(body);
    return response;
}

}  // namespace vafa::http
