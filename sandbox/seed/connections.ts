import type { ConnectionType } from "#api/externalNumbers.ts";

export const CUSTOMER_ID = 42291;
/** Users who may have smart numbers. */
export const USERS: readonly number[] = [12, 15, 40];

export interface ExternalNumber {
  /** The documented sample has rows without one. */
  id: number | null;
  type: ConnectionType;
  number: string;
  /** One server, or a comma list of them for SIP-URI. */
  host: string;
  login: string;
  /** Never returned; empty for SIP-URI. */
  secret: string;
  /** In a live office: whether it ever gets registered. */
  registered: boolean;
  /** When it was connected, in milliseconds; null for those of the initial office. */
  connectedAt: number | null;
}

const SERVERS = "sip1.operator.example,sip2.operator.example";

/** The external numbers of an office: both types, one not registered, one without an id. */
export function makeExternalNumbers(): ExternalNumber[] {
  const common = { connectedAt: null, secret: "" };
  const ate = { ...common, type: "ate", host: "sip.operator.example", registered: true } as const;
  const sipuri = {
    ...common,
    type: "sipuri",
    host: SERVERS,
    login: "",
    registered: false,
  } as const;
  return [
    { ...ate, id: 1, number: "79104445566", login: "21201588169353" },
    { ...ate, id: 2, number: "74950002002", login: "21201588169402", registered: false },
    { ...sipuri, id: 3, number: "79104445567" },
    { ...sipuri, id: null, number: "74950002004" },
    { ...ate, id: 17, number: "74950002017", login: "21201588169417" },
    { ...sipuri, id: 18, number: "78000002018", host: "sip.trunk.example" },
  ];
}

export interface SmartNumber {
  id: number;
  user_id: number;
  phoneA: string;
  phoneB: string;
  phoneX: string;
  description: string;
  created_at: string;
}

/** The smart numbers: the documented two, and more than one page of another user. */
export function makeSmartNumbers(): SmartNumber[] {
  const documented = { user_id: 40, phoneA: "79991230046" };
  return [
    {
      ...documented,
      id: 2,
      phoneB: "37410324040",
      phoneX: "79770005419",
      description: "тестовый умный номер",
      created_at: "2022-07-01 07:59:59",
    },
    {
      ...documented,
      id: 3,
      phoneB: "995322250484",
      phoneX: "79770005462",
      description: "тестовый умный номер2",
      created_at: "2022-07-03 04:50:34",
    },
    ...Array.from({ length: 17 }, (_, index) => ({
      id: 5 + index,
      user_id: 12,
      phoneA: "74950000015",
      phoneB: `7900000${3000 + index}`,
      phoneX: `7900000${4000 + index}`,
      description: index % 5 === 4 ? "" : `Клиент ${index + 1}`,
      created_at: `2024-03-${String(index + 1).padStart(2, "0")} 10:15:00`,
    })),
  ];
}
