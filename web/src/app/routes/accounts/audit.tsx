import { useNavigate, useSearch } from "@tanstack/react-router";
import { AuditFilters } from "@/features/accounts/components/audit-filters";
import { AuditList } from "@/features/accounts/components/audit-list";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";

export function AuditPage() {
  const t = useText();
  const filter = useSearch({ from: `/inside${paths.audit}` });
  const navigate = useNavigate();
  return (
    <Page title={t("web.audit.title")} about={t("web.audit.about")}>
      <AuditFilters
        filter={filter}
        onChange={({ actor, action }) =>
          void navigate({ to: paths.audit, search: { actor, action }, replace: true })
        }
      />
      <Section title={t("web.audit.list")}>
        <AuditList filter={filter} />
      </Section>
    </Page>
  );
}
