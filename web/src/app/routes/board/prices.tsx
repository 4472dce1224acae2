import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
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
  return (
    <Page title={t("web.prices.title")} about={t("web.prices.about")}>
      <Loaded query={prices}>
        {({ months }) => (
          <>
            {may(me, "settings_write") && <PriceSection months={months} />}
            <PriceTable months={months} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
