import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Goal, goalsQuery } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import { EmptyNote, ErrorNote, Loaded } from "@/shared/ui/states";
import { useRemoveGoal } from "../api/changes";
import classes from "./board.module.css";
import { GoalDialog, type GoalMoney } from "./goal-dialog";
import type { StoreDays } from "./note-section";

interface GoalSectionProps {
  days: StoreDays;
  money: GoalMoney;
  mayChange: boolean;
  /** How far a goal has come. */
  progress: (goal: Goal) => ReactNode;
}

/** What the owner wants, by which day, and how far it has come. */
export function GoalSection({ days, money, mayChange, progress }: GoalSectionProps) {
  const t = useText();
  const query = useQuery(goalsQuery());
  const [opened, { open, close }] = useDisclosure(false);
  const add = mayChange && (
    <Button
      className="no-print"
      variant="default"
      size="sm"
      leftSection={<Icon name="plus" size={16} />}
      onClick={open}
    >
      {t("web.goals.add")}
    </Button>
  );
  return (
    <Section title={t("web.goals.title")} about={t("web.goals.about")} actions={add}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={t("web.goals.none")}>
              {mayChange && <Text c="dimmed">{t("web.goals.none_about")}</Text>}
            </EmptyNote>
          ) : (
            <ul className={classes.list ?? ""}>
              {items.map((goal) => (
                <GoalRow key={goal.id} goal={goal} days={days} mayChange={mayChange}>
                  {progress(goal)}
                </GoalRow>
              ))}
            </ul>
          )
        }
      </Loaded>
      <GoalDialog opened={opened} onClose={close} days={days} money={money} />
    </Section>
  );
}

interface GoalRowProps {
  goal: Goal;
  days: StoreDays;
  mayChange: boolean;
  children: ReactNode;
}

function GoalRow({ goal, days, mayChange, children }: GoalRowProps) {
  const t = useText();
  const format = useFormat();
  const remove = useRemoveGoal();
  const name = t(`web.today.${goal.metric}`);
  return (
    <li className="row">
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {t("web.goals.days", {
              from: format.day(goal.from, days.calendar),
              due: format.day(goal.due, days.calendar),
            })}
          </Text>
        </div>
        {mayChange && (
          <ActionIcon
            className="no-print"
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            size="lg"
            loading={remove.isPending}
            aria-label={t("web.goals.remove", { name })}
            onClick={() => remove.mutate(goal.id)}
          >
            <Icon name="trash" size={18} />
          </ActionIcon>
        )}
      </Group>
      {children}
      {remove.isError && <ErrorNote error={remove.error} />}
    </li>
  );
}
