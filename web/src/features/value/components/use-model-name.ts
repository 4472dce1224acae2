import { useText } from "@/shared/i18n/texts";
import { modelOf } from "../model/choice";

/** Models keep the names of their papers in every language. */
const names = {
  nbd: "NBD",
  bgnbd: "BG/NBD",
  mbgnbd: "MBG/NBD",
  paretonbd: "Pareto/NBD",
  mbgcnbdk: "MBG/CNBD-k",
} as const;

export function useModelName(): (model: string) => string {
  const t = useText();
  return (model) => {
    if (model === "naive") return t("web.value.naive");
    const known = modelOf(model);
    return known === undefined ? model : names[known];
  };
}
