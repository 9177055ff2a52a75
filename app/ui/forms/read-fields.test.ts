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

  test("of a megabyte is read, and of more answered with 413, announced or not", async () => {
    const full = `a=${"x".repeat(999_998)}`;
    const type = { "content-type": "application/x-www-form-urlencoded" };
    expect((await readFields(post(full, type))).a).toHaveLength(999_998);
    const announced = { ...type, "content-length": "1000001" };
    for (const form of [post("a=b", announced), post(`${full}x`, type)]) {
      const refusal = await readFields(form).catch((thrown: unknown) => thrown);
      expect(refusal).toMatchObject({ status: 413 });
      expect(await (refusal as Response).text()).toContain("too large");
    }
  });

  test("without an end is not kept in memory, and its sender is listened to until it is done", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 5_000) controller.close();
        else controller.enqueue(new Uint8Array(1_000));
      },
    });
    const request = new Request("http://localhost:3000/app", { method: "POST", body: endless, duplex: "half" });
    expect(await readFields(request).catch((thrown: unknown) => thrown)).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(1_100);
    await expect.poll(() => sent).toBe(5_001);
  });
});
