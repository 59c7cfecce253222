import type { ReactNode } from "react";
import { UntilListening } from "#components/ui/form/until-listening.tsx";

/** The form, and beside it (below it on small screens) what tries it. */
export function EditorColumns({ form, aside }: { form: ReactNode; aside: ReactNode }) {
  return (
    <UntilListening>
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
        {form}
        <div className="min-w-0 lg:sticky lg:top-5">{aside}</div>
      </div>
    </UntilListening>
  );
}
