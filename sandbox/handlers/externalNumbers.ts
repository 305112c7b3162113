import type { ConnectionType } from "#api/externalNumbers.ts";
import type { Operations } from "#api/operations.ts";
import type { Office } from "../office.ts";
import { invalid, notFound } from "../problem.ts";
import { getRegistration } from "../registration.ts";
import { CUSTOMER_ID, type ExternalNumber } from "../seed/connections.ts";
import { changed, type Context, created, type Handlers, withSuccess } from "./resolver.ts";

const NO_LOGIN = { login: "", secret: "" };
const API_TYPE = { ate: "АТС", sipuri: "SIP-URI" } as const;

function findConnection(office: Office, type: ConnectionType, id: number): ExternalNumber {
  const row = office.externalNumbers.find((each) => each.id === id && each.type === type);
  if (row === undefined) throw notFound("External number");
  return row;
}

function toApiExternalNumber(office: Office, row: ExternalNumber) {
  const common = { number: row.number, customer_id: CUSTOMER_ID, type: API_TYPE[row.type] };
  const specific =
    row.type === "ate"
      ? { source: `${row.login}@${row.host}`, status: getRegistration(office, row).registered }
      : { source: row.host, host: `${CUSTOMER_ID}${row.number}@ext.plusofon.example` };
  return { ...(row.id === null ? {} : { id: row.id }), ...common, ...specific };
}

/** The connection's fields from a body; throws 422 when the number is already connected. */
function connectionFields(
  office: Office,
  body: Context<Operations["createExternalNumber"]>["body"],
  existing?: ExternalNumber,
) {
  const number = String(body.number);
  if (office.externalNumbers.some((row) => row.number === number && row !== existing)) {
    throw invalid({ number: ["The number has already been taken."] });
  }
  const account = "login" in body ? { login: body.login, secret: body.secret } : NO_LOGIN;
  return { number, host: body.host, ...account };
}

type ExternalNumbers =
  | "listExternalNumbers"
  | "listExternalStatuses"
  | "createExternalNumber"
  | "updateExternalNumber"
  | "followExternalNumber"
  | "deleteExternalNumber";

export const externalNumbers: Pick<Handlers, ExternalNumbers> = {
  listExternalNumbers: ({ office }) =>
    withSuccess({
      external_numbers: office.externalNumbers.map((row) => toApiExternalNumber(office, row)),
    }),

  listExternalStatuses: ({ office, body }) => {
    const requested = new Set(body.logins);
    // The documented sample names no login and gets all of them.
    const rows = office.externalNumbers.filter(
      ({ type, login }) => type === "ate" && (requested.size === 0 || requested.has(login)),
    );
    const status = rows.map((row) => {
      const { providerStatus, date } = getRegistration(office, row);
      return { login: row.login, status: providerStatus, date };
    });
    return withSuccess({ status });
  },

  createExternalNumber: ({ office, params: { type }, body }) => {
    const fields = connectionFields(office, body);
    const id = office.nextId("external");
    office.externalNumbers.push({
      id,
      type,
      ...fields,
      registered: type === "ate",
      connectedAt: office.now(),
    });
    return created();
  },

  updateExternalNumber: ({ office, params, body }) => {
    const row = findConnection(office, params.type, params.id);
    Object.assign(row, connectionFields(office, body, row));
    return changed();
  },

  // The provider's API can't return a forwarding, so the sandbox does not store it.
  followExternalNumber: ({ office, body }) => {
    findConnection(office, body.number_type, body.number_id);
    return changed();
  },

  deleteExternalNumber: ({ office, params }) => {
    const removed = findConnection(office, params.type, params.id);
    office.externalNumbers = office.externalNumbers.filter((row) => row !== removed);
    return changed();
  },
};
