import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";

/** The two ways out of a store without orders, for those who may take them. */
export function BringOrders() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  if (!may(me, "imports_write")) return null;
  return (
    <Group gap="sm" justify="center">
      <Button component={Link} to={paths.import}>
        {t("web.welcome.own_act")}
      </Button>
      {may(me, "settings_write") && (
        <Button component={Link} to={paths.welcome} variant="default">
          {t("web.welcome.demo_act")}
        </Button>
      )}
    </Group>
  );
}
