import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { typedDay } from "@/shared/lib/typed-day";
import { useFormat } from "@/shared/lib/use-format";
import { typedAmount } from "../model/typed-amount";

interface TypedFieldProps<T> {
  label: string;
  value: T | undefined;
  show: (value: T) => string;
  /** Null: it is none. */
  read: (typed: string) => T | null;
  wrong: string;
  onChange: (value: T | undefined) => void;
}

/** A value that may be missing, taken when one leaves the field or presses Enter. */
function TypedField<T>({ label, value, show, read, wrong, onChange }: TypedFieldProps<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== "" && read(typed) === null;
  const keep = () => {
    if (typed === null || isWrong) return;
    setTyped(null);
    const next = typed.trim() === "" ? undefined : (read(typed) ?? undefined);
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      label={label}
      value={typed ?? (value === undefined ? "" : show(value))}
      error={isWrong && wrong}
      inputMode="numeric"
      dir="ltr"
      w={{ base: "calc(50% - 6px)", xs: 176 }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && keep()}
    />
  );
}

interface FieldProps<T> {
  label: string;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

export function AmountField({ label, value, onChange }: FieldProps<number>) {
  const t = useText();
  const format = useFormat();
  return (
    <TypedField
      label={label}
      value={value}
      show={(amount) => format.number(amount, 2)}
      read={typedAmount}
      wrong={t("web.customers.no_amount")}
      onChange={onChange}
    />
  );
}

export function OptionalDay({
  calendar,
  ...field
}: FieldProps<string> & { calendar: Calendar }) {
  const t = useText();
  const format = useFormat();
  return (
    <TypedField
      {...field}
      show={format.dayNumbers}
      read={(typed) => typedDay(typed, calendar)}
      wrong={t("web.day.none")}
    />
  );
}
