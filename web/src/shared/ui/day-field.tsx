import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { typedDay } from "@/shared/lib/typed-day";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "./icon";
import { MonthView } from "./month-view";

interface DayFieldProps {
  label: string;
  /** "2026-11-22", or "1405-09-01" where the store's calendar is Jalali. */
  value: string;
  calendar: Calendar;
  /** 0: Monday. */
  firstWeekday: number;
  onChange: (day: string) => void;
}

/** A day, typed in any digits or picked from a month of the store's calendar. */
export function DayField({ label, value, calendar, firstWeekday, onChange }: DayFieldProps) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const read = typed === null ? value : typedDay(typed, calendar);
  const keep = () => {
    if (typed === null || read === null) return;
    setTyped(null);
    if (read !== value) onChange(read);
  };
  return (
    <TextInput
      label={label}
      value={typed ?? format.dayNumbers(value)}
      placeholder={format.dayNumbers(value)}
      error={read === null && t("web.day.none")}
      inputMode="numeric"
      dir="ltr"
      w={176}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && keep()}
      rightSection={
        <Popover
          opened={open}
          onChange={setOpen}
          position="bottom-end"
          shadow="md"
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              aria-label={t("web.day.pick", { name: label })}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              <Icon name="calendar" size={18} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown bg="var(--vafa-surface)" aria-label={label}>
            <MonthView
              day={read ?? value}
              calendar={calendar}
              firstWeekday={firstWeekday}
              onChoose={(day) => {
                setTyped(null);
                setOpen(false);
                onChange(day);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
