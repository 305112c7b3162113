import type { HttpHandler } from "msw";
import { type OperationName, operations } from "#api/operations.ts";
import { controlHandlers } from "../control.ts";
import { type AnyResolver, createHandler, undeclaredHandler } from "../createHandler.ts";
import type { World } from "../world.ts";
import { directions } from "./directions.ts";
import { externalNumbers } from "./externalNumbers.ts";
import { lookupLists } from "./lookupLists.ts";
import type { Handlers } from "./resolver.ts";
import { sip } from "./sip.ts";
import { sipScenarios } from "./sipScenarios.ts";
import { smartNumbers } from "./smartNumbers.ts";
import { voicemail } from "./voicemail.ts";

const handlers: Handlers = {
  ...sip,
  ...sipScenarios,
  ...externalNumbers,
  ...smartNumbers,
  ...voicemail,
  ...directions,
  ...lookupLists,
};

/**
 * The MSW handlers of the whole sandbox, its controls included, on a world of offices. They
 * serve any host; operations come in the contract's order, so `/sip/statuses` is not an id.
 */
export function sandboxHandlers(world: World): HttpHandler[] {
  const names = Object.keys(operations) as OperationName[];
  const served = names.map((name) =>
    // `Handlers` pairs each resolver with its operation, and the request is validated by that operation.
    createHandler(world, operations[name], handlers[name] as AnyResolver),
  );
  return [...controlHandlers(world), ...served, undeclaredHandler(world)];
}
