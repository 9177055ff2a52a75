import type { Database } from "./database.server";
import type { DirectSql } from "./direct-sql.server";
import type { Cipher } from "./encryption";
import type { Env } from "./env";
import type { Logger } from "./logger";
import type { MailTransport } from "./mail/mail-transport";
import type { Queue } from "./queue.server";

/** Everything that is opened once per process and handed to the three doors. */
export interface Application {
  env: Env;
  db: Database;
  /** Past Prisma, for intake alone. */
  direct: DirectSql;
  queue: Queue;
  mail: MailTransport;
  logger: Logger;
  cipher: Cipher;
  now: () => Date;
}
