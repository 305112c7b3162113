import { changed, type Handlers } from "./resolver.ts";

export const voicemail: Pick<Handlers, "getVoicemail" | "updateVoicemail"> = {
  getVoicemail: ({ office }) => ({ data: office.voicemail }),

  updateVoicemail: ({ office, body }) => {
    office.voicemail = { email: body.email, send: body.send };
    return changed();
  },
};
