import * as z from "zod/mini";
import { done, LIMITS, readBoolean, readOptionalText } from "./fields.ts";
import { isMailAddress } from "./mailAddress.ts";
import { operation } from "./operation.ts";

const source = "Voicemail, version of 2023-02-13";

/** 21. Where recordings are sent. No `success` in the response. */
export const getVoicemail = operation({
  name: "getVoicemail",
  method: "GET",
  path: "/voicemail",
  access: "support",
  summary: "Where voicemail recordings are sent",
  source,
  response: z.object({ email: readOptionalText, send: readBoolean }),
});

/** 22. Both fields are required, also when sending is switched off. */
export const updateVoicemail = operation({
  name: "updateVoicemail",
  method: "PATCH",
  path: "/voicemail",
  access: "admin",
  summary: "Set where voicemail recordings are sent",
  source,
  body: z
    .object({ send: z.boolean(), email: z.string().check(z.maxLength(LIMITS.text.max)) })
    .check(
      // An invalid saved address must not prevent switching off: with sending off, the address is
      // sent back unchanged.
      z.refine(({ send, email }) => !send || email === "" || isMailAddress(email), {
        path: ["email"],
      }),
    ),
  response: done,
});
