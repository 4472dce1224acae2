import { Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type ReactNode, useEffect, useRef } from "react";
import { fieldErrors } from "@/shared/api/problem";
import { ErrorNote } from "./states";
import { useFocusOnError } from "./use-focus-on-error";

interface OneFormProps<V> {
  form: UseFormReturnType<V>;
  /** Sends the values; what it throws is shown: at the fields it names, or above the button. */
  send: (values: V) => Promise<unknown>;
  error: unknown;
  label: string;
  children: ReactNode;
}

/** A form whose wrong fields the server names. */
export function OneForm<V extends Record<string, unknown>>(props: OneFormProps<V>) {
  const { form, send, error } = props;
  const ref = useFocusOnError(form.errors);
  const named = Object.keys(fieldErrors(error)).some((field) => field in form.getValues());
  const submit = form.onSubmit((values) => {
    send(values).catch((refusal: unknown) => form.setErrors(fieldErrors(refusal)));
  });
  const note = useRef<HTMLDivElement>(null);
  // Whoever pressed the button below a long form looks elsewhere.
  useEffect(() => note.current?.scrollIntoView?.({ block: "nearest" }), [error]);
  return (
    <form ref={ref} onSubmit={submit} aria-label={props.label} noValidate>
      <Stack gap="md">
        {error != null && !named && (
          <div ref={note}>
            <ErrorNote error={error} />
          </div>
        )}
        {props.children}
      </Stack>
    </form>
  );
}
