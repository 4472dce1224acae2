import { Button, Group, Stack, Textarea } from "@mantine/core";
import type { FormEvent } from "react";
import { useText } from "@/shared/i18n/texts";
import { useDraft } from "@/shared/lib/use-draft";
import { ErrorNote } from "@/shared/ui/states";
import { useAddNote } from "../api/customer";

const longest = 4000;

export function NoteForm({ customer }: { customer: string }) {
  const t = useText();
  const add = useAddNote(customer);
  const [text, setText] = useDraft(`note.${customer}`);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") add.mutate(text.trim(), { onSuccess: () => setText("") });
  };
  return (
    <form onSubmit={send} className="no-print">
      <Stack gap="xs">
        <Textarea
          label={t("web.note.label")}
          placeholder={t("web.note.placeholder")}
          value={text}
          maxLength={longest}
          rows={3}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {add.error !== null && <ErrorNote error={add.error} />}
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={add.isPending}
            disabled={text.trim() === ""}
          >
            {t("web.note.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
