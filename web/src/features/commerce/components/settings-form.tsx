import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { currencyName, regionName } from "@/shared/lib/format";
import { useDraft } from "@/shared/lib/use-draft";
import { currencies } from "@/shared/lib/currencies";
import { OneForm } from "@/shared/ui/one-form";
import { useToast } from "@/shared/ui/toast";
import { type Settings, useChangeSettings } from "../api/settings";
import {
  changesOf,
  draftedChanges,
  draftOf,
  counted,
  regionsWith,
  type SettingsValues,
  weekdays,
  zonesWith,
} from "../model/settings-form";
import { ChangedMeanwhile, isChangedMeanwhile } from "./changed-meanwhile";
import { PercentField } from "./percent-field";

interface SettingsFormProps {
  settings: Settings;
  tag: string | null;
  mayChange: boolean;
  /** Who changed them last, where the reader may know. */
  lastChanger: () => Promise<string | null>;
  /** To read what somebody else made of them. */
  onReread: () => void;
}

const wholePercent = 100;
const mostDiscountPercent = 1000;
const below = ["label", "input", "description", "error"] as const;
const order = { inputWrapperOrder: [...below] };

export function SettingsForm(props: SettingsFormProps) {
  const { settings, tag, mayChange, lastChanger, onReread } = props;
  const t = useText();
  const language = useLanguage();
  const toast = useToast();
  const change = useChangeSettings();
  const [draft, keepDraft] = useDraft("settings");
  const [who, setWho] = useState<string | null>(null);
  const form = useForm<SettingsValues>({
    mode: "controlled",
    initialValues: { ...settings, ...draftedChanges(draft, settings) },
    onValuesChange: (values) => keepDraft(draftOf(changesOf(settings, values))),
  });
  const values = form.getValues();
  const own = settings.currency === null ? [] : [settings.currency];
  const choices = [...new Set([...own, ...currencies, "IRR"])];
  const send = async (now: SettingsValues) => {
    try {
      await change.mutateAsync({ patch: changesOf(settings, now), tag });
      keepDraft("");
      toast(t("web.settings.saved"));
    } catch (error) {
      if (isChangedMeanwhile(error)) setWho(await lastChanger());
      throw error;
    }
  };
  const isLate = isChangedMeanwhile(change.error);
  return (
    <OneForm
      form={form}
      label={t("web.settings.store")}
      error={isLate ? null : change.error}
      send={send}
    >
      <fieldset disabled={!mayChange} className="plain">
        <Stack gap="lg">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput label={t("web.settings.store_name")} {...form.getInputProps("store_name")} />
            <NativeSelect
              label={t("web.settings.currency")}
              {...order}
              description={t("web.settings.currency_about")}
              data={[
                ...(settings.currency === null
                  ? [{ value: "", label: t("web.settings.no_currency") }]
                  : []),
                ...choices.map((code) => ({ value: code, label: currencyName(language, code) })),
              ]}
              {...form.getInputProps("currency")}
              value={values.currency ?? ""}
            />
            <Select
              label={t("web.settings.time_zone")}
              size="md"
              data={zonesWith(settings.time_zone)}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t("web.settings.no_such_zone")}
              {...form.getInputProps("time_zone")}
            />
            <NativeSelect
              label={t("web.settings.first_weekday")}
              data={weekdays.map((day) => ({ value: day, label: t(`web.weekday.${day}`) }))}
              {...form.getInputProps("first_weekday")}
            />
            <NativeSelect
              label={t("web.settings.phone_region")}
              {...order}
              description={t("web.settings.phone_region_about")}
              data={[
                { value: "", label: t("web.settings.no_region") },
                ...regionsWith(settings.phone_region).map((code) => ({
                  value: code,
                  label: regionName(language, code),
                })),
              ]}
              {...form.getInputProps("phone_region")}
            />
            <PercentField
              label={t("web.settings.margin")}
              description={t("web.settings.margin_about")}
              most={wholePercent}
              basisPoints={values.margin_basis_points}
              error={form.errors.margin_basis_points}
              onChange={(margin) => form.setFieldValue("margin_basis_points", margin)}
            />
            <PercentField
              label={t("web.settings.discount")}
              description={t("web.settings.discount_about")}
              most={mostDiscountPercent}
              basisPoints={values.discount_basis_points}
              error={form.errors.discount_basis_points}
              onChange={(discount) => form.setFieldValue("discount_basis_points", discount)}
            />
          </SimpleGrid>
          {values.currency === "IRR" && (
            <Switch
              label={t("web.settings.show_toman")}
              description={t("web.settings.show_toman_about")}
              {...form.getInputProps("show_toman", { type: "checkbox" })}
            />
          )}
          <Radio.Group label={t("web.settings.calendar")} {...form.getInputProps("calendar")}>
            <Group mt="xs">
              <Radio value="gregorian" label={t("web.settings.calendar.gregorian")} />
              <Radio value="persian" label={t("web.settings.calendar.persian")} />
            </Group>
          </Radio.Group>
          <Checkbox.Group
            label={t("web.settings.counted")}
            description={t("web.settings.counted_about")}
            value={counted.filter((name) => values[name])}
            onChange={(chosen) => {
              for (const name of counted) form.setFieldValue(name, chosen.includes(name));
            }}
          >
            <Stack gap="xs" mt="xs">
              {counted.map((name) => (
                <Checkbox key={name} value={name} label={t(`web.settings.${name}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Stack>
      </fieldset>
      {isLate && (
        <ChangedMeanwhile
          who={who}
          onKeep={onReread}
          onTheirs={() => {
            keepDraft("");
            onReread();
          }}
        />
      )}
      {mayChange && (
        <Group>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={Object.keys(changesOf(settings, values)).length === 0}
          >
            {t("web.settings.save")}
          </Button>
        </Group>
      )}
    </OneForm>
  );
}
