import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Note, notesQuery } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { useDraft } from "@/shared/lib/use-draft";
import { useFormat } from "@/shared/lib/use-format";
import { DayField } from "@/shared/ui/day-field";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import { ErrorNote, Loaded } from "@/shared/ui/states";
import { useAddNote, useRemoveNote } from "../api/changes";
import classes from "./board.module.css";

export interface StoreDays {
  calendar: Calendar;
  /** 0: Monday. */
  firstWeekday: number;
  /** The last day with data. */
  day: string;
}

interface NoteSectionProps {
  days: StoreDays;
  mayChange: boolean;
}

/** What happened on a day, in the owner's words; charts over time mark it. */
export function NoteSection({ days, mayChange }: NoteSectionProps) {
  const t = useText();
  const query = useQuery(notesQuery());
  return (
    <Section title={t("web.notes.title")} about={t("web.notes.about")}>
      {mayChange && <NoteForm days={days} />}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t("web.notes.none")}</Text>
          ) : (
            <ul className={classes.list ?? ""}>
              {items.map((note) => (
                <NoteRow key={note.id} note={note} days={days} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function NoteRow({ note, days, mayChange }: NoteSectionProps & { note: Note }) {
  const t = useText();
  const format = useFormat();
  const remove = useRemoveNote();
  const day = format.day(note.day, days.calendar);
  return (
    <li className="row">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {day}
          </Text>
          <Text>
            <bdi>{note.text}</bdi>
          </Text>
        </div>
        {mayChange && (
          <ActionIcon
            className="no-print"
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            size="lg"
            loading={remove.isPending}
            aria-label={t("web.notes.remove", { day })}
            onClick={() => remove.mutate(note.id)}
          >
            <Icon name="trash" size={18} />
          </ActionIcon>
        )}
      </Group>
      {remove.isError && <ErrorNote error={remove.error} />}
    </li>
  );
}

function NoteForm({ days }: { days: StoreDays }) {
  const t = useText();
  const add = useAddNote();
  const [day, setDay] = useState(days.day);
  const [text, setText] = useDraft("pinned-note");
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ day, text }, { onSuccess: () => setText("") });
  };
  return (
    <form onSubmit={send} aria-label={t("web.notes.add")} className="no-print" noValidate>
      <Group align="flex-end" gap="sm">
        <DayField
          label={t("web.notes.day")}
          value={day}
          calendar={days.calendar}
          firstWeekday={days.firstWeekday}
          onChange={setDay}
        />
        <TextInput
          label={t("web.notes.text")}
          placeholder={t("web.notes.text_example")}
          value={text}
          maxLength={200}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          style={{ flex: "1 1 180px" }}
        />
        <Button type="submit" size="md" loading={add.isPending} disabled={text.trim() === ""}>
          {t("web.notes.add")}
        </Button>
      </Group>
      {add.isError && <ErrorNote error={add.error} />}
    </form>
  );
}
