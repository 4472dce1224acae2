import { Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Section } from "@/shared/ui/section";
import { type Choices, type FilePreview, type ImportKind, withColumn } from "../model/choices";
import { type ColumnView, columnViews } from "../model/columns";
import classes from "./import.module.css";
import { MeaningSelect } from "./meaning-select";

interface ColumnsSectionProps {
  file: FilePreview;
  kind: ImportKind;
  choices: Choices;
  onChange: (choices: Choices) => void;
}

/** What each column is taken for, beside what stands in it, to be corrected. */
export function ColumnsSection({ file, kind, choices, onChange }: ColumnsSectionProps) {
  const t = useText();
  const columns = columnViews(file, choices);
  const known = file.fields.map(({ field }) => field);
  return (
    <Section
      title={t("web.import.columns", { count: columns.length })}
      about={t("web.import.columns_about")}
    >
      <div>
        <div className={classes.head} aria-hidden="true">
          <span>{t("web.import.column_name")}</span>
          <span>{t("web.import.column_samples")}</span>
          <span>{t("web.import.column_means")}</span>
        </div>
        <ul className={classes.columns}>
          {columns.map((column) => (
            <li key={column.index} className={classes.column}>
              <bdi className={classes.name}>{column.name}</bdi>
              <Samples samples={column.samples} />
              <div>
                <MeaningSelect
                  column={column.name}
                  kind={kind}
                  known={known}
                  value={column.meaning}
                  onChange={(meaning) => onChange(withColumn(choices, column.index, meaning))}
                />
                <Why column={column} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  const t = useText();
  if (samples.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("web.import.no_samples")}
      </Text>
    );
  }
  return (
    <span className={classes.samples}>
      {samples.map((sample) => (
        <bdi key={sample} className={classes.sample} title={sample}>
          {sample}
        </bdi>
      ))}
    </span>
  );
}

/** Why a column is read as it is, where that is worth a word. */
function Why({ column: { why, tells } }: { column: ColumnView }) {
  const t = useText();
  const words = [
    ...(tells ? [t("web.import.why.tells")] : []),
    ...(why === "told" || why === "repeats" ? [t(`web.import.why.${why}`)] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {words.join(" · ")}
    </Text>
  );
}
