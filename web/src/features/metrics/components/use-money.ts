import { useMemo } from "react";
import { useLanguage } from "@/shared/i18n/texts";
import { formatMoney, formatMoneyShort, formatShort, moneyUnit } from "@/shared/lib/format";
import type { ShowMoney } from "../model/show-money";

/** `toman`: whether the store shows its rials so. */
export function useMoney(currency: string, toman: boolean): ShowMoney {
  const language = useLanguage();
  return useMemo(() => {
    const unit = moneyUnit(language, currency, toman);
    return {
      full: (minor) => formatMoney(language, minor, currency || "XXX", toman),
      short: (minor) => formatShort(language, minor / unit.minor),
      withUnit: (minor) => formatMoneyShort(language, minor, currency, toman),
      unit: unit.name,
      minor: unit.minor,
    };
  }, [language, currency, toman]);
}
