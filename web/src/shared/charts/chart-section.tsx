import { ActionIcon, Menu, ScrollArea, Table } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { blobOfPicture, saveFile } from "@/shared/lib/save-file";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import type { TakePicture } from "./chart";
import { type ChartTable, showCell, toCsv } from "./chart-table";

interface ChartSectionProps {
  /** What the picture says, as a statement. */
  title: string;
  about?: ReactNode;
  /** Of the files it is saved as. */
  name: string;
  table: ChartTable;
  /** Choices of what the picture shows. */
  controls?: ReactNode;
  /** `onDrawn` goes to the Chart, where the picture is one. */
  children: (onDrawn: (take: TakePicture) => void) => ReactNode;
}

/** A picture with what every picture has: its numbers as a table, as CSV, and itself as PNG. */
export function ChartSection(props: ChartSectionProps) {
  const { title, about, name, table, controls, children } = props;
  const [takePicture, setTakePicture] = useState<TakePicture | null>(null);
  const onDrawn = useCallback((take: TakePicture) => setTakePicture(() => take), []);
  const [asTable, setAsTable] = useState(false);
  return (
    <Section
      title={title}
      about={about}
      actions={
        <ChartMenu
          title={title}
          asTable={asTable}
          onToggle={() => setAsTable(!asTable)}
          onCsv={() => saveFile(`${name}.csv`, new Blob([toCsv(table)], { type: "text/csv" }))}
          {...(takePicture &&
            !asTable && {
              onPng: () => saveFile(`${name}.png`, blobOfPicture(takePicture())),
            })}
        />
      }
    >
      {controls}
      {asTable ? <NumberTable table={table} caption={title} /> : children(onDrawn)}
    </Section>
  );
}

interface ChartMenuProps {
  title: string;
  asTable: boolean;
  onToggle: () => void;
  onCsv: () => void;
  onPng?: () => void;
}

function ChartMenu({ title, asTable, onToggle, onCsv, onPng }: ChartMenuProps) {
  const t = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className="no-print"
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          size="lg"
          aria-label={t("web.chart.acts", { title })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onToggle}>
          {t(asTable ? "web.chart.as_picture" : "web.chart.as_table")}
        </Menu.Item>
        <Menu.Item onClick={onCsv}>{t("web.chart.csv")}</Menu.Item>
        {onPng && <Menu.Item onClick={onPng}>{t("web.chart.png")}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

export function NumberTable({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: "group", "aria-label": caption }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map(({ name }) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((cell, column) => (
                <Table.Td key={column}>{showCell(cell, table.columns[column])}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
