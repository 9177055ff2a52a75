import { readAtMost } from "~/platform/read-at-most";

/** Bytes. The longest text a page takes is 20,000 characters. */
const LIMIT = 1_000_000;

/**
 * The text fields of a submitted form, without NUL characters: nobody can type one, and no database stores it. Files are
 * left out; of a name given twice the last one counts. Throws a Response with 413 for more than a megabyte, and with 400 for a body
 * that is no form.
 */
export async function readFields(request: Request): Promise<Record<string, string>> {
  const form = await readForm(request).catch((error: unknown) => {
    throw error instanceof Response ? error : new Response("This is not a form that can be read.", { status: 400 });
  });
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.map((pair) => pair.map((text) => text.replaceAll("\0", ""))));
}

async function readForm({ headers, body }: Request): Promise<FormData> {
  // What is announced as too large is not kept while it comes.
  const isAnnouncedTooLarge = Number(headers.get("content-length") ?? 0) > LIMIT;
  const { bytes, isWhole } = await readAtMost(body, isAnnouncedTooLarge ? 0 : LIMIT);
  if (isAnnouncedTooLarge || !isWhole) throw new Response("This form is too large: it may have 1 MB.", { status: 413 });
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": headers.get("content-type") ?? "" },
  }).formData();
}
