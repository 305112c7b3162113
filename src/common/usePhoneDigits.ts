import { useEffect, useState } from "react";
import { readPhone } from "./phone.ts";

/** The digits of typed numbers; undefined where no number can be read, or not yet. */
export function usePhoneDigits(typed: readonly string[]): (string | undefined)[] {
  const [read, setRead] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  // A line of text holds no line break.
  const lines = typed.join("\n");
  useEffect(() => {
    let gone = false;
    const all = lines.split("\n").map(async (text) => [text, await readPhone(text)] as const);
    void Promise.all(all).then((pairs) => {
      if (!gone) setRead(new Map(pairs));
    });
    return () => {
      gone = true;
    };
  }, [lines]);
  return typed.map((text) => read.get(text));
}
