import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Control, useWatch } from "react-hook-form";
import { call } from "#api/client.ts";
import { LIMITS } from "#api/fields.ts";
import { listMedia } from "#api/lookupLists.ts";
import { IdPicker } from "#common/IdPicker.tsx";
import { isExactMatch, matchesWords } from "#common/pickers/matchChoice.ts";
import { isPartial, listQuery } from "#common/query.ts";
import { useText } from "#i18n/texts.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { unresolvedText } from "#ui/form/unresolved.ts";
import { ReentryHint } from "./Hint.tsx";
import { PhonesInputs } from "./PhonesInputs.tsx";
import type { Part, ScenarioValues } from "./schema.ts";

interface Props<R> {
  control: Control<ScenarioValues, unknown, R>;
  /** What the provider did not return. */
  unknown: readonly Part[];
}

export function ScenarioInputs<R>({ control, unknown }: Props<R>) {
  const t = useText();
  const [rule, timeout] = useWatch({ control, name: ["sequence_rule", "sip_timeout"] });
  const needsReentry = (part: Part, value: string) => value.trim() === "" && unknown.includes(part);
  const zero = timeout.trim() === "0";
  return (
    <>
      <TextInput
        control={control}
        name="name"
        label={t("scenarioForm.name")}
        help={t("scenarioForm.nameHelp")}
        required
        autoFocus
      />
      <RadioInput
        control={control}
        name="sequence_rule"
        label={t("form.rule")}
        help={needsReentry("sequence_rule", rule) ? <ReentryHint /> : undefined}
        options={(["single", "simultaneous"] as const).map((value) => ({
          value,
          label: t(`form.rule.${value}`),
          help: t(`scenarioForm.rule.${value}Help`),
        }))}
      />
      <StepperInput
        control={control}
        name="sip_timeout"
        label={t("form.sipTimeout")}
        help={
          <>
            {needsReentry("sip_timeout", timeout) && <ReentryHint />}
            <span>{zero ? t("form.timeoutZero") : t("form.timeoutHelp", LIMITS.timeout)}</span>
          </>
        }
        grid={LIMITS.timeout}
      />
      <PhonesInputs control={control} />
      <VoicemailInputs control={control} unknown={unknown} />
    </>
  );
}

interface VoicemailProps<R> {
  control: Control<ScenarioValues, unknown, R>;
  unknown: readonly Part[];
}

/** What a caller hears when nobody answers. */
function VoicemailInputs<R>({ control, unknown }: VoicemailProps<R>) {
  const t = useText();
  const [voicemail, greeting] = useWatch({ control, name: ["voicemail", "greeting"] });
  return (
    <div className="stack gap-16 divided">
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
  // A recording that is set but not (yet) in the list is still shown.
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

/**
 * The office's recordings, for the greeting. If they fail to load, the form takes an id by hand.
 */
const mediaQuery = () =>
  queryOptions({
    ...listQuery(listMedia, (query, options) => call(listMedia, { query }, options), 5 * 60_000),
    // Nobody should wait for retries of what they can type.
    retry: false,
  });
