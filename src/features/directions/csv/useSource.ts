import { useCallback, useRef, useState } from "react";
import { type Source, sourceOf } from "./source.ts";

export interface ChosenFile {
  name: string;
  /** Undefined while it is being read. */
  source: Source | undefined;
}

/** What is to be imported: a file, or what was pasted. One takes the other's place. */
export function useSource() {
  const [file, setFile] = useState<ChosenFile>();
  const [pasted, setPasted] = useState("");
  const latest = useRef<File>(undefined);
  const choose = useCallback(async (chosen: File) => {
    latest.current = chosen;
    setFile({ name: chosen.name, source: undefined });
    const source = await sourceOf(chosen);
    // Another was chosen meanwhile: the late one must not take its place.
    if (latest.current === chosen) setFile({ name: chosen.name, source });
  }, []);
  const remove = useCallback(() => {
    latest.current = undefined;
    setFile(undefined);
  }, []);
  const text = pasted.trim() === "" ? undefined : { text: pasted };
  const source: Source | undefined = file === undefined ? text : file.source;
  return { source, file, choose, remove, pasted, setPasted };
}
