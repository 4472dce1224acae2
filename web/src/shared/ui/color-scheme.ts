import { localStorageColorSchemeManager } from "@mantine/core";
import { themeKey } from "./starting-scheme";

/** Keeps the reader's choice where the page's first script finds it again. */
export const colorSchemes = localStorageColorSchemeManager({ key: themeKey });
