import { ScrollArea, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText, useTextOr } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../../api/reports";
import { HowCounted } from "../how-counted";

type Claim = Reports["claims"]["data"]["claims"][number];

// A multiple ("9 times as often"), where the others are shares.
const multiples: readonly Claim["claim"][] = ["returning_convert", "later_orders_larger"];

/** What the trade says, beside the store's own number with its interval. */
export function ClaimsSection({ until }: { until: ReportOptions }) {
  const t = useText();
  const query = useQuery(reportQuery("claims", until));
  return (
    <Section title={t("web.claims.title")} about={t("web.claims.about")}>
      <Loaded query={query}>
        {({ data, definition }) => (
          <>
            <ScrollArea
              viewportProps={{ tabIndex: 0, role: "group", "aria-label": t("web.claims.title") }}
            >
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t("web.claims.claim")}</Table.Th>
                    <Table.Th scope="col">{t("web.claims.said")}</Table.Th>
                    <Table.Th scope="col">{t("web.claims.own")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.claims.map((claim) => (
                    <ClaimRow key={claim.claim} claim={claim} />
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea>
            <HowCounted definition={definition} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function ClaimRow({ claim }: { claim: Claim }) {
  const t = useText();
  const textOr = useTextOr();
  const format = useFormat();
  const isMultiple = multiples.includes(claim.claim);
  const show = (value: number) =>
    isMultiple ? t("web.claims.times", { number: format.number(value, 2) }) : format.percent(value);
  const said =
    claim.claim === "later_orders_larger" ? t("web.claims.more_than_once") : show(claim.said);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={180}>
        {textOr(`web.claims.${claim.claim}`, claim.claim)}
      </Table.Th>
      <Table.Td className="numeric">{said}</Table.Td>
      <Table.Td>
        {claim.own === null || claim.low === null || claim.high === null ? (
          <Text size="sm" c="dimmed">
            {t(
              claim.needs === "metrics.claims.needs_customers"
                ? "web.claims.needs_customers"
                : "web.claims.needs_tracking",
            )}
          </Text>
        ) : (
          <>
            <Text className="numeric" fw={650}>
              {show(claim.own)}
            </Text>
            <Text size="sm" c="dimmed" className="numeric">
              {t("web.claims.between", { low: show(claim.low), high: show(claim.high) })}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
