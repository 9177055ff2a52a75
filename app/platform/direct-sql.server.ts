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

/** Senders have given up by then (Shopify after 5 seconds), so nobody waits in vain for long. */
const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 20_000;

/** On PostgreSQL: a few connections of its own, opened when they are needed, so that a busy page or worker holds up no webhook. */
export function directPostgres(
  connectionString: string,
  connections: number,
  answerWithinMs = ANSWER_WITHIN_MS,
): DirectSql {
  const pool = new pg.Pool({ connectionString, max: connections, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // A connection that breaks says so to its statement; where nobody listens to its own event, the process would end.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return {
    run: async <Row>(statement: Statement, values: unknown[]) => {
      const client = await pool.connect();
      const asked = await ask(client, { ...statement, values }, answerWithinMs);
      // One that failed is not given back: it may be waiting for an answer that never comes.
      client.release(asked.outcome === "failed");
      if (asked.outcome === "failed") throw asked.error;
      return asked.rows as Row[];
    },
    close: () => pool.end(),
  };
}

type Asked = { outcome: "answered"; rows: unknown[] } | { outcome: "failed"; error: Error };

/**
 * By callback, and with a timer of its own: the driver's promises and its `query_timeout` both keep a statement's values
 * until the next major garbage collection, and bring that about twenty times as often.
 */
function ask(client: pg.PoolClient, query: pg.QueryConfig, withinMs: number): Promise<Asked> {
  return new Promise((settle) => {
    const fail = (error: Error) => settle({ outcome: "failed", error });
    const timer = setTimeout(() => fail(new Error("the database did not answer in time")), withinMs);
    client.query(query, (error: Error | null, result: pg.QueryResult) => {
      clearTimeout(timer);
      if (error) fail(error);
      else settle({ outcome: "answered", rows: result.rows });
    });
  });
}

/** On the embedded database, which closes itself. */
export function directPglite(pglite: PGlite): DirectSql {
  return {
    run: async <Row>({ text }: Statement, values: unknown[]) => (await pglite.query<Row>(text, values)).rows,
    close: async () => {},
  };
}
