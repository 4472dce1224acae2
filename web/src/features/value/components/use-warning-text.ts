import { useTextOr } from "@/shared/i18n/texts";

export function useWarningText(): (name: string) => string {
  const textOr = useTextOr();
  return (name) => textOr(`models.warn_${name}`, name);
}
