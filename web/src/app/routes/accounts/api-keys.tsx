import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { ApiKeyList } from "@/features/accounts/components/api-key-list";
import { MakeApiKeyDialog } from "@/features/accounts/components/make-api-key-dialog";
import { may } from "@/features/accounts/model/permissions";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";

export function ApiKeysPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const [opened, { open, close }] = useDisclosure(false);
  const mayChange = may(me, "keys_write");
  const make = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={open}>
      {t("web.api_keys.make")}
    </Button>
  );
  return (
    <Page title={t("web.api_keys.title")} about={t("web.api_keys.about")} actions={make}>
      <Section title={t("web.api_keys.list")}>
        <ApiKeyList mayChange={mayChange} />
      </Section>
      <MakeApiKeyDialog opened={opened} onClose={close} />
    </Page>
  );
}
