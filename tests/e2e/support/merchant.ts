import type { FrameLocator, Page } from "playwright-core";

/** A merchant in the admin frame, who clicks and types. */
export interface Merchant {
  /** The app's page inside the frame. */
  app: FrameLocator;
  /** Chooses an item of the app's navigation and waits for its page. */
  goTo(item: string, title: string): Promise<void>;
  /** Presses a button of the app's page. */
  press(name: string): Promise<void>;
  /** Follows a link of the app's page. */
  follow(name: string): Promise<void>;
  /** Chooses one of several choices by its words. */
  choose(label: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Waits until the app's page says this. */
  reads(text: string | RegExp): Promise<void>;
  /** All words of the table's row that has these; waits for it. */
  rowWith(text: string): Promise<string>;
  /** What a field holds now. */
  valueOf(label: string): Promise<string>;
  /** Words by the field that say what is wrong with it; as assistive technology finds them. */
  errorOf(label: string): Promise<string>;
  /** Picks a file in the file dialog that the button opens. */
  pick(button: string, file: { name: string; content: string }): Promise<void>;
  /** Waits for the line at the bottom of the admin. */
  hears(toast: string): Promise<void>;
}

/** Opens the admin and waits for the app in it. */
export async function openAdmin(page: Page, adminUrl: string): Promise<Merchant> {
  await page.goto(adminUrl);
  const app = page.frameLocator("#app");
  const reads = (text: string | RegExp) => app.getByText(text).first().waitFor();
  const field = (label: string) => app.getByLabel(label, { exact: true });
  await app.getByRole("heading", { name: "Laurel", level: 1 }).waitFor();
  return {
    app,
    reads,
    async goTo(item, title) {
      const navigation = page.getByRole("navigation", { name: "App navigation" });
      await navigation.getByRole("link", { name: item, exact: true }).click();
      await app.getByRole("heading", { name: title, level: 1 }).waitFor();
    },
    press: (name) => app.getByRole("button", { name, exact: true }).click(),
    follow: (name) => app.getByRole("link", { name, exact: true }).click(),
    choose: (label) => app.getByText(label, { exact: true }).click(),
    type: (label, text) => field(label).fill(text),
    rowWith: (text) => app.getByRole("row").filter({ hasText: text }).innerText(),
    valueOf: (label) => field(label).inputValue(),
    async errorOf(label) {
      await app.getByLabel(label, { exact: true }).and(app.locator("[aria-invalid=true]")).waitFor();
      const ids = (await field(label).getAttribute("aria-describedby"))?.split(" ") ?? [];
      const error = ids.find((id) => id.endsWith("Error"));
      return error ? app.locator(`[id="${error}"]`).innerText() : "";
    },
    async pick(button, { name, content }) {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        app.getByRole("button", { name: button }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
      await reads(name);
    },
    hears: (toast) => page.getByText(toast, { exact: true }).waitFor(),
  };
}
