import { Button, Checkbox, Group, Paper, Stack, Text, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getText } from "@/shared/api/client";
import { useText } from "@/shared/i18n/texts";
import { copyText } from "@/shared/lib/copy-text";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { messageOf } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { countQuery, fileAddress } from "../api/customers";
import type { CustomerSearch } from "../model/customer-search";

/** What can be done with everybody whom the filters choose, on whatever page of the list. */
export function ActsBar({ search }: { search: CustomerSearch }) {
  const t = useText();
  const format = useFormat();
  const counts = useQuery(countQuery(search));
  const [everyone, setEveryone] = useState(false);
  const { phones = 0, may_sms: agreed = 0 } = counts.data ?? {};
  const reached = everyone ? phones : agreed;
  if (counts.data?.customers === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t("web.customers.acts")}>
      <Group justify="space-between" gap="md">
        <Stack gap={6}>
          <Text size="sm" aria-live="polite">
            {counts.data
              ? t("web.customers.reach", { count: phones, agreed: format.number(agreed) })
              : t("web.app.loading")}
          </Text>
          {phones > agreed && (
            <Checkbox
              size="sm"
              label={t("web.customers.everyone")}
              checked={everyone}
              onChange={(event) => setEveryone(event.currentTarget.checked)}
            />
          )}
        </Stack>
        <Group gap="sm">
          <CopyPhones search={search} everyone={everyone} count={reached} />
          <Tooltip label={t("web.customers.sms_list_about")}>
            <FileButton
              address={fileAddress("phones", search, everyone)}
              name={t("web.customers.sms_list")}
              disabled={reached === 0}
            />
          </Tooltip>
          <FileButton address={fileAddress("xlsx", search)} name={t("web.customers.xlsx")} />
          <FileButton address={fileAddress("csv", search)} name={t("web.customers.csv")} />
        </Group>
      </Group>
    </Paper>
  );
}

interface CopyPhonesProps {
  search: CustomerSearch;
  everyone: boolean;
  count: number;
}

function CopyPhones({ search, everyone, count }: CopyPhonesProps) {
  const t = useText();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    try {
      const list = (await getText(fileAddress("phones", search, everyone))).trim();
      const copied = await copyText(list.replace(/\r/g, ""));
      const lines = list === "" ? 0 : list.split("\n").length;
      say(
        copied
          ? t("web.customers.phones_copied", { count: lines })
          : t("web.customers.copy_failed"),
      );
    } catch (error) {
      say(messageOf(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<Icon name="copy" size={18} />}
      disabled={count === 0}
      loading={busy}
      onClick={() => void copy()}
    >
      {t("web.customers.copy_phones", { count })}
    </Button>
  );
}

interface FileButtonProps {
  address: string;
  name: string;
  disabled?: boolean;
}

function FileButton({ address, name, disabled = false, ...rest }: FileButtonProps) {
  const icon = <Icon name="download" size={18} />;
  if (disabled) {
    return (
      <Button variant="default" leftSection={icon} disabled {...rest}>
        {name}
      </Button>
    );
  }
  return (
    <Button component="a" href={address} download variant="default" leftSection={icon} {...rest}>
      {name}
    </Button>
  );
}
