import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of a screen. It takes the focus when the screen opens, so that who listens or tabs starts at the top. */
export function ScreenTitle({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
