import { useLocation, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { rememberSent, takeKept } from "./kept-typing";
import { takeSaved } from "./take-saved";

type Errors = Record<string, string> | undefined;

/** What saves a form, as Remix's fetcher tells it: the values on their way, and an answer with a `message` once they are stored. */
interface Save {
  formData?: FormData;
  data?: { message?: string };
}

/**
 * A form's fields, for Polaris inputs. What the server saved takes the place of what was not touched when it changes, and
 * with `save` also of what that has stored. Errors are those of the server's last answer; a field's error goes when the
 * merchant changes the field. After a refused form the first field with an error gets the focus. What was typed survives a page
 * that fails while it is saved, such as by the end of the merchant's session.
 */
export function useFields<Fields extends Record<string, string>>(saved: Fields, errors: Errors, save?: Save) {
  const [values, setValues] = useState(saved);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const stored = JSON.stringify(saved);
  const reset = useCallback(() => {
    setValues(JSON.parse(stored));
    // What was wrong is gone with what was typed.
    setChanged(new Set(Object.keys(JSON.parse(stored))));
  }, [stored]);
  const base = useBase(saved, save);
  useEffect(() => {
    const now: Fields = JSON.parse(stored);
    const before = base.current;
    base.current = now;
    setValues((typed) => takeSaved(typed, before, now));
  }, [stored, base]);
  useKeeping(saved, save, setValues);
  useEffect(() => {
    setChanged(new Set());
    if (errors) focusFirstInvalid();
  }, [errors]);
  const set = (name: keyof Fields & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setChanged((before) => new Set(before).add(name));
  };
  const errorOf = (name: keyof Fields & string) => (changed.has(name) ? undefined : errors?.[name]);
  return {
    values,
    set,
    errorOf,
    isDirty: Object.keys(saved).some((name) => values[name] !== saved[name]),
    reset,
    /** The properties of a text input. */
    text: (name: keyof Fields & string) => ({
      id: name,
      name,
      value: values[name] ?? "",
      onChange: (value: string) => set(name, value),
      error: errorOf(name),
      autoComplete: "off",
    }),
  };
}

/** Puts back what was kept of these fields, and remembers what is being sent. */
function useKeeping<Fields extends Record<string, string>>(
  saved: Fields,
  save: Save | undefined,
  setValues: (change: (values: Fields) => Fields) => void,
) {
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const sent = save?.formData ?? navigation.formData;
  const names = Object.keys(saved).join(" ");
  useEffect(() => {
    const kept = takeKept(pathname, names.split(" "));
    if (Object.keys(kept).length > 0) setValues((values) => ({ ...values, ...kept }));
  }, [pathname, names, setValues]);
  useEffect(() => {
    if (sent) rememberSent(pathname, sent);
  }, [pathname, sent]);
}

/** What counts as not touched: the values the form was filled from, and after a save those that were saved. */
function useBase(saved: Record<string, string>, save: Save | undefined) {
  const base = useRef(saved);
  const sent = useRef<Record<string, string>>({});
  const { formData, data } = save ?? {};
  useEffect(() => {
    if (formData) sent.current = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  }, [formData]);
  useEffect(() => {
    if (data?.message) base.current = { ...base.current, ...sent.current };
  }, [data]);
  return base;
}

/** A group of choices cannot have the focus itself; its first choice can. */
function focusFirstInvalid(): void {
  const invalid = document.querySelector<HTMLElement>("[aria-invalid=true]");
  const field = invalid?.matches("fieldset, [role=radiogroup]") ? invalid.querySelector("input") : invalid;
  field?.focus();
}
