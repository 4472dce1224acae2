import type { Choices, ImportSummary } from "./choices";

type Identity = ImportSummary["identities"][number];
type WalkIn = ImportSummary["walk_ins"][number];
type Status = ImportSummary["statuses"][number];
type Dates = ImportSummary["dates"][number];

/** What only the person knows; asked where the server is not sure, and kept in sight once told. */
export type Question =
  | { ask: "unit"; example: number | null }
  | { ask: "currency" }
  | { ask: "customer_by"; identities: readonly Identity[] }
  | { ask: "walk_in"; walkIn: WalkIn }
  | { ask: "statuses"; words: readonly Status[] }
  | { ask: "dates"; dates: Dates | null }
  | { ask: "decimal"; sample: string | null; readAs: string | null }
  | { ask: "accept_unit" };

const rials = ["IRR", "IRT", "IRHR", "IRHT"];
const unsureOfIdentity = ["import.note_identity_differs", "import.note_identity_never_repeats"];
const unsureOfNumbers = ["import.note_numbers_guessed", "import.note_numbers_open"];

interface Store {
  currency: string | null;
  /** Whether its owner counts in rials and toman as a matter of course. */
  isIranian: boolean;
}

export function questionsOf(read: ImportSummary, choices: Choices, store: Store): Question[] {
  return [
    ...moneyQuestions(read, choices, store),
    ...dateQuestions(read, choices),
    ...numberQuestions(read, choices),
    ...customerQuestions(read, choices),
    ...statusQuestions(read, choices),
  ];
}

/** What would mend a file that cannot be read as it stands. */
export function questionsOnFault(code: string): Question[] {
  switch (code) {
    case "error.import_factor_ten":
    case "error.import_factor_ten_files":
      return [{ ask: "unit", example: null }, { ask: "accept_unit" }];
    case "error.import_other_currency":
      return [{ ask: "currency" }];
    case "error.import_dates_contradict":
      return [{ ask: "dates", dates: null }];
    default:
      return [];
  }
}

function moneyQuestions(read: ImportSummary, choices: Choices, store: Store): Question[] {
  const inRials = rials.includes(choices.currency ?? store.currency ?? "");
  if (read.unit === null || (read.unit.told && choices.currency === undefined)) return [];
  if (inRials || (store.currency === null && store.isIranian)) {
    return [{ ask: "unit", example: asWritten(read) }];
  }
  return store.currency === null ? [{ ask: "currency" }] : [];
}

/** The typical order, in the figures that stand in the file. */
function asWritten({ median_order_minor: median, unit }: ImportSummary): number | null {
  return median === null || unit === null ? null : Math.round(median / unit.minor);
}

function dateQuestions(read: ImportSummary, choices: Choices): Question[] {
  const open = read.dates.find(({ certain }) => !certain);
  if (open) return [{ ask: "dates", dates: open }];
  return choices.date_order === undefined ? [] : [{ ask: "dates", dates: read.dates[0] ?? null }];
}

function numberQuestions(read: ImportSummary, choices: Choices): Question[] {
  const note = read.notes.find(({ key }) => unsureOfNumbers.includes(key));
  if (!note && choices.decimal === undefined) return [];
  const { sample = null, read_as: readAs = null } = note?.params ?? {};
  return [{ ask: "decimal", sample, readAs }];
}

function customerQuestions(read: ImportSummary, choices: Choices): Question[] {
  const questions: Question[] = [];
  const { identities, walk_ins, notes } = read;
  const isUnsure =
    choices.customer_by !== undefined || notes.some(({ key }) => unsureOfIdentity.includes(key));
  if (isUnsure && identities.length > 1) questions.push({ ask: "customer_by", identities });
  for (const walkIn of walk_ins) {
    if (walkIn.reason !== "word") questions.push({ ask: "walk_in", walkIn });
  }
  return questions;
}

function statusQuestions(read: ImportSummary, choices: Choices): Question[] {
  const words = read.statuses.filter(
    ({ word, known }) => !known || choices.statuses?.[word] !== undefined,
  );
  return words.length > 0 ? [{ ask: "statuses", words }] : [];
}

/** What has to be answered before anything is imported: a mistake there makes every sum wrong. */
export function isUnanswered(question: Question, choices: Choices): boolean {
  const isMoney = question.ask === "unit" || question.ask === "currency";
  return isMoney && choices.currency === undefined;
}

/** Notes that a question puts better. */
const asQuestions = [
  "import.note_no_currency",
  "import.note_no_prices",
  "import.note_dates_guessed",
  "import.note_walk_in",
  "import.note_unknown_status",
  ...unsureOfIdentity,
  ...unsureOfNumbers,
];

export function notesToShow(notes: ImportSummary["notes"]): ImportSummary["notes"] {
  return notes.filter(({ key }) => !asQuestions.includes(key));
}

export const dateOrders = ["dmy", "mdy", "ymd"] as const;
export const decimals = ["point", "comma"] as const;
export const statuses = [
  "completed",
  "fulfilled",
  "paid",
  "pending",
  "cancelled",
  "refunded",
  "failed",
  "ignore",
] as const;
