/** What may be logged of a database error: its message may quote what was to be stored, its codes cannot. */
export interface DatabaseErrorLabel {
  type: string;
  /** Prisma's code, e.g. "P2010", or the driver's own: an SQLSTATE or "ECONNREFUSED". */
  code: string | null;
  /** PostgreSQL's SQLSTATE, e.g. "23505". */
  sqlState: string | null;
}

interface AdapterError {
  name?: string;
  code?: string;
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
}

/** Names, by codes alone, what a failed statement failed of. */
export function describeDatabaseError(error: unknown): DatabaseErrorLabel {
  const { name: type = "Error", code = null, meta } = error as AdapterError;
  return { type, code, sqlState: meta?.driverAdapterError?.cause?.originalCode ?? null };
}
