import { useText } from "@/shared/i18n/texts";
import { Definition } from "@/shared/ui/definition";
import classes from "./product-row.module.css";

/** What stands above the products: the names of their numbers with their definitions. */
export function ProductHead() {
  const t = useText();
  return (
    <div className={classes.head}>
      {(["customers", "rate", "value"] as const).map((number) => (
        <span key={number}>
          <Definition name={t(`web.products.${number}`)}>
            {t(`web.products.${number}_about`)}
          </Definition>
        </span>
      ))}
    </div>
  );
}
