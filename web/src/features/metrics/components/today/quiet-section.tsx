import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import { type ReportOptions, reportQuery } from "../../api/reports";
import { quietGroups, type QuietName } from "../../model/quiet";
import type { ShowMoney } from "../../model/show-money";
import { HowCounted } from "../how-counted";
import classes from "./movers.module.css";

interface QuietSectionProps {
  until: ReportOptions;
  money: ShowMoney;
  /** Where a group's customers are listed. */
  linkTo: (group: string) => string;
  /** Some of a group by name, where the reader may know names. */
  namesOf?: ((group: QuietName) => ReactNode) | undefined;
}

/** Good customers who have not bought for long, and the way to them. */
export function QuietSection({ until, money, linkTo, namesOf }: QuietSectionProps) {
  const t = useText();
  const format = useFormat();
  const query = useQuery(reportQuery("rfm", until));
  return (
    <Section title={t("web.quiet.title")} about={t("web.quiet.about")}>
      <Loaded query={query}>
        {({ data, definition }) => {
          const groups = quietGroups(data.groups);
          return (
            <>
              {groups.length === 0 && <EmptyNote icon="check" title={t("web.quiet.none")} />}
              <ul className={classes.list ?? ""}>
                {groups.map(({ group, customers, revenue_minor }) => (
                  <li key={group} className="row">
                    <Group justify="space-between" align="baseline" gap="sm">
                      <Text fw={600}>{t(`web.quiet.${group}`)}</Text>
                      <Text className="numeric" c="dimmed" size="sm">
                        {t("web.quiet.spent", { amount: money.withUnit(revenue_minor) })}
                      </Text>
                    </Group>
                    <Text size="sm" c="dimmed">
                      {t(`web.quiet.${group}_about`)}
                    </Text>
                    {namesOf?.(group)}
                    <Anchor href={linkTo(group)} size="sm" fw={600}>
                      {t("web.quiet.see", { count: customers, number: format.number(customers) })}
                    </Anchor>
                  </li>
                ))}
              </ul>
              <HowCounted definition={definition} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
