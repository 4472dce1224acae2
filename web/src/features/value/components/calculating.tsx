import { Button, Group, Progress, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { type Run, useCancelRun } from "../api/value";

const whole = 100;

/** The calculation under way: how far it is, and a way to end it. */
export function Calculating({ run, mayCancel }: { run: Run; mayCancel: boolean }) {
  const t = useText();
  const format = useFormat();
  const cancel = useCancelRun();
  const { progress } = run;
  const { done = 0, total = 0 } = progress ?? {};
  const step = progress === null ? t("web.value.waits") : t(`web.value.step_${progress.step}`);
  return (
    <Section title={t("web.value.calculating")}>
      <Text aria-live="polite">
        {step}
        {total > 0 &&
          ` · ${t("web.value.of_models", { done: format.number(done + 1), count: total })}`}
      </Text>
      <Progress
        aria-label={t("web.value.calculating")}
        value={total > 0 ? (done / total) * whole : whole}
        animated
      />
      {mayCancel && (
        <Group>
          <Button
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(run.id)}
          >
            {t("web.value.cancel")}
          </Button>
        </Group>
      )}
    </Section>
  );
}
