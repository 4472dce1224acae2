import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { MoreButton } from "@/shared/ui/more-button";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { type Run, runsQuery } from "../api/value";
import { useModelName } from "./use-model-name";

/** Every calculation there was, with what it kept. */
export function RunsSection({ latest }: { latest: string | undefined }) {
  const t = useText();
  const query = useInfiniteQuery(runsQuery(latest));
  return (
    <Section title={t("web.value.runs")} about={t("web.value.runs_about")}>
      <Loaded query={query}>
        {({ pages }) => (
          <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
            {pages
              .flatMap((page) => page.items)
              .map((run) => (
                <li key={run.id} className="row">
                  <RunRow run={run} />
                </li>
              ))}
            <MoreButton query={query} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function RunRow({ run }: { run: Run }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useModelName();
  return (
    <>
      <Text fw={500}>{format.time(run.asked_at)}</Text>
      <Text size="sm" c="dimmed">
        {t(`web.value.state_${run.state}`)}
        {run.model !== null && ` · ${nameOf(run.model)}`}
        {run.customers !== null && ` · ${t("web.value.scored", { count: run.customers })}`}
        {run.asked_by === "nightly" && ` · ${t("web.value.nightly")}`}
      </Text>
      {run.problem !== null && <Text size="sm">{run.problem}</Text>}
    </>
  );
}
