import * as z from "zod/mini";
import { call } from "#api/client.ts";
import type { JournalEntry } from "#api/journal.ts";
import { getVoicemail, updateVoicemail } from "#api/voicemail.ts";
import { type NoUndo, noUndo, pick, type UndoPlan } from "./plan.ts";

const KEYS = ["send", "email"] as const;

/** Both fields are always sent: one that nobody needs to change is sent as it is. */
export function undoVoicemail({ fields, before }: JournalEntry): UndoPlan | NoUndo {
  const parsed = z.safeParse(updateVoicemail.body, before);
  if (!parsed.success) return noUndo("incomplete");
  return {
    can: true,
    kept: [],
    read: async () => ({
      before: parsed.data,
      left: pick(fields, KEYS),
      now: (await call(getVoicemail, {})).data,
    }),
    write: (keys, situation, headers) => {
      const values = { ...situation.now, ...pick(situation.before, keys) };
      return call(updateVoicemail, { body: z.parse(updateVoicemail.body, values) }, { headers });
    },
    stale: [getVoicemail],
  };
}
