import { Button, Group, Tabs } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { ExportGuide } from "@/features/ingest/components/export-guide";
import { shops } from "@/features/ingest/model/export-guides";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";

/** How to get the orders out of a shop. */
export function ExportFromPage() {
  const t = useText();
  const navigate = useNavigate();
  const params = useParams({ from: `/inside${paths.exportFrom}/$shop` });
  const shop = shops.find((one) => one === params.shop) ?? "excel";
  return (
    <Page
      title={t("web.export.from", { shop: t(`web.export.${shop}`) })}
      about={t("web.export.about")}
    >
      <Tabs
        value={shop}
        onChange={(chosen) =>
          void navigate({ to: `${paths.exportFrom}/${chosen ?? shop}`, replace: true })
        }
      >
        <Tabs.List>
          {shops.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`web.export.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shops.map((one) => (
          <Tabs.Panel key={one} value={one} pt="md">
            <Section title={t("web.export.steps")}>
              <ExportGuide shop={one} />
              <Group>
                <Button component={Link} to={paths.import}>
                  {t("web.export.to_import")}
                </Button>
              </Group>
            </Section>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
