import { useMemo } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { ScoreSpan } from "../model/rfm-map";
import type { ShowMoney } from "../model/show-money";

/** What a score stands for, in words: "60–196 days ago"; of purchases "3–5", "6 or more". */
export function useSpanWords() {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const nobody = t("web.rfm.nobody");
    return {
      days(span: ScoreSpan | null): string {
        if (span === null) return nobody;
        const { from, to } = span;
        if (from === null) return t("web.rfm.days_until", { count: to ?? 0 });
        if (to === null) return t("web.rfm.days_since", { count: from });
        return t("web.rfm.days_between", { from, to });
      },
      purchases(span: ScoreSpan | null): string {
        if (span === null) return nobody;
        const { from, to } = span;
        const least = from ?? 1;
        if (to === null) return t("web.kind.or_more", { count: least });
        if (to <= least) return format.number(to);
        return t("web.rfm.purchases_between", { from: least, to });
      },
      /** `score` of revenue, by its four thresholds in minor units. */
      amount(thresholds: readonly number[], score: number, money: ShowMoney): string {
        const from = thresholds[score - 2];
        const to = thresholds[score - 1];
        const name = format.number(score);
        if (from === undefined) {
          return t("web.rfm.amount_until", { score: name, to: money.full(to ?? 0) });
        }
        if (to === undefined) {
          return t("web.rfm.amount_over", { score: name, from: money.full(from) });
        }
        return t("web.rfm.amount_between", {
          score: name,
          from: money.full(from),
          to: money.full(to),
        });
      },
    };
  }, [t, format]);
}
