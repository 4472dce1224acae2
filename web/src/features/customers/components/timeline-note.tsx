import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { ErrorNote } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { type CustomerNote, useChangeNote, useDeleteNote } from "../api/customer";

interface TimelineNoteProps {
  customer: string;
  note: CustomerNote;
  mayWrite: boolean;
}

/** A note with what can be done with it.. */
export function TimelineNote({ customer, note, mayWrite }: TimelineNoteProps) {
  const t = useText();
  const say = useToast();
  const change = useChangeNote(customer);
  const remove = useDeleteNote(customer);
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null) {
    const save = () =>
      change.mutate({ note: note.id, text: draft.trim() }, { onSuccess: () => setDraft(null) });
    return (
      <Stack gap="xs">
        <Textarea
          aria-label={t("web.note.label")}
          value={draft}
          rows={3}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        {change.error !== null && <ErrorNote error={change.error} />}
        <Group gap="xs">
          <Button
            size="xs"
            loading={change.isPending}
            disabled={draft.trim() === ""}
            onClick={save}
          >
            {t("web.note.save")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(null)}>
            {t("web.action.cancel")}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <>
      <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        <bdi>{note.text}</bdi>
      </Text>
      {remove.error !== null && <ErrorNote error={remove.error} />}
      {mayWrite && (
        <Group gap="xs" className="no-print">
          <Button size="compact-xs" variant="subtle" onClick={() => setDraft(note.text)}>
            {t("web.note.change")}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            loading={remove.isPending}
            onClick={() => remove.mutate(note.id, { onSuccess: () => say(t("web.note.deleted")) })}
          >
            {t("web.note.delete")}
          </Button>
        </Group>
      )}
    </>
  );
}
