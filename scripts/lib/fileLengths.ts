import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export interface FileLength {
  path: string;
  lines: number;
}

/** Line counts of all source files in git; undefined outside a git clone. */
export function fileLengths(): FileLength[] | undefined {
  try {
    const kinds = ["*.ts", "*.tsx", "*.mjs"];
    const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
    const listed = execFileSync("git", ["ls-files", "-z", ...kinds], { encoding: "utf8", stdio });
    const paths = listed.split("\0").filter((path) => path !== "" && existsSync(path));
    return paths.map((path) => ({
      path,
      lines: readFileSync(path, "utf8").split("\n").length - 1,
    }));
  } catch {
    return undefined;
  }
}
