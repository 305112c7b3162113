import { getVoicemail, updateVoicemail } from "../voicemail.ts";
import { DOCUMENTED_BASE, doneResponse, sample } from "./helpers.ts";

const URL = `${DOCUMENTED_BASE}/voicemail`;

// No `success` in this one. (The PHP and Python examples of this operation show those of the
// next; curl and JavaScript show the GET.)
const settings = { email: "test@mail.ru", send: true };

export const getVoicemailSample = sample({
  operation: getVoicemail,
  documented: { method: "GET", url: URL },
  request: {},
  response: settings,
  result: settings,
});

export const updateVoicemailSample = sample({
  operation: updateVoicemail,
  documented: { method: "PATCH", url: URL, body: { send: true, email: "rerum" } },
  // Described as an email address, which "rerum" is not; the one of the documented response is.
  breaks: ["email"],
  request: { body: { send: true, email: "test@mail.ru" } },
  response: doneResponse,
  result: doneResponse,
});
