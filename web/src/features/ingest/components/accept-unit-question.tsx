import { Checkbox } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { Asked } from "./question";

/** For the store whose prices really changed tenfold. */
export function AcceptUnitQuestion({ choices, onChange }: Asked) {
  const t = useText();
  return (
    <Checkbox
      label={t("web.import.accept_unit")}
      description={t("web.import.accept_unit_about")}
      checked={choices.accept_unit ?? false}
      onChange={({ currentTarget }) =>
        onChange({ ...choices, accept_unit: currentTarget.checked })
      }
    />
  );
}
