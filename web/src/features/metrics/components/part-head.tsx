import { useText } from "@/shared/i18n/texts";
import { Definition } from "@/shared/ui/definition";
import classes from "./part-row.module.css";

/** What stands above a list of parts: the names of its numbers with their definitions. */
export function PartHead({ name }: { name: string }) {
  const t = useText();
  return (
    <div className={classes.head}>
      <span className={classes.words}>{name}</span>
      <span>
        <Definition name={t("web.who.customers")}>{t("web.who.part_customers_about")}</Definition>
      </span>
      <span>
        <Definition name={t("web.who.revenue")}>{t("web.who.part_revenue_about")}</Definition>
      </span>
    </div>
  );
}
