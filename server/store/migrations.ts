import { randomBytes } from "node:crypto";
import { type ColumnBuilderCallback, type Kysely, type Migration, sql } from "kysely";
import type { Db, Engine } from "./schema.ts";

/** A table whose rows have a text as id. */
const table = (db: Kysely<unknown>, name: string) =>
  db.schema.createTable(name).addColumn("id", "text", (column) => column.primaryKey());

const ofUser: ColumnBuilderCallback = (column) =>
  column.notNull().references("users.id").onDelete("cascade");

/**
 * The steps from an empty database to this version's schema, by name, forward only. A released
 * migration never changes: add another one.
 */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    "001_journal": {
      up: async (db) => {
        await db.schema
          .createTable("journal")
          .addColumn("id", ID_TYPE[engine], ID[engine])
          .addColumn("at", "bigint", required)
          .addColumn("actor", "text", required)
          .addColumn("operation", "text", required)
          .addColumn("object_kind", "text", required)
          .addColumn("object_id", "text")
          .addColumn("object_number", "text")
          .addColumn("object_name", "text")
          .addColumn("fields", "text", required)
          .addColumn("before", "text")
          .addColumn("outcome", "text", required)
          .addColumn("message", "text")
          .addColumn("request_id", "text", required)
          .addColumn("batch", "text")
          .addColumn("completed_at", "bigint")
          .addColumn("words", "text", required)
          .execute();
        await db.schema
          .createIndex("journal_object")
          .on("journal")
          .columns(["object_kind", "object_id", "id"])
          .execute();
        await db.schema
          .createIndex("journal_actor")
          .on("journal")
          .columns(["actor", "id"])
          .execute();
      },
    },
    "002_undo": {
      up: async (db) => {
        await db.schema.alterTable("journal").addColumn("undoes", "bigint").execute();
        await db.schema
          .createIndex("journal_undoes")
          .on("journal")
          .columns(["undoes", "id"])
          .execute();
        await db.schema
          .createIndex("journal_batch")
          .on("journal")
          .columns(["batch", "id"])
          .execute();
      },
    },
    "003_remembered": {
      up: async (db) => {
        const key = ["kind", "parent", "object_id"] as const;
        await db.schema
          .createTable("remembered")
          .addColumn("kind", "text", required)
          .addColumn("parent", "text", required)
          .addColumn("object_id", "text", required)
          .addColumn("entry", "bigint", required)
          .addColumn("at", "bigint", required)
          .addColumn("actor", "text", required)
          .addColumn("body", "text")
          .addPrimaryKeyConstraint("remembered_key", [...key])
          .execute();
        await db.schema
          .createTable("remembered_open")
          .addColumn("kind", "text", required)
          .addColumn("parent", "text", required)
          .addColumn("object_id", "text", required)
          .addColumn("entry", "bigint", required)
          .addPrimaryKeyConstraint("remembered_open_key", [...key, "entry"])
          .execute();
      },
    },
    // The tables of better-auth, by its names for columns, and what Pult keeps besides.
    "004_login": {
      up: async (db) => {
        await table(db, "users")
          .addColumn("name", "text", required)
          .addColumn("email", "text", unique)
          .addColumn("emailVerified", BOOLEAN[engine], required)
          .addColumn("image", "text")
          .addColumn("username", "text", (column) => column.unique())
          .addColumn("role", "text")
          .addColumn("disabled", BOOLEAN[engine])
          .addColumn("twoFactorEnabled", BOOLEAN[engine])
          .addColumn("authTime", "bigint")
          .addColumn("createdAt", MOMENT[engine], required)
          .addColumn("updatedAt", MOMENT[engine], required)
          .addColumn("activated_at", "bigint")
          .execute();
        await table(db, "sessions")
          .addColumn("userId", "text", ofUser)
          .addColumn("token", "text", unique)
          .addColumn("expiresAt", MOMENT[engine], required)
          .addColumn("ipAddress", "text")
          .addColumn("userAgent", "text")
          .addColumn("createdAt", MOMENT[engine], required)
          .addColumn("updatedAt", MOMENT[engine], required)
          .addColumn("used_at", "bigint")
          .addColumn("verified_at", "bigint")
          .execute();
        await table(db, "accounts")
          .addColumn("userId", "text", ofUser)
          .addColumn("accountId", "text", required)
          .addColumn("providerId", "text", required)
          .addColumn("accessToken", "text")
          .addColumn("refreshToken", "text")
          .addColumn("idToken", "text")
          .addColumn("accessTokenExpiresAt", MOMENT[engine])
          .addColumn("refreshTokenExpiresAt", MOMENT[engine])
          .addColumn("scope", "text")
          .addColumn("password", "text")
          .addColumn("createdAt", MOMENT[engine], required)
          .addColumn("updatedAt", MOMENT[engine], required)
          .execute();
        await table(db, "verifications")
          .addColumn("identifier", "text", required)
          .addColumn("value", "text", required)
          .addColumn("expiresAt", MOMENT[engine], required)
          .addColumn("createdAt", MOMENT[engine], required)
          .addColumn("updatedAt", MOMENT[engine], required)
          .execute();
        await table(db, "two_factors")
          .addColumn("userId", "text", ofUser)
          .addColumn("secret", "text", required)
          .addColumn("backupCodes", "text", required)
          .addColumn("verified", BOOLEAN[engine])
          .addColumn("failedVerificationCount", "integer")
          .addColumn("lockedUntil", MOMENT[engine])
          .execute();
        // One row: it signs cookies, and is the same for all instances.
        await db.schema.createTable("login_secret").addColumn("secret", "text", unique).execute();
        const secret = randomBytes(32).toString("base64url");
        await (db as Db).insertInto("login_secret").values({ secret }).execute();
        for (const [name, column] of [
          ["sessions", "userId"],
          ["accounts", "userId"],
          ["verifications", "identifier"],
          ["two_factors", "userId"],
        ] as const) {
          // oxlint-disable-next-line no-await-in-loop -- one connection
          await db.schema.createIndex(`${name}_${column}`).on(name).column(column).execute();
        }
      },
    },
    "005_watch": {
      up: async (db) => {
        await db.schema
          .createTable("watch_lease")
          .addColumn("id", "integer", (column) => column.primaryKey())
          .addColumn("holder", "text", required)
          .addColumn("until_at", "bigint", required)
          .execute();
        await db.schema
          .createTable("watch_looks")
          .addColumn("kind", "text", (column) => column.primaryKey())
          .addColumn("looked_at", "bigint", required)
          .addColumn("failing_since", "bigint")
          .execute();
        await db.schema
          .createTable("watch_states")
          .addColumn("kind", "text", required)
          .addColumn("object_id", "bigint", required)
          .addColumn("state", "text", required)
          .addColumn("since", "bigint", required)
          .addColumn("exact", "integer", required)
          .addColumn("before_state", "text")
          .addColumn("before_at", "bigint")
          .addPrimaryKeyConstraint("watch_states_key", ["kind", "object_id"])
          .execute();
        await db.schema
          .createTable("watch_changes")
          .addColumn("kind", "text", required)
          .addColumn("object_id", "bigint", required)
          .addColumn("at", "bigint", required)
          .addColumn("state", "text", required)
          .addPrimaryKeyConstraint("watch_changes_key", ["kind", "object_id", "at"])
          .execute();
        // For the last day of everybody, and to delete what is too old.
        await db.schema.createIndex("watch_changes_at").on("watch_changes").column("at").execute();
        await db.schema
          .createTable("watch_gaps")
          .addColumn("kind", "text", required)
          .addColumn("from_at", "bigint", required)
          .addColumn("to_at", "bigint", required)
          .addColumn("reason", "text", required)
          .addPrimaryKeyConstraint("watch_gaps_key", ["kind", "to_at"])
          .execute();
      },
    },
    "006_alerts": {
      up: async (db) => {
        await table(db, "alert_channels")
          .addColumn("name", "text", required)
          .addColumn("language", "text", required)
          .addColumn("is_on", "integer", required)
          .addColumn("target", "text", required)
          .addColumn("created_at", "bigint", required)
          .execute();
        await table(db, "alert_rules")
          .addColumn("fields", "text", required)
          .addColumn("created_at", "bigint", required)
          .execute();
        await db.schema
          .createTable("alert_states")
          .addColumn("rule_id", "text", (column) => column.primaryKey())
          .addColumn("state", "text", required)
          .execute();
        await db.schema
          .createTable("alert_pause")
          .addColumn("id", "integer", (column) => column.primaryKey())
          .addColumn("until_at", "bigint")
          .execute();
        await table(db, "alert_outbox")
          .addColumn("event_id", "text", required)
          .addColumn("channel_id", "text", required)
          .addColumn("rule_id", "text", required)
          .addColumn("zone", "text", required)
          .addColumn("message", "text", required)
          .addColumn("created_at", "bigint", required)
          .addColumn("attempts", "integer", required)
          .addColumn("next_at", "bigint")
          .addColumn("delivered_at", "bigint")
          .addColumn("error", "text")
          .execute();
        await db.schema
          .createIndex("alert_outbox_next")
          .on("alert_outbox")
          .column("next_at")
          .execute();
        await db.schema
          .createIndex("alert_outbox_created")
          .on("alert_outbox")
          .columns(["created_at", "id"])
          .execute();
      },
    },
    "007_switches": {
      up: async (db) => {
        await table(db, "switches")
          .addColumn("kind", "text", required)
          .addColumn("object_id", "text", required)
          .addColumn("number", "text")
          .addColumn("name", "text")
          .addColumn("subject", "text", required)
          .addColumn("until_at", "bigint", required)
          .addColumn("created_at", "bigint", required)
          .addColumn("actor", "text", required)
          .addColumn("since_entry", "bigint", required)
          .addColumn("next_at", "bigint")
          .addColumn("attempts", "integer", required)
          .addColumn("claimed", "integer", required)
          .addColumn("trouble", "text")
          .addColumn("ended_at", "bigint")
          .addColumn("outcome", "text")
          .addColumn("message", "text")
          .addColumn("dismissed", "integer", required)
          .execute();
        await db.schema.createIndex("switches_next").on("switches").column("next_at").execute();
        // Two of one object would set it to and fro.
        await sql`create unique index switches_open on switches (kind, object_id)
          where ended_at is null`.execute(db);
      },
    },
    "008_handover_links": {
      up: async (db) => {
        await db.schema
          .createTable("handover_links")
          .addColumn("hash", "text", (column) => column.primaryKey())
          .addColumn("office", "text")
          .addColumn("account_id", "bigint", required)
          .addColumn("number", "text")
          .addColumn("name", "text")
          .addColumn("transport", "text", required)
          .addColumn("port", "integer", required)
          .addColumn("actor", "text", required)
          .addColumn("device_only", "integer", required)
          .addColumn("expires_at", "bigint", required)
          .addColumn("used_at", "bigint")
          .addColumn("device_reads", "integer", required)
          .execute();
      },
    },
  };
}

const unique: ColumnBuilderCallback = (column) => column.notNull().unique();
/** As better-auth writes them: SQLite has neither type. */
const BOOLEAN = { sqlite: "integer", postgres: "boolean" } as const;
const MOMENT = { sqlite: "text", postgres: "timestamptz" } as const;
const required: ColumnBuilderCallback = (column) => column.notNull();
const ID_TYPE = { sqlite: "integer", postgres: "bigint" } as const;
/** Ascending, and never given out a second time. */
const ID: Record<Engine, ColumnBuilderCallback> = {
  sqlite: (column) => column.primaryKey().autoIncrement(),
  postgres: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
};
