import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { findDraft } from "#ui/form/draft/autosave.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { useDraftAutosave } from "#ui/form/draft/useDraftAutosave.ts";
import { type Source, readFileSource } from "./source.ts";

export interface ChosenFile {
  name: string;
  /** Undefined while it is being read. */
  source: Source | undefined;
}

/** What is restored after a reload: of a file, the text that was read. */
interface StoredSource {
  name: string;
  list: string;
  pasted: string;
  mode: string;
}

const SHAPE = draftShape<StoredSource>()([], {
  name: typedText,
  list: typedText,
  pasted: typedText,
  mode: typedText,
});

/** The first mode is the usual one. */
const NONE: StoredSource = { name: "", list: "", pasted: "", mode: "" };

/** A file whose text is known; any other has to be chosen again. */
function toStoredSource(file: ChosenFile | undefined): Pick<StoredSource, "name" | "list"> {
  const source = file?.source;
  const isText = file !== undefined && source !== undefined && "text" in source;
  return isText ? { name: file.name, list: source.text } : NONE;
}

interface Options<Mode extends string> {
  /** The address of the import. */
  place: string;
  /** What can be done with a list; the first is the harmless one. */
  modes: readonly [Mode, ...Mode[]];
}

/** What `SourceInput` needs. */
export type SourceInputs = ReturnType<typeof useSource>["input"];

/**
 * The source of the import and its mode: a file or pasted text, which replace each other. Kept over
 * a reload.
 */
export function useSource<Mode extends string>({ place, modes }: Options<Mode>) {
  const autosave = useDraftAutosave(place, SHAPE, null);
  const [found, setFound] = useState(() => findDraft(place, SHAPE, NONE, null));
  const [before] = useState(() => ({ ...NONE, ...found?.fields }));
  const [file, setFile] = useState<ChosenFile | undefined>(
    before.list === "" ? undefined : { name: before.name, source: { text: before.list } },
  );
  const [pasted, setPasted] = useState(before.pasted);
  const [mode, setMode] = useState<Mode>(modes.find((one) => one === before.mode) ?? modes[0]);
  const latest = useRef<File>(undefined);
  const choose = useCallback(async (chosen: File) => {
    latest.current = chosen;
    setFile({ name: chosen.name, source: undefined });
    const source = await readFileSource(chosen);
    // Another was chosen meanwhile: the slower one must not replace it.
    if (latest.current === chosen) setFile({ name: chosen.name, source });
  }, []);
  const remove = useCallback(() => {
    latest.current = undefined;
    setFile(undefined);
  }, []);
  // The same object while nothing changes: what is made of it takes its time.
  const source = useMemo((): Source | undefined => {
    const text = pasted.trim() === "" ? undefined : { text: pasted };
    return file === undefined ? text : file.source;
  }, [file, pasted]);
  const loaded = file !== undefined || source !== undefined;
  useEffect(
    () => autosave.save(NONE, loaded ? { ...toStoredSource(file), pasted, mode } : NONE),
    [autosave, file, pasted, mode, loaded],
  );
  if (found !== undefined && !loaded) setFound(undefined);
  const discard = () => {
    remove();
    setPasted("");
    setMode(modes[0]);
    autosave.discard();
  };
  /** The list was handed on, or discarded. */
  const leave = () => {
    autosave.close();
    autosave.discard();
  };
  const input = { file, choose, remove, pasted, setPasted };
  return { source, loaded, input, mode, setMode, found, discard, leave };
}
