import type { Session } from "@/features/accounts/api/session";
import { may, type Permission } from "@/features/accounts/model/permissions";
import type { TextKey } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import type { IconName } from "@/shared/ui/icon";

export interface Destination {
  to: (typeof paths)[
    | "today"
    | "customers"
    | "retention"
    | "who"
    | "products"
    | "value"
    | "account"
    | "prices"
    | "people"
    | "apiKeys"
    | "audit"
    | "import"
    | "storeSettings"
  ];
  name: TextKey;
  /** For the bar of a phone, where the name is too long for it. */
  short?: TextKey;
  icon: IconName;
  /** Undefined: everybody. */
  permission?: Permission;
}

export interface Group {
  name: TextKey;
  destinations: readonly Destination[];
}

/** By job, not by module; a page that is added stands here and nowhere else. */
const groups: readonly Group[] = [
  {
    name: "web.nav.work",
    destinations: [
      { to: paths.today, name: "web.nav.today", icon: "today" },
      {
        to: paths.customers,
        name: "web.nav.customers",
        icon: "customers",
        permission: "customers_read",
      },
      {
        to: paths.retention,
        name: "web.nav.retention",
        icon: "retention",
        permission: "reports_read",
      },
      {
        to: paths.who,
        name: "web.nav.who",
        short: "web.nav.who_short",
        icon: "who",
        permission: "reports_read",
      },
      {
        to: paths.products,
        name: "web.nav.products",
        icon: "products",
        permission: "reports_read",
      },
      { to: paths.value, name: "web.nav.value", icon: "value", permission: "reports_read" },
      { to: paths.import, name: "web.nav.import", icon: "upload", permission: "imports_read" },
    ],
  },
  {
    name: "web.nav.settings",
    destinations: [
      {
        to: paths.storeSettings,
        name: "web.nav.store_settings",
        icon: "settings",
        permission: "settings_read",
      },
      { to: paths.account, name: "web.nav.account", icon: "account" },
      { to: paths.prices, name: "web.nav.prices", icon: "prices", permission: "reports_read" },
      { to: paths.people, name: "web.nav.people", icon: "people", permission: "users_read" },
      { to: paths.apiKeys, name: "web.nav.api_keys", icon: "key", permission: "keys_read" },
      { to: paths.audit, name: "web.nav.audit", icon: "log", permission: "audit_read" },
    ],
  },
];

/** What the signed-in one may open. */
export function navigationFor(session: Session | null | undefined): Group[] {
  const isOpen = ({ permission }: Destination) =>
    permission === undefined || may(session, permission);
  return groups
    .map((group) => ({ ...group, destinations: group.destinations.filter(isOpen) }))
    .filter((group) => group.destinations.length > 0);
}
