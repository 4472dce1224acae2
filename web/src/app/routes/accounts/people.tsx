import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { AddUserDialog } from "@/features/accounts/components/add-user-dialog";
import { PeopleList } from "@/features/accounts/components/people-list";
import { may } from "@/features/accounts/model/permissions";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";

export function PeoplePage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const [opened, { open, close }] = useDisclosure(false);
  const add = may(me, "users_write") && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={open}>
      {t("web.people.add")}
    </Button>
  );
  return (
    <Page title={t("web.people.title")} about={t("web.people.about")} actions={add}>
      <Section title={t("web.people.list")}>
        <PeopleList />
      </Section>
      <AddUserDialog opened={opened} onClose={close} />
    </Page>
  );
}
