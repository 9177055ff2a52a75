/**
 * The text fields of a submitted form, without NUL characters: nobody can type one, and no database stores it. Files are
 * left out; of a name given twice the last one counts. Throws a Response with 400 for a body that is no form.
 */
export async function readFields(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => {
    throw new Response("This is not a form that can be read.", { status: 400 });
  });
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.map((pair) => pair.map((text) => text.replaceAll("\0", ""))));
}
