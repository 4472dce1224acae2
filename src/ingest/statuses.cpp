#include "ingest/statuses.h"

#include <string>
#include <unordered_map>

#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

using commerce::OrderStatus;

struct Words {
    OrderStatus status;
    std::string_view words;  // separated by '|'
};

// A partial refund lowers the amount only, hence `paid`. WooCommerce's "processing" is paid and
// waits to be sent.
constexpr Words kTable[] = {
    {OrderStatus::pending,
     "pending|pending payment|on hold|onhold|unpaid|awaiting payment|authorized|"
     "partially paid|draft|checkout draft|new|open|invoiced|در انتظار پرداخت|"
     "در انتظار|در انتظار بررسی|پرداخت نشده|جدید|ожидает оплаты|ожидание|в ожидании|"
     "на удержании|не оплачен|не оплачено|новый|принят"},
    {OrderStatus::paid,
     "paid|processing|partially refunded|captured|in progress|confirmed|preparing|"
     "packed|در حال انجام|در حال پردازش|در حال آماده سازی|پرداخت شده|پرداخت موفق|"
     "تایید شده|оплачен|оплачено|обработка|в обработке|обрабатывается|подтвержден|"
     "комплектуется|частично возвращен"},
    {OrderStatus::fulfilled,
     "fulfilled|shipped|sent|in transit|out for delivery|ارسال شده|در حال ارسال|"
     "отправлен|отправлено|отгружен|в пути|передан в доставку"},
    {OrderStatus::completed,
     "completed|complete|delivered|closed|done|success|successful|ok|received|"
     "تکمیل شده|تکمیل|تحویل شده|تحویل داده شده|انجام شده|موفق|выполнен|выполнено|"
     "завершен|завершено|доставлен|доставлено|вручен|закрыт|исполнен"},
    {OrderStatus::cancelled,
     "cancelled|canceled|cancel|voided|void|expired|abandoned|rejected|لغو شده|لغو|"
     "کنسل شده|کنسل|انصراف|رد شده|отменен|отменено|отмена|аннулирован|отклонен"},
    {OrderStatus::refunded,
     "refunded|refund|returned|charged back|chargeback|مسترد شده|مرجوع شده|مرجوعی|"
     "برگشت داده شده|بازگشت وجه|возвращен|возврат|возврат средств"},
    {OrderStatus::failed,
     "failed|fail|declined|error|payment failed|ناموفق|پرداخت ناموفق|خطا|не удался|"
     "не удалось|неудачный|ошибка|ошибка оплаты"},
    {OrderStatus::deleted, "trash|trashed|deleted|حذف شده|زباله دان|удален"},
};

const std::unordered_map<std::string, OrderStatus>& statuses() {
    static const auto kStatuses = [] {
        std::unordered_map<std::string, OrderStatus> built;
        for (const auto& [status, words] : kTable) {
            for (const auto word : split(words)) built.try_emplace(header_key(word), status);
        }
        return built;
    }();
    return kStatuses;
}

}  // namespace

std::optional<commerce::OrderStatus> parse_status(std::string_view text) {
    std::string key = header_key(text);
    if (key.starts_with("wc") && text.starts_with("wc-")) key.erase(0, 2);
    const auto found = statuses().find(key);
    if (found == statuses().end()) return std::nullopt;
    return found->second;
}

}  // namespace vafa::ingest
