import { Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { type Compared, growthOf, pointsOf } from "../../model/change";

interface ChangeNoteProps {
  compared: Compared;
  /** Shares change by points, the rest by percent. */
  isShare: boolean;
  show: (value: number) => string;
  /** False: neither good nor bad. */
  judged?: boolean;
}

/** "+3.3 points (35.1 % → 38.4 %)": a change never stands without its base. */
export function ChangeNote({ compared, isShare, show, judged = true }: ChangeNoteProps) {
  const t = useText();
  const format = useFormat();
  const { now, before } = compared;
  const change = isShare ? pointsOf(compared) : growthOf(compared);
  if (now === null || before === null || change === null) {
    return (
      <Text size="sm" c="dimmed">
        {t("web.change.none_before")}
      </Text>
    );
  }
  const fromTo = t("web.change.from_to", { before: show(before), now: show(now) });
  if (change.direction === "same") {
    return (
      <Text size="sm" c="dimmed">
        {t("web.change.same")} {fromTo}
      </Text>
    );
  }
  const good = change.direction === "more";
  const color = good ? "var(--vafa-good)" : "var(--mantine-color-error)";
  const amount = isShare
    ? { size: format.number(change.size * 100, 1), count: Math.round(change.size * 1000) / 10 }
    : { size: format.percent(change.size) };
  const kind = isShare ? "points" : "percent";
  return (
    <Text size="sm" c="dimmed" className="numeric">
      <Text span fw={600} size="sm" c={judged ? color : "var(--mantine-color-text)"}>
        {t(`web.change.${change.direction}_${kind}`, amount)}
      </Text>{" "}
      {fromTo}
    </Text>
  );
}
