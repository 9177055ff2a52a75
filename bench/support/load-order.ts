/** What a load process is told, as JSON in its only argument. Orders are numbered; each is its own delivery. */
export interface LoadOrder {
  port: number;
  secret: string;
  /** Shop domains; orders take turns among them. */
  shops: string[];
  /** Number of the first order, and how many. */
  first: number;
  count: number;
  connections: number;
  /**
   * Orders per second, sent at fixed times whatever becomes of those before. Null: as fast as they are answered, but only as
   * far as the number of the last line on standard input allows.
   */
  rate: number | null;
  /** Gets, as 64-bit floats, when each order was to be sent, in milliseconds since 1970. */
  timesFile?: string;
}

/** What a load process prints as one line of JSON when it is done. Times in milliseconds from the time an order was to be sent. */
export interface LoadResult {
  /** Answers with status 200. */
  answered: number;
  /** Other answers, and connections that broke. */
  errors: number;
  /** The status of the first of them; null: its connection broke. */
  firstError?: number | null;
  /** From the first order to the last answer. */
  seconds: number;
  p50: number;
  p99: number;
  worst: number;
}
