import { createFaultSwitch, type FaultSwitch } from "./faults.ts";
import { createOffice, DEFAULT_OFFICE, type Office, type OfficeOptions } from "./office.ts";
import { createRequestLog, type RequestLog } from "./requestLog.ts";

const MAX_OFFICES = 64;

/** One office with its faults and its request log. */
export interface Tenant {
  name: string;
  office: Office;
  faults: FaultSwitch;
  log: RequestLog;
  /** Aborts when the office is reset or dropped, which ends its pending requests. */
  ended: AbortSignal;
}

export interface World {
  now(): number;
  /** An office's tenant (`default` unless named), created on first use. */
  tenant(name: string | null): Tenant;
  /** Resets an office: state, faults and request log. */
  reset(name: string | null, options?: Partial<OfficeOptions>): Tenant;
}

export interface WorldOptions extends Partial<OfficeOptions> {
  /** The clock of all offices, in milliseconds. */
  now?: () => number;
}

/** Holds up to 64 offices and drops the least recently used one. */
export function createWorld(options: WorldOptions = {}): World {
  const { now = Date.now, ...officeOptions } = options;
  const defaults = { ...DEFAULT_OFFICE, ...officeOptions };
  const tenants = new Map<string, Tenant & { controller: AbortController }>();

  const drop = (name: string) => {
    tenants.get(name)?.controller.abort();
    tenants.delete(name);
  };
  const open = (name: string, office: OfficeOptions) => {
    drop(name);
    const controller = new AbortController();
    const tenant = {
      name,
      office: createOffice(office, now),
      faults: createFaultSwitch(),
      log: createRequestLog(),
      ended: controller.signal,
      controller,
    };
    tenants.set(name, tenant);
    const oldest = tenants.keys().next().value;
    if (tenants.size > MAX_OFFICES && oldest !== undefined) drop(oldest);
    return tenant;
  };

  return {
    now,
    tenant: (requestedName) => {
      const name = tenantName(requestedName);
      const tenant = tenants.get(name);
      if (tenant === undefined) return open(name, defaults);
      // Moves it to the end: the map's order is the order of use.
      tenants.delete(name);
      tenants.set(name, tenant);
      return tenant;
    },
    reset: (requestedName, changes = {}) =>
      open(tenantName(requestedName), { ...defaults, ...changes }),
  };
}

function tenantName(requestedName: string | null): string {
  return requestedName === null || requestedName === "" ? "default" : requestedName;
}
