#include "ingest/statuses.h"

#include <string>
#include <unordered_map>

#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

using commerce::OrderStatus;

struct StatusLine {
    OrderStatus status;
    std::string_view words;  // separated by '|'
};

// A partial refund lowers the amount only, hence `paid`. WooCommerce's "processing" is paid and
// waits to be sent.
constexpr StatusLine kStatusLines[] = {
    {OrderStatus::pending,
     "pending|pending payment|awaiting bank wire payment|on hold|onhold|unpaid|awaiting "
     "payment|authorized|partially paid|"
     "draft|checkout draft|new|open|invoiced|در انتظار پرداخت|در انتظار|در انتظار بررسی|"
     "پرداخت نشده|جدید|ожидает оплаты|ожидание|в ожидании|на удержании|не оплачен|не оплачено|"
     "новый|новая|принят|awaiting check payment|awaiting bank wire|"
     "awaiting cash on delivery validation|pre order|quote|payment pending|pending confirmation|"
     "not paid|waiting|waiting for payment|incomplete|waiting payment|در صف بررسی|"
     "در انتظار تایید|در انتظار تأیید|منتظر پرداخت|پیش نویس|پیش فاکتور|پرداخت نشده است|معلق|"
     "ثبت شده|در انتظار واریز|سفارش جدید|جدید ثبت شده|принят ожидается оплата|"
     "принят, ожидается оплата|ожидается оплата|не обработан|ожидает подтверждения|черновик|"
     "предзаказ|в ожидании оплаты|ждет оплаты|новый заказ|счет выставлен|частично оплачен"},
    {OrderStatus::paid,
     "paid|processing|partially refunded|captured|in progress|confirmed|preparing|packed|"
     "در حال انجام|در حال پردازش|در حال آماده سازی|پرداخت شده|پرداخت موفق|تایید شده|оплачен|"
     "оплачено|обработка|в обработке|обрабатывается|подтвержден|комплектуется|частично возвращен|"
     "accepted|payment accepted|remote payment accepted|unfulfilled|partially fulfilled|partial|"
     "approved|in process|processed|ready|ready to ship|awaiting fulfillment|awaiting shipment|"
     "awaiting pickup|backordered|پرداخت شد|تایید شد|در حال "
     "آماده‌سازی|در "
     "حال "
     "بسته "
     "بندی|"
     "آماده ارسال|بسته بندی شده|در دست اقدام|در حال بررسی|تأیید شده|تسویه شده|наложенный платеж|"
     "согласован|в работе|на сборке|собран|сборка|собирается|готов к отправке|готов к выдаче|"
     "готов к отгрузке|ожидает отгрузки|ожидает сборки|ожидает отправки|"
     "оплачен формируется к отправке|подтвержден менеджером|передан в сборку|комплектация"},
    {OrderStatus::fulfilled,
     "fulfilled|shipped|sent|in transit|out for delivery|ارسال شده|در حال ارسال|отправлен|"
     "отправлено|отгружен|в пути|передан в доставку|dispatched|on the way|with courier|"
     "delivering|handed over|partially shipped|shipping|on delivery|تحویل پست|تحویل به پست|"
     "تحویل پیک|ارسال شد|در راه|تحویل مامور پست|خروج از مرکز پردازش|доставляется|передан курьеру|"
     "отгружено|отправлен покупателю|доставка|в доставке|прибыл в пункт выдачи|"
     "ожидает в пункте выдачи|в пункте выдачи|передан в службу доставки|у курьера"},
    {OrderStatus::completed,
     "completed|complete|delivered|closed|done|success|successful|ok|received|تکمیل شده|تکمیل|"
     "تحویل شده|تحویل داده شده|انجام شده|موفق|выполнен|выполнено|завершен|завершено|доставлен|"
     "доставлено|вручен|закрыт|исполнен|finished|fulfilled and delivered|picked up|"
     "paid and delivered|resolved|won|deal won|closed won|تحویل شد|تحویل مشتری|تحویل به مشتری|"
     "تکمیل شد|نهایی شده|پایان یافته|بسته شده|получен|получено|выдан|выдано|продан|продажа|"
     "продано|сделка успешна|успешно реализовано|успешно завершен|успешно|реализован|выкуплен|"
     "оплачен и доставлен|завершён|доставлен покупателю"},
    {OrderStatus::cancelled,
     "cancelled|canceled|cancel|voided|void|expired|abandoned|rejected|لغو شده|لغو|کنسل شده|کنسل|"
     "انصراف|رد شده|отменен|отменено|отмена|аннулирован|отклонен|canceled reversal|reversed|"
     "void sale|lost|deal lost|closed lost|cancelled by customer|cancelled by seller|"
     "cancelled by admin|terminated|لغو سفارش|لغو شد|لغوشده|لغو توسط مشتری|لغو توسط فروشنده|"
     "لغو توسط کاربر|کنسلی|کنسل شد|منصرف شده|انصراف مشتری|ابطال شده|باطل شده|منقضی شده|отменён|"
     "отменен покупателем|отменен продавцом|отменен клиентом|аннулировано|отказ|отказ клиента|"
     "отказ покупателя|закрыто и не реализовано|сделка провалена|просрочен|не состоялся|"
     "не выкуплен|невыкуп"},
    {OrderStatus::refunded,
     "refunded|refund|returned|charged back|chargeback|مسترد شده|مرجوع شده|مرجوعی|برگشت داده شده|"
     "بازگشت وجه|возвращен|возврат|возврат средств|return|returned to sender|restocked|"
     "fully refunded|return completed|refunded by merchant|مرجوع|مرجوعی کامل|عودت|عودت داده شده|"
     "بازگشت داده شده|بازپرداخت شده|بازپرداخت|مسترد|برگشتی|برگشت خورده|عودت وجه|возвращён|"
     "возвращено|возврат товара|возврат денег|полный возврат|деньги возвращены|возврат оформлен"},
    {OrderStatus::failed,
     "failed|fail|declined|error|payment failed|ناموفق|پرداخت ناموفق|خطا|не удался|не удалось|"
     "неудачный|ошибка|ошибка оплаты|payment error|unsuccessful|not successful|chargeback lost|"
     "denied|processing error|ناموفق بوده|تراکنش ناموفق|платеж не прошел|оплата не прошла|"
     "неуспешно|неуспешный|сбой оплаты"},
    {OrderStatus::deleted,
     "trash|trashed|deleted|حذف شده|زباله دان|удален|removed|draft auto|در زباله دان|حذف|удалён|"
     "удалено|корзина|в корзине"},
};

const std::unordered_map<std::string, OrderStatus>& statuses() {
    static const auto kStatuses = [] {
        std::unordered_map<std::string, OrderStatus> built;
        for (const auto& [status, words] : kStatusLines) {
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
