import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components, paths } from "@/shared/api/schema";

type Schemas = components["schemas"];

/** What every report may be asked with; the same names as the command line's. */
type Options = NonNullable<paths["/api/v1/reports/summary"]["get"]["parameters"]["query"]>;
export type ReportOptions = { [K in keyof Options]?: Options[K] | undefined };

export type Definition = Schemas["ReportDefinition"];

export interface Reports {
  summary: Schemas["SummaryReport"];
  cohorts: Schemas["CohortsReport"];
  repurchase: Schemas["RepurchaseReport"];
  survival: Schemas["SurvivalReport"];
  periods: Schemas["PeriodsReport"];
  rfm: Schemas["RfmReport"];
  kinds: Schemas["KindsReport"];
  products: Schemas["ProductsReport"];
  seasons: Schemas["SeasonsReport"];
  claims: Schemas["ClaimsReport"];
  stage: Schemas["StageReport"];
  "retention-rate": Schemas["RetentionRateReport"];
  "order-values": Schemas["OrderValuesReport"];
  "clv-simple": Schemas["ClvSimpleReport"];
}
export type ReportName = keyof Reports;

/** A report by name; the server keeps what it counted until the data change. */
export function reportQuery<N extends ReportName>(name: N, options: ReportOptions = {}) {
  const path = `/api/v1/reports/${name}` as "/api/v1/reports/summary";
  return queryOptions<Reports[N]>({
    queryKey: ["reports", name, options],
    queryFn: ({ signal }) =>
      api.get(path, { query: options as Options, signal }) as Promise<unknown> as Promise<
        Reports[N]
      >,
    placeholderData: keepPreviousData,
  });
}
