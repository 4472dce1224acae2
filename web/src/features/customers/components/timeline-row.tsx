import { Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useText, useTextOr } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon, type IconName } from "@/shared/ui/icon";
import type { TimelineItem } from "../api/customer";
import type { StoreShows } from "../model/store-shows";
import { OrderDialog } from "./order-dialog";
import { TimelineNote } from "./timeline-note";

const icons: Record<TimelineItem["what"], IconName> = {
  order: "cart",
  order_change: "retention",
  consent: "shield",
  profile: "account",
  note: "note",
};

interface TimelineRowProps {
  customer: string;
  item: TimelineItem;
  store: StoreShows;
  mayWrite: boolean;
  names: ReadonlyMap<string, string>;
}

export function TimelineRow({ customer, item, store, mayWrite, names }: TimelineRowProps) {
  const format = useFormat();
  const text = useSentence(item, store);
  const author = item.note === null ? undefined : (names.get(item.note.author) ?? undefined);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text span c="dimmed" lh={0} pt={3}>
        <Icon name={icons[item.what]} size={18} />
      </Text>
      <Stack gap={2} flex={1} miw={0}>
        {item.note !== null ? (
          <TimelineNote customer={customer} note={item.note} mayWrite={mayWrite} />
        ) : item.order !== null ? (
          <OrderLine order={item.order} text={text} store={store} />
        ) : (
          <Text style={{ overflowWrap: "anywhere" }}>{text}</Text>
        )}
        <Text size="sm" c="dimmed">
          <time dateTime={item.at}>{format.time(item.at)}</time>
          {author !== undefined && (
            <>
              {" · "}
              <bdi>{author}</bdi>
            </>
          )}
        </Text>
      </Stack>
    </Group>
  );
}

function OrderLine({ order, text, store }: { order: string; text: string; store: StoreShows }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton onClick={open} c="var(--mantine-color-anchor)" ta="start">
        {text}
      </UnstyledButton>
      {opened && <OrderDialog id={order} store={store} onClose={close} />}
    </>
  );
}

function useSentence(item: TimelineItem, store: StoreShows): string {
  const t = useText();
  const textOr = useTextOr();
  const format = useFormat();
  const money = (minor: number | null) =>
    minor === null ? "–" : format.money(minor, item.currency ?? "XXX", store.toman);
  const status = textOr(`web.order.status_${item.status ?? ""}`, item.status ?? "");
  switch (item.what) {
    case "order":
      return t("web.customer.did_order", {
        number: item.number ?? "",
        money: money(item.net_minor),
        status,
      });
    case "order_change":
      return item.refund_minor !== null && item.refund_minor > 0
        ? t("web.customer.did_refund", {
            number: item.number ?? "",
            money: money(item.refund_minor),
            status,
          })
        : t("web.customer.did_change", { number: item.number ?? "", status });
    case "consent":
      return t(`web.customer.did_consent_${item.channel ?? "sms"}_${item.granted ? "yes" : "no"}`);
    case "profile":
      return t("web.customer.did_profile", {
        fields: item.fields.map((name) => textOr(`web.customers.${name}`, name)).join(", "),
      });
    case "note":
      return "";
  }
}
