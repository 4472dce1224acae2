import { recall, rememberedAs } from "@/shared/lib/remember";

const name = "theme";

export const themeKey = rememberedAs(name);

/** The theme to begin with: what was chosen, or what the system has. */
export function startingScheme(): "light" | "dark" {
  const chosen = recall(name);
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
