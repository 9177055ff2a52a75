import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { createMailTransport } from "~/platform/mail/create-mail-transport.server";
import { testEnv } from "../../support/test-env";
import type { MailProvider, Mood, ReceivedMail } from "./mail-provider";
import { readMime } from "./read-mime";

/** A real SMTP server on loopback that asks for a login. */
export async function openSmtpProvider(timeoutMs: number): Promise<MailProvider> {
  const received: ReceivedMail[] = [];
  let mood: Mood | null = null;
  const takeMood = (expected: Mood) => {
    const isIt = mood === expected;
    if (isIt) mood = null;
    return isIt;
  };

  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onConnect(_session, answer) {
      if (!takeMood("silent")) answer();
    },
    onAuth(auth, _session, answer) {
      if (takeMood("locked-out") || auth.password !== "pa:ss") return answer(reply(535, "Authentication failed"));
      answer(null, { user: auth.username });
    },
    onRcptTo(_address, session, answer) {
      if (takeMood("hangs-up")) return drop(server, session);
      if (takeMood("busy")) return answer(reply(451, "Try again later"));
      if (takeMood("refuses")) return answer(reply(550, "No such mailbox"));
      answer();
    },
    async onData(stream, session, answer) {
      const bytes = await buffer(stream);
      received.push(
        await readMime(
          bytes,
          session.envelope.rcptTo.map((entry) => entry.address),
        ),
      );
      if (takeMood("loses-its-answer")) return drop(server, session);
      if (takeMood("takes-it-silently")) return;
      answer();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => (server.server.listening ? server.close(resolve) : resolve()));

  return {
    transport: createMailTransport(
      testEnv({
        MAIL_TRANSPORT: "smtp",
        SMTP_URL: `smtp://laurel:pa%3Ass@127.0.0.1:${port}`,
        MAIL_CALL_TIMEOUT_SECONDS: String(timeoutMs / 1000),
      }),
    ),
    received: async () => received,
    nextIs: (next) => {
      mood = next;
    },
    vanish: close,
    close,
  };
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Cuts the session's connection without a word. */
function drop(server: SMTPServer, session: SMTPServerSession): void {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
    .connections;
  for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
}
