import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import addressparser from "nodemailer/lib/addressparser";
import { createMailTransport } from "~/platform/mail/create-mail-transport.server";
import { testEnv } from "../../support/test-env";
import type { MailProvider, Mood, ReceivedMail } from "./mail-provider";

interface SendBody {
  from: string;
  to: string;
  reply_to?: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

interface Refusal {
  status: number;
  name: string;
  message: string;
  headers?: Record<string, string>;
}

const REFUSALS: Partial<Record<Mood, Refusal>> = {
  busy: { status: 429, name: "rate_limit_exceeded", message: "Too many requests", headers: { "retry-after": "2" } },
  refuses: { status: 422, name: "validation_error", message: "Invalid `to` field" },
  "locked-out": { status: 403, name: "invalid_api_key", message: "API key is invalid" },
};

/** A local server that answers `POST /emails/batch` as Resend's documentation says, keys included. */
export async function openResendProvider(timeoutMs: number): Promise<MailProvider> {
  const byKey = new Map<string, Accepted>();
  let mood: Mood | null = null;

  const server = createServer(async (request, response) => {
    const now = mood;
    mood = null;
    const bodies = (await json(request)) as SendBody[];
    if (turnedAway(now, request, response)) return;
    const entry = accept(byKey, String(request.headers["idempotency-key"]), bodies);
    if (now === "loses-its-answer") dropConnection(request);
    if (now === "loses-its-answer" || now === "takes-it-silently") return;
    if (entry)
      return answer(response, 200, { data: entry.ids.map((id) => ({ id })), errors: [] }, { "ratelimit-limit": "7" });
    answer(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "Other payload" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  return {
    transport: createMailTransport(
      testEnv({
        MAIL_TRANSPORT: "resend",
        RESEND_API_KEY: "re_test",
        RESEND_BASE_URL: `http://127.0.0.1:${port}`,
        MAIL_CALL_TIMEOUT_SECONDS: String(timeoutMs / 1000),
      }),
    ),
    received: async () => [...byKey.values()].flatMap((entry) => entry.mails),
    nextIs: (next) => {
      mood = next;
    },
    vanish: close,
    close,
  };
}

/** Whether the call ended before the mail was taken. */
function turnedAway(mood: Mood | null, request: IncomingMessage, response: ServerResponse): boolean {
  if (mood === "silent") return true;
  if (mood === "hangs-up") return dropConnection(request);
  const isKnown = request.url === "/emails/batch" && request.headers.authorization === "Bearer re_test";
  const refusal: Refusal | null | undefined = isKnown
    ? mood && REFUSALS[mood]
    : { status: 404, name: "not_found", message: "No such endpoint" };
  if (!refusal) return false;
  const { status, headers, ...error } = refusal;
  answer(response, status, { statusCode: status, ...error }, headers);
  return true;
}

interface Accepted {
  ids: string[];
  bytes: string;
  mails: ReceivedMail[];
}

/** Sends once for each key; null where the key was used for other bytes. */
function accept(byKey: Map<string, Accepted>, key: string, bodies: SendBody[]): Accepted | null {
  const bytes = JSON.stringify(bodies);
  const known = byKey.get(key);
  if (known) return known.bytes === bytes ? known : null;
  const ids = bodies.map((_body, index) => `re_${byKey.size + 1}_${index + 1}`);
  const entry = { ids, bytes, mails: bodies.map(asReceived) };
  byKey.set(key, entry);
  return entry;
}

function asReceived(body: SendBody): ReceivedMail {
  const [from] = addressparser(body.from, { flatten: true });
  return {
    messageId: body.headers["Message-ID"] ?? "",
    from: { name: from?.name ?? "", address: from?.address ?? "" },
    recipients: addressparser(body.to, { flatten: true }).map((entry) => entry.address),
    replyTo: body.reply_to ?? null,
    subject: body.subject,
    html: body.html,
    text: body.text,
    headerNames: [...Object.keys(body.headers), ...[body.from, body.to, body.subject].flatMap(smuggledHeaders)],
  };
}

/** Header names that a value with line breaks in it would become. */
function smuggledHeaders(value: string): string[] {
  return value
    .split(/[\r\n]+/)
    .slice(1)
    .map((line) => line.split(":")[0]?.toLowerCase() ?? "");
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function dropConnection(request: IncomingMessage): true {
  request.socket.destroy();
  return true;
}
