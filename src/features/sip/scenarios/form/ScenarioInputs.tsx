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
import { Offer, useFormMemory, usePartHint } from "./memory.tsx";
import { PhonesInputs } from "./PhonesInputs.tsx";
import type { ScenarioValues } from "./schema.ts";

interface Props<R> {
  control: Control<ScenarioValues, unknown, R>;
}

export function ScenarioInputs<R>({ control }: Props<R>) {
  const t = useText();
  const [rule, timeout] = useWatch({ control, name: ["sequence_rule", "sip_timeout"] });
  const hint = usePartHint();
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
        help={hint("sequence_rule", rule)}
        options={(["single", "simultaneous"] as const).map((value) => ({
          value,
          label: t(`form.rule.${value}`),
          help: t(`scenarioForm.rule.${value}Help`),
        }))}
      />
      <RuleOffer rule={rule} />
      <StepperInput
        control={control}
        name="sip_timeout"
        label={t("form.sipTimeout")}
        help={
          <>
            {hint("sip_timeout", timeout)}
            <span>{zero ? t("form.timeoutZero") : t("form.timeoutHelp", LIMITS.timeout)}</span>
          </>
        }
        grid={LIMITS.timeout}
      />
      <PhonesInputs control={control} />
      <VoicemailInputs control={control} />
    </>
  );
}

function RuleOffer({ rule }: { rule: string }) {
  const t = useText();
  const { draft, offer, take } = useFormMemory();
  const saved = offer?.values.sequence_rule;
  if (rule !== "" || saved === undefined || !draft.unknown.includes("sequence_rule")) return null;
  const onTake = () => take({ sequence_rule: saved });
  return <Offer label={t("form.rule")} choices={[{ text: t(`form.rule.${saved}`), onTake }]} />;
}

function VoicemailOffer({ voicemail, greeting }: Pick<ScenarioValues, "voicemail" | "greeting">) {
  const t = useText();
  const { draft, offer, take } = useFormMemory();
  const saved = offer?.values.voicemail;
  const part = voicemail === "" ? "voicemail" : "greeting";
  if (saved === undefined || !draft.unknown.includes(part)) return null;
  const media = offer?.values.voicemail_media_id;
  const greets = {
    greeting: media === undefined ? "standard" : "own",
    voicemail_media_id: media === undefined ? "" : String(media),
  };
  if (voicemail === "") {
    const text = t(`scenarioForm.voicemail.${saved ? "on" : "off"}`);
    const onTake = () => take(saved ? { voicemail: "on", ...greets } : { voicemail: "off" });
    return <Offer label={t("scenarioForm.voicemail")} choices={[{ text, onTake }]} />;
  }
  if (voicemail === "off" || greeting !== "" || !saved) return null;
  const text = t(`scenarioForm.greeting.${media === undefined ? "standard" : "own"}`);
  const choices = [{ text, onTake: () => take(greets) }];
  return <Offer label={t("scenarioForm.greeting")} choices={choices} />;
}

/** What a caller hears when nobody answers. */
function VoicemailInputs<R>({ control }: Props<R>) {
  const t = useText();
  const hint = usePartHint();
  const [voicemail, greeting] = useWatch({ control, name: ["voicemail", "greeting"] });
  return (
    <div className="stack gap-16 divided">
      <RadioInput
        control={control}
        name="voicemail"
        label={t("scenarioForm.voicemail")}
        help={hint("voicemail", voicemail)}
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
          help={hint("greeting", greeting)}
          options={(["standard", "own"] as const).map((value) => ({
            value,
            label: t(`scenarioForm.greeting.${value}`),
            help: t(`scenarioForm.greeting.${value}Help`),
          }))}
        />
      )}
      <VoicemailOffer voicemail={voicemail} greeting={greeting} />
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
