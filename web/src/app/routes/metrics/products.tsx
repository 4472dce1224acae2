import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { productTitlesQuery } from "@/features/commerce/api/product-titles";
import { settingsQuery } from "@/features/commerce/api/settings";
import { reportQuery } from "@/features/metrics/api/reports";
import { useReportRange } from "@/features/metrics/api/use-report-range";
import { BreakdownSection } from "@/features/metrics/components/breakdown-section";
import { ProductsSection } from "@/features/metrics/components/products-section";
import { ReportBar } from "@/features/metrics/components/report-bar";
import {
  keysOf,
  listOf,
  type NameOf,
  type Products,
  type ProductsSearch,
  shownProducts,
  standout,
} from "@/features/metrics/model/products";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Loaded, ListSkeleton } from "@/shared/ui/states";
import { NoOrders } from "./no-orders";
import { useNamesOf } from "./use-names-of";

/** Which first purchase makes customers return, and what do they take next? */
export function ProductsPage() {
  const t = useText();
  const search = useSearch({ from: `/inside${paths.products}` });
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const toman = settings.data?.show_toman ?? false;
  const change = (changed: Partial<ProductsSearch>) =>
    void navigate({ to: paths.products, search: { ...search, ...changed }, replace: true });
  const range = useReportRange(search);
  const partNameOf = useNamesOf(search.break, range?.asked);
  const enabled = range !== undefined;
  const products = useQuery({ ...reportQuery("products", range?.asked), enabled });
  const summary = useQuery({ ...reportQuery("summary", range?.asked), enabled });
  const average = summary.data?.data.repeat_purchase_rate ?? 0;
  const data = products.data?.data;
  const titles = useQuery({
    ...productTitlesQuery(data ? keysOf(data) : []),
    enabled: data !== undefined && may(me, "products_read"),
  });
  const titleOf: NameOf = (key) => titles.data?.[key] ?? key;
  return (
    <Page
      title={useHeadline(data, search, average, titleOf)}
      name={t("web.nav.products")}
      about={t("web.products.page_about")}
    >
      {range?.frame && (
        <ReportBar
          search={search}
          onChange={change}
          frame={range.frame}
          withBreak
          withCompare={false}
        />
      )}
      <Loaded query={products} skeleton={<ListSkeleton rows={8} />}>
        {(report) =>
          report.data.products.length === 0 ? (
            <NoOrders title={t("web.products.none")} about={t("web.products.none_about")} />
          ) : (
            <ProductsSection
              report={report}
              average={average}
              search={search}
              onChange={change}
              titleOf={titleOf}
              toman={toman}
            />
          )
        }
      </Loaded>
      {range?.frame && search.break !== undefined && (
        <BreakdownSection
          asked={range.asked}
          by={search.break}
          nameOf={partNameOf}
          toman={toman}
        />
      )}
    </Page>
  );
}

function useHeadline(
  data: Products | undefined,
  search: ProductsSearch,
  average: number,
  titleOf: NameOf,
): string {
  const t = useText();
  const format = useFormat();
  if (!data || data.products.length === 0 || average === 0) return t("web.nav.products");
  const list = listOf(search, data);
  const nameOf = list === "products" ? titleOf : (value: string) => value;
  const best = standout(shownProducts(data[list], {}, nameOf), average);
  if (best?.repeat_purchase_rate == null) {
    return t("web.products.headline_none", { average: format.percent(average) });
  }
  return t("web.products.headline", {
    name: best.name,
    rate: format.percent(best.repeat_purchase_rate),
    average: format.percent(average),
  });
}
