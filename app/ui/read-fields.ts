/** The text fields of a submitted form. Files are left out; of a name given twice the last one counts. */
export async function readFields(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
