import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { previewQuery } from "@/features/ingest/api/uploads";
import { ChooseFile } from "@/features/ingest/components/choose-file";
import { ImportList } from "@/features/ingest/components/import-list";
import { LookAtFile } from "@/features/ingest/components/look-at-file";
import { shops } from "@/features/ingest/model/export-guides";
import type { ImportKind } from "@/features/ingest/model/choices";
import type { ImportSearch } from "@/features/ingest/model/import-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import classes from "./import.module.css";
import { useStoreWays } from "./use-store-ways";

/** A file comes in: chosen, looked at, imported; and what came in before. */
export function ImportPage() {
  const search = useSearch({ from: `/inside${paths.import}` });
  return search.upload === undefined ? (
    <Start kind={search.rows ?? "orders"} />
  ) : (
    <Look search={search} upload={search.upload} />
  );
}

function Start({ kind }: { kind: ImportKind }) {
  const t = useText();
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  return (
    <Page title={t("web.import.title")} about={t("web.import.about")}>
      {may(me, "imports_write") && (
        <ChooseFile
          kind={kind}
          onKind={(chosen) =>
            void navigate({ to: paths.import, search: { rows: chosen }, replace: true })
          }
          onSent={({ id }) =>
            void navigate({ to: paths.import, search: { rows: kind, upload: id } })
          }
        />
      )}
      <Section title={t("web.export.title")} about={t("web.export.about")}>
        <ul className={classes.shops}>
          {shops.map((shop) => (
            <li key={shop}>
              <Anchor component={Link} to={`${paths.exportFrom}/${shop}`}>
                {t(`web.export.${shop}`)}
              </Anchor>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("web.import.past")} about={t("web.import.past_about")}>
        <ImportList
          linked={(id, name) => (
            <Anchor
              component={Link}
              to={`${paths.import}/${id}`}
              fw={600}
              className={classes.name ?? ""}
            >
              <bdi>{name}</bdi>
            </Anchor>
          )}
        />
      </Section>
    </Page>
  );
}

function Look({ search, upload }: { search: ImportSearch; upload: string }) {
  const t = useText();
  const navigate = useNavigate();
  const store = useStoreWays();
  const { rows: kind = "orders", choices = {} } = search;
  const preview = useQuery(previewQuery(upload, kind, choices));
  const name = preview.data?.upload.name;
  return (
    <Page
      title={name === undefined ? t("web.import.title") : t("web.import.look", { name })}
      about={t("web.import.look_about")}
    >
      {store && (
        <LookAtFile
          upload={upload}
          kind={kind}
          choices={choices}
          store={store}
          onChange={(changed) =>
            void navigate({
              to: paths.import,
              search: { upload, rows: kind, choices: changed },
              replace: true,
              resetScroll: false,
            })
          }
          onImport={(id) => void navigate({ to: `${paths.import}/${id}` })}
          onOther={() => void navigate({ to: paths.import, search: { rows: kind } })}
        />
      )}
    </Page>
  );
}
