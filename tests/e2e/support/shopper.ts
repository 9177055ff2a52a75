import type { Page } from "playwright-core";

/** Whoever sits in front of the Shopper panel and the Mailbox. */
export interface Shopper {
  placeOrder(shopper: string): Promise<void>;
  writeReview(shopper: string, text: string): Promise<void>;
  /** Adds a photo to the review of somebody. */
  addPhoto(shopper: string): Promise<void>;
  openMailbox(): Promise<void>;
  /** Waits until this many mails to an address lie in the mailbox. */
  seesMails(to: string, count: number): Promise<void>;
  /** Opens the newest mail to an address, in the mailbox. */
  openMail(to: string): Promise<void>;
  /** The open mail's HTML, as a mail program gets it. */
  mailSource(): Promise<string>;
  /** Goes from the open mail back to the list. */
  closeMail(): Promise<void>;
  /** What one of the three views of the open mail shows. */
  readMail(view: "HTML" | "Plain text" | "Headers"): Promise<string>;
}

/** The panels beside the app on this page. */
export function shopperAt(page: Page): Shopper {
  const panels = page.getByRole("navigation", { name: "Panels" });
  const form = page.locator("#deed-form");
  const mailbox = page.getByRole("region", { name: "Mailbox" });
  const result = form.getByRole("status");

  const begin = async (shopper: string, deed: string) => {
    await panels.getByRole("button", { name: "Shopper" }).click();
    await form.getByRole("combobox", { name: "Shopper" }).selectOption({ label: shopper });
    await form.getByText(deed).click();
  };
  return {
    async placeOrder(shopper) {
      await begin(shopper, "Places an order");
      await form.getByRole("button", { name: "Place the order" }).click();
      await result.getByText(/^Order .* paid/).waitFor();
    },
    async writeReview(shopper, text) {
      await begin(shopper, "Writes a review");
      await form.getByRole("textbox", { name: "Text" }).fill(text);
      await form.getByRole("button", { name: "Write the review" }).click();
      await result.getByText("Review without a photo written").waitFor();
    },
    async addPhoto(shopper) {
      await page.getByRole("button", { name: `Add a photo: ${shopper}` }).click();
      await page.getByText(/review of .*, with a photo/).waitFor();
    },
    openMailbox: () => panels.getByRole("button", { name: /^Mailbox/ }).click(),
    async seesMails(to, count) {
      const mails = mailbox.getByRole("button").filter({ hasText: to });
      await mails.nth(count - 1).waitFor();
      if ((await mails.count()) !== count) throw new Error(`More than ${count} mails to ${to}`);
    },
    async openMail(to) {
      await mailbox.getByRole("button").filter({ hasText: to }).first().click();
      await mailbox.getByRole("group", { name: "Show" }).waitFor();
    },
    async mailSource() {
      const address = await mailbox.locator("iframe").getAttribute("src");
      return (await page.request.get(new URL(address ?? "", page.url()).href)).text();
    },
    closeMail: () => mailbox.getByRole("button", { name: "All mail" }).click(),
    async readMail(view) {
      await mailbox.getByRole("button", { name: view, exact: true }).click();
      if (view === "Headers") return mailbox.getByRole("table").innerText();
      if (view === "Plain text") return mailbox.locator("pre").innerText();
      return mailbox.frameLocator("iframe").locator("body").innerText();
    },
  };
}
