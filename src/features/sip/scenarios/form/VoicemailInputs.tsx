import { isPartial } from "#common/query.ts";
import { useQuery } from "@tanstack/react-query";
import { type Control, useWatch } from "react-hook-form";
import { IdPicker } from "#common/IdPicker.tsx";
import { matchesWords, isExactMatch } from "#common/pickers/matchChoice.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { unresolvedText } from "#ui/form/unresolved.ts";
import { useText } from "#i18n/texts.ts";
import { mediaQuery } from "./mediaQuery.ts";
import { ReentryHint } from "./Hint.tsx";
import styles from "./ScenarioForm.module.css";
import type { Part, ScenarioValues } from "./values.ts";

interface Props<R> {
  control: Control<ScenarioValues, unknown, R>;
  unknown: readonly Part[];
}

/** What a caller hears when nobody answers. */
export function VoicemailInputs<R>({ control, unknown }: Props<R>) {
  const t = useText();
  const [voicemail, greeting] = useWatch({ control, name: ["voicemail", "greeting"] });
  return (
    <div className={styles.section}>
      <RadioInput
        control={control}
        name="voicemail"
        label={t("scenarioForm.voicemail")}
        help={voicemail === "" && unknown.includes("voicemail") ? <ReentryHint /> : undefined}
        options={(["on", "off"] as const).map((value) => ({
          value,
          label: t(`scenarioForm.voicemail.${value}`),
          help: t(`scenarioForm.voicemail.${value}Help`),
        }))}
      />
      {voicemail === "on" && (
        <RadioInput
          control={control}
          name="greeting"
          label={t("scenarioForm.greeting")}
          help={greeting === "" && unknown.includes("greeting") ? <ReentryHint /> : undefined}
          options={(["standard", "own"] as const).map((value) => ({
            value,
            label: t(`scenarioForm.greeting.${value}`),
            help: t(`scenarioForm.greeting.${value}Help`),
          }))}
        />
      )}
      {voicemail === "on" && greeting === "own" && <MediaInput control={control} />}
    </div>
  );
}

function MediaInput<R>({ control }: { control: Control<ScenarioValues, unknown, R> }) {
  const t = useText();
  const list = useQuery(mediaQuery());
  const chosen = useWatch({ control, name: "voicemail_media_id" });
  const options = (list.data?.items ?? []).map(({ id, name }) => ({
    value: String(id),
    label: name === "" ? t("scenarioForm.mediaUnknown", { id }) : name,
  }));
  // One that is set and not (yet) in the list is not shown as nothing.
  const unlisted =
    chosen !== "" &&
    unresolvedText(chosen) === undefined &&
    !options.some(({ value }) => value === chosen);
  const own = { value: chosen, label: t("scenarioForm.mediaUnknown", { id: chosen }) };
  return (
    <IdPicker
      control={control}
      name="voicemail_media_id"
      list={list}
      choices={unlisted ? [own, ...options] : options}
      partial={isPartial(list.data)}
      matches={matchesWords}
      isExact={isExactMatch}
      texts={{
        label: t("scenarioForm.media"),
        help: t("scenarioForm.mediaHelp"),
        placeholder: t("scenarioForm.mediaNone"),
        loading: t("scenarioForm.mediaLoading"),
        noMatch: t("scenarioForm.mediaNoneFound"),
        manualLabel: t("scenarioForm.mediaByHand"),
        manualHelp: (reason = "") => t("scenarioForm.mediaByHandHelp", { reason }),
      }}
    />
  );
}
