import { Alert } from "#components/ui/feedback/alert.tsx";

/** What went wrong with a form as a whole, announced at once; nothing when nothing did. */
export function FormMessage({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Alert tone="danger" live>
      {message}
    </Alert>
  );
}
