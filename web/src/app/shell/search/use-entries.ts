import { useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Session } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import type { CustomerItem } from "@/features/customers/api/customers";
import { foundCustomersQuery } from "@/features/customers/api/found-customers";
import { useCalled } from "@/features/customers/components/use-called";
import { languageNames, languages } from "@/shared/i18n/languages";
import { changeLanguage, useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { navigationFor } from "../navigation";
import { type Entry, type EntryGroup, matching } from "./entries";

const fewestLetters = 2;
const pauseMs = 150;

/** What is found for what is typed: customers, pages, actions. */
export function useEntries(
  session: Session | null,
  typed: string,
): { groups: EntryGroup[]; isWaiting: boolean } {
  const t = useText();
  const [settled] = useDebouncedValue(typed.trim(), pauseMs);
  const looks = settled.length >= fewestLetters && may(session, "customers_read");
  const found = useQuery({ ...foundCustomersQuery(settled), enabled: looks });
  const pages = usePages(session);
  const actions = useActions();
  const customers = useCustomers(looks ? (found.data ?? []) : []);
  const groups = [
    { name: t("web.search.customers"), entries: customers },
    { name: t("web.search.pages"), entries: matching(pages, typed) },
    { name: t("web.search.actions"), entries: matching(actions, typed) },
  ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isWaiting: looks ? found.isFetching : settled !== typed.trim(),
  };
}

function usePages(session: Session | null): Entry[] {
  const t = useText();
  const navigate = useNavigate();
  return navigationFor(session).flatMap(({ destinations }) =>
    destinations.map(({ to, name, icon }) => ({
      id: `page ${to}`,
      name: t(name),
      icon,
      run: () => void navigate({ to }),
    })),
  );
}

function useActions(): Entry[] {
  const t = useText();
  const { setColorScheme } = useMantineColorScheme();
  const themes = (["auto", "light", "dark"] as const).map((scheme): Entry => {
    const icons = { auto: "auto", light: "sun", dark: "moon" } as const;
    return {
      id: `theme ${scheme}`,
      name: t("web.search.theme", { theme: t(`web.theme.${scheme}`) }),
      icon: icons[scheme],
      run: () => setColorScheme(scheme),
    };
  });
  const tongues = languages.map(
    (language): Entry => ({
      id: `language ${language}`,
      name: t("web.search.language", { language: languageNames[language] }),
      icon: "language",
      run: () => void changeLanguage(language),
    }),
  );
  const print: Entry = {
    id: "print",
    name: t("web.search.print"),
    icon: "print",
    run: () => setTimeout(() => window.print()),
  };
  return [...themes, ...tongues, print];
}

function useCustomers(found: readonly CustomerItem[]): Entry[] {
  const called = useCalled();
  const navigate = useNavigate();
  return found.map((customer) => ({
    id: customer.id,
    name: called(customer),
    about: [customer.phone, customer.email, customer.city].filter(Boolean).join(" · "),
    icon: "account" as const,
    run: () => void navigate({ href: `${paths.customers}/${customer.id}` }),
  }));
}
