import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import type { Session } from "@/features/accounts/api/session";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import classes from "./search-button.module.css";

const SearchDialog = lazy(() =>
  import("./search-dialog").then((module) => ({ default: module.SearchDialog })),
);

/** Opens the search box, as Ctrl-K does everywhere; on a phone a looking glass. */
export function SearchButton({ session }: { session: Session | null }) {
  const t = useText();
  const [opened, { open, close, toggle }] = useDisclosure(false);
  // The key by its place: on a Persian or Russian keyboard it writes another letter.
  useHotkeys([["mod+K", toggle, { preventDefault: true, usePhysicalKeys: true }]], []);
  return (
    <>
      <UnstyledButton
        className={classes.wide ?? ""}
        visibleFrom="sm"
        onClick={open}
        aria-haspopup="dialog"
      >
        <Icon name="search" size={16} />
        <span className={classes.hint}>{t("web.search.open")}</span>
        <Kbd size="xs" aria-hidden="true">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <ActionIcon
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size="lg"
        aria-haspopup="dialog"
        aria-label={t("web.search.open")}
        onClick={open}
      >
        <Icon name="search" />
      </ActionIcon>
      {opened && (
        <Suspense>
          <SearchDialog session={session} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
