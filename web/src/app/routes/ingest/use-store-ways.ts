import { useQuery } from "@tanstack/react-query";
import { settingsQuery } from "@/features/commerce/api/settings";
import type { StoreWays } from "@/features/ingest/model/store-ways";
import { useLanguage } from "@/shared/i18n/texts";

/** Nothing until the settings are here: they decide what is asked. */
export function useStoreWays(): StoreWays | null {
  const language = useLanguage();
  const { data } = useQuery(settingsQuery());
  if (!data) return null;
  return {
    currency: data.currency,
    toman: data.show_toman,
    isIranian: language === "fa" || data.time_zone === "Asia/Tehran",
  };
}
