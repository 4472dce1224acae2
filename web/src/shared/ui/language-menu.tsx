import { Button, Menu } from "@mantine/core";
import { languageNames, languages } from "@/shared/i18n/languages";
import { changeLanguage, useLanguage, useText } from "@/shared/i18n/texts";
import { Icon } from "./icon";

export function LanguageMenu() {
  const t = useText();
  const current = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px="xs"
          leftSection={<Icon name="language" />}
          aria-label={`${t("web.app.language")}: ${languageNames[current]}`}
        >
          {languageNames[current]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={language === current}
            rightSection={language === current ? <Icon name="check" size={16} /> : null}
            onClick={() => void changeLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
