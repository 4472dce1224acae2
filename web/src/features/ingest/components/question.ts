import type { Choices } from "../model/choices";

export interface Asked {
  choices: Choices;
  onChange: (choices: Choices) => void;
}
