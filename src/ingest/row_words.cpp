#include "ingest/cells.h"
#include "ingest/row_parser.h"

// Rows of files of customers and of products.
namespace vafa::ingest {

bool RowParser::read_customer_row() {
    if (!read_modified()) return false;
    read_contacts();
    read_name();
    if (!read_customer()) return false;
    const auto customer = (*row_)[StagedText::customer];
    if (customer.empty()) return fail(Field::customer, "row.no_customer", cell(Field::customer));
    read_texts();
    read_consents();
    read_traits();
    const char kind = static_cast<char>('0' + static_cast<int>(row_->customer_kind));
    row_->key = keep(std::string(1, kind).append(customer));
    return true;
}

bool RowParser::read_product_row() {
    if (!read_modified() || !read_currency()) return false;
    if (!read_number(Field::unit_price, StagedNumber::unit_price) ||
        !read_number(Field::unit_cost, StagedNumber::cost)) {
        return false;
    }
    read_texts();
    auto& product = (*row_)[StagedText::product];
    if (product.empty()) product = (*row_)[StagedText::title];
    if (product.empty()) return fail(Field::product, "row.no_product", {});
    row_->key = product.substr(0, kMaxKeyBytes);
    return true;
}

}  // namespace vafa::ingest
