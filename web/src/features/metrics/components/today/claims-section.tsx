import { Box, SimpleGrid, Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useText, useTextOr } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../../api/reports";
import { HowCounted } from "../how-counted";
import classes from "./movers.module.css";

type Claim = Reports["claims"]["data"]["claims"][number];

// A multiple ("9 times as often"), where the others are shares.
const multiples: readonly Claim["claim"][] = ["returning_convert", "later_orders_larger"];

/** What the trade says, beside the store's own number with its interval. */
export function ClaimsSection({ until }: { until: ReportOptions }) {
  const t = useText();
  const query = useQuery(reportQuery("claims", until));
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  return (
    <Section title={t("web.claims.title")} about={t("web.claims.about")}>
      <Loaded query={query}>
        {({ data, definition }) => (
          <>
            {isPhone ? <ClaimList claims={data.claims} /> : <ClaimTable claims={data.claims} />}
            <HowCounted definition={definition} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  const t = useText();
  const words = useClaimWords();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("web.claims.claim")}</Table.Th>
          <Table.Th scope="col">{t("web.claims.said")}</Table.Th>
          <Table.Th scope="col">{t("web.claims.own")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {claims.map((claim) => (
          <Table.Tr key={claim.claim}>
            <Table.Th scope="row" fw={500}>
              {words.name(claim)}
            </Table.Th>
            <Table.Td className="numeric">{words.said(claim)}</Table.Td>
            <Table.Td>
              <OwnNumber claim={claim} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** On a phone: a claim below the other, nothing to be moved sideways. */
function ClaimList({ claims }: { claims: readonly Claim[] }) {
  const t = useText();
  const words = useClaimWords();
  return (
    <ul className={classes.list ?? ""}>
      {claims.map((claim) => (
        <li key={claim.claim} className="row">
          <Text fw={500}>{words.name(claim)}</Text>
          <SimpleGrid component="dl" cols={2} spacing="sm" m={0} mt={4}>
            <div>
              <Text component="dt" size="sm" c="dimmed">
                {t("web.claims.said")}
              </Text>
              <Text component="dd" m={0} className="numeric">
                {words.said(claim)}
              </Text>
            </div>
            <div>
              <Text component="dt" size="sm" c="dimmed">
                {t("web.claims.own")}
              </Text>
              <Box component="dd" m={0}>
                <OwnNumber claim={claim} />
              </Box>
            </div>
          </SimpleGrid>
        </li>
      ))}
    </ul>
  );
}

function OwnNumber({ claim }: { claim: Claim }) {
  const t = useText();
  const { show, between } = useClaimWords();
  const { own, low, high, needs } = claim;
  if (own === null || low === null || high === null) {
    const awaitsCustomers = needs === "metrics.claims.needs_customers";
    return (
      <Text size="sm" c="dimmed">
        {t(awaitsCustomers ? "web.claims.needs_customers" : "web.claims.needs_tracking")}
      </Text>
    );
  }
  return (
    <>
      <Text className="numeric" fw={650}>
        {show(claim, own)}
      </Text>
      <Text size="sm" c="dimmed" className="numeric">
        {between(claim, low, high)}
      </Text>
    </>
  );
}

function useClaimWords() {
  const t = useText();
  const textOr = useTextOr();
  const format = useFormat();
  const numbers = ({ claim }: Claim) =>
    multiples.includes(claim) ? (value: number) => format.number(value, 2) : format.percent;
  const show = (claim: Claim, value: number) =>
    multiples.includes(claim.claim)
      ? t("web.claims.times", { count: value, number: numbers(claim)(value) })
      : format.percent(value);
  const between = (claim: Claim, low: number, high: number) =>
    t(multiples.includes(claim.claim) ? "web.claims.between_times" : "web.claims.between", {
      low: numbers(claim)(low),
      high: numbers(claim)(high),
    });
  return {
    show,
    between,
    name: ({ claim }: Claim) => textOr(`web.claims.${claim}`, claim),
    said: (claim: Claim) =>
      claim.claim === "later_orders_larger"
        ? t("web.claims.more_than_once")
        : show(claim, claim.said),
  };
}
