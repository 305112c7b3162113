import { useCallback, useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { paths } from "#paths";
import { findDraft } from "#ui/form/draft/autosave.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { useDraftAutosave } from "#ui/form/draft/useDraftAutosave.ts";
import { IMPORT_MODES, type ImportMode } from "./difference.ts";
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
  mode: ImportMode;
}

const SHAPE = draftShape<StoredSource>()([], {
  name: typedText,
  list: typedText,
  pasted: typedText,
  mode: z.enum(IMPORT_MODES),
});
const NONE: StoredSource = { name: "", list: "", pasted: "", mode: "openOnly" };
const PLACE = paths.directionsImport();

/** A file whose text is known; any other has to be chosen again. */
function toStoredSource(file: ChosenFile | undefined): Pick<StoredSource, "name" | "list"> {
  const source = file?.source;
  const isText = file !== undefined && source !== undefined && "text" in source;
  return isText ? { name: file.name, list: source.text } : NONE;
}

/**
 * The source of the import and its mode: a file or pasted text, which replace each other. Kept over
 * a reload.
 */
export function useSource() {
  const autosave = useDraftAutosave(PLACE, SHAPE, null);
  const [found, setFound] = useState(() => findDraft(PLACE, SHAPE, NONE, null));
  const [before] = useState(() => ({ ...NONE, ...found?.fields }));
  const [file, setFile] = useState<ChosenFile | undefined>(
    before.list === "" ? undefined : { name: before.name, source: { text: before.list } },
  );
  const [pasted, setPasted] = useState(before.pasted);
  const [mode, setMode] = useState(before.mode);
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
  const text = pasted.trim() === "" ? undefined : { text: pasted };
  const source: Source | undefined = file === undefined ? text : file.source;
  const loaded = file !== undefined || source !== undefined;
  useEffect(
    () => autosave.save(NONE, loaded ? { ...toStoredSource(file), pasted, mode } : NONE),
    [autosave, file, pasted, mode, loaded],
  );
  if (found !== undefined && !loaded) setFound(undefined);
  const discard = () => {
    remove();
    setPasted("");
    setMode(NONE.mode);
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
