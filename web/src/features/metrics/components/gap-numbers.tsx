import { SimpleGrid, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Definition } from "@/shared/ui/definition";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { type ReportRange, useReportPair } from "../api/use-report-range";

/** How long customers take between two purchases. */
export function GapNumbers({ range }: { range: ReportRange }) {
  const t = useText();
  const format = useFormat();
  const { query, before } = useReportPair("summary", range);
  const earlier = before?.data.days_between_purchases;
  const days = (value: number | null) =>
    value === null ? "–" : t("web.gaps.days", { count: value, days: format.number(value, 1) });
  return (
    <Section title={t("web.gaps.title")} about={t("web.gaps.about")}>
      <Loaded query={query}>
        {({ data: { days_between_purchases: gaps } }) => (
          <SimpleGrid component="dl" cols={{ base: 1, xs: 3 }} m={0}>
            {[
              { key: "median", value: gaps.median, then: earlier?.median },
              { key: "mean", value: gaps.mean, then: earlier?.mean },
              {
                key: "own_mean",
                value: gaps.mean_of_customer_means,
                then: earlier?.mean_of_customer_means,
              },
            ].map(({ key, value, then }) => (
              <div key={key}>
                <Text component="dt" size="sm" c="dimmed" fw={500}>
                  <Definition name={t(`web.gaps.${key as "median"}`)}>
                    {t(`web.gaps.${key as "median"}_about`)}
                  </Definition>
                </Text>
                <Text component="dd" className="numeric" fz={22} fw={650} m={0}>
                  {days(value)}
                </Text>
                {then !== undefined && (
                  <Text component="dd" size="sm" c="dimmed" m={0}>
                    {t("web.report.before")}: {days(then)}
                  </Text>
                )}
              </div>
            ))}
          </SimpleGrid>
        )}
      </Loaded>
    </Section>
  );
}
