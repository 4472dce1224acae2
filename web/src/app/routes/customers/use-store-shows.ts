import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import type { StoreShows } from "@/features/customers/model/store-shows";
import { useLanguage } from "@/shared/i18n/texts";
import { moneyUnit } from "@/shared/lib/format";

/** The store's settings, or what holds for everybody until they are here. */
export function useStoreShows(): StoreShows {
  const language = useLanguage();
  const { data: me } = useQuery(sessionQuery());
  const { data } = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const currency = data?.currency ?? "XXX";
  const toman = data?.show_toman ?? false;
  const timeZone = data?.time_zone ?? "UTC";
  const calendar = data?.calendar ?? "gregorian";
  return useMemo(
    () => ({ currency, toman, unit: moneyUnit(language, currency, toman), timeZone, calendar }),
    [currency, toman, language, timeZone, calendar],
  );
}
