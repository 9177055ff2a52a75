import { buffer } from "node:stream/consumers";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { openDoubleLog, type TakenCall } from "../../support/resend-double/double-log";
import { seededChance } from "../../support/resend-double/seeded-chance";
import type { SmtpDoubleSettings } from "./settings";

// The double of an SMTP server as a process of its own: settings as JSON in the first argument, the port as first output.
const settings = JSON.parse(process.argv[2] ?? "{}") as SmtpDoubleSettings;
const log = openDoubleLog(settings.logFile);
const chance = seededChance(settings.seed);
const pattern = new RegExp(settings.keepOfText, "g");
let sent = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, session, answer) {
    const draw = chance();
    if (draw < settings.cut) {
      note(null, "silence");
      return drop(session);
    }
    if (draw < settings.cut + settings.busy) {
      note(451, null);
      return answer(reply(451, "Try again later"));
    }
    if (!address.endsWith(`@${settings.refusedDomain}`)) return answer();
    note(550, null);
    answer(reply(550, "No such mailbox"));
  },
  async onData(stream, session, answer) {
    // The sender was killed in the middle of the mail: nothing was taken.
    const bytes = await buffer(stream).catch(() => null);
    if (bytes === null) return;
    const mail = await simpleParser(bytes);
    sent += 1;
    const to = session.envelope.rcptTo[0]?.address ?? "";
    const found = [...new Set((mail.text ?? "").match(pattern) ?? [])];
    const { subject = "", messageId = null, from } = mail;
    const line = {
      kind: "mail" as const,
      at: Date.now(),
      key: null,
      index: 0,
      id: `smtp-${sent}`,
      from: from?.text ?? "",
    };
    log([{ ...line, to, subject, messageId, found }]);
    if (chance() < settings.sentThenCut) {
      note(null, "sent-then-cut");
      return drop(session);
    }
    note(250, null);
    answer();
  },
});
// A process that was killed leaves its connection half closed.
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address();
  console.log(address !== null && typeof address === "object" ? address.port : "");
});
process.stdin.resume().once("end", () => process.exit(0));

function note(status: number | null, fault: TakenCall["fault"]): void {
  log([{ kind: "call", at: Date.now(), key: null, mails: 1, status, why: null, fault }]);
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Cuts the session's connection without a word. */
function drop(session: SMTPServerSession): void {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
    .connections;
  for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
}
