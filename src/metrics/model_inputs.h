#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/calendar.h"

namespace vafa::metrics {

// A fixed run of numbers without the cost of zeroing them first.
template <class T>
class Array {
public:
    Array() = default;
    explicit Array(std::size_t capacity) : values_(std::make_unique_for_overwrite<T[]>(capacity)) {}
    T* data() { return values_.get(); }
    const T* data() const { return values_.get(); }

private:
    std::unique_ptr<T[]> values_;
};

// Orders that are one purchase: one order, or those of a day (PurchaseUnit).
struct Purchase {
    std::int64_t revenue = 0;
    std::uint32_t row = 0;  // of its first order
    std::uint32_t orders = 0;
    Day day = 0;
};

// A customer's purchases until E, ascending by day; never none. Of one worker (< 256) the customers
// come ascending by id; calls of different workers run beside each other.
using TakeCustomer = std::function<void(unsigned worker, std::int64_t customer,
                                        std::span<const Purchase> purchases)>;

// What the value models need to know of customers: one purchase is one customer-day, all in days.
// In chunks, so that they are written once and by several workers; going through the chunks in
// order gives the customers in ascending order of id.
struct ModelInputChunk {
    std::size_t size = 0;
    Array<std::int64_t> id;    // canonical profile id
    Array<std::uint16_t> x;    // repeat purchases: purchase days after the first
    Array<std::uint16_t> t_x;  // days from the first purchase to the last
    Array<std::uint16_t> age;  // T: days from the first purchase to E
};
struct ModelInputs {
    std::vector<ModelInputChunk> chunks;
    std::size_t customers() const {
        std::size_t sum = 0;
        for (const auto& chunk : chunks) sum += chunk.size;
        return sum;
    }
};

}  // namespace vafa::metrics
