import type { ConnectionType } from "#api/externalNumbers.ts";
import type { Operations } from "#api/operations.ts";
import type { Office } from "../office.ts";
import { invalid, notFound } from "../problem.ts";
import { registrationOf } from "../registration.ts";
import { CUSTOMER_ID, type ExternalNumber } from "../seed/connections.ts";
import { changed, type Context, created, type Handlers, withSuccess } from "./resolver.ts";

const NO_LOGIN = { login: "", secret: "" };
const SHOWN_TYPE = { ate: "АТС", sipuri: "SIP-URI" } as const;

function connectionOf(office: Office, type: ConnectionType, id: number): ExternalNumber {
  const row = office.externalNumbers.find((each) => each.id === id && each.type === type);
  if (row === undefined) throw notFound("External number");
  return row;
}

function shown(office: Office, row: ExternalNumber) {
  const common = { number: row.number, customer_id: CUSTOMER_ID, type: SHOWN_TYPE[row.type] };
  const own =
    row.type === "ate"
      ? { source: `${row.login}@${row.host}`, status: registrationOf(office, row).registered }
      : { source: row.host, host: `${CUSTOMER_ID}${row.number}@ext.plusofon.example` };
  return { ...(row.id === null ? {} : { id: row.id }), ...common, ...own };
}

/** What a body says of a connection; throws 422 when the number is connected already. */
function fieldsBy(
  office: Office,
  body: Context<Operations["createExternalNumber"]>["body"],
  own?: ExternalNumber,
) {
  const number = String(body.number);
  if (office.externalNumbers.some((row) => row.number === number && row !== own)) {
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
    withSuccess({ external_numbers: office.externalNumbers.map((row) => shown(office, row)) }),

  listExternalStatuses: ({ office, body }) => {
    const asked = new Set(body.logins);
    // The documented sample asks for no login at all and gets every one.
    const rows = office.externalNumbers.filter(
      ({ type, login }) => type === "ate" && (asked.size === 0 || asked.has(login)),
    );
    const status = rows.map((row) => {
      const { word, date } = registrationOf(office, row);
      return { login: row.login, status: word, date };
    });
    return withSuccess({ status });
  },

  createExternalNumber: ({ office, params: { type }, body }) => {
    const fields = fieldsBy(office, body);
    const id = office.takeId("external");
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
    const row = connectionOf(office, params.type, params.id);
    Object.assign(row, fieldsBy(office, body, row));
    return changed();
  },

  // The provider has no way to read a forwarding back, so nothing is kept of it.
  followExternalNumber: ({ office, body }) => {
    connectionOf(office, body.number_type, body.number_id);
    return changed();
  },

  deleteExternalNumber: ({ office, params }) => {
    const gone = connectionOf(office, params.type, params.id);
    office.externalNumbers = office.externalNumbers.filter((row) => row !== gone);
    return changed();
  },
};
