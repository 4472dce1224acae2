import { Alert, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { Problem } from "@/shared/api/problem";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { dryRunQuery, previewQuery } from "../api/uploads";
import { useAddImport } from "../api/imports";
import { type Choices, type FilePreview, type ImportKind, importOf } from "../model/choices";
import { isUnanswered, notesToShow, questionsOf, questionsOnFault } from "../model/questions";
import type { StoreWays } from "../model/store-ways";
import { ColumnsSection } from "./columns-section";
import { ImportNumbers } from "./import-numbers";
import { ImportFault, ImportProblem } from "./import-problem";
import { Notes } from "./notes";
import { QuestionsSection } from "./questions-section";

interface LookAtFileProps {
  upload: string;
  kind: ImportKind;
  choices: Choices;
  store: StoreWays;
  onChange: (choices: Choices) => void;
  onImport: (id: string) => void;
  onOther: () => void;
}

/** What the server makes of a file, before anything of it is kept. */
export function LookAtFile(props: LookAtFileProps) {
  const preview = useQuery(previewQuery(props.upload, props.kind, props.choices));
  return (
    <Loaded query={preview}>
      {({ file }) => <Look {...props} file={file} />}
    </Loaded>
  );
}

function Look(props: LookAtFileProps & { file: FilePreview }) {
  const { upload, kind, choices, store, file, onChange } = props;
  const t = useText();
  const isReadable = file.problem === null;
  const whole = useQuery({ ...dryRunQuery(upload, kind, choices), enabled: isReadable });
  const read = (isReadable && whole.data) || null;
  const fault = whole.error instanceof Problem ? whole.error.code : "";
  const questions =
    read === null || whole.isError ? questionsOnFault(fault) : questionsOf(read, choices, store);
  const add = useAddImport();
  const waits = questions.some((question) => isUnanswered(question, choices));
  // Too large to be tried while somebody waits is no reason against it.
  const isTooLarge = fault === "error.dry_run_too_large";
  const isTried = whole.isError ? isTooLarge : !whole.isFetching;
  const start = () =>
    add.mutate(importOf(upload, kind, choices), { onSuccess: ({ id }) => props.onImport(id) });
  return (
    <Stack gap="lg">
      {file.sheets.length > 1 && (
        <NativeSelect
          maw={360}
          label={t("web.import.sheet")}
          data={file.sheets}
          value={choices.sheet ?? file.sheet}
          onChange={({ currentTarget }) => onChange({ ...choices, sheet: currentTarget.value })}
        />
      )}
      {file.problem !== null && (
        <ImportProblem
          problem={file.problem}
          code={file.problem_key}
          params={file.problem_params}
        />
      )}
      <QuestionsSection questions={questions} choices={choices} onChange={onChange} />
      {isReadable && (
        <Section
          title={t("web.import.read")}
          {...(!isTooLarge && { about: t("web.import.read_about") })}
        >
          {isTooLarge ? (
            <Text>{t("web.import.too_large_to_try", { size: triedUpTo(whole.error) })}</Text>
          ) : whole.isError ? (
            <ImportFault error={whole.error} onRetry={() => void whole.refetch()} />
          ) : (
            <Loaded query={whole}>
              {(data) =>
                data && (
                  <Stack
                    gap="md"
                    aria-busy={whole.isFetching}
                    style={{ opacity: whole.isFetching ? 0.5 : 1 }}
                  >
                    <ImportNumbers read={data} toman={store.toman || choices.currency === "IRT"} />
                    <Notes notes={notesToShow(data.notes)} />
                  </Stack>
                )
              }
            </Loaded>
          )}
        </Section>
      )}
      <ColumnsSection file={file} kind={kind} choices={choices} onChange={onChange} />
      {add.isError && <ImportFault error={add.error} />}
      {waits && (
        <Alert color="yellow" icon={<Icon name="alert" />}>
          {t("web.import.answer_first")}
        </Alert>
      )}
      <Group gap="md">
        <Button
          size="md"
          loading={add.isPending}
          disabled={!isReadable || waits || !isTried}
          onClick={start}
        >
          {read === null
            ? t("web.import.act")
            : t(`web.import.act.${kind}`, { count: read[kind] })}
        </Button>
        <Button variant="default" size="md" onClick={props.onOther}>
          {t("web.import.other_file")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("web.import.can_undo")}
        </Text>
      </Group>
    </Stack>
  );
}

/** In MiB: how large a file the server tries while somebody waits. */
function triedUpTo(error: unknown): number {
  return error instanceof Problem ? Number(error.params.mib) : 0;
}
