import { readFileSync, writeFileSync } from "node:fs";
import { openapiDocument } from "./lib/openapiDocument.ts";

const path = process.argv[2] ?? "openapi.json";
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
writeFileSync(path, `${JSON.stringify(openapiDocument(version), null, 2)}\n`);
console.log(`The contract is in ${path}`);
