import { Anchor, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { regionName } from "@/shared/lib/format";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import type { Customer } from "../api/customer";
import { consentsNow } from "../model/consents-now";

/** How to reach somebody, whether one may, and what else is known. */
export function CustomerProfile({ customer }: { customer: Customer }) {
  const t = useText();
  const language = useLanguage();
  const country = customer.country && regionName(language, customer.country);
  const place = [customer.city, country].filter((word) => word !== null);
  const known: [string, string][] = Object.entries(customer.traits);
  if (customer.key !== null) known.unshift([t("web.customers.key"), customer.key]);
  return (
    <Section title={t("web.customer.profile")}>
      <Group gap="sm">
        {customer.phone !== null && (
          <Button
            component="a"
            href={`tel:${customer.phone}`}
            leftSection={<Icon name="phone" size={18} />}
          >
            <span dir="ltr">{customer.phone}</span>
          </Button>
        )}
        {customer.email !== null && (
          <Anchor href={`mailto:${customer.email}`} dir="ltr">
            {customer.email}
          </Anchor>
        )}
        {place.length > 0 && (
          <Text>
            <bdi>{place.join(" · ")}</bdi>
          </Text>
        )}
        {customer.phone === null && customer.email === null && (
          <Text c="dimmed">{t("web.customer.unreachable")}</Text>
        )}
      </Group>
      <Consents customer={customer} />
      {known.length > 0 && (
        <Stack component="dl" gap={4} m={0}>
          {known.map(([name, value]) => (
            <Group key={name} gap="xs">
              <Text component="dt" size="sm" c="dimmed">
                <bdi>{name}</bdi>
              </Text>
              <Text component="dd" size="sm" m={0}>
                <bdi>{value}</bdi>
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Consents({ customer }: { customer: Customer }) {
  const t = useText();
  return (
    <Group gap="xs" role="list" aria-label={t("web.customer.consents")}>
      {consentsNow(customer.consents).map(({ channel, granted, word }) => (
        <Badge
          key={channel}
          role="listitem"
          size="lg"
          variant="outline"
          color={granted ? "teal" : "gray"}
          c="var(--mantine-color-text)"
        >
          {t(`web.customer.consent_${channel}_${word}`)}
        </Badge>
      ))}
    </Group>
  );
}
