import { type Translate, useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { KindName, Kinds } from "../model/kinds";

type Format = ReturnType<typeof useFormat>;

/** What makes a customer of a kind, with the store's own thresholds. */
export function useKindWords({ thresholds, store_discounted_share: own }: Kinds) {
  const t = useText();
  const format = useFormat();
  const about: Record<KindName, () => string> = {
    loyal: () =>
      t("web.kind.about_loyal", {
        count: thresholds.loyal_min_purchases,
        share: format.percent(thresholds.loyal_min_full_price_share, 0),
      }),
    discount: () =>
      t("web.kind.about_discount", {
        share: format.percent(thresholds.discount_min_share, 0),
        own: own === null ? "–" : format.percent(own, 0),
      }),
    need_based: () =>
      t("web.kind.about_need_based", {
        count: thresholds.need_min_purchases_in_category,
        variation: format.number(thresholds.steady_max_variation, 2),
      }),
    wandering: () =>
      t("web.kind.about_wandering", {
        count: thresholds.wandering_min_purchases,
        categories: thresholds.wandering_min_categories,
      }),
    too_few: () => t("web.kind.about_too_few"),
  };
  return { about: (kind: KindName) => about[kind](), rhythm: rhythmWords(thresholds, t, format) };
}

/** After how many quiet days customers are out of rhythm, by their number of purchases. */
function rhythmWords(
  { risk_after_days: after, risk_quantile: quantile }: Kinds["thresholds"],
  t: Translate,
  format: Format,
): string | null {
  const known = Object.entries(after).filter(([, days]) => days !== null);
  if (known.length === 0) return null;
  const list = known.map(([purchases, days]) =>
    t("web.kind.quiet_after", {
      purchases: purchasesRange(purchases, t, format),
      days: format.number(days ?? 0),
    }),
  );
  return t("web.kind.rhythm", {
    share: format.percent(quantile, 0),
    list: list.join(t("web.list.and_so")),
  });
}

/** The server's "2", "3-4" and "10+" in words. */
function purchasesRange(range: string, t: Translate, format: Format): string {
  const [from = "", to] = range.replace("+", "").split("-");
  if (to !== undefined) return t("web.kind.from_to", { from: Number(from), to: Number(to) });
  const count = format.number(Number(from));
  return range.endsWith("+") ? t("web.kind.or_more", { count }) : count;
}
