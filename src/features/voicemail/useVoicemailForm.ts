import { type RefObject, useEffect, useRef, useState } from "react";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { findDraft } from "#ui/form/draft/autosave.ts";
import { useDraftAutosave } from "#ui/form/draft/useDraftAutosave.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import {
  type Draft,
  findProblem,
  toRequest,
  isSameSettings,
  type Settings,
  SHAPE,
  applyDraft,
} from "./settings.ts";
import { type Failure, useSave } from "./useSave.ts";

/** What is typed, checked and sent. A refresh meanwhile changes only what nobody has touched. */
export function useVoicemailForm(saved: Settings, address: RefObject<HTMLInputElement | null>) {
  const t = useText();
  const autosave = useDraftAutosave(paths.voicemail(), SHAPE);
  const [found, setFound] = useState(() => findDraft(paths.voicemail(), SHAPE, saved));
  const [draft, setDraft] = useState<Draft | undefined>(
    () => found && { base: saved, ...found.fields },
  );
  /** The page was left while it was being saved. */
  const left = useRef(false);
  useEffect(() => {
    const base = draft?.base ?? saved;
    autosave.save(base, applyDraft(base, draft));
  }, [autosave, draft, saved]);
  /** The address was left, or saving was tried: what is wrong with it is told. */
  const [checked, setChecked] = useState(false);
  /** What the provider says of the address, packed (see `issues.ts`). */
  const [refused, setRefused] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const saving = useSingleFlight();
  const save = useSave();
  const errors = useServerErrors<Settings>(
    (_, { message }) => {
      setRefused(message);
      address.current?.focus();
    },
    () => ["email"],
  );
  const shown = applyDraft(saved, draft);
  const dirty = !isSameSettings(shown, saved);
  const forgive = () => {
    setChecked(false);
    setRefused(undefined);
    setFailure(undefined);
    errors.clear();
  };
  const submit = async () => {
    setChecked(true);
    if (findProblem(shown) !== undefined) return address.current?.focus();
    setFailure(undefined);
    errors.clear();
    const request = toRequest(shown, saved);
    autosave.setSaving(true);
    const outcome = await save(request);
    autosave.setSaving(false);
    if (!outcome.saved) {
      errors.showError(outcome.error);
      setFailure(outcome);
      return;
    }
    toast("success", outcome.answered ? t("voicemail.saved") : t("voicemail.savedAfterAll"));
    forgive();
    setFound(undefined);
    if (left.current) autosave.discard();
    // What was typed while it was on its way stays.
    setDraft((now) => (now === draft ? undefined : now && { ...now, base: request }));
  };
  return {
    shown,
    draft,
    found,
    dirty,
    problem: checked ? findProblem(shown) : undefined,
    refused,
    /** A failure that no field is to blame for. */
    failure: errors.formError === undefined ? undefined : failure,
    saving: saving.running,
    change: (part: Partial<Settings>) => {
      setRefused(undefined);
      setDraft((old) => ({ base: saved, ...old, ...part }));
    },
    check: () => setChecked(true),
    revert: () => {
      forgive();
      setDraft(undefined);
      setFound(undefined);
    },
    /** It is left on purpose; what is on its way is kept until it is known to be saved. */
    leave: () => {
      left.current = true;
      autosave.close();
      if (!saving.running) autosave.discard();
    },
    submit: () => void (dirty && saving.run(submit)),
  };
}
