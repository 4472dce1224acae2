#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace vafa::timeline {

// Uninitialised memory for a column; large ones on huge pages, which a sequential scan feels.
std::shared_ptr<void> allocate_column(std::size_t bytes);

// Read-only values that something else keeps alive: heap memory or a mapped file.
template <class T>
class Column {
public:
    Column() = default;
    Column(std::shared_ptr<const void> owner, const T* data, std::size_t size)
        : owner_(std::move(owner)), data_(data), size_(size) {}

    const T* data() const { return data_; }
    std::size_t size() const { return size_; }
    std::size_t bytes() const { return size_ * sizeof(T); }
    const T& operator[](std::size_t i) const { return data_[i]; }
    std::span<const T> span() const { return {data_, size_}; }

private:
    std::shared_ptr<const void> owner_;
    const T* data_ = nullptr;
    std::size_t size_ = 0;
};

// A column while it is being filled, by any number of threads on ranges of their own.
template <class T>
class Draft {
public:
    Draft() = default;
    explicit Draft(std::size_t size)
        : memory_(allocate_column(size * sizeof(T))),
          data_(static_cast<T*>(memory_.get())),
          size_(size) {}

    T* data() { return data_; }
    T& operator[](std::size_t i) { return data_[i]; }
    Column<T> finish() && { return Column<T>(std::move(memory_), data_, size_); }

private:
    std::shared_ptr<void> memory_;
    T* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace vafa::timeline
