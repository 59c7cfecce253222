import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      shadow: ["card", "float", "modal"],
      animate: ["fade-in", "pop-in", "slide-in", "shimmer", "breathe"],
    },
  },
});

/** Joins class names; where two Tailwind classes set the same property, the later one wins. */
export function cx(...values: ClassValue[]): string {
  return merge(clsx(values));
}
