import { Alert, Button, Group, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { ErrorNote } from "@/shared/ui/states";
import { type Import, useUndoImport } from "../api/imports";
import { isOpen } from "../api/use-followed-import";
import type { StoreWays } from "../model/store-ways";
import { CheckCard } from "./check-card";
import { ImportProblem } from "./import-problem";
import { ImportProgress } from "./import-progress";
import { RejectedNote } from "./rejected-note";

interface ImportOutcomeProps {
  one: Import;
  store: StoreWays;
  mayChange: boolean;
  /** The server does not answer at the moment. */
  isCut: boolean;
  onRight: () => void;
  /** Another import has taken its place. */
  onAgain: (id: string) => void;
  /** To look at its file once more. */
  onLook: () => void;
}

/** One import as it stands: under way, over, failed, taken back. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { one, mayChange, isCut } = props;
  const { state, problem, result } = one;
  return (
    <Stack gap="lg">
      {problem !== null && (
        <ImportProblem problem={problem} code={one.problem_key} params={one.problem_params} />
      )}
      {isOpen(state) && (
        <ImportProgress one={one} mayChange={mayChange} isCut={isCut} />
      )}
      {state === "done" && result && <CheckCard {...props} result={result} />}
      {state !== "undone" && <RejectedNote one={one} />}
      {(state === "failed" || state === "cancelled" || state === "undone") && <Over {...props} />}
    </Stack>
  );
}

/** Nothing of it is left, or some that may be taken back. */
function Over({ one, mayChange, onLook }: ImportOutcomeProps) {
  const t = useText();
  const undo = useUndoImport();
  const state = one.state as "failed" | "cancelled" | "undone";
  return (
    <>
      <Alert color="gray" icon={<Icon name="empty" />} title={t(`web.import.over.${state}`)}>
        {t(`web.import.over.${state}_about`)}
      </Alert>
      {undo.isError && <ErrorNote error={undo.error} />}
      {mayChange && (
        <Group gap="sm">
          {one.uploads.length > 0 && (
            <Button onClick={onLook}>{t("web.import.look_again")}</Button>
          )}
          {state === "cancelled" && (
            <Button
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate(one.id)}
            >
              {t("web.import.undo")}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}
