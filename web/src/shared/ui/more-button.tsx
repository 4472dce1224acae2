import { Button, Center } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

interface MoreButtonProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list, where there is one. */
export function MoreButton({ query }: MoreButtonProps) {
  const t = useText();
  if (!query.hasNextPage) return null;
  return (
    <Center mt="md">
      <Button
        variant="default"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t("web.action.more")}
      </Button>
    </Center>
  );
}
