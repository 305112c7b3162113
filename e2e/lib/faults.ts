import { expect, type Locator, type Page } from "@playwright/test";

/** What a fault makes of a read and of a write, in the words of the app. */
export interface FaultCase {
  fault: string;
  read: string;
  write: string;
  /** What is said of a read where there is little room, if that is more than its title. */
  reason?: string;
  /** The provider's own words, where they help. */
  quote?: string;
}

const REFUSED = "The provider refused access";
const FAILED = "The provider failed to answer";
const INVALID = "The provider did not accept this";
const GARBLED = "The provider's answer can't be understood";
const GONE = "The provider does not know this any more";
const TOKEN = "The provider refused this server's token";
const TOKEN_REASON = `${TOKEN}. Its administrator puts a valid one into PLUSOFON_TOKEN and restarts the dashboard`;
const BUSY = "Too many requests at once";

const both = (fault: string, words: string): FaultCase => ({ fault, read: words, write: words });

/**
 * Every fault of the sandbox that fails; latency and hanging have tests of their own. Neighbours
 * differ in their words: one after another on one page, none is taken for the one before.
 */
export const FAULTS: readonly FaultCase[] = [
  { ...both("status:400", INVALID), quote: "Wrong parameter" },
  { ...both("status:401", TOKEN), reason: TOKEN_REASON },
  both("drop", FAILED),
  both("status:403", REFUSED),
  both("status:404", GONE),
  { ...both("status:422", INVALID), quote: "The given data was invalid." },
  both("html", GARBLED),
  both("status:500", FAILED),
  both("status:429", BUSY),
  { fault: "success-false", read: FAILED, write: INVALID },
  both("truncate", GARBLED),
  { ...both("status:500:no-access", REFUSED), quote: "No access" },
];

/** For a test that meets all faults one after another; each in a step that names it. */
export const ALL_FAULTS_MS = 120_000;

const KINDS = ["status:401", "status:429", "status:500", "drop", "html", "success-false"];

/**
 * One of each kind: for what shares its way of failing with an operation that meets them all, and
 * meets them all in the component tests.
 */
export const KINDS_OF_FAULT = FAULTS.filter(({ fault }) => KINDS.includes(fault));

/** What only a programmer says. */
export const RAW =
  /\b(Type|Syntax|Range|Zod|Api)Error\b|\bundefined\b|\bNaN\b|\[object |Unexpected token|<\/?html|invalid_type|\bat \w+ \(|nginx/;

/** Holds that a failure is said once, in one place, in words; gives that place. */
export async function expectToldOnce(page: Page, words: string): Promise<Locator> {
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(words);
  await expect(alert).toHaveCount(1);
  await expect(page.getByText(words)).toHaveCount(1);
  await expectAlive(page);
  return alert;
}

/** Holds that the page is no white page and shows nothing of a programmer's. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(
    page.getByRole("navigation", { name: "Sections", includeHidden: true }),
  ).toBeAttached();
  expect(await page.locator("body").innerText()).not.toMatch(RAW);
}
