import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const NAME = "pult.example.com";
export const PASSWORD = "secret";
/** What the web server proves itself with (LOGIN=header). */
export const FRONT_SECRET = "front-secret-0123456789abcdef";
/** The bcrypt hash of the password, at the lowest cost. */
const HASH = "$2b$04$FVGiqXKubCbsKIFr4dXtKec5.EQxcHngzCpmEqODSHAauX1YWAE/y";

export type ReverseProxy = "nginx" | "caddy";

/** Whether a web server is installed; prints that its tests are skipped if it is not. */
export function isAvailable(kind: ReverseProxy): boolean {
  try {
    execFileSync(kind, [kind === "nginx" ? "-v" : "version"], { stdio: "ignore", env: ENV });
    if (kind === "nginx") execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write(`Skipped: the tests behind ${kind}, which is not installed here.\n`);
    return false;
  }
}

const ENV = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };

interface Ports {
  /** Port of Pult. */
  pult: number;
  /** Port of the fake oauth2-proxy. */
  login?: number;
}

/**
 * Runs a web server with a configuration from deploy/, keeping the host name and replacing the
 * ports. Returns its URL; the server stops when the test ends.
 */
export async function startReverseProxy(
  kind: ReverseProxy,
  config: string,
  ports: Ports,
): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "pult-proxy-"));
  // nginx workers read the files as another user.
  chmodSync(dir, 0o755);
  const port = await freePort();
  const text = config
    .replaceAll("127.0.0.1:8080", `127.0.0.1:${ports.pult}`)
    .replaceAll("127.0.0.1:4180", `127.0.0.1:${ports.login ?? 0}`);
  const child = kind === "nginx" ? await nginx(dir, text, port) : caddy(dir, text, port);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  }
  const closed = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await closed;
    rmSync(dir, { recursive: true });
  });
  let hasExited = false;
  void closed.then(() => (hasExited = true));
  while (!(await isListening(port))) if (hasExited) throw new Error(output);
  return `${kind === "nginx" ? "https" : "http"}://127.0.0.1:${port}`;
}

async function nginx(dir: string, config: string, port: number): Promise<ChildProcess> {
  const at = (name: string) => join(dir, name);
  const key = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const files = ["-keyout", at("key.pem"), "-out", at("cert.pem"), "-subj", `/CN=${NAME}`];
  execFileSync("openssl", [...key, ...files], { stdio: "ignore" });
  writeFileSync(at("front"), `set $pult_front "${FRONT_SECRET}";\n`);
  writeFileSync(at("users"), `anna:{PLAIN}${PASSWORD}\n`);
  const other = await freePort();
  const site = config
    .replace(/^\s*listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${other};`)
    .replace("listen 443 ", `listen 127.0.0.1:${port} `)
    .replaceAll(/\/etc\/letsencrypt\S*fullchain\.pem/g, at("cert.pem"))
    .replaceAll(/\/etc\/letsencrypt\S*privkey\.pem/g, at("key.pem"))
    .replaceAll("/etc/nginx/pult-front", at("front"))
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
    PULT_FRONT_SECRET: FRONT_SECRET,
  };
  const args = ["run", "--adapter", "caddyfile", "--config", file];
  return spawn("caddy", args, { stdio: ["ignore", "pipe", "pipe"], env });
}

export const readDeployFile = (name: string): string => readFileSync(join("deploy", name), "utf8");

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return port;
}

/** Whether something listens on the port; waits 20 ms before returning false. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(socket.destroy() !== undefined));
    socket.on("error", () => setTimeout(resolve, 20, false));
  });
}
