import { Button, Group, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Section } from "@/shared/ui/section";
import { ErrorNote } from "@/shared/ui/states";
import { type Import, useImportAgain, useUndoImport } from "../api/imports";
import type { ImportSummary } from "../model/choices";
import { inOtherUnit, unitOf } from "../model/other-unit";
import type { StoreWays } from "../model/store-ways";
import { ImportNumbers } from "./import-numbers";
import { Notes } from "./notes";

interface CheckCardProps {
  one: Import;
  result: ImportSummary;
  store: StoreWays;
  mayChange: boolean;
  onRight: () => void;
  onAgain: (id: string) => void;
}

/** What came in, beside what the owner knows: right, or taken back with one click. */
export function CheckCard({ one, result, store, mayChange, onRight, onAgain }: CheckCardProps) {
  const t = useText();
  const undo = useUndoImport();
  const again = useImportAgain();
  const unit = unitOf(result);
  const { asked } = one;
  const isBusy = undo.isPending || again.isPending;
  const swap = () => {
    if (asked === null || unit === null) return;
    again.mutate(
      { id: one.id, changed: inOtherUnit(asked, unit) },
      { onSuccess: ({ id }) => onAgain(id) },
    );
  };
  return (
    <Section title={t("web.import.check")} about={t("web.import.check_about")}>
      <ImportNumbers read={result} toman={store.toman || unit === "toman"} />
      {unit !== null && (
        <Text size="sm" c="dimmed">
          {t(`web.import.taken_as.${unit}`)}
        </Text>
      )}
      <Notes notes={result.notes} />
      {undo.isError && <ErrorNote error={undo.error} />}
      {again.isError && <ErrorNote error={again.error} />}
      {mayChange && (
        <Group gap="sm">
          <Button disabled={isBusy} onClick={onRight}>
            {t("web.import.looks_right")}
          </Button>
          {unit !== null && asked !== null && (
            <Button variant="default" loading={again.isPending} disabled={isBusy} onClick={swap}>
              {t(unit === "toman" ? "web.import.it_was_rial" : "web.import.it_was_toman")}
            </Button>
          )}
          <Button
            variant="default"
            loading={undo.isPending}
            disabled={isBusy}
            onClick={() => undo.mutate(one.id)}
          >
            {t("web.import.undo")}
          </Button>
        </Group>
      )}
    </Section>
  );
}
