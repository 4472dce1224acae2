#pragma once

#include "commerce/wire.h"

// What the routes of commerce take; absent: any, or as it is.
namespace vafa::commerce::wire {

using Flag = std::optional<bool>;
using ShopRef = std::optional<TextId<ShopTag>>;

struct OneThing {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneThing, (), (id))
json::Notes field_notes(const OneThing*);

struct CustomerOrdersRequest {
    std::string id;
    std::optional<OrderStatus> status;
    Moment from, to;
    Amount limit;
    Text cursor;
};
BOOST_DESCRIBE_STRUCT(CustomerOrdersRequest, (), (id, status, from, to, limit, cursor))
json::Notes field_notes(const CustomerOrdersRequest*);

struct OrdersRequest {
    std::optional<TextId<CustomerTag>> customer;
    ShopRef shop;
    std::optional<OrderStatus> status;
    Moment from, to;
    Text number;
    Amount limit;
    Text cursor;
};
BOOST_DESCRIBE_STRUCT(OrdersRequest, (), (customer, shop, status, from, to, number, limit, cursor))
json::Notes field_notes(const OrdersRequest*);

struct ProductsRequest {
    Text q;
    std::optional<std::vector<std::string>> keys;
    ShopRef shop;
    Amount limit;
    Text cursor;
};
BOOST_DESCRIBE_STRUCT(ProductsRequest, (), (q, keys, shop, limit, cursor))
json::Notes field_notes(const ProductsRequest*);

struct MergeRequest {
    std::string id;
    TextId<CustomerTag> into;
};
BOOST_DESCRIBE_STRUCT(MergeRequest, (), (id, into))
json::Notes field_notes(const MergeRequest*);

struct UnlinkRequest {
    std::string id;
    TextId<ProfileTag> profile;
};
BOOST_DESCRIBE_STRUCT(UnlinkRequest, (), (id, profile))
json::Notes field_notes(const UnlinkRequest*);

struct SettingsPatch {
    Text store_name, currency;
    Flag show_toman;
    Text time_zone;
    std::optional<Calendar> calendar;
    std::optional<Weekday> first_weekday;
    Flag count_cancelled, count_unpaid, count_refunded, count_zero_value, count_test;
    Amount margin_basis_points, discount_basis_points;
    Text phone_region;
};
BOOST_DESCRIBE_STRUCT(SettingsPatch, (),
                      (store_name, currency, show_toman, time_zone, calendar, first_weekday,
                       count_cancelled, count_unpaid, count_refunded, count_zero_value, count_test,
                       margin_basis_points, discount_basis_points, phone_region))
json::Notes field_notes(const SettingsPatch*);

}  // namespace vafa::commerce::wire
