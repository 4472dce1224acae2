import { Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Section } from "@/shared/ui/section";
import type { Choices } from "../model/choices";
import type { Question } from "../model/questions";
import { AcceptUnitQuestion } from "./accept-unit-question";
import { CurrencyQuestion } from "./currency-question";
import { CustomerByQuestion } from "./customer-by-question";
import { DatesQuestion } from "./dates-question";
import { DecimalQuestion } from "./decimal-question";
import { StatusesQuestion } from "./statuses-question";
import { UnitQuestion } from "./unit-question";
import { WalkInQuestion } from "./walk-in-question";

interface QuestionsSectionProps {
  questions: readonly Question[];
  choices: Choices;
  onChange: (choices: Choices) => void;
}

/** What the file does not tell and only its owner knows. */
export function QuestionsSection({ questions, choices, onChange }: QuestionsSectionProps) {
  const t = useText();
  if (questions.length === 0) return null;
  return (
    <Section
      title={t("web.import.questions", { count: questions.length })}
      about={t("web.import.questions_about")}
    >
      <Stack gap="xl">
        {questions.map((question) => (
          <One
            key={question.ask === "walk_in" ? question.walkIn.value : question.ask}
            question={question}
            choices={choices}
            onChange={onChange}
          />
        ))}
      </Stack>
    </Section>
  );
}

type OneProps = Omit<QuestionsSectionProps, "questions"> & { question: Question };

function One({ question, choices, onChange }: OneProps) {
  const rest = { choices, onChange };
  switch (question.ask) {
    case "accept_unit":
      return <AcceptUnitQuestion {...rest} />;
    case "unit":
      return <UnitQuestion example={question.example} {...rest} />;
    case "currency":
      return <CurrencyQuestion {...rest} />;
    case "customer_by":
      return <CustomerByQuestion identities={question.identities} {...rest} />;
    case "walk_in":
      return <WalkInQuestion walkIn={question.walkIn} {...rest} />;
    case "statuses":
      return <StatusesQuestion words={question.words} {...rest} />;
    case "dates":
      return <DatesQuestion dates={question.dates} {...rest} />;
    case "decimal":
      return <DecimalQuestion sample={question.sample} readAs={question.readAs} {...rest} />;
  }
}
