import { CloseButton, TextInput } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { useTyped } from "./use-typed";

const pauseMs = 150;

interface SearchBoxProps {
  value: string;
  onSearch: (text: string) => void;
}

/** Searches as one types, after a short pause. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const t = useText();
  const [text, setText] = useTyped(value, pauseMs, onSearch);
  return (
    <TextInput
      type="search"
      flex="1 1 260px"
      aria-label={t("web.customers.search")}
      placeholder={t("web.customers.search_for")}
      leftSection={<Icon name="search" size={18} />}
      rightSection={
        text !== "" && (
          <CloseButton aria-label={t("web.customers.search_clear")} onClick={() => setText("")} />
        )
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
