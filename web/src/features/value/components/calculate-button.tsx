import { Button } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { messageOf } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { useCalculate } from "../api/value";

export function CalculateButton({ first = false }: { first?: boolean }) {
  const t = useText();
  const say = useToast();
  const calculate = useCalculate();
  return (
    <Button
      className="no-print"
      variant={first ? "filled" : "default"}
      loading={calculate.isPending}
      onClick={() => calculate.mutate(undefined, { onError: (error) => say(messageOf(error, t)) })}
    >
      {t(first ? "web.value.calculate" : "web.value.calculate_anew")}
    </Button>
  );
}
