import { useCallback, useEffect, useState } from "react";

type Errors = Record<string, string> | undefined;

/**
 * A form's fields, for Polaris inputs. What the server saved takes their place when it changes. Errors are those of the
 * server's last answer; a field's error goes when the merchant changes the field. After a refused form the first field
 * with an error gets the focus.
 */
export function useFields<Fields extends Record<string, string>>(saved: Fields, errors: Errors) {
  const [values, setValues] = useState(saved);
  const stored = JSON.stringify(saved);
  const reset = useCallback(() => setValues(JSON.parse(stored)), [stored]);
  useEffect(reset, [reset]);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
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

/** A group of choices cannot have the focus itself; its first choice can. */
function focusFirstInvalid(): void {
  const invalid = document.querySelector<HTMLElement>("[aria-invalid=true]");
  const field = invalid?.matches("fieldset, [role=radiogroup]") ? invalid.querySelector("input") : invalid;
  field?.focus();
}
