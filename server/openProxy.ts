import { createForwarding, createProxy, type Proxy } from "#proxy/app.ts";
import { isLoopback } from "#proxy/loopback.ts";
import type { Log } from "#proxy/log.ts";
import { createReadForServer } from "#proxy/readForServer.ts";
import { createUpstreamOf, type UpstreamOf } from "#proxy/writeForServer.ts";
import { type AlertSender, createAlerts, createAlertSender } from "./alerts/alerts.ts";
import { addHandoverRoutes } from "./handover/openRoutes.ts";
import { recordWrites } from "./journal/recordWrites.ts";
import { createLogin, type Login } from "./login/login.ts";
import { addOwnRoutes } from "./ownRoutes.ts";
import type { Settings } from "./settings.ts";
import { oneStore, storePerOffice, type Stores } from "./stores.ts";
import { createMemoryStore, type Store } from "./store/store.ts";
import { StoreError } from "./store/storeError.ts";
import { createSwitches } from "./switches/runSwitches.ts";
import { followAll } from "./watch/followAll.ts";
import { startWatch } from "./watch/watch.ts";
import { type Watches, watchOffices } from "./watch/watchOffices.ts";

export interface OpenProxy {
  proxy: Proxy;
  mode: "sandbox" | "provider";
  /** Closes the store, and stops the sandbox if this started one. */
  close: () => Promise<void>;
}

/** The sandbox too requires the provider's two headers; any value will do. */
const SANDBOX_TOKEN = "sandbox";

/**
 * Creates the proxy from the settings. Without a token it first starts the sandbox on a free
 * loopback port and sends requests to it over HTTP, as to the provider.
 */
export async function openProxy(
  settings: Settings,
  log: Log = () => undefined,
): Promise<OpenProxy> {
  const { token, client, url: upstreamUrl, watchEveryMs: everyMs } = settings;
  const hosts = {
    names: [settings.host, ...settings.allowedHosts],
    anyAddress: !isLoopback(settings.host),
    pages: settings.allowedHosts,
  };
  const sender = createAlertSender(settings.alerts, settings.network);
  const common = (stores: Stores, login: Login) => ({
    client,
    log,
    hosts,
    upstreamUrl,
    aroundWrite: recordWrites({ storeOf: stores.of, log }),
    authorize: login.authorize,
    describeLogin: settings.login.kind === "none" ? undefined : login.describe,
  });
  if (token !== undefined) {
    const stores = oneStore(settings.store);
    await tryStore(stores, log);
    const login = await createLogin(settings.login, { store: stores.of(null), log });
    const options = {
      ...common(stores, login),
      token,
      network: settings.network,
      storeProblem: () => stores.of(null).problem()?.problem,
    };
    const forwarding = createForwarding(options);
    const watches = { everyMs, start: () => undefined };
    const upstreamOf = createUpstreamOf(forwarding);
    const store = stores.of(null);
    const serving = { stores, linkStore: store, login, log, watches, alerts: sender, upstreamOf };
    const proxy = createProxy({ ...options, forwarding, ...createRoutes(serving) });
    const read = createReadForServer(forwarding);
    const follower = followAll([
      createSwitches({ store, upstream: upstreamOf(null), log }),
      createAlerts({ store, sender, log }),
    ]);
    const isWatched = Number.isFinite(everyMs);
    const watch = isWatched && startWatch({ store, read, office: null, everyMs, log, follower });
    const close = async () => {
      if (watch) await watch.stop();
      await stores.close();
    };
    return { proxy, mode: "provider", close };
  }
  // Loaded on demand: a server with a token does not load the sandbox.
  const [{ startSandbox }, { createWorld }, { fillSandboxOffice }] = await Promise.all([
    import("#sandbox/server.ts"),
    import("#sandbox/world.ts"),
    import("./sandboxOffice.ts"),
  ]);
  const world = createWorld({ ...settings.sandbox, live: true });
  const sandbox = await startSandbox({ port: 0, world });
  const sandboxUrl = sandbox.url;
  const stores: Stores = storePerOffice((office) => watches.stop(office));
  await fillSandboxOffice(stores.of(null), world.tenant(null).office);
  // Of no office: who starts one over stays signed in, and a phone that opens a link names none.
  const shared = createMemoryStore();
  const journal = () => stores.of(null);
  const login = await createLogin(settings.login, { store: shared, journal, log });
  if (settings.login.kind === "local") {
    const { addSandboxUsers } = await import("./login/sandboxUsers.ts");
    await addSandboxUsers(shared, settings.login);
  }
  const options = {
    ...common(stores, login),
    sandboxUrl,
    token: SANDBOX_TOKEN,
    onSandboxReset: stores.drop,
  };
  const forwarding = createForwarding(options);
  const upstreamOf = createUpstreamOf(forwarding);
  const watches = watchOffices(stores, {
    read: createReadForServer(forwarding),
    everyMs,
    log,
    followerOf: (store, office) =>
      followAll([
        createSwitches({ store, upstream: upstreamOf(office), log }),
        // Nobody is told of other offices, which browsers make up.
        ...(office === null ? [createAlerts({ store, sender, log })] : []),
      ]),
  });
  const alerts = sender;
  const serving = { stores, linkStore: shared, login, log, watches, alerts, upstreamOf };
  const proxy = createProxy({ ...options, forwarding, ...createRoutes(serving) });
  watches.start(null);
  const close = async () => {
    await watches.close();
    await sandbox.close();
    await stores.close();
    await shared.close();
  };
  return { proxy, mode: "sandbox", close };
}

interface RouteOptions {
  stores: Stores;
  /** Of the links to accounts, of all offices. */
  linkStore: Store;
  login: Login;
  log: Log;
  watches: Watches;
  alerts: AlertSender;
  upstreamOf: UpstreamOf;
}

/** Pult's own operations, and what is open without a sign-in. */
function createRoutes({ stores, login, log, watches, alerts, ...options }: RouteOptions) {
  const { authorize, handlers: loginHandlers } = login;
  const storeOf = stores.of;
  return {
    addRoutes: (app: Proxy) =>
      addOwnRoutes(app, { storeOf, watches, alerts, ...options, authorize, loginHandlers }),
    addOpenRoutes: (app: Proxy) => {
      login.addOpenRoutes(app);
      addHandoverRoutes(app, { storeOf, ...options, log, now: Date.now });
    },
  };
}

/**
 * Opens the store at the start. Throws `StoreError` for the database of a newer Pult, which this
 * one must not touch. After another failure reads go on, and writes are refused until it opens.
 */
async function tryStore(stores: Stores, log: Log): Promise<void> {
  try {
    await stores.of(null).use(async () => undefined);
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem === "newer") throw error;
    log({ level: "error", event: "store", reason: `STORE_${error.problem}` });
  }
}
