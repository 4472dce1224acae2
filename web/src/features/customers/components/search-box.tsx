import { CloseButton, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";

const pauseMs = 150;

interface SearchBoxProps {
  value: string;
  onSearch: (text: string) => void;
}

/** Searches as one types, after a short pause. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const t = useText();
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  // The address changed elsewhere: by going back, or by a link.
  if (given !== value) {
    setGiven(value);
    if (text.trim() !== value) setText(value);
  }
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  }, [onSearch]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => search.current(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value]);
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
