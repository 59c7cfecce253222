"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";

/** The preview, loaded when somebody is about to grade again. */
export const LazyFlipPreview = dynamic(
  () => import("./flip-preview.tsx").then((module) => module.FlipPreview),
  {
    ssr: false,
    loading: () => <Skeleton className="h-10 w-full" />,
  },
);
