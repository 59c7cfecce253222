import { ShownOnce } from "../shown-once.tsx";

export function NewSecret({ name, secret }: { name: string; secret: string }) {
  return (
    <ShownOnce label="API key" text={secret} copyLabel="Copy the key">
      This is the key of <strong className="break-words">{name}</strong>. It is shown only now: nobody, not
      even an admin, can read it again. Keep it where your CI keeps its secrets.
    </ShownOnce>
  );
}
