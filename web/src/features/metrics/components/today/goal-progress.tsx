import { Progress, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Goal } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { daysBetween } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";
import { ErrorNote } from "@/shared/ui/states";
import { snapshotQuery } from "../../api/today";
import type { ReportFrame } from "../../api/use-report-range";
import type { ShowMoney } from "../../model/show-money";
import { type Unit, unitOf, valuesOf } from "../../model/today-numbers";

interface GoalProgressProps {
  goal: Goal;
  frame: ReportFrame;
  money: ShowMoney;
}

/** How far a goal has come in the days it is counted over, beside how many of them are gone. */
export function GoalProgress({ goal, frame, money }: GoalProgressProps) {
  const t = useText();
  const format = useFormat();
  const { day: end, calendar } = frame;
  const to = goal.due < end ? goal.due : end;
  const begun = goal.from <= end;
  const query = useQuery({ ...snapshotQuery({ from: goal.from, to }), enabled: begun });
  if (!begun) {
    return (
      <Text size="sm" c="dimmed">
        {t("web.goals.not_begun")}
      </Text>
    );
  }
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={28} />;
  const now = valuesOf(query.data)[goal.metric];
  const write: Record<Unit, (value: number) => string> = {
    count: (value) => format.number(value),
    decimal: (value) => format.number(value, 2),
    share: (value) => format.percent(value),
    money: money.withUnit,
  };
  const show = write[unitOf[goal.metric]];
  const reached = now === null ? 0 : now / goal.target;
  const passed =
    (daysBetween(goal.from, to, calendar) + 1) / (daysBetween(goal.from, goal.due, calendar) + 1);
  const words = t("web.goals.progress", {
    now: now === null ? "–" : show(now),
    target: show(goal.target),
    reached: format.percent(reached, 0),
    passed: format.percent(passed, 0),
  });
  return (
    <>
      <Progress
        value={Math.min(100, reached * 100)}
        color={reached >= passed ? "var(--vafa-series-1)" : "var(--vafa-series-2)"}
        aria-label={words}
        mt={6}
      />
      <Text size="sm" c="dimmed" className="numeric" mt={4}>
        {words}
        {reached >= 1 && ` ${t("web.goals.reached")}`}
      </Text>
    </>
  );
}
