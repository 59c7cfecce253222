"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** The newest value, for callbacks that must keep their identity. Read it in event handlers only. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
