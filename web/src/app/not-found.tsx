import { Anchor, Container } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Page } from "@/shared/ui/page";

export function NotFound() {
  const t = useText();
  return (
    <Container component="main" size="sm" py="xl">
      <Page title={t("web.not_found.title")} about={t("web.not_found.about")}>
        <Anchor component={Link} to={paths.today}>
          {t("web.not_found.home")}
        </Anchor>
      </Page>
    </Container>
  );
}
