import { expect, it } from "vitest";
import { createAlertChannel } from "./alerts.ts";
import { isLinkLocal } from "./linkLocal.ts";
import * as z from "zod/mini";

const SECRET = "a-secret-of-sixteen-and-more";
const isTaken = (url: string) => {
  const target = { type: "webhook", url, secret: SECRET };
  const channel = { name: "Hook", language: "en", isOn: true, target };
  return z.safeParse(createAlertChannel.body, channel).success;
};

it.each([
  "http://169.254.169.254/latest/meta-data",
  "http://169.254.0.1:8080/",
  // 169.254.169.254 as one number, in hexadecimal and within IPv6.
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "http://[::ffff:169.254.169.254]/",
  "http://[fe80::1]/",
  "http://[FEBF::1]/hook",
])("a webhook does not lead to the machine's own link: %s", (url) => {
  expect(isLinkLocal(new URL(url).hostname)).toBe(true);
  expect(isTaken(url)).toBe(false);
});

it.each([
  "http://127.0.0.1:9/",
  "http://169.25.4.1/",
  "https://fe80.example.com/",
  "http://[fec0::1]/",
])("a webhook may lead elsewhere: %s", (url) => expect(isTaken(url)).toBe(true));
