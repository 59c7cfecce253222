"use client";

import { Component, type ReactNode } from "react";

type FallBackProps = { fallback: ReactNode; children: ReactNode };

/** Shows the fallback when what is inside cannot be rendered, so that one odd text does not take the page with it. */
export class FallBack extends Component<FallBackProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
