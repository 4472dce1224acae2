import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** The accent: deep teal. Shade 7 carries white text (5.5 : 1), shade 4 stands on dark (9 : 1). */
const teal: MantineColorsTuple = [
  "#effaf8",
  "#d6efec",
  "#b0ded9",
  "#7fcac2",
  "#4fd1c1",
  "#22a196",
  "#168a80",
  "#0f766e",
  "#0b5f59",
  "#084843",
];

/** Neutrals of the dark side, from text to the page's ground. */
const dark: MantineColorsTuple = [
  "#e8eeed",
  "#b4c0be",
  "#96a5a3",
  "#5c6b69",
  "#33403f",
  "#26312f",
  "#161d1d",
  "#101616",
  "#0c1111",
  "#080c0c",
];

const sansLatin = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: "teal",
  primaryShade: 7,
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  fontFamily: `'Vazirmatn Variable', ${sansLatin}`,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "12px", sm: "14px", md: "16px", lg: "20px", xl: "28px" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.5" },
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "28px" }, h2: { fontSize: "20px" } } },
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { tt: "none", lts: 0, fw: 600 } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    ModalRoot: {
      defaultProps: { centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: "18px", fontWeight: 650 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
  },
});

/**
 * Mantine's own greys for secondary text, placeholders and errors miss AA; these reach it. Its dark
 * ground of what is switched off is our card's own.
 */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f6f8f8",
    "--mantine-color-text": "#15201f",
    "--mantine-color-dimmed": "#566463",
    "--mantine-color-placeholder": "#647271",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-anchor": "#0f766e",
    "--mantine-color-default-border": "#d5dddc",
    "--vafa-surface": "#ffffff",
    "--vafa-line": "#e1e8e7",
    "--vafa-control": "#7c8a88",
    "--vafa-accent-soft": "#d6efec",
    "--vafa-accent-text": "#0b5f59",
    "--vafa-good": "#0b6b3a",
    "--vafa-warm": "#8a4b00",
    "--vafa-series-1": "#0f766e",
    "--vafa-series-2": "#b45309",
    "--vafa-series-3": "#3b6fb5",
    "--vafa-series-4": "#8a3f7c",
    "--vafa-series-5": "#6b7f1f",
    "--vafa-series-6": "#5b6665",
    "--vafa-band": "rgba(15, 118, 110, 0.16)",
    "--vafa-earlier": "#b4c1c0",
  },
  dark: {
    "--mantine-color-body": "#0f1414",
    "--mantine-color-text": "#e8eeed",
    "--mantine-color-dimmed": "#a3b1af",
    "--mantine-color-placeholder": "#91a09e",
    "--mantine-color-error": "#ff9b93",
    "--mantine-color-anchor": "#4fd1c1",
    "--mantine-color-default": "#161d1d",
    "--mantine-color-disabled": "#26312f",
    "--mantine-color-disabled-color": "#91a09e",
    "--mantine-color-default-border": "#33403f",
    "--vafa-surface": "#161d1d",
    "--vafa-line": "#26312f",
    "--vafa-control": "#6b7a78",
    "--vafa-accent-soft": "#12332f",
    "--vafa-accent-text": "#4fd1c1",
    "--vafa-good": "#6ad29a",
    "--vafa-warm": "#f0b260",
    "--vafa-series-1": "#34b8a9",
    "--vafa-series-2": "#e8994a",
    "--vafa-series-3": "#7aa7e8",
    "--vafa-series-4": "#cf8ac2",
    "--vafa-series-5": "#b3c455",
    "--vafa-series-6": "#98a5a3",
    "--vafa-band": "rgba(79, 209, 193, 0.2)",
    "--vafa-earlier": "#465553",
  },
});
