import { Anchor, Button, Group, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { ErrorNote } from "@/shared/ui/states";
import { type Upload, useSendFile } from "../api/uploads";
import { type ImportKind, kinds } from "../model/choices";
import { DropZone } from "./drop-zone";
import { PasteBox } from "./paste-box";

interface ChooseFileProps {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onSent: (upload: Upload) => void;
}

/** What the rows are, and where they come from. */
export function ChooseFile({ kind, onKind, onSent }: ChooseFileProps) {
  const t = useText();
  const language = useLanguage();
  const sending = useSendFile();
  const [pastes, setPastes] = useState(false);
  const send = (file: Blob, name: string) =>
    sending.mutate({ file, name }, { onSuccess: onSent });
  return (
    <Section
      title={t("web.import.choose")}
      about={t("web.import.choose_about")}
      actions={
        <SegmentedControl
          aria-label={t("web.import.kind")}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: t(`web.import.kind.${one}`) }))}
          onChange={(chosen) => onKind(chosen as ImportKind)}
        />
      }
    >
      {sending.isError && (
        <ErrorNote
          error={sending.error}
          onRetry={() => sending.mutate(sending.variables, { onSuccess: onSent })}
        />
      )}
      {sending.isPending ? (
        <Sending share={sending.share} name={sending.variables.name} />
      ) : pastes ? (
        <PasteBox onRows={(text) => send(new Blob([text]), t("web.import.pasted_name"))} />
      ) : (
        <DropZone onFile={(file) => send(file, file.name)} />
      )}
      <Group gap="md">
        <Button
          variant="subtle"
          px={0}
          disabled={sending.isPending}
          onClick={() => setPastes(!pastes)}
        >
          {t(pastes ? "web.import.choose_instead" : "web.import.paste_instead")}
        </Button>
        <Anchor size="sm" href={`/samples/orders-${language}.csv`} download>
          {t("web.import.sample")}
        </Anchor>
      </Group>
    </Section>
  );
}

function Sending({ share, name }: { share: number; name: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <Stack gap="xs" py="xl" role="status">
      <Text>{t("web.import.sending", { name, share: format.percent(share, 0) })}</Text>
      <Progress value={share * 100} aria-label={t("web.import.sending_share")} />
    </Stack>
  );
}
