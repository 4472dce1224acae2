#pragma once

#include <boost/describe.hpp>

#include "commerce/types.h"

// Names of the wire, of history's properties and of the API alike.
namespace vafa::commerce {

BOOST_DESCRIBE_ENUM(OrderStatus, pending, paid, fulfilled, completed, cancelled, refunded, failed,
                    deleted)
BOOST_DESCRIBE_ENUM(ProfileKind, id, email, phone, name)
BOOST_DESCRIBE_ENUM(Channel, email, sms)

}  // namespace vafa::commerce
