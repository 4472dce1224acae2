#include "models/symmetric.h"

#include <cmath>
#include <numeric>

namespace vafa::models {
namespace {

constexpr double kSmallestPivot = 1e-11;  // relative to the matrix's own diagonal

}  // namespace

Symmetric Symmetric::identity(std::size_t size, double diagonal) {
    Symmetric result(size);
    for (std::size_t i = 0; i < size; ++i) result.at(i, i) = diagonal;
    return result;
}

std::vector<double> Symmetric::times(std::span<const double> vector) const {
    std::vector<double> result(size_);
    for (std::size_t i = 0; i < size_; ++i)
        result[i] = dot(std::span(values_).subspan(i * size_, size_), vector);
    return result;
}

double Symmetric::form(std::span<const double> vector) const {
    double sum = 0;
    for (std::size_t i = 0; i < size_; ++i)
        sum += vector[i] * dot(std::span(values_).subspan(i * size_, size_), vector);
    return sum;
}

std::optional<Symmetric> Symmetric::cholesky() const {
    Symmetric lower(size_);
    for (std::size_t j = 0; j < size_; ++j) {
        double pivot = at(j, j);
        for (std::size_t k = 0; k < j; ++k) pivot -= lower.at(j, k) * lower.at(j, k);
        if (!(pivot > kSmallestPivot * std::fabs(at(j, j))) || !std::isfinite(pivot)) return {};
        const double root = std::sqrt(pivot);
        lower.at(j, j) = root;
        for (std::size_t i = j + 1; i < size_; ++i) {
            double sum = at(i, j);
            for (std::size_t k = 0; k < j; ++k) sum -= lower.at(i, k) * lower.at(j, k);
            lower.at(i, j) = sum / root;
        }
    }
    return lower;
}

std::optional<Symmetric> Symmetric::inverse() const {
    const auto lower = cholesky();
    if (!lower) return {};
    Symmetric result(size_);
    std::vector<double> column(size_);
    for (std::size_t unit = 0; unit < size_; ++unit) {
        for (std::size_t i = 0; i < size_; ++i) {
            double sum = i == unit ? 1 : 0;
            for (std::size_t k = 0; k < i; ++k) sum -= lower->at(i, k) * column[k];
            column[i] = sum / lower->at(i, i);
        }
        for (std::size_t i = size_; i-- > 0;) {
            double sum = column[i];
            for (std::size_t k = i + 1; k < size_; ++k) sum -= lower->at(k, i) * column[k];
            column[i] = sum / lower->at(i, i);
        }
        for (std::size_t i = 0; i < size_; ++i) result.at(i, unit) = column[i];
    }
    return result;
}

double dot(std::span<const double> a, std::span<const double> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace vafa::models
