import { NativeSelect, type NativeSelectProps, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { sessionQuery } from "../api/session";
import type { Role } from "../api/users";
import { roles, rolesToGive } from "../model/permissions";

type RoleSelectProps = Omit<NativeSelectProps, "data" | "label">;

/** The roles that the reader may give, and what the chosen one may do. */
export function RoleSelect({ defaultValue, onChange, ...props }: RoleSelectProps) {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const [chosen, setChosen] = useState<Role>(roles.find((r) => r === defaultValue) ?? "analyst");
  return (
    <Stack gap={6}>
      <NativeSelect
        label={t("web.field.role")}
        data={rolesToGive(me).map((role) => ({ value: role, label: t(`web.role.${role}`) }))}
        defaultValue={defaultValue}
        onChange={(event) => {
          setChosen(roles.find((role) => role === event.currentTarget.value) ?? chosen);
          onChange?.(event);
        }}
        {...props}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {t(`web.role.${chosen}_about`)}
      </Text>
    </Stack>
  );
}
