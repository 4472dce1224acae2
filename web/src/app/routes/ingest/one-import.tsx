import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { useFollowedImport } from "@/features/ingest/api/use-followed-import";
import { ImportOutcome } from "@/features/ingest/components/import-outcome";
import { choicesOfImport, kinds } from "@/features/ingest/model/choices";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Loaded } from "@/shared/ui/states";
import { useStoreWays } from "./use-store-ways";

/** One import: its progress while it runs, then what it brought. */
export function OneImportPage() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { id } = useParams({ from: `/inside${paths.import}/$id` });
  const { data: me } = useQuery(sessionQuery());
  const store = useStoreWays();
  const query = useFollowedImport(id);
  const name = query.data && (query.data.files.join(", ") || t("web.import.kind.demo"));
  const look = () => {
    const asked = query.data?.asked;
    const upload = query.data?.uploads[0];
    if (upload === undefined) return;
    const rows = kinds.find((one) => one === query.data?.kind);
    void navigate({
      to: paths.import,
      search: { upload, ...(rows && { rows }), ...(asked && { choices: choicesOfImport(asked) }) },
    });
  };
  return (
    <Page
      title={
        query.data && name !== undefined
          ? t(`web.import.is.${query.data.state}`, { name })
          : t("web.import.title")
      }
      about={
        <>
          {query.data && format.time(query.data.started_at)}
          {" · "}
          <Anchor component={Link} to={paths.import} underline="always">
            {t("web.import.all")}
          </Anchor>
        </>
      }
    >
      {store && (
        <Loaded query={query}>
          {(one) => (
            <ImportOutcome
              one={one}
              store={store}
              mayChange={may(me, "imports_write")}
              isCut={query.failureCount > 0}
              onRight={() => void navigate({ to: paths.today })}
              onAgain={(next) => void navigate({ to: `${paths.import}/${next}` })}
              onLook={look}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
