import type { QueryClient } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { accountQuery, accountsQuery, statusesQuery } from "#domain/sip/queries.ts";
import { parseId } from "#paths";
import { startWatching } from "./watching.ts";

/** The first reads of pages: a route starts them together with the loading of its code. */
export function createReads(client: QueryClient) {
  const readAccounts = () => {
    void client.prefetchQuery(accountsQuery());
    void client.prefetchQuery(statusesQuery());
  };
  const readBoard = () => {
    readAccounts();
    startWatching(client);
  };
  const readDirections = async () => {
    const { allowedDirectionsQuery, directionsQuery } =
      await import("#domain/directions/queries.ts");
    void client.prefetchQuery(directionsQuery());
    void client.prefetchQuery(allowedDirectionsQuery());
  };
  const readExternalNumbers = async () => {
    const { externalNumbersQuery } = await import("#domain/externalNumbers/queries.ts");
    void client.prefetchQuery(externalNumbersQuery());
  };
  const readVoicemail = async () => {
    const { voicemailQuery } = await import("#domain/voicemail/queries.ts");
    void client.prefetchQuery(voicemailQuery());
  };
  const readScenarios = async ({ params }: LoaderFunctionArgs) => {
    const id = parseId(params["id"]);
    const { startScenarios } = await import("#domain/scenarios/start.ts");
    if (id !== undefined) startScenarios(client, id);
  };
  const readAccount = ({ params }: LoaderFunctionArgs) => {
    const id = parseId(params["id"]);
    if (id !== undefined) void client.prefetchQuery(accountQuery(id));
  };
  return {
    readAccounts,
    readAccount,
    readBoard,
    readDirections,
    readExternalNumbers,
    readScenarios,
    readVoicemail,
  };
}
