import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Goal } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { addYears, firstOfYear, addDays } from "@/shared/lib/days";
import { DayField } from "@/shared/ui/day-field";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorNote } from "@/shared/ui/states";
import { useAddGoal } from "../api/changes";
import { goalMetrics, targetOf, targetUnit } from "../model/goal-form";
import type { StoreDays } from "./note-section";

/** What amounts are typed in. */
export interface GoalMoney {
  unit: string;
  /** Minor units of one whole unit. */
  minor: number;
}

interface GoalDialogProps {
  opened: boolean;
  onClose: () => void;
  days: StoreDays;
  money: GoalMoney;
}

export function GoalDialog({ opened, onClose, days, money }: GoalDialogProps) {
  const t = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={t("web.goals.add")}>
      <GoalForm onDone={onClose} days={days} money={money} />
    </Dialog>
  );
}

type GoalFormProps = Omit<GoalDialogProps, "opened" | "onClose"> & { onDone: () => void };

function GoalForm({ onDone, days, money }: GoalFormProps) {
  const t = useText();
  const add = useAddGoal();
  const { calendar, firstWeekday } = days;
  const yearBegins = firstOfYear(days.day);
  const [metric, setMetric] = useState<Goal["metric"]>("retention");
  const [typed, setTyped] = useState("");
  const [from, setFrom] = useState(yearBegins);
  const [due, setDue] = useState(addDays(addYears(yearBegins, 1, calendar), -1, calendar));
  const [tried, setTried] = useState(false);
  const target = targetOf(typed, metric, money.minor);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (target !== null) add.mutate({ metric, target, from, due }, { onSuccess: onDone });
  };
  const unit = { share: "%", money: money.unit, number: "" }[targetUnit(metric)];
  return (
    <form onSubmit={send} aria-label={t("web.goals.add")} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t("web.goals.metric")}
          value={metric}
          data={goalMetrics.map((one) => ({ value: one, label: t(`web.today.${one}`) }))}
          onChange={({ currentTarget }) => setMetric(currentTarget.value as Goal["metric"])}
        />
        <TextInput
          label={t("web.goals.target")}
          inputMode="decimal"
          value={typed}
          data-autofocus
          rightSection={unit}
          rightSectionWidth={unit.length > 1 ? 64 : 36}
          error={tried && target === null && t("web.goals.target_wrong")}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Group gap="sm">
          <DayField
            label={t("web.goals.from")}
            value={from}
            calendar={calendar}
            firstWeekday={firstWeekday}
            onChange={setFrom}
          />
          <DayField
            label={t("web.goals.due")}
            value={due}
            calendar={calendar}
            firstWeekday={firstWeekday}
            onChange={setDue}
          />
        </Group>
        {add.isError && <ErrorNote error={add.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t("web.goals.set")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
