import "./mailbox-page.css";
import { listen } from "./live";
import { createMailbox } from "./mailbox";

const mailbox = createMailbox(() => undefined);
listen({ mailbox: () => void mailbox.refresh() });
