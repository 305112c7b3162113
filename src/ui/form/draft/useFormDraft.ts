import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type FieldValues, useFormState, type UseFormReturn } from "react-hook-form";
import { useLocation } from "react-router";
import { useSingleFlight } from "../../useSingleFlight.ts";
import { findDraft, type FoundDraft } from "./autosave.ts";
import type { DraftShape } from "./shape.ts";
import { useDraftAutosave } from "./useDraftAutosave.ts";

/** What a form has typed and not saved, and what becomes of it. */
export interface FormDraft {
  /** What was restored; undefined where nothing was, or where it was discarded. */
  found: FoundDraft | undefined;
  /** Something differs from what is saved. */
  dirty: boolean;
  /** A write is under way. */
  saving: boolean;
  /** Set once all is saved: the way out is then free, before React has rendered again. */
  saved: React.RefObject<boolean>;
  /** Runs one write at a time; a second press meanwhile does nothing. */
  run: (write: () => Promise<unknown>) => Promise<void>;
  /** It is saved, also where the form was left before that was known. */
  finish: () => void;
  /** Returns the form to what is saved. */
  discard: () => void;
  /** The form is left on purpose; what is on its way is kept until it is known to be saved. */
  leave: () => void;
  /** Whether this is the form's own address. */
  isHere: (location: Address) => boolean;
}

type Address = Pick<ReturnType<typeof useLocation>, "pathname" | "search">;

interface Options<V> {
  shape: DraftShape<V>;
  /** What is changed, as the server tells it: the same texts may be shown in different ways. */
  of: unknown;
  /** Parameters of the address that make it another form. */
  params?: readonly string[];
}

/** Places whose form was left while it was being saved. */
const underWay = new Set<string>();

/** Keeps what is typed into a form of its own address, and restores it. */
export function useFormDraft<V extends FieldValues, R>(
  form: UseFormReturn<V, unknown, R>,
  { shape, of, params = [] }: Options<V>,
): FormDraft {
  const placeOf = ({ pathname, search }: Address) => {
    const asked = new URLSearchParams(search);
    return [pathname, ...params.map((name) => asked.get(name) ?? "")].join(" ");
  };
  const location = useLocation();
  const [place] = useState(() => placeOf(location));
  const keeper = useDraftAutosave(place, shape, of);
  const { isDirty } = useFormState({ control: form.control });
  const [base] = useState(() => form.getValues());
  const [found, setFound] = useState(() =>
    // What is being saved this moment shall not be saved a second time.
    underWay.has(place) ? undefined : findDraft(place, shape, base, of),
  );
  const saved = useRef(false);
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
        // Every form says with what each of its fields begins.
        callback: ({ values, defaultValues }) => keeper.keep(defaultValues as V, values),
      }),
    [keeper, subscribe],
  );

  const run = (write: () => Promise<unknown>) =>
    flight.run(async () => {
      underWay.add(place);
      keeper.mark(true);
      try {
        await write();
      } finally {
        underWay.delete(place);
        keeper.mark(false);
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
      keeper.close();
      keeper.forget();
    },
    discard: () => {
      reset(base);
      keeper.forget();
      setFound(undefined);
    },
    leave: () => {
      keeper.close();
      if (!flight.running) keeper.forget();
    },
    isHere: (to) => placeOf(to) === place,
  };
}
