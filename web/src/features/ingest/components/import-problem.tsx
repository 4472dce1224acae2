import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Problem } from "@/shared/api/problem";
import { useLanguage, useTextOr } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { ErrorNote } from "@/shared/ui/states";
import { fieldsQuery } from "../api/imports";

interface ImportProblemProps {
  /** As the server says it, to whoever types commands. */
  problem: string;
  code: string | null;
  params: Record<string, string>;
}

const readable = { color: "var(--mantine-color-error)" };

/** Why a file cannot be imported, in words of this page where it has better ones. */
export function ImportProblem({ problem, code, params }: ImportProblemProps) {
  const textOr = useTextOr();
  const { data: titles } = useQuery(fieldsQuery(useLanguage()));
  const named = params.field ? { field: titles?.get(params.field) ?? params.field } : {};
  const key = `web.import.problem.${(code ?? "").replace("error.import_", "")}`;
  return (
    <Alert
      role="alert"
      color="red"
      icon={<Icon name="alert" />}
      title={textOr(key, problem, { ...params, ...named })}
      styles={{ title: readable, icon: readable }}
    />
  );
}

/** The same of a refusal. */
export function ImportFault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error instanceof Problem && error.code.startsWith("error.import_")) {
    return <ImportProblem problem={error.message} code={error.code} params={error.params} />;
  }
  return <ErrorNote error={error} {...(onRetry && { onRetry })} />;
}
