/** The least that a journal entry holds. */
export const ENTRY = {
  at: 1_700_000_000_123,
  actor: "anna",
  operation: "PATCH /sip/{id}",
  object_kind: "sip",
  fields: "{}",
  outcome: "begun",
  request_id: "a1",
  words: "",
} as const;
