import { ActionIcon, Group, Text, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { addDays, addMonths } from "@/shared/lib/days";
import type { Calendar } from "@/shared/lib/format";
import { monthGrid } from "@/shared/lib/month-grid";
import { useFormat } from "@/shared/lib/use-format";
import { Icon, type IconName } from "./icon";
import classes from "./month-view.module.css";

interface MonthViewProps {
  /** The chosen day, or the one the view opens on. */
  day: string;
  calendar: Calendar;
  /** 0: Monday. */
  firstWeekday: number;
  onChoose: (day: string) => void;
}

const daysOfWeek = 7;

/** A month of either calendar: arrows walk by days, page keys by months. */
export function MonthView({ day, calendar, firstWeekday, onChoose }: MonthViewProps) {
  const t = useText();
  const format = useFormat();
  const [at, setAt] = useState(day);
  const focused = useRef<HTMLButtonElement>(null);
  const walked = useRef(false);
  useEffect(() => {
    if (walked.current) focused.current?.focus();
  }, [at]);
  const weeks = monthGrid(at, calendar, firstWeekday);
  const month = format.period(at.slice(0, 7), calendar);
  const walk = (event: KeyboardEvent) => {
    const to = walkedTo(event.key, at, calendar, getComputedStyle(event.currentTarget).direction);
    if (to === null) return;
    event.preventDefault();
    walked.current = true;
    setAt(to);
  };
  const turn = (months: number) => {
    walked.current = false;
    setAt(addMonths(at, months, calendar));
  };
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <TurnButton icon="back" name={t("web.day.month_before")} onClick={() => turn(-1)} />
        <Text fw={600} size="sm" aria-live="polite">
          {month}
        </Text>
        <TurnButton icon="forward" name={t("web.day.month_after")} onClick={() => turn(1)} />
      </Group>
      <table className={classes.grid} aria-label={month} onKeyDown={walk}>
        <thead>
          <tr>
            {Array.from({ length: daysOfWeek }, (_, index) => (
              <th key={index} scope="col">
                {format.weekday((firstWeekday + index) % daysOfWeek)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((one, column) => (
                <td key={one ?? `none ${column}`}>
                  {one !== null && (
                    <UnstyledButton
                      ref={one === at ? focused : undefined}
                      className={classes.day ?? ""}
                      tabIndex={one === at ? 0 : -1}
                      aria-pressed={one === day}
                      aria-label={format.day(one, calendar)}
                      onClick={() => onChoose(one)}
                    >
                      {format.number(Number(one.slice(8)))}
                    </UnstyledButton>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TurnButtonProps {
  icon: IconName;
  name: string;
  onClick: () => void;
}

function TurnButton({ icon, name, onClick }: TurnButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      aria-label={name}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}

function walkedTo(key: string, at: string, calendar: Calendar, direction: string): string | null {
  const ahead = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  switch (key) {
    case ahead:
      return addDays(at, 1, calendar);
    case back:
      return addDays(at, -1, calendar);
    case "ArrowDown":
      return addDays(at, daysOfWeek, calendar);
    case "ArrowUp":
      return addDays(at, -daysOfWeek, calendar);
    case "PageDown":
      return addMonths(at, 1, calendar);
    case "PageUp":
      return addMonths(at, -1, calendar);
    default:
      return null;
  }
}
