import * as z from "zod/mini";
import { done, readBoolean, readOptionalText } from "./fields.ts";
import { operation } from "./operation.ts";

const source = "Voicemail, version of 2023-02-13";

/** 21. Where recordings are sent. No `success` in the answer. */
export const getVoicemail = operation({
  name: "getVoicemail",
  method: "GET",
  path: "/voicemail",
  summary: "Where voicemail recordings are sent",
  source,
  response: z.object({ email: readOptionalText, send: readBoolean }),
});

/** 22. Both fields are required, also when sending is switched off. */
export const updateVoicemail = operation({
  name: "updateVoicemail",
  method: "PATCH",
  path: "/voicemail",
  summary: "Set where voicemail recordings are sent",
  source,
  body: z.object({
    send: z.boolean(),
    email: z.union([z.literal(""), z.string().check(z.trim(), z.email())]),
  }),
  response: done,
});
