import { Link } from "@tanstack/react-router";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import type { Destination } from "./navigation";
import classes from "./shell.module.css";

interface DestinationsProps {
  destinations: readonly Destination[];
  onChoose?: () => void;
}

export function Destinations({ destinations, onChoose }: DestinationsProps) {
  const t = useText();
  return (
    <ul className={classes.list}>
      {destinations.map(({ to, name, icon }) => (
        <li key={to}>
          <Link
            to={to}
            className={classes.link}
            activeOptions={{ exact: to === "/", includeSearch: false }}
            {...(onChoose && { onClick: onChoose })}
          >
            <Icon name={icon} />
            {t(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
