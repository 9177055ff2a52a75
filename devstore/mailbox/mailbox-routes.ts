import { type Response, Router } from "express";
import { listMails, readMail } from "./read-outbox";

/** A mail may show pictures and its own styles; it may run nothing and send nothing. The page around it may measure it. */
const MAIL_POLICY =
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:; font-src https: data:";

/** The mailbox's data: the list, one mail, and its HTML on a page of its own for the sandboxed frame. */
export function mailboxRoutes(outboxDir: string): Router {
  const router = Router();
  router.get("/mails", async (_request, response) => {
    response.json(await listMails(outboxDir));
  });
  router.get("/mails/:file", async ({ params }, response) => {
    const mail = await readMail(outboxDir, params.file);
    if (!mail) return notFound(response);
    response.json(mail);
  });
  router.get("/mails/:file/html", async ({ params }, response) => {
    const mail = await readMail(outboxDir, params.file);
    if (!mail?.html) return notFound(response);
    response.set("Content-Security-Policy", MAIL_POLICY).type("html").send(mail.html);
  });
  return router;
}

function notFound(response: Response): void {
  response.status(404).json({ error: "No such mail" });
}
