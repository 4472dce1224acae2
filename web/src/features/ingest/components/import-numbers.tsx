import { Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Definition } from "@/shared/ui/definition";
import type { ImportSummary } from "../model/choices";
import { numbersOf } from "../model/import-numbers";
import classes from "./import.module.css";

interface ImportNumbersProps {
  read: ImportSummary;
  /** Rials as toman. */
  toman: boolean;
}

/** What a file says in a few numbers: the quickest way to see that it was read wrongly. */
export function ImportNumbers({ read, toman }: ImportNumbersProps) {
  const t = useText();
  const format = useFormat();
  const shown = (value: number | string, as: "count" | "about" | "day" | "money") => {
    if (typeof value === "string") return format.day(value, "gregorian");
    if (as === "money") return format.money(value, read.currency, toman);
    return (as === "about" ? "≈ " : "") + format.number(value);
  };
  return (
    <dl className={classes.numbers}>
      {numbersOf(read).map(({ name, value, as }) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed" fw={500}>
            <Definition name={t(`web.import.number.${name}`)}>
              {t(`web.import.number.${name}_about`)}
            </Definition>
          </Text>
          <Text component="dd" className="numeric" fz={20} fw={650} m={0}>
            {shown(value, as)}
          </Text>
        </div>
      ))}
    </dl>
  );
}
