import { describe, expect, it } from "vitest";
import { receiveFile } from "../../app/routes/app.coupons.$couponId.codes_.upload/receive-file.server";

const URL_OF_UPLOAD = "http://localhost:3000/app/coupons/1/codes/upload";

describe("receiving a file", () => {
  it("streams its bytes and tells its name, whatever alphabet that is in", async () => {
    const form = new FormData();
    form.append("file", new File(["ONE\nTWO\n"], "kódy – März.csv"));
    const request = new Request(URL_OF_UPLOAD, { method: "POST", body: form });
    expect(await receiveFile(request, readAll)).toEqual({ fileName: "kódy – März.csv", text: "ONE\nTWO\n" });
  });

  it("takes a form without a file, and no form at all, for no file", async () => {
    const form = new FormData();
    form.append("note", "nothing here");
    for (const body of [form, new URLSearchParams({ file: "x" })]) {
      expect(await receiveFile(new Request(URL_OF_UPLOAD, { method: "POST", body }), readAll)).toBeNull();
    }
  });

  it("fails when the upload breaks off, so that nothing is taken for the whole file", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nONE\nTW';
    const request = new Request(URL_OF_UPLOAD, { method: "POST", headers, body });
    await expect(receiveFile(request, readAll)).rejects.toMatchObject({ status: 400 });
  });

  it("refuses a body that does not say how its parts are told apart", async () => {
    const headers = { "content-type": "multipart/form-data" };
    const request = new Request(URL_OF_UPLOAD, { method: "POST", headers, body: "x" });
    await expect(receiveFile(request, readAll)).rejects.toMatchObject({ status: 400 });
  });

  it("passes on what fails while the file is used", async () => {
    const form = new FormData();
    form.append("file", new File(["ONE"], "a.csv"));
    const use = () => Promise.reject(new Error("the database is away"));
    const received = receiveFile(new Request(URL_OF_UPLOAD, { method: "POST", body: form }), use);
    await expect(received).rejects.toThrow("the database is away");
  });
});

async function readAll({ fileName, bytes }: { fileName: string; bytes: AsyncIterable<Uint8Array> }) {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return { fileName, text: Buffer.concat(pieces).toString() };
}
