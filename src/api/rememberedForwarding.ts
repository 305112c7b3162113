import * as z from "zod/mini";
import { forwarding } from "./forwarding.ts";
import { operation } from "./operation.ts";
import { saved } from "./remembered.ts";

const forwardingItem = z.object({ values: forwarding, ...saved });
export type RememberedForwarding = z.output<typeof forwardingItem>;

/** The forwarding of external numbers as far as it was set through Pult. */
export const listRememberedForwarding = operation({
  name: "listRememberedForwarding",
  own: true,
  method: "GET",
  path: "/remembered/external",
  access: "support",
  summary: "Forwarding of external numbers as last set through Pult",
  source: "Pult",
  response: z.object({ items: z.array(forwardingItem) }),
  rows: "items",
});
