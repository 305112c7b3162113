import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type FieldValues, useFormState, type UseFormReturn } from "react-hook-form";
import { useLocation } from "react-router";
import { useSingleFlight } from "../../useSingleFlight.ts";
import { findDraft, type FoundDraft } from "./autosave.ts";
import type { DraftShape } from "./shape.ts";
import { useDraftAutosave } from "./useDraftAutosave.ts";

/** The unsaved input of a form, and the actions on it. */
export interface FormDraft {
  /** The restored draft; undefined if there was none or it was discarded. */
  found: FoundDraft | undefined;
  /** Something differs from what is saved. */
  dirty: boolean;
  /** A write is running. */
  saving: boolean;
  /** Set once everything is saved: allows leaving before React has rendered again. */
  saved: React.RefObject<boolean>;
  /** Runs one write at a time; a second press meanwhile does nothing. */
  run: (write: () => Promise<unknown>) => Promise<void>;
  /** Call it after a successful save, also if the form was left meanwhile. */
  finish: () => void;
  /** The same for a form that stays open: it continues with what was typed meanwhile. */
  settle: () => void;
  /** Resets the form to what is saved. */
  discard: () => void;
  /** The user leaves the form: discards the draft, or keeps it until a running save succeeds. */
  leave: () => void;
  /** Whether this is the form's own address. */
  isHere: (location: Address) => boolean;
}

type Address = Pick<ReturnType<typeof useLocation>, "pathname" | "search">;

interface Options<V> {
  shape: DraftShape<V>;
  /** The server's data that the form edits: its field values may be formatted differently. */
  of: unknown;
  /** Search parameters that identify the form. */
  params?: readonly string[];
}

/** Places whose form is being saved, perhaps after it was left. */
const savingPlaces = new Set<string>();

/** Stores and restores the unsaved input of a form with its own route. */
export function useFormDraft<V extends FieldValues, R>(
  form: UseFormReturn<V, unknown, R>,
  { shape, of, params = [] }: Options<V>,
): FormDraft {
  const getPlace = ({ pathname, search }: Address) => {
    const searchParams = new URLSearchParams(search);
    return [pathname, ...params.map((name) => searchParams.get(name) ?? "")].join(" ");
  };
  const location = useLocation();
  const [place] = useState(() => getPlace(location));
  const autosave = useDraftAutosave(place, shape, of);
  const { isDirty } = useFormState({ control: form.control });
  const [base] = useState(() => form.getValues());
  const [found, setFound] = useState(() =>
    // Input that is just being saved must not be restored and saved twice.
    savingPlaces.has(place) ? undefined : findDraft(place, shape, base, of),
  );
  const saved = useRef(false);
  const left = useRef(false);
  const flight = useSingleFlight();

  const { reset, subscribe } = form;
  const [first] = useState(found);
  useLayoutEffect(() => {
    if (first === undefined) return;
    reset((values) => ({ ...values, ...first.fields }), { keepDefaultValues: true });
  }, [first, reset]);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        // Every form gives default values for all of its fields.
        callback: ({ values, defaultValues }) => autosave.save(defaultValues as V, values),
      }),
    [autosave, subscribe],
  );

  const run = (write: () => Promise<unknown>) =>
    flight.run(async () => {
      savingPlaces.add(place);
      autosave.setSaving(true);
      try {
        await write();
      } finally {
        savingPlaces.delete(place);
        autosave.setSaving(false);
      }
    });
  return {
    found,
    dirty: isDirty,
    saving: flight.running,
    saved,
    run,
    finish: () => {
      saved.current = true;
      autosave.close();
      autosave.discard();
    },
    settle: () => {
      setFound(undefined);
      if (left.current) autosave.discard();
    },
    discard: () => {
      reset(base);
      autosave.discard();
      setFound(undefined);
    },
    leave: () => {
      left.current = true;
      autosave.close();
      if (!flight.running) autosave.discard();
    },
    isHere: (to) => getPlace(to) === place,
  };
}
