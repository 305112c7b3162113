import type { ColumnBuilderCallback, Migration } from "kysely";
import type { Engine } from "./schema.ts";

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
  };
}

const required: ColumnBuilderCallback = (column) => column.notNull();
const ID_TYPE = { sqlite: "integer", postgres: "bigint" } as const;
/** Ascending, and never given out a second time. */
const ID: Record<Engine, ColumnBuilderCallback> = {
  sqlite: (column) => column.primaryKey().autoIncrement(),
  postgres: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
};
