import { z } from "zod";

const optional = <T extends z.ZodType>(schema: T) => z.preprocess((v) => (v === "" ? undefined : v), schema.optional());

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    SHOPIFY_API_KEY: z.string({ error: "the app's client id" }).min(1, "the app's client id"),
    SHOPIFY_API_SECRET: z.string({ error: "the app's client secret" }).min(1, "the app's client secret"),
    /** Still accepted for webhooks while Shopify rotates the secret (up to an hour). */
    SHOPIFY_API_SECRET_PREVIOUS: optional(z.string()),
    SHOPIFY_APP_URL: z.url({ protocol: /^https?$/, error: "the app's public address, https://…" }),
    SCOPES: z.string().default("read_orders,read_customers"),
    /** Seals tokens and secrets at rest. */
    ENCRYPTION_KEY: z
      .string({ error: "32 random bytes in base64" })
      .refine((v) => Buffer.from(v, "base64").length === 32, "32 random bytes in base64"),
    /** PostgreSQL; without it the embedded database in DATA_DIR is used. */
    DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "starts with postgresql://")),
    DATA_DIR: z.string().default(".data/database"),
    MAIL_TRANSPORT: z.enum(["resend", "smtp", "outbox"], { error: "resend, smtp or outbox" }),
    /** The installation's verified sender address. */
    MAIL_FROM: z.email({ error: "the verified address mails come from" }),
    RESEND_API_KEY: optional(z.string()),
    RESEND_BASE_URL: optional(z.url()),
    /**
     * How long the same batch may be handed to Resend again, from its first try on. Resend keeps a key for 24 hours
     * (https://resend.com/docs/dashboard/emails/idempotency-keys); an hour is left for clocks and calls under way.
     */
    RESEND_KEY_LIFETIME_SECONDS: z.coerce.number().positive().max(86_400).default(82_800),
    /** How long one call to the mail provider may take. */
    MAIL_CALL_TIMEOUT_SECONDS: z.coerce.number().positive().max(120).default(20),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "starts with smtp:// or smtps://")),
    OUTBOX_DIR: optional(z.string()),
    /** Hold window of a newly installed shop, in seconds. */
    HOLD_SECONDS_DEFAULT: z.coerce.number().int().min(0).max(604_800).default(1800),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    RUN_WORKER: z.stringbool().default(true),
    /** Where the stand-in for Shopify listens. Loopback only, and only for an app that is itself on loopback. */
    DEVSTORE_ORIGIN: optional(z.url()),
    APP_BRIDGE_URL: optional(z.url()),
  })
  .superRefine((env, context) => {
    const needed = (name: "RESEND_API_KEY" | "SMTP_URL" | "OUTBOX_DIR") => {
      if (!env[name])
        context.addIssue({ code: "custom", path: [name], message: `needed for MAIL_TRANSPORT=${env.MAIL_TRANSPORT}` });
    };
    if (env.MAIL_TRANSPORT === "resend") needed("RESEND_API_KEY");
    if (env.MAIL_TRANSPORT === "smtp") needed("SMTP_URL");
    if (env.MAIL_TRANSPORT === "outbox") needed("OUTBOX_DIR");
    for (const name of ["DEVSTORE_ORIGIN", "APP_BRIDGE_URL"] as const) {
      if (env[name] && !(isLoopback(env[name]) && isLoopback(env.SHOPIFY_APP_URL))) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: "only for an app and a stand-in on loopback; remove it",
        });
      }
    }
  });

/** Every setting of the installation, parsed. */
export type Env = z.infer<typeof schema>;

/**
 * Reads all settings at once; the only reader of the process environment.
 * `problems` holds one readable line for each missing or malformed setting.
 */
export function readEnv(
  source: NodeJS.ProcessEnv,
): { outcome: "ok"; env: Env } | { outcome: "invalid"; problems: string[] } {
  const parsed = schema.safeParse(source);
  if (parsed.success) return { outcome: "ok", env: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `${name}: ${source[name] === undefined ? "missing" : "malformed"} (${issue.message})`;
  });
  return { outcome: "invalid", problems };
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
