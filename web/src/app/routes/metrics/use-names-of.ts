import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { productTitlesQuery } from "@/features/commerce/api/product-titles";
import { type ReportOptions, reportQuery } from "@/features/metrics/api/reports";

/** What people call the values that a report is broken down by: products have titles. */
export function useNamesOf(by: string | undefined, asked: ReportOptions | undefined) {
  const isProduct = by === "first_product";
  const { data: me } = useQuery(sessionQuery());
  const { data: report } = useQuery({
    ...reportQuery("summary", { ...asked, ...(by !== undefined && { break: by }) }),
    enabled: isProduct && asked !== undefined,
  });
  const keys = (report?.breakdown ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const titles = useQuery({
    ...productTitlesQuery(keys),
    enabled: isProduct && keys.length > 0 && may(me, "products_read"),
  });
  return (value: string) => (isProduct ? (titles.data?.[value] ?? value) : value);
}
