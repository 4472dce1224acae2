import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import { ErrorNote } from "@/shared/ui/states";
import { type Import, useCancelImport, usePauseImport } from "../api/imports";
import { paceOf, timeLeft } from "../model/progress";

const all = 100;

interface ImportProgressProps {
  one: Import;
  mayChange: boolean;
  /** The server does not answer: what stands here is the last that it said. */
  isCut: boolean;
}

/** How far an import is; whoever leaves the page may come back to it. */
export function ImportProgress({ one, mayChange, isCut }: ImportProgressProps) {
  const t = useText();
  const format = useFormat();
  const cancel = useCancelImport();
  const pause = usePauseImport();
  const { progress } = one;
  const pace = progress && paceOf(progress);
  const isPaused = progress?.paused ?? false;
  const phase = progress?.phase as "reading" | "applying" | "undoing" | undefined;
  const left = pace?.secondsLeft != null ? timeLeft(pace.secondsLeft) : null;
  return (
    <Section
      title={
        isPaused
          ? t("web.import.paused")
          : t(phase ? `web.import.phase.${phase}` : `web.import.waits.${waitOf(one)}`)
      }
      about={t("web.import.may_leave")}
    >
      {isCut && (
        <Alert role="status" color="yellow" icon={<Icon name="alert" />}>
          {t("web.import.cut")}
        </Alert>
      )}
      <Stack gap="xs">
        <Progress
          value={(pace?.share ?? 1) * all}
          animated={pace?.share == null}
          striped={pace?.share == null}
          aria-label={t("web.import.progress")}
        />
        {progress && (
          <Text size="sm" c="dimmed" className="numeric">
            {[
              ...(pace?.share != null ? [format.percent(pace.share, 0)] : []),
              t(phase === "undoing" ? "web.import.orders_done" : "web.import.rows_done", {
                count: progress.rows,
              }),
              ...(pace?.rowsPerSecond != null
                ? [t("web.import.rate", { rate: format.number(pace.rowsPerSecond) })]
                : []),
              ...(left && !isCut && !isPaused
                ? [t(`web.import.left.${left.unit}`, { count: left.count })]
                : []),
              ...(progress.rejected > 0
                ? [t("web.import.rejected_so_far", { count: progress.rejected })]
                : []),
            ].join(" · ")}
          </Text>
        )}
      </Stack>
      {cancel.isError && <ErrorNote error={cancel.error} />}
      {pause.isError && <ErrorNote error={pause.error} />}
      {mayChange && one.state !== "undoing" && (
        <Group gap="xs">
          {progress && (
            <Button
              variant="default"
              loading={pause.isPending}
              onClick={() => pause.mutate({ id: one.id, paused: !isPaused })}
            >
              {t(isPaused ? "web.import.resume" : "web.import.pause")}
            </Button>
          )}
          <Button
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(one.id)}
          >
            {t("web.import.cancel")}
          </Button>
        </Group>
      )}
    </Section>
  );
}

function waitOf({ state }: Import): "queued" | "stopped" | "undoing" | "running" {
  return state === "stopped" || state === "undoing" || state === "running" ? state : "queued";
}
