import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { composeMime } from "./compose-mime.server";
import type { MailTransport } from "./mail-transport";
import { unsendableReason } from "./outgoing-mail";
import { sendSingly, type TryReceipt } from "./send-singly";
import { readSmtpFailure, type SmtpFailure } from "./smtp-receipt";

interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; query parameters are nodemailer's connection options. */
  url: string;
  /** How long one delivery may take in all. */
  timeoutMs: number;
}

/** Mail through an SMTP server, one connection for each message. SMTP cannot recognise a repeated message. */
export function smtpTransport({ url, timeoutMs }: SmtpOptions): MailTransport {
  return {
    name: "smtp",
    deduplicates: false,
    keyLifetimeMs: null,
    batchSize: 1,
    callsPerSecond: null,
    send: sendSingly(async (mail) => {
      const reason = unsendableReason(mail);
      if (reason) return { outcome: "refused", reason };
      return deliver(url, timeoutMs, { from: mail.from.address, to: [mail.to] }, await composeMime(mail));
    }),
  };
}

/**
 * One delivery on its own connection. Written on nodemailer's connection rather than its transport, because only here is
 * it known whether the message's bytes had begun to leave when the connection broke.
 */
function deliver(url: string, timeoutMs: number, envelope: { from: string; to: string[] }, bytes: Buffer) {
  const { auth, ...server } = parseConnectionUrl(url);
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const connection = new SMTPConnection({ ...limits, ...server });
  const message = observedStream(bytes);
  return new Promise<TryReceipt>((resolve) => {
    const settle = (receipt: TryReceipt, leave: () => void) => {
      clearTimeout(deadline);
      leave();
      resolve(receipt);
    };
    const fail = (failure: SmtpFailure) =>
      settle(readSmtpFailure(failure, message.started()), () => connection.close());
    const deadline = setTimeout(() => fail({ message: `no answer within ${timeoutMs} ms` }), timeoutMs);
    const handOver = () =>
      connection.send(envelope, message.stream, (error, info) => {
        if (error) fail(error);
        else settle({ outcome: "sent", providerId: info.serverMessageId ?? info.response }, () => connection.quit());
      });

    connection.on("error", fail);
    connection.connect((connectError) => {
      if (connectError) return fail(connectError);
      if (!auth) return handOver();
      connection.login(auth, (error) => (error ? fail(error) : handOver()));
    });
  });
}

/** A stream of the bytes that tells whether anyone has begun to read it; nodemailer reads only after the server's 354. */
function observedStream(bytes: Buffer): { stream: Readable; started: () => boolean } {
  let started = false;
  const stream = new Readable({
    read() {
      started = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, started: () => started };
}
