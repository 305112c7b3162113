import { paths } from "#paths";
import { sandboxControl } from "./control.ts";

export const USUAL = { accounts: 24, seed: 1 };

/** Seconds until a phone of the usual office drops, and until it is back. */
const DROPS: Record<number, { after: number; online: boolean }[]> = {
  25: [
    { after: 0, online: true },
    { after: 5, online: false },
    { after: 70, online: true },
  ],
  26: [
    { after: 0, online: true },
    { after: 15, online: false },
    { after: 85, online: true },
  ],
  29: [
    { after: 0, online: true },
    { after: 25, online: false },
  ],
};

type Office = (accounts: number) => () => Promise<unknown>;
const office: Office = (accounts) => () => sandboxControl.reset({ ...USUAL, accounts });

/** What can be tried: how it begins, and where it is to be seen. */
export const STORIES = [
  {
    name: "drops",
    begin: async () => {
      await sandboxControl.reset(USUAL);
      await sandboxControl.setStatuses(DROPS);
    },
    screen: "status",
    to: paths.status(),
  },
  { name: "slow", fault: "latency:3000", screen: "home", to: paths.home() },
  { name: "large", begin: office(1500), accounts: 1500, screen: "status", to: paths.status() },
  { name: "empty", begin: office(0), accounts: 0, screen: "home", to: paths.home() },
  { name: "token", fault: "status:401", screen: "sip", to: paths.sip() },
  { name: "down", fault: "drop", screen: "sip", to: paths.sip() },
] as const satisfies readonly {
  name: string;
  /** Makes another office; without it, the story is the fault of every operation. */
  begin?: () => Promise<unknown>;
  fault?: string;
  accounts?: number;
  screen: "status" | "home" | "sip";
  to: string;
}[];
export type Story = (typeof STORIES)[number];
