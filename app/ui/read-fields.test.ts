import { describe, expect, test } from "vitest";
import { readFields } from "./read-fields";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/app/settings", { method: "POST", body, headers });

describe("a submitted form", () => {
  test("gives its text fields, of a name given twice the last", async () => {
    const form = new FormData();
    form.append("a", "1");
    form.append("a", "2");
    form.append("file", new Blob(["x"]), "x.csv");
    expect(await readFields(post(form))).toEqual({ a: "2" });
  });

  test("loses NUL characters, which no database stores and nobody can type", async () => {
    expect(await readFields(post(new URLSearchParams({ "inte\0nt": "sa\0ve\0" })))).toEqual({ intent: "save" });
  });

  test.each([
    ["JSON", '{"a":1}', "application/json"],
    ["a multipart body without its boundary", "x", "multipart/form-data"],
    [
      "a multipart body that breaks off",
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
      "multipart/form-data; boundary=b",
    ],
    ["nothing", "", "text/plain"],
  ])("%s is answered with 400", async (_, body, type) => {
    const refusal = await readFields(post(body, { "content-type": type })).catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ status: 400 });
  });
});
