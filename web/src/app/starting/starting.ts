import { directionOf, startingLanguage } from "@/shared/i18n/languages";
import { paths } from "@/shared/lib/paths";
import { startingScheme } from "@/shared/ui/starting-scheme";

// Where nobody is signed in: no frame.
const outside: readonly string[] = [paths.signIn, paths.setup, paths.reset];

/**
 * Gives the frame that stands in index.html the reader's language, direction and theme. A script of
 * its own that the browser waits for: nothing is painted before it.
 */
const { documentElement: html } = document;
const language = startingLanguage();
html.lang = language;
html.dir = directionOf(language);
html.dataset.mantineColorScheme = startingScheme();
html.dataset.starting = outside.includes(location.pathname) ? "outside" : "inside";
