import { Modal } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import type { Session } from "@/features/accounts/api/session";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { type Entry, type EntryGroup, step } from "./entries";
import classes from "./search-dialog.module.css";
import { useEntries } from "./use-entries";

interface SearchDialogProps {
  session: Session | null;
  onClose: () => void;
}

/** One box for customers, pages and actions; arrows choose, Enter goes there. */
export function SearchDialog({ session, onClose }: SearchDialogProps) {
  const t = useText();
  const [leaves, setLeaves] = useState(false);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered={false}
      yOffset="10vh"
      size={560}
      returnFocus={!leaves}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("web.search.name")}>
        <Modal.Body p={0}>
          <SearchBox
            session={session}
            onRun={(entry) => {
              setLeaves(true);
              onClose();
              entry.run();
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface SearchBoxProps {
  session: Session | null;
  onRun: (entry: Entry) => void;
}

function SearchBox({ session, onRun }: SearchBoxProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { groups, isWaiting } = useEntries(session, typed);
  const entries = groups.flatMap((group) => group.entries);
  const current = entries.find((entry) => entry.id === chosen) ?? entries[0];
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by !== undefined) {
      event.preventDefault();
      setChosen(step(entries, current?.id ?? null, by));
    } else if (event.key === "Enter" && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onRun(current);
    }
  };
  const optionId = (entry: Entry) => `${id}-${entries.indexOf(entry)}`;
  return (
    <>
      <input
        className={classes.input}
        type="search"
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current && optionId(current)}
        aria-autocomplete="list"
        aria-label={t("web.search.name")}
        placeholder={t("web.search.hint")}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(null);
        }}
        onKeyDown={press}
      />
      <div
        className={classes.list}
        role="listbox"
        id={`${id}-list`}
        aria-label={t("web.search.found")}
      >
        {groups.map((group) => (
          <Group key={group.name} {...{ group, current, onRun, optionId }} />
        ))}
      </div>
      {entries.length === 0 && (
        <p className={classes.none} role="status">
          {isWaiting ? t("web.app.loading") : t("web.search.nothing")}
        </p>
      )}
    </>
  );
}

interface GroupProps {
  group: EntryGroup;
  current: Entry | undefined;
  onRun: (entry: Entry) => void;
  optionId: (entry: Entry) => string;
}

function Group({ group, current, onRun, optionId }: GroupProps) {
  return (
    <div role="group" aria-label={group.name}>
      <div className={classes.group} aria-hidden="true">
        {group.name}
      </div>
      {group.entries.map((entry) => (
        <div
          key={entry.id}
          id={optionId(entry)}
          ref={entry === current ? scrollToIt : undefined}
          role="option"
          aria-selected={entry === current}
          className={classes.entry}
          onClick={() => onRun(entry)}
        >
          <Icon name={entry.icon} />
          <span className={classes.words}>
            <bdi>{entry.name}</bdi>
            {entry.about && <bdi className={classes.about}>{entry.about}</bdi>}
          </span>
        </div>
      ))}
    </div>
  );
}

function scrollToIt(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}
