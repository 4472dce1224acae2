import { Badge, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import {
  useBeginSecondFactor,
  useDisableSecondFactor,
  useRefreshSession,
  useRenewRecoveryCodes,
} from "../api/second-factor";
import { sessionQuery } from "../api/session";
import { EnrolDialog, type Enrolment } from "./enrol-dialog";
import { PasswordDialog } from "./password-dialog";
import { RecoveryCodesDialog } from "./recovery-codes-dialog";

type Asked = "begin" | "renew" | "disable" | null;

export function SecondFactorSection() {
  const t = useText();
  const toast = useToast();
  const session = useQuery(sessionQuery());
  const refresh = useRefreshSession();
  const [asked, setAsked] = useState<Asked>(null);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useBeginSecondFactor();
  const renew = useRenewRecoveryCodes();
  const disable = useDisableSecondFactor();

  const send = {
    begin: (password: string) => begin.mutateAsync(password).then(setEnrolment),
    renew: (password: string) =>
      renew.mutateAsync(password).then((answer) => setCodes(answer.recovery_codes)),
    disable: (password: string) =>
      disable.mutateAsync(password).then(() => toast(t("web.second_factor.is_off"))),
  };
  const ask = (what: Exclude<Asked, null>) => {
    [begin, renew, disable].forEach((mutation) => mutation.reset());
    setAsked(what);
  };
  const errorOf = { begin: begin.error, renew: renew.error, disable: disable.error };

  return (
    <Section title={t("web.second_factor.title")} about={t("web.second_factor.about")}>
      <Loaded query={session}>
        {(me) =>
          me?.user.second_factor ? (
            <>
              <Group gap="sm">
                <Badge color="green" variant="light" c="var(--vafa-good)">
                  {t("web.second_factor.on")}
                </Badge>
                <Text size="sm">
                  {t("web.second_factor.codes_left", { count: me.recovery_codes_left })}
                </Text>
              </Group>
              <Group gap="sm">
                <Button variant="default" onClick={() => ask("renew")}>
                  {t("web.second_factor.renew")}
                </Button>
                <Button variant="default" onClick={() => ask("disable")}>
                  {t("web.second_factor.disable")}
                </Button>
              </Group>
            </>
          ) : (
            <Group>
              <Button onClick={() => ask("begin")}>{t("web.second_factor.begin")}</Button>
            </Group>
          )
        }
      </Loaded>
      <PasswordDialog
        opened={asked !== null}
        title={t(`web.second_factor.${asked ?? "begin"}`)}
        about={t(`web.second_factor.${asked ?? "begin"}_about`)}
        act={t("web.action.continue")}
        error={asked && errorOf[asked]}
        send={(password) => (asked ? send[asked](password) : Promise.resolve())}
        onClose={() => setAsked(null)}
      />
      <EnrolDialog
        enrolment={enrolment}
        onClose={() => setEnrolment(null)}
        onConfirmed={(fresh) => {
          setEnrolment(null);
          setCodes(fresh);
        }}
      />
      <RecoveryCodesDialog
        codes={codes}
        onClose={() => {
          setCodes(null);
          void refresh();
        }}
      />
    </Section>
  );
}
