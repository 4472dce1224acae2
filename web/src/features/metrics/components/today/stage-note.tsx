import { Paper, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, reportQuery } from "../../api/reports";
import { HowCounted } from "../how-counted";

/** What a store of this size should look after first. */
export function StageNote({ until }: { until: ReportOptions }) {
  const t = useText();
  const format = useFormat();
  const query = useQuery(reportQuery("stage", until));
  return (
    <Loaded query={query}>
      {({ data, definition }) => (
        <Paper component="aside" withBorder p="md" aria-label={t("web.stage.name")}>
          <Text fw={600}>{t(`web.stage.${data.stage}`)}</Text>
          <Text size="sm" c="dimmed" mb={6}>
            {t("web.stage.about", {
              orders: format.number(data.orders_per_day, 1),
              days: data.days,
            })}{" "}
            {t(`web.stage.${data.stage}_advice`)}
          </Text>
          <HowCounted definition={definition} />
        </Paper>
      )}
    </Loaded>
  );
}
