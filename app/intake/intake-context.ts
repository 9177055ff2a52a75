import type { Database } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import type { Logger } from "~/platform/logger";
import type { BodiesInHand } from "./bodies-in-hand";
import type { InboxWriter } from "./inbox-writer";

/** What the handlers of this door work with. */
export interface IntakeContext {
  db: Database;
  cipher: Cipher;
  logger: Logger;
  now: () => Date;
  inbox: InboxWriter;
  bodies: BodiesInHand;
  /** The app's secrets Shopify may sign with: the current one and, while it is being rotated, the one before. */
  shopifySecrets: string[];
  /** Deliveries refused for their signature since the process started, where no shop can be named to count them for. */
  refused: { shopify: number };
}
