import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useDraft } from "@/shared/lib/use-draft";

/** Rows from a spreadsheet, as the clipboard carries them. */
export function PasteBox({ onRows }: { onRows: (text: string) => void }) {
  const t = useText();
  const [text, setText] = useDraft("pasted-rows");
  return (
    <Stack gap="sm">
      <Textarea
        label={t("web.import.paste")}
        description={t("web.import.paste_about")}
        minRows={8}
        rows={8}
        dir="auto"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group>
        <Button disabled={text.trim() === ""} onClick={() => onRows(text)}>
          {t("web.import.paste_act")}
        </Button>
      </Group>
    </Stack>
  );
}
