import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** A statement that always reads the same: a connection parses and plans it once, under its name. */
export interface Statement {
  name: string;
  text: string;
}

/**
 * The way to the database past Prisma, for a statement that runs hundreds of times a second and carries bodies of webhooks:
 * Prisma would write them as text and read them back first (docs/decisions/018-the-machines-door.md). Each statement commits
 * by itself. Everything else goes through Prisma.
 */
export interface DirectSql {
  /** The rows a statement returns. Throws the driver's error. */
  run<Row>(statement: Statement, values: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Senders have given up by then (Shopify after 5 seconds), so neither waits for a database that does not answer. */
const PATIENCE = { connectionTimeoutMillis: 5_000, query_timeout: 20_000 };

/** On PostgreSQL: a few connections of its own, opened when they are needed, so that a busy page or worker holds up no webhook. */
export function directPostgres(connectionString: string, connections: number): DirectSql {
  const pool = new pg.Pool({ connectionString, max: connections, ...PATIENCE });
  // An idle connection that breaks would end the process; the pool opens another.
  pool.on("error", () => {});
  return {
    run: async <Row>({ name, text }: Statement, values: unknown[]) => {
      const { rows } = await pool.query({ name, text, values });
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}

/** On the embedded database, which closes itself. */
export function directPglite(pglite: PGlite): DirectSql {
  return {
    run: async <Row>({ text }: Statement, values: unknown[]) => (await pglite.query<Row>(text, values)).rows,
    close: async () => {},
  };
}
