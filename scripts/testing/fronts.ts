import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const NAME = "pult.example.com";
export const PASSWORD = "secret";
/** Of that password, with as little work as bcrypt allows. */
const HASH = "$2b$04$FVGiqXKubCbsKIFr4dXtKec5.EQxcHngzCpmEqODSHAauX1YWAE/y";

export type Front = "nginx" | "caddy";

/** Whether a web server is installed; where one is not, says that its tests are skipped. */
export function isInstalled(front: Front): boolean {
  try {
    execFileSync(front, [front === "nginx" ? "-v" : "version"], { stdio: "ignore", env: ENV });
    if (front === "nginx") execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write(`Skipped: the tests behind ${front}, which is not installed here.\n`);
    return false;
  }
}

const ENV = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };

interface Behind {
  /** Where Pult listens. */
  pult: number;
  /** Where what stands in for oauth2-proxy listens. */
  login?: number;
}

/**
 * Runs a web server with a file of deploy/, whose name stays and whose ports are put in place of
 * those in the file. Gives its address; it ends with the test.
 */
export async function startFront(front: Front, config: string, behind: Behind): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "pult-front-"));
  // nginx reads its files as another user.
  chmodSync(dir, 0o755);
  const port = await freePort();
  const text = config
    .replaceAll("127.0.0.1:8080", `127.0.0.1:${behind.pult}`)
    .replaceAll("127.0.0.1:4180", `127.0.0.1:${behind.login ?? 0}`);
  const child = front === "nginx" ? await nginx(dir, text, port) : caddy(dir, text, port);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (said: string) => (output += said));
  }
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(dir, { recursive: true });
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!(await answers(port))) if (isOver) throw new Error(output);
  return `${front === "nginx" ? "https" : "http"}://127.0.0.1:${port}`;
}

async function nginx(dir: string, config: string, port: number): Promise<ChildProcess> {
  const at = (name: string) => join(dir, name);
  const key = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const files = ["-keyout", at("key.pem"), "-out", at("cert.pem"), "-subj", `/CN=${NAME}`];
  execFileSync("openssl", [...key, ...files], { stdio: "ignore" });
  writeFileSync(at("users"), `anna:{PLAIN}${PASSWORD}\n`);
  const other = await freePort();
  const site = config
    .replace(/^\s*listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${other};`)
    .replace("listen 443 ", `listen 127.0.0.1:${port} `)
    .replaceAll(/\/etc\/letsencrypt\S*fullchain\.pem/g, at("cert.pem"))
    .replaceAll(/\/etc\/letsencrypt\S*privkey\.pem/g, at("key.pem"))
    .replaceAll("/etc/nginx/pult.users", at("users"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${at(name)};`,
  );
  writeFileSync(
    at("nginx.conf"),
    `daemon off; pid ${at("pid")}; error_log stderr; worker_processes 1; events {}
     http { access_log off; ${temporary.join(" ")} ${site} }`,
  );
  const args = ["-p", dir, "-c", at("nginx.conf"), "-e", at("error.log")];
  return spawn("nginx", args, { stdio: ["ignore", "pipe", "pipe"], env: ENV });
}

function caddy(dir: string, config: string, port: number): ChildProcess {
  const site = config.replace(`\n${NAME} {`, `\nhttp://${NAME}:${port} {`);
  const options = `{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n`;
  const file = join(dir, "Caddyfile");
  writeFileSync(file, options + site);
  const env = {
    ...ENV,
    HOME: dir,
    XDG_DATA_HOME: dir,
    XDG_CONFIG_HOME: dir,
    PULT_PASSWORD_HASH: HASH,
  };
  const args = ["run", "--adapter", "caddyfile", "--config", file];
  return spawn("caddy", args, { stdio: ["ignore", "pipe", "pipe"], env });
}

export const deployed = (name: string): string => readFileSync(join("deploy", name), "utf8");

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return port;
}

/** Whether something listens; when not, after a moment in which it may have begun to. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(socket.destroy() !== undefined));
    socket.on("error", () => setTimeout(resolve, 20, false));
  });
}
