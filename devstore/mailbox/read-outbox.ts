import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";

/** One mail as the list shows it. */
export interface MailSummary {
  /** Name of the .eml file; what a mail is asked for by. */
  file: string;
  from: string;
  to: string;
  subject: string;
  /** When the file appeared, ISO 8601. */
  receivedAt: string;
  /** Opening words of the plain text. */
  preview: string;
}

/** One mail, opened. */
export interface Mail extends MailSummary {
  /** Null if the mail has no such part. */
  html: string | null;
  text: string | null;
  /** As received, unfolded, in the order they stand in. */
  headers: { name: string; value: string }[];
}

const PREVIEW_LENGTH = 90;

/** Lists the mails in the outbox folder, newest first. A folder that is not there yet is empty. */
export async function listMails(outboxDir: string): Promise<MailSummary[]> {
  const mails = await Promise.all((await emlFiles(outboxDir)).map((file) => readMail(outboxDir, file)));
  return mails
    .filter((mail) => mail !== null)
    .map(({ html: _html, text: _text, headers: _headers, ...summary }) => summary)
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.file.localeCompare(a.file));
}

/** Opens one mail; null if there is none of that name. */
export async function readMail(outboxDir: string, file: string): Promise<Mail | null> {
  if (!/^[\w.@+-]+\.eml$/.test(file)) return null;
  try {
    const path = join(outboxDir, file);
    const [source, { mtime }] = await Promise.all([readFile(path), stat(path)]);
    return toMail(file, mtime, await simpleParser(source, { skipTextToHtml: true, skipHtmlToText: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function toMail(file: string, receivedAt: Date, parsed: ParsedMail): Mail {
  const text = parsed.text ?? null;
  return {
    file,
    from: addresses(parsed.from),
    to: addresses(parsed.to),
    subject: parsed.subject ?? "(no subject)",
    receivedAt: receivedAt.toISOString(),
    preview: (text ?? "").replace(/\s+/g, " ").trim().slice(0, PREVIEW_LENGTH),
    html: parsed.html || null,
    text,
    headers: parsed.headerLines.map(({ line }) => {
      const colon = line.indexOf(":");
      return {
        name: line.slice(0, colon),
        value: line
          .slice(colon + 1)
          .replace(/\r?\n\s+/g, " ")
          .trim(),
      };
    }),
  };
}

async function emlFiles(outboxDir: string): Promise<string[]> {
  try {
    return (await readdir(outboxDir)).filter((name) => name.endsWith(".eml"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  return [field]
    .flat()
    .map((address) => address?.text ?? "")
    .filter(Boolean)
    .join(", ");
}
