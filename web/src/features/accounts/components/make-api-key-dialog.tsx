import { Alert, Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { Icon } from "@/shared/ui/icon";
import { OneForm } from "@/shared/ui/one-form";
import { Secret } from "@/shared/ui/secret";
import { type Scope, useMakeApiKey } from "../api/api-keys";

const scopes = ["read", "write", "admin"] as const;

export function MakeApiKeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setSecret(null);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t("web.api_keys.make")}
      closeOnClickOutside={secret === null}
    >
      {secret === null ? (
        <MakeForm onMade={setSecret} />
      ) : (
        <Stack gap="md">
          <Alert color="yellow" icon={<Icon name="alert" />} c="var(--mantine-color-text)">
            {t("web.api_keys.shown_once")}
          </Alert>
          <Secret label={t("web.api_keys.key")} value={secret} />
          <Group justify="flex-end">
            <Button onClick={close}>{t("web.action.done")}</Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}

function MakeForm({ onMade }: { onMade: (secret: string) => void }) {
  const t = useText();
  const make = useMakeApiKey();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", scopes: ["read"] as Scope[] },
  });
  return (
    <OneForm
      form={form}
      label={t("web.api_keys.make")}
      error={make.error}
      send={(values) => make.mutateAsync(values).then((made) => onMade(made.key))}
    >
      <TextInput
        label={t("web.field.key_name")}
        description={t("web.field.key_name_about")}
        data-autofocus
        required
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <Checkbox.Group
        label={t("web.field.scopes")}
        key={form.key("scopes")}
        {...form.getInputProps("scopes")}
      >
        <Stack gap="sm" mt="xs">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`web.scope.${scope}`)}
              description={t(`web.scope.${scope}_about`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group justify="flex-end">
        <Button type="submit" loading={make.isPending}>
          {t("web.api_keys.make_act")}
        </Button>
      </Group>
    </OneForm>
  );
}
