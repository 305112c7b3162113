/** Every address of the app, built here and nowhere else. */
export const paths = {
  home: () => "/",
  sip: () => "/sip",
  sipNew: () => "/sip/new",
  sipAccount: (id: number) => `/sip/${id}`,
  sipAccountEdit: (id: number) => `/sip/${id}/edit`,
  status: () => "/status",
  externalNumbers: () => "/external-numbers",
  smartNumbers: () => "/smart-numbers",
  voicemail: () => "/voicemail",
  directions: () => "/directions",
} as const;
