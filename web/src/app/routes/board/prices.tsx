import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { PriceSection } from "@/features/board/components/price-section";
import { PriceTable } from "@/features/board/components/price-table";
import { pricesQuery } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { Page } from "@/shared/ui/page";
import { Loaded } from "@/shared/ui/states";

/** Which prices are the amounts of past years in? */
export function PricesPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const prices = useQuery(pricesQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const calendar = settings.data?.calendar ?? "gregorian";
  return (
    <Page title={t("web.prices.title")} about={t("web.prices.about")}>
      <Loaded query={prices}>
        {({ months }) => (
          <>
            {may(me, "settings_write") && (
              <PriceSection months={months} calendar={calendar} />
            )}
            <PriceTable months={months} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
