import { List, ScrollArea, Table, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Definition } from "@/shared/ui/definition";
import { Section } from "@/shared/ui/section";
import type { Summary } from "../api/value";
import { type Candidate, candidatesOf, modelOf, warningsOf } from "../model/choice";
import type { ShownStore } from "../model/shown-store";
import { useModelName } from "./use-model-name";
import { useWarningText } from "./use-warning-text";

interface ChoiceSectionProps {
  summary: Summary;
  store: ShownStore;
}

/** Which model speaks here, why that one, and what it is like in plain words. */
export function ChoiceSection({ summary, store }: ChoiceSectionProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = useModelName();
  const warning = useWarningText();
  const { comparison, scores } = summary;
  const model = modelOf(scores.fit.model);
  const candidates = candidatesOf(comparison);
  const kept = candidates.find((one) => one.kept);
  const naive = candidates.at(-1);
  const warnings = new Set([...warningsOf(comparison), ...scores.fit.warnings]);
  const day = (label: string) => format.day(label, store.calendar);
  return (
    <Section
      title={t("web.value.choice_title", { model: nameOf(scores.fit.model) })}
      about={t("web.value.choice_about", {
        until: day(comparison.calibration_end),
        end: day(comparison.holdout_end),
      })}
    >
      {model !== undefined && <Text maw={680}>{t(`web.value.model_${model}`)}</Text>}
      {kept?.bias != null && naive?.bias != null && (
        <Text maw={680}>
          {t("web.value.beside_naive", {
            kept: format.percent(Math.abs(kept.bias), 0),
            naive: format.percent(Math.abs(naive.bias), 0),
          })}
        </Text>
      )}
      {warnings.size > 0 && (
        <List size="sm">
          {[...warnings].map((name) => (
            <List.Item key={name}>{warning(name)}</List.Item>
          ))}
        </List>
      )}
      <Candidates candidates={candidates} />
    </Section>
  );
}

const measures = ["bias", "mean_error", "calibration_error", "log_score"] as const;

function Candidates({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useModelName();
  const number = (value: number | null) => (value === null ? "–" : format.number(value, 3));
  return (
    <ScrollArea
      viewportProps={{ tabIndex: 0, role: "group", "aria-label": t("web.value.candidates") }}
    >
      <Table miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("web.value.model")}</Table.Th>
            {measures.map((name) => (
              <Table.Th key={name} scope="col" ta="end">
                <Definition name={t(`web.value.${name}`)}>
                  {t(`web.value.${name}_about`)}
                </Definition>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {candidates.map((one) => (
            <Table.Tr key={one.name}>
              <Table.Th scope="row" fw={one.kept ? 650 : 400}>
                {nameOf(one.name)}
                {one.kept && ` · ${t("web.value.kept")}`}
              </Table.Th>
              <Table.Td ta="end">{one.bias === null ? "–" : format.percent(one.bias)}</Table.Td>
              <Table.Td ta="end">{number(one.meanError)}</Table.Td>
              <Table.Td ta="end">{number(one.calibrationError)}</Table.Td>
              <Table.Td ta="end">{number(one.logScore)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
