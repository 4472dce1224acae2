#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vafa::models {

// A small symmetric matrix, row after row.
class Symmetric {
public:
    Symmetric() = default;
    explicit Symmetric(std::size_t size) : size_(size), values_(size * size) {}
    static Symmetric identity(std::size_t size, double diagonal = 1);

    std::size_t size() const { return size_; }
    double& at(std::size_t i, std::size_t j) { return values_[i * size_ + j]; }
    double at(std::size_t i, std::size_t j) const { return values_[i * size_ + j]; }

    std::vector<double> times(std::span<const double> vector) const;
    double form(std::span<const double> vector) const;  // vᵀ M v

    // By Cholesky; nothing where the matrix is not clearly positive definite.
    std::optional<Symmetric> inverse() const;

private:
    std::optional<Symmetric> cholesky() const;  // the lower triangle L with L Lᵀ = M

    std::size_t size_ = 0;
    std::vector<double> values_;
};

double dot(std::span<const double> a, std::span<const double> b);

}  // namespace vafa::models
