import { useText } from "@/shared/i18n/texts";
import type { ImportSummary } from "../model/choices";
import classes from "./import.module.css";

/** What the server found out about a file, in its own words. */
export function Notes({ notes }: { notes: ImportSummary["notes"] }) {
  const t = useText();
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>{t("web.import.found", { count: notes.length })}</summary>
      <ul className={classes.notes}>
        {notes.map(({ key, text }) => (
          <li key={key + text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
