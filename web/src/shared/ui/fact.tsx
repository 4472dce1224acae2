import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Definition } from "./definition";

interface FactProps {
  name: string;
  about: string;
  /** Below the number: its interval, what it is compared with. */
  note?: string | undefined;
  children: ReactNode;
}

/** A number of a list of them, which tells how it is counted. */
export function Fact({ name, about, note, children }: FactProps) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed" fw={500}>
        <Definition name={name}>{about}</Definition>
      </Text>
      <Text component="dd" className="numeric" fz={22} fw={650} m={0}>
        {children}
      </Text>
      {note !== undefined && (
        <Text component="dd" size="sm" c="dimmed" m={0}>
          {note}
        </Text>
      )}
    </div>
  );
}
